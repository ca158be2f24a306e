import { holds, isSignedIn, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter, type Calendar } from '@folkmoot/basics/working-days.ts'

/** Yes or no to the seat she is offered; she takes her application back; she leaves her seat. */
export const answers = ['yes', 'no', 'withdraw', 'leave'] as const
export type Answer = (typeof answers)[number]

/** What waits for her word. */
export type Standing = {
  readonly isOffered: boolean
  readonly isApplicationWaiting: boolean
  readonly sits: boolean
}

export function possibleAnswers({ isOffered, isApplicationWaiting, sits }: Standing): readonly Answer[] {
  return [
    ...(isOffered ? (['yes', 'no'] as const) : []),
    ...(isApplicationWaiting ? (['withdraw'] as const) : []),
    ...(sits ? (['leave'] as const) : []),
  ]
}

/** Working days after her last day in which a second one can still confirm what was written down by then. */
export const graceDays = 2

/** An answer written down in time keeps the offer open until then: she answered, and staff owe the second pair of eyes. */
export function graceEnd(answerBy: Temporal.Instant, calendar: Calendar): Temporal.Instant {
  return deadlineAfter(answerBy, { count: graceDays, unit: 'working-days' }, calendar)
}

type Asking = { readonly actor: Actor; readonly now: Temporal.Instant }

export type RecordState = {
  readonly state: 'waiting' | 'confirmed' | 'returned'
  readonly standing: Standing
  /** The last day of the offer that waits; null where none does. */
  readonly answerBy: Temporal.Instant | null
  /** Something else of hers waits for a second one already. */
  readonly isOneWaiting: boolean
}

export type RecordAnswerRefusal =
  | 'only-staff'
  | 'not-confirmed'
  | 'answer-waits-already'
  | 'nothing-to-answer'
  | 'answer-too-late'

export function recordAnswer(
  { state, standing, answerBy, isOneWaiting }: RecordState,
  answer: Answer,
  { actor, now }: Asking,
): Result<SignedIn, RecordAnswerRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk', 'facilitator')) return refuse('only-staff')
  if (state !== 'confirmed') return refuse('not-confirmed')
  if (isOneWaiting) return refuse('answer-waits-already')
  if (!possibleAnswers(standing).includes(answer)) return refuse('nothing-to-answer')
  const isOfOffer = answer === 'yes' || answer === 'no'
  if (isOfOffer && answerBy !== null && Temporal.Instant.compare(now, answerBy) > 0) return refuse('answer-too-late')
  return accept(actor)
}

export type StaffAnswerState = {
  readonly state: 'waiting' | 'confirmed' | 'returned'
  readonly answer: Answer
  readonly recordedBy: Id<'account'>
}

export type DecideAnswerRefusal =
  | 'only-staff'
  | 'second-person'
  | 'decided-already'
  | 'why-needed'
  | 'seat-went-on'
  | 'grace-over'

/** Sent back at any time; confirmed while what it answers still waits for her. */
export function decideAnswer(
  { state, answer, recordedBy }: StaffAnswerState,
  {
    why,
    heldUntil,
  }: {
    /** Null: confirmed; else what has to be asked again. */
    readonly why: string | null
    /** Until when the offer it answers is kept for it; null when that offer waits no more. */
    readonly heldUntil: Temporal.Instant | null
  },
  { actor, now }: Asking,
): Result<SignedIn, DecideAnswerRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk', 'facilitator')) return refuse('only-staff')
  if (actor.account === recordedBy) return refuse('second-person')
  if (state !== 'waiting') return refuse('decided-already')
  if (why !== null) return why.trim() === '' ? refuse('why-needed') : accept(actor)
  if (answer !== 'yes' && answer !== 'no') return accept(actor)
  if (heldUntil === null) return refuse('seat-went-on')
  return Temporal.Instant.compare(now, heldUntil) > 0 ? refuse('grace-over') : accept(actor)
}
