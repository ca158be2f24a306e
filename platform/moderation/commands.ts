import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Tx } from '../db/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type Hiding = { readonly about: Thing; readonly rule: rules.HidingRule; readonly reason: string }

/** Takes a text out of sight; its tombstone says when, under which rule and why. */
export async function hide(tx: Tx, actor: Actor, { about, rule, reason }: Hiding): Promise<Result<null, rules.HideRefusal | 'hidden-already'>> {
  const allowed = rules.hide(actor, { kind: about.kind, reason })
  if (!allowed.ok) return allowed
  const { who, role } = allowed.value
  const isNew = await store.putHidden(tx, { about, rule, reason, by: who.account, role })
  if (!isNew) return refuse('hidden-already')
  await record(tx, {
    kind: 'moderation.hidden', problem: null, public: { kind: about.kind, thing: about.id, rule, role, reason }, time: 'exact',
  })
  return accept(null)
}

export async function restore(
  tx: Tx,
  actor: Actor,
  { about, reason }: Omit<Hiding, 'rule'>,
): Promise<Result<null, rules.HideRefusal | 'not-hidden'>> {
  const allowed = rules.hide(actor, { kind: about.kind, reason })
  if (!allowed.ok) return allowed
  if (!(await store.takeHidden(tx, about))) return refuse('not-hidden')
  await record(tx, {
    kind: 'moderation.restored', problem: null, public: { kind: about.kind, thing: about.id, role: allowed.value.role, reason }, time: 'exact',
  })
  return accept(null)
}
