import {
  holdsIn,
  isSignedIn,
  isStaff,
  signedIn,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { prepares, type MeetingState } from '../rules.ts'

/** The finer rule says who: members, who sits in for one, and whoever prepares the meeting. */
export const mayAdd: Policy = signedIn

/** A week to read: when papers go out where nobody says otherwise. */
export const daysBefore = 7

export type AddRefusal = 'not-a-member' | 'is-cancelled' | 'link-or-file'

/** Everybody at the table may bring papers, politicians and citizens alike (R16). */
export function add(
  problem: Id<'problem'>,
  {
    meeting,
    standsIn,
    hasLink,
    hasFile,
  }: {
    readonly meeting: MeetingState
    readonly standsIn: boolean
    readonly hasLink: boolean
    readonly hasFile: boolean
  },
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly isStaff: boolean }, AddRefusal> {
  if (!isSignedIn(actor)) return refuse('not-a-member')
  if (!standsIn && !prepares(actor, problem) && !holdsIn(actor, problem, 'member')) return refuse('not-a-member')
  if (meeting.state === 'cancelled') return refuse('is-cancelled')
  return hasLink === hasFile ? refuse('link-or-file') : accept({ by: actor, isStaff: isStaff(actor) })
}

export type PublishRefusal = 'not-yours-to-run' | 'is-cancelled' | 'nothing-to-publish' | 'in-the-past'

/** Out to everybody now, or at a time that lies ahead. `due`: null is now. */
export function publish(
  problem: Id<'problem'>,
  {
    meeting,
    waiting,
    due,
  }: { readonly meeting: MeetingState; readonly waiting: number; readonly due: Temporal.Instant | null },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, PublishRefusal> {
  if (!prepares(actor, problem)) return refuse('not-yours-to-run')
  if (meeting.state === 'cancelled') return refuse('is-cancelled')
  if (due) return Temporal.Instant.compare(due, now) <= 0 ? refuse('in-the-past') : accept(actor)
  return waiting === 0 ? refuse('nothing-to-publish') : accept(actor)
}

/** Until the papers are out: who prepares the meeting sees them, and she who brought one sees hers. Then everybody, in the same instant. */
export function maySee(
  problem: Id<'problem'>,
  { publishedAt, addedBy }: { readonly publishedAt: Temporal.Instant | null; readonly addedBy: Id<'account'> },
  actor: Actor,
): boolean {
  return publishedAt !== null || prepares(actor, problem) || actor.account === addedBy
}
