import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Tx } from '../db/index.ts'
import { forgetWords } from '../notices/index.ts'
import { cardsOf, type Card } from '../thread/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { tellOfJudging } from './tell.ts'

/** Says that something breaks a rule of the house. The same person saying so again adds nothing. */
export async function report(tx: Tx, { about, reason, by }: store.NewReport): Promise<Result<null, 'reason-needed'>> {
  const allowed = rules.report(reason)
  if (!allowed.ok) return allowed
  if (by !== null && (await store.hasOpenReport(tx, about, by))) return accept(null)
  await store.putReport(tx, { about, reason, by })
  return accept(null)
}

export type Judging = rules.Judging & {
  /** The case the thing belongs to, so that its record shows the act. */
  readonly problem?: Id<'problem'> | null
}

export type Hiding = Judging & {
  readonly rule: rules.HouseRule
  /** It waited to be let through, and nobody has seen it. */
  readonly neverShown?: boolean
}

/** Puts a public tombstone in place of a text and settles the reports about it. */
export async function hide(
  tx: Tx,
  actor: Actor,
  { about, rule, reason, problem = null, neverShown = false }: Hiding,
): Promise<Result<null, rules.HideRefusal | 'already-hidden'>> {
  const allowed = rules.hide(actor, { about, reason })
  if (!allowed.ok) return allowed
  const { account: by, as: role } = allowed.value
  const card = await cardOf(tx, about) // as it is called before it is hidden
  if (!(await store.putHidden(tx, { about, rule, reason, by, role, neverShown }))) return refuse('already-hidden')
  const reporters = await store.settleReports(tx, about)
  if (card)
    for (const words of new Set([card.title, ...(card.otherTitles ?? [])]))
      await forgetWords(tx, words, store.hiddenWords)
  await tellOfJudging(tx, {
    judged: neverShown ? 'refused' : 'hidden',
    about,
    rule,
    reason,
    writers: card?.writtenBy,
    reporters,
    by,
  })
  await record(tx, {
    kind: 'moderation.hidden',
    problem,
    public: { ...publicName(about), rule, role, ...(neverShown ? { neverShown } : {}) },
    secret: { id: about.id, reason, by },
    time: 'exact',
  })
  return accept(null)
}

/** Takes the tombstone away: the text is readable again. */
export async function restore(
  tx: Tx,
  actor: Actor,
  { about, reason, problem = null }: Judging,
): Promise<Result<null, rules.ModerationRefusal | 'not-hidden'>> {
  const allowed = rules.judge(actor, reason)
  if (!allowed.ok) return allowed
  if (!(await store.takeHidden(tx, about))) return refuse('not-hidden')
  const reporters = await store.settleReports(tx, about)
  const writers = (await cardOf(tx, about))?.writtenBy
  await tellOfJudging(tx, { judged: 'restored', about, reason, writers, reporters, by: allowed.value.account })
  await record(tx, {
    kind: 'moderation.restored',
    problem,
    public: { ...publicName(about), role: allowed.value.as },
    secret: { id: about.id, reason, by: allowed.value.account },
    time: 'exact',
  })
  return accept(null)
}

/** Finds what was reported to be within the rules: the text stays, the reports are settled. */
export async function keep(
  tx: Tx,
  actor: Actor,
  { about, reason, problem = null }: Judging,
): Promise<Result<null, rules.ModerationRefusal | 'not-reported'>> {
  const allowed = rules.judge(actor, reason)
  if (!allowed.ok) return allowed
  const reporters = await store.settleReports(tx, about)
  if (reporters.length === 0) return refuse('not-reported')
  const isHidden = (await store.hiddenAmong(tx, [about.id])).has(about.id)
  const judged = isHidden ? 'stays-hidden' : 'kept'
  await tellOfJudging(tx, { judged, about, reason, writers: [], reporters, by: allowed.value.account })
  await record(tx, {
    kind: 'moderation.kept',
    problem,
    public: { ...publicName(about), role: allowed.value.as },
    secret: { id: about.id, reason, by: allowed.value.account },
    time: 'exact',
  })
  return accept(null)
}

async function cardOf(tx: Tx, about: Thing): Promise<Card | undefined> {
  return (await cardsOf(tx, [about])).get(about.id)
}

/** A vote's id beside a moderator's act could lead to the person; every other id is public anyway. */
function publicName({ kind, id }: Thing): JsonObject {
  return kind === 'vote' ? { kind } : { kind, id }
}
