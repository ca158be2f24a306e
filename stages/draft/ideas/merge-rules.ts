import {
  holds,
  holdsIn,
  isSignedIn,
  signedIn,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayMerge: Policy = whoever('member', 'facilitator')
/** The finer rule says who: those whose words they are. */
export const mayObject: Policy = signedIn

/** As long as one needs to hear of it and to think; as with problems. */
export const daysToObject = 14

export type MergeState = {
  readonly id: Id<'idea'>
  readonly problem: Id<'problem'>
  readonly isTold: boolean
  /** Where it goes on already. */
  readonly mergedInto: Id<'idea'> | null
}

export type Merging = {
  readonly actor: Actor
  readonly reason: string
  /** An author has objected to these two becoming one before. */
  readonly isKeptApart: boolean
  readonly isHandedOver: boolean
}

export type MergeRefusal =
  | 'not-yours-to-merge'
  | 'handed-over'
  | 'told'
  | 'merged-already'
  | 'into-itself'
  | 'kept-apart'
  | 'reason-needed'

/** The group and its facilitator put what says the same together. `into` is where the other one goes on, at the end of its own way. */
export function merge(from: MergeState, into: MergeState, merging: Merging): Result<SignedIn, MergeRefusal> {
  const { actor, reason, isKeptApart, isHandedOver } = merging
  if (!isSignedIn(actor) || !putsInOrder(from.problem, actor)) return refuse('not-yours-to-merge')
  if (isHandedOver) return refuse('handed-over')
  if (from.isTold || into.isTold) return refuse('told')
  if (from.mergedInto !== null) return refuse('merged-already')
  if (from.id === into.id) return refuse('into-itself')
  if (isKeptApart) return refuse('kept-apart')
  return reason === '' ? refuse('reason-needed') : accept(actor)
}

export type Merged = { readonly by: Id<'account'>; readonly at: Temporal.Instant }

export function objectUntil({ at }: Pick<Merged, 'at'>): Temporal.Instant {
  return at.add({ hours: 24 * daysToObject })
}

export type ObjectRefusal = 'not-merged' | 'not-its-author' | 'too-late-to-object' | 'objection-needed'

/** Whose words one of the two are says that they do not mean the same; her word counts, with its reason for all to read. */
export function object(
  merged: Merged | undefined,
  {
    authors,
    reason,
    now,
  }: { readonly authors: readonly Id<'account'>[]; readonly reason: string; readonly now: Temporal.Instant },
  actor: Actor,
): Result<SignedIn, ObjectRefusal> {
  if (!merged) return refuse('not-merged')
  if (!isSignedIn(actor) || !authors.includes(actor.account)) return refuse('not-its-author')
  if (Temporal.Instant.compare(now, objectUntil(merged)) > 0) return refuse('too-late-to-object')
  return reason === '' ? refuse('objection-needed') : accept(actor)
}

/** Whoever may put together may take apart again, until the text has been handed over. */
export function undo(
  merged: Merged | undefined,
  { problem, isHandedOver }: { readonly problem: Id<'problem'>; readonly isHandedOver: boolean },
  actor: Actor,
): Result<SignedIn, 'not-merged' | 'not-yours-to-merge' | 'handed-over'> {
  if (!isSignedIn(actor) || !putsInOrder(problem, actor)) return refuse('not-yours-to-merge')
  if (!merged) return refuse('not-merged')
  return isHandedOver ? refuse('handed-over') : accept(actor)
}

function putsInOrder(problem: Id<'problem'>, actor: Actor): boolean {
  return holdsIn(actor, problem, 'member') || holds(actor, 'facilitator')
}
