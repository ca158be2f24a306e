import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Read } from '../../../platform/db/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemsById, type Problem } from '../store.ts'
import { stateOf } from './commands.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Where a problem goes on, and which ones belong to it; and what the reader may do about that. */
export type Around = {
  readonly goesOn: {
    readonly into: Problem
    readonly at: Temporal.Instant
    readonly by: string
    readonly reason: string
    /** Until when this reader may take it back; null where she may not. */
    readonly undoUntil: Temporal.Instant | null
  } | null
  readonly others: readonly { readonly how: 'here' | 'part' | 'whole'; readonly problem: Problem }[]
  readonly mayMerge: boolean
  readonly maySplit: boolean
}

export async function aroundOf(
  read: Read,
  problem: Problem,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Promise<Around> {
  const [merger, here, parts, state] = await Promise.all([
    store.mergerOf(read, problem.id),
    store.mergedHere(read, problem.id),
    store.partsAround(read, problem.id),
    stateOf(read, problem),
  ])
  const end = merger ? await store.endOf(read, merger.into) : undefined
  const beside = [
    ...parts.filter(({ part }) => part === problem.id).map(({ whole }) => ({ how: 'whole' as const, id: whole })),
    ...parts.filter(({ whole }) => whole === problem.id).map(({ part }) => ({ how: 'part' as const, id: part })),
    ...here.map((one) => ({ how: 'here' as const, id: one.problem })),
  ]
  const ids = [...beside.map(({ id }) => id), ...(end ? [end] : [])]
  const [found, hidden, names] = await Promise.all([
    problemsById(read, ids),
    hiddenAmong(read, ids),
    bylines(read, [merger?.by ?? null]),
  ])
  const byId = new Map(found.map((one) => [one.id, one]))
  const into = end && byId.get(end)
  const may = { actor, reason: 'to be given', now }
  const [direct] = merger ? await problemsById(read, [merger.into]) : []
  const concerned = { from: state, into: direct ? await stateOf(read, direct) : nowhere }
  return {
    goesOn:
      merger && into
        ? {
            into,
            at: merger.at,
            by: names.get(merger.by)?.name ?? '',
            reason: merger.reason,
            undoUntil: rules.undo(merger, concerned, { actor, now }).ok ? rules.undoUntil(merger) : null,
          }
        : null,
    others: beside.flatMap(({ how, id }) => {
      const one = byId.get(id)
      return one && !hidden.has(id) ? [{ how, problem: one }] : []
    }),
    mayMerge: rules.merge(state, nowhere, may).ok,
    maySplit: rules.split(state, { ...may, parts: 2 }).ok,
  }
}

/** Some other problem, to ask whether she may let this one go on anywhere. */
const nowhere: rules.MergeState = {
  id: '' as Problem['id'],
  sponsors: [],
  mergedInto: null,
  isHeld: false,
  isTold: false,
  raisedBy: null,
  hasEnded: false,
  isOwed: false,
  closesAt: null,
}
