import { holds, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayMerge: Policy = whoever('clerk', 'politician')

/** As long as one needs to notice a mistake; later, people have come to the other problem because of it. */
export const daysToUndo = 14

/** What a rule has to know of a problem that goes on in another, or in which another goes on. */
export type MergeState = {
  readonly id: Id<'problem'>
  readonly sponsors: readonly Id<'person'>[]
  /** Where it goes on already. */
  readonly mergedInto: Id<'problem'> | null
  /** A body works on its mandate, or has adopted one. */
  readonly isHeld: boolean
  readonly isTold: boolean
}

export type MergeRefusal =
  | 'not-yours-to-merge'
  | 'its-sponsor-decides'
  | 'reason-needed'
  | 'told'
  | 'has-mandate'
  | 'merged-already'
  | 'into-itself'

/**
 * Who may let one problem go on in another. The clerk, as long as nobody has taken it up; then only a politician who did: staff
 * do not put an end to what an elected person leads (R1). `into` is where the other one goes on, at the end of its own way.
 */
export function merge(
  from: MergeState,
  into: MergeState,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Result<SignedIn, MergeRefusal> {
  const who = whoMay(from, [from, into], actor)
  if (!who.ok) return who
  if (reason.trim() === '') return refuse('reason-needed')
  if (from.isTold || into.isTold) return refuse('told')
  if (from.mergedInto !== null) return refuse('merged-already')
  if (from.id === into.id) return refuse('into-itself')
  if (from.isHeld) return refuse('has-mandate')
  return who
}

export type SplitRefusal = Exclude<MergeRefusal, 'into-itself' | 'has-mandate'> | 'two-parts'

/** Parts are problems of their own; the whole stays, for it is what people have joined. */
export function split(
  whole: MergeState,
  { actor, reason, parts }: { readonly actor: Actor; readonly reason: string; readonly parts: number },
): Result<SignedIn, SplitRefusal> {
  const who = whoMay(whole, [whole], actor)
  if (!who.ok) return who
  if (reason.trim() === '') return refuse('reason-needed')
  if (whole.isTold) return refuse('told')
  if (whole.mergedInto !== null) return refuse('merged-already')
  return parts < 2 ? refuse('two-parts') : who
}

function whoMay(
  moved: MergeState,
  about: readonly MergeState[],
  actor: Actor,
): Result<SignedIn, 'not-yours-to-merge' | 'its-sponsor-decides'> {
  if (!isSignedIn(actor)) return refuse('not-yours-to-merge')
  const leads = (problem: MergeState): boolean =>
    holds(actor, 'politician') && actor.person !== null && problem.sponsors.includes(actor.person)
  if (moved.sponsors.length > 0) return leads(moved) ? accept(actor) : refuse('its-sponsor-decides')
  return holds(actor, 'clerk') || about.some(leads) ? accept(actor) : refuse('not-yours-to-merge')
}

export type Merged = { readonly by: Id<'account'>; readonly at: Temporal.Instant }

/** Who did it may take it back while it is fresh. */
export function undo(
  merged: Merged | undefined,
  actor: Actor,
  now: Temporal.Instant,
): Result<SignedIn, 'not-merged' | 'not-yours-to-undo' | 'too-late'> {
  if (!merged) return refuse('not-merged')
  if (!isSignedIn(actor) || actor.account !== merged.by) return refuse('not-yours-to-undo')
  return Temporal.Instant.compare(now, undoUntil(merged)) > 0 ? refuse('too-late') : accept(actor)
}

export function undoUntil({ at }: Pick<Merged, 'at'>): Temporal.Instant {
  return at.add({ hours: 24 * daysToUndo })
}
