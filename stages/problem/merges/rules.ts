import { holds, isSignedIn, signedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { isSponsor } from '../rules.ts'

export const mayMerge: Policy = whoever('clerk', 'politician')
/** The finer rule says who: she who raised it is one of them. */
export const mayUndo: Policy = signedIn

/** As long as one needs to notice a mistake; later, people have come to the other problem because of it. */
export const daysToUndo = 14

/** What a rule has to know of a problem that goes on in another, or in which another goes on. */
export type MergeState = {
  readonly id: Id<'problem'>
  readonly raisedBy: Id<'account'> | null
  /** Who has taken it up and holds a seat now, the first one first. */
  readonly sponsors: readonly Id<'person'>[]
  /** Where it goes on already. */
  readonly mergedInto: Id<'problem'> | null
  /** A body works on its mandate, or has adopted one. */
  readonly isHeld: boolean
  readonly isTold: boolean
  /** It has lapsed, was refused, or was answered and is over: nothing goes on there any more. */
  readonly hasEnded: boolean
  /** A body owes an answer for it now. */
  readonly isOwed: boolean
  /** Until when supports come; null where that has no end, or where none are needed any more. */
  readonly closesAt: Temporal.Instant | null
}

export type MergeRefusal =
  | 'not-yours-to-merge'
  | 'its-sponsor-decides'
  | 'reason-needed'
  | 'told'
  | 'has-mandate'
  | 'merged-already'
  | 'into-itself'
  | 'ended'
  | 'target-ended'
  | 'target-closes'
  | 'answer-owed'

/**
 * Who may let one problem go on in another. The clerk, as long as nobody has taken it up; then only the
 * politician who did first: staff do not put an end to what an elected person leads (R1), and who joins her later does not either.
 * Nothing is brought to an end by it: the other one is open, long enough for the supports to count there. `into` is where the other one goes on, at the end of its own way.
 */
export function merge(
  from: MergeState,
  into: MergeState,
  { actor, reason, now }: { readonly actor: Actor; readonly reason: string; readonly now: Temporal.Instant },
): Result<SignedIn, MergeRefusal> {
  const who = whoMay({ ...from, sponsors: from.sponsors.slice(0, 1) }, into, actor)
  if (!who.ok) return who
  if (reason.trim() === '') return refuse('reason-needed')
  if (from.isTold || into.isTold) return refuse('told')
  if (from.mergedInto !== null) return refuse('merged-already')
  if (from.id === into.id) return refuse('into-itself')
  if (from.isHeld) return refuse('has-mandate')
  if (from.isOwed) return refuse('answer-owed')
  if (from.hasEnded || isBefore(from.closesAt, now)) return refuse('ended')
  if (into.hasEnded) return refuse('target-ended')
  return isBefore(into.closesAt, undoUntil({ at: now })) ? refuse('target-closes') : who
}

function isBefore(end: Temporal.Instant | null, day: Temporal.Instant): boolean {
  return end !== null && Temporal.Instant.compare(end, day) <= 0
}

export type SplitRefusal =
  | 'not-yours-to-merge'
  | 'its-sponsor-decides'
  | 'reason-needed'
  | 'told'
  | 'merged-already'
  | 'two-parts'

/** Parts are problems of their own; the whole stays, for it is what people have joined. */
export function split(
  whole: MergeState,
  { actor, reason, parts }: { readonly actor: Actor; readonly reason: string; readonly parts: number },
): Result<SignedIn, SplitRefusal> {
  const who = whoMay(whole, whole, actor)
  if (!who.ok) return who
  if (reason.trim() === '') return refuse('reason-needed')
  if (whole.isTold) return refuse('told')
  if (whole.mergedInto !== null) return refuse('merged-already')
  return parts < 2 ? refuse('two-parts') : who
}

function whoMay(
  moved: MergeState,
  other: MergeState,
  actor: Actor,
): Result<SignedIn, 'not-yours-to-merge' | 'its-sponsor-decides'> {
  if (!isSignedIn(actor)) return refuse('not-yours-to-merge')
  if (moved.sponsors.length > 0) return isSponsor(moved, actor) ? accept(actor) : refuse('its-sponsor-decides')
  return holds(actor, 'clerk') || isSponsor(other, actor) ? accept(actor) : refuse('not-yours-to-merge')
}

export type Merged = { readonly by: Id<'account'>; readonly at: Temporal.Instant }

/** Whose problems they are: both of them lose or win by a merger. */
export type Concerned = Pick<MergeState, 'raisedBy' | 'sponsors'>

/** While it is fresh, whoever did it, whoever raised what goes on elsewhere, who leads one of the two, and a clerk take it back. */
export function undo(
  merged: Merged | undefined,
  { from, into }: { readonly from: Concerned; readonly into: Pick<Concerned, 'sponsors'> },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, 'not-merged' | 'not-yours-to-undo' | 'too-late'> {
  if (!merged) return refuse('not-merged')
  if (!isSignedIn(actor)) return refuse('not-yours-to-undo')
  const leads = isSponsor(from, actor) || isSponsor(into, actor)
  const isHers = actor.account === merged.by || actor.account === from.raisedBy
  if (!isHers && !leads && !holds(actor, 'clerk')) return refuse('not-yours-to-undo')
  return Temporal.Instant.compare(now, undoUntil(merged)) > 0 ? refuse('too-late') : accept(actor)
}

export function undoUntil({ at }: Pick<Merged, 'at'>): Temporal.Instant {
  return at.add({ hours: 24 * daysToUndo })
}
