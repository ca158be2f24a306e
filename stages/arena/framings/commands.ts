import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Read } from '../../../platform/db/index.ts'
import { inCase, proposeFramingFor, type Problem, type Reframing } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { seatsOf } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type DraftInput = Reframing & { readonly slug: string }

/** A member puts the problem differently, for the group to stand behind or not. */
export function draftFraming(
  database: Database,
  actor: Actor,
  { slug, kind, question, whatHappens, whoIsAffected, reason }: DraftInput,
): Promise<Result<{ readonly number: number }, rules.DraftRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.draftFraming(problem.id, actor)
    if (!allowed.ok) return allowed
    const writtenBy = allowed.value.account
    const number = (await store.draftsOf(tx, problem.id)).length + 1
    const words = { kind, question, whatHappens, whoIsAffected, reason }
    await store.putDraft(tx, problem.id, { ...words, number, writtenBy })
    await record(tx, {
      kind: 'arena.framing-drafted',
      problem: problem.id,
      public: { number },
      secret: { writtenBy, ...words },
      time: 'coarse',
    })
    return accept({ number })
  })
}

export type BackInput = { readonly slug: string; readonly number: number; readonly isBehind: boolean }

/** Stands behind a draft, or no more: both may be said any number of times. */
export function backFraming(
  database: Database,
  actor: Actor,
  { slug, number, isBehind }: BackInput,
): Promise<Result<null, rules.BackRefusal | 'no-such-problem' | 'no-such-draft'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const draft = await draftNumbered(tx, problem, number)
    if (!draft) return refuse('no-such-draft')
    const allowed = rules.backFraming(problem.id, stateOf(draft), actor)
    if (!allowed.ok) return allowed
    const backer = { draft: number, account: allowed.value.account }
    await (isBehind ? store.putBacker : store.takeBacker)(tx, problem.id, backer)
    await record(tx, {
      kind: 'arena.framing-backed',
      problem: problem.id,
      public: { number },
      secret: { account: backer.account, isBehind },
      time: 'coarse',
    })
    return accept(null)
  })
}

export type PutForwardInput = {
  readonly slug: string
  readonly number: number
  /** What the place calls the group. */
  readonly groupName: string
}

/** The chair puts it forward in the group's name: it becomes a version of the problem, answered as any other. */
export function putFramingForward(
  database: Database,
  actor: Actor,
  { slug, number, groupName }: PutForwardInput,
): Promise<Result<{ readonly framing: number }, rules.PutForwardRefusal | 'no-such-problem' | 'no-such-draft'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const draft = await draftNumbered(tx, problem, number)
    if (!draft) return refuse('no-such-draft')
    const members = (await seatsOf(tx, problem.id)).map(({ account }) => account)
    const allowed = rules.putForward(problem, stateOf(draft), { actor, members })
    if (!allowed.ok) return allowed
    const { account, backers } = allowed.value
    const { kind, question, whatHappens, whoIsAffected, reason } = draft
    const words = { kind, question, whatHappens, whoIsAffected, reason }
    const by = { account, group: { name: groupName, backers } }
    const framing = (await proposeFramingFor(tx, problem, { ...words, by })).number
    await store.setPutForward(tx, problem.id, { draft: number, framing, by: account })
    await record(tx, {
      kind: 'arena.framing-put-forward',
      problem: problem.id,
      public: { number, framing, backers, members: members.length },
      time: 'exact',
    })
    return accept({ framing })
  })
}

async function draftNumbered(read: Read, problem: Problem, number: number) {
  return (await store.draftsOf(read, problem.id)).find((one) => one.number === number)
}

function stateOf({ framing, backers }: store.FramingDraft): rules.DraftState {
  return { isPutForward: framing !== null, backers }
}
