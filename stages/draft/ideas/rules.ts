import {
  holds,
  holdsIn,
  isSignedIn,
  isStaff,
  signedIn,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** What somebody has lived through, and what could be done. */
export const ideaKinds = ['experience', 'idea'] as const
export type IdeaKind = (typeof ideaKinds)[number]

/** How somebody told it to staff. The first three are those of problems. */
export const staffChannels = ['phone', 'paper', 'desk', 'event'] as const

export const mayContribute: Policy = signedIn

/** Anyone who has told us who she is may write down an experience or an idea; staff as staff. */
export function contribute(actor: Actor): Result<SignedIn, 'consent-first'> {
  return isSignedIn(actor) && actor.roles.length > 0 ? accept(actor) : refuse('consent-first')
}

/** As what somebody speaks of an idea: seen beside her words, for ever. */
export type SpeaksAs = 'politician' | 'member' | 'staff' | 'organisation' | 'resident'

export function speaksAs(problem: Id<'problem'>, actor: Actor): SpeaksAs {
  if (isStaff(actor)) return 'staff'
  if (holds(actor, 'politician')) return 'politician'
  if (holdsIn(actor, problem, 'member')) return 'member'
  return holds(actor, 'organisation') ? 'organisation' : 'resident'
}

/** What a rule has to know of an idea. */
export type IdeaState = {
  readonly problem: Id<'problem'>
  /** Null where staff wrote it down for somebody, and in told cases. */
  readonly writtenBy: Id<'account'> | null
  readonly isTold: boolean
}

/** A comment one replies to; `head` is its own number unless it is a reply itself. */
export type Head = { readonly number: number; readonly head: number }

export type CommentRefusal = 'consent-first' | 'told' | 'no-such-comment' | 'reply-to-reply'

/** Whoever may write an idea may speak of one (R28: politicians too, seen as such). There is no reply to a reply. */
export function comment(
  idea: IdeaState,
  replied: Head | 'missing' | null,
  actor: Actor,
): Result<{ readonly who: SignedIn; readonly as: SpeaksAs }, CommentRefusal> {
  const who = contribute(actor)
  if (!who.ok) return who
  if (idea.isTold) return refuse('told')
  if (replied === 'missing') return refuse('no-such-comment')
  if (replied !== null && replied.head !== replied.number) return refuse('reply-to-reply')
  return accept({ who: who.value, as: speaksAs(idea.problem, actor) })
}

export type JoinRefusal = 'consent-first' | 'told' | 'staff-never-join' | 'own-idea' | 'already-joined'

/** "This says what I mean": once, not to one's own, and never as an employee of the place. It is counted and decides nothing. */
export function join(
  idea: IdeaState,
  { hasJoined }: { readonly hasJoined: boolean },
  actor: Actor,
): Result<SignedIn, JoinRefusal> {
  const who = contribute(actor)
  if (!who.ok) return who
  if (isStaff(actor)) return refuse('staff-never-join')
  if (idea.isTold) return refuse('told')
  if (idea.writtenBy === who.value.account) return refuse('own-idea')
  return hasJoined ? refuse('already-joined') : who
}

export function leave({ hasJoined }: { readonly hasJoined: boolean }, actor: Actor): Result<SignedIn, 'not-joined'> {
  return isSignedIn(actor) && hasJoined ? accept(actor) : refuse('not-joined')
}

export const mayWriteDown: Policy = whoever('clerk', 'facilitator')

/** A stack of letters and the sheets of an evening. More in a day than one can read over with care is refused, and the page says so. */
export const mostWrittenDown = 50

export type WriteDownRefusal = 'only-staff-write-down' | 'quota-used' | 'occasion-needed'

/** Staff write down what they were told. It is nobody's account's, never their own, and seen as what it is. */
export function writeDown(
  {
    writtenLately,
    channel,
    occasion,
  }: { readonly writtenLately: number; readonly channel: string; readonly occasion: string },
  actor: Actor,
): Result<SignedIn, WriteDownRefusal> {
  if (!isSignedIn(actor) || !isStaff(actor) || !mayWriteDown.allows(actor)) return refuse('only-staff-write-down')
  if (channel === 'event' && occasion === '') return refuse('occasion-needed')
  return writtenLately < mostWrittenDown ? accept(actor) : refuse('quota-used')
}
