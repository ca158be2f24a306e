import {
  holds,
  holdsIn,
  isSignedIn,
  isStaff,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'

// What an answer is and when it counts is asked by later stages too, which may open this file and no other rule of the stage.
export * from './answers/counting-rules.ts'

export const mayLeadArena: Policy = whoever('arena-chair')
export const mayAnswer: Policy = whoever('politician')
export const mayChairBody: Policy = whoever('body-chair')
export const maySetDates: Policy = whoever('arena-chair', 'body-chair', 'clerk')
export const mayWriteStaffNote: Policy = whoever('clerk', 'facilitator', 'officer')

/** A politician who acts: the account that signs in and the person the public knows. */
export type Signer = SignedIn & { readonly person: Id<'person'> }

export function asPolitician(actor: Actor): Signer | undefined {
  return isSignedIn(actor) && actor.person !== null && holds(actor, 'politician')
    ? { ...actor, person: actor.person }
    : undefined
}

/** What a rule has to know of the mandate. */
export type MandateState = {
  readonly parentBody: Id<'body'> | null
  readonly recipientBody: Id<'body'> | null
  readonly answerRule: DeadlineRule | null
}

export type Case = {
  readonly id: Id<'problem'>
  readonly mandate: MandateState | undefined
  readonly isHandedOver: boolean
}

/** What the group sends and hands over is the word of its chair, an elected one. */
export function arenaChair(problem: Id<'problem'>, actor: Actor): Result<SignedIn, 'only-arena-chair' | 'staff-never'> {
  if (isStaff(actor)) return refuse('staff-never')
  const politician = asPolitician(actor)
  return politician && holdsIn(actor, problem, 'arena-chair') ? accept(politician) : refuse('only-arena-chair')
}

export type HandOverRefusal =
  | 'only-arena-chair'
  | 'staff-never'
  | 'no-mandate'
  | 'no-recipient'
  | 'no-answer-rule'
  | 'already-handed-over'
  | 'nothing-to-hand-over'

export type HandOver = { readonly by: SignedIn; readonly to: Id<'body'>; readonly rule: DeadlineRule }

export function handOver(
  at: Case & { readonly recommendations: number },
  actor: Actor,
): Result<HandOver, HandOverRefusal> {
  const chair = arenaChair(at.id, actor)
  if (!chair.ok) return chair
  if (at.isHandedOver) return refuse('already-handed-over')
  if (!at.mandate) return refuse('no-mandate')
  if (!at.mandate.recipientBody) return refuse('no-recipient')
  if (!at.mandate.answerRule) return refuse('no-answer-rule')
  if (at.recommendations === 0) return refuse('nothing-to-hand-over')
  return accept({ by: chair.value, to: at.mandate.recipientBody, rule: at.mandate.answerRule })
}

export type PackageState = {
  readonly problem: Id<'problem'>
  /** The body that answers; unknown in some told cases. */
  readonly body: Id<'body'> | null
  readonly meetingOn: Temporal.PlainDate | null
  readonly returnOn: Temporal.PlainDate | null
  readonly isClosed: boolean
  /** Where a told case was read: nobody acts in it. */
  readonly source: string | null
}

export type DatesRefusal =
  | 'not-yours-to-date'
  | 'package-closed'
  | 'dates-stand-already'
  | 'day-has-passed'
  | 'dates-in-wrong-order'

export type Dates = { readonly meetingOn: Temporal.PlainDate; readonly returnOn: Temporal.PlainDate }

/**
 * The joint response meeting, and the day the body comes back to it (R35). Dates are no political act: staff may set them. Neither
 * is set behind us: nobody could ask anything before the answer. A day that stands may stay when the other one moves; both
 * together are no news, and everybody invited would be told again at each press.
 */
export function setDates(
  pack: PackageState,
  actor: Actor,
  { today, ...dates }: Dates & { readonly today: Temporal.PlainDate },
): Result<SignedIn, DatesRefusal> {
  if (!isSignedIn(actor) || !maySetDatesHere(pack, actor)) return refuse('not-yours-to-date')
  if (pack.isClosed) return refuse('package-closed')
  const stand = (day: Temporal.PlainDate, standing: Temporal.PlainDate | null): boolean =>
    standing !== null && day.equals(standing)
  if (stand(dates.meetingOn, pack.meetingOn) && stand(dates.returnOn, pack.returnOn))
    return refuse('dates-stand-already')
  const isBehind = (day: Temporal.PlainDate, standing: Temporal.PlainDate | null): boolean =>
    Temporal.PlainDate.compare(day, today) < 0 && !stand(day, standing)
  if (isBehind(dates.meetingOn, pack.meetingOn) || isBehind(dates.returnOn, pack.returnOn))
    return refuse('day-has-passed')
  if (Temporal.PlainDate.compare(dates.meetingOn, dates.returnOn) >= 0) return refuse('dates-in-wrong-order')
  return accept(actor)
}

export function maySetDatesHere(pack: PackageState, actor: Actor): boolean {
  return (
    holds(actor, 'clerk') ||
    holdsIn(actor, pack.problem, 'arena-chair') ||
    (pack.body !== null && holdsIn(actor, pack.body, 'body-chair'))
  )
}

export type StaffNoteRefusal = 'only-staff' | 'package-closed'

export function writeStaffNote(pack: PackageState, actor: Actor): Result<SignedIn, StaffNoteRefusal> {
  if (!isSignedIn(actor) || !mayWriteStaffNote.allows(actor)) return refuse('only-staff')
  return pack.isClosed ? refuse('package-closed') : accept(actor)
}
