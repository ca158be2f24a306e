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

/** The chair of the group that handed over, or of the body that answered; the finer rule asks which. */
export const mayLead: Policy = whoever('arena-chair', 'body-chair')
export const mayReport: Policy = whoever('politician', 'clerk')
/** Members stay what they were: their seat says who they are. */
export const mayStay: Policy = signedIn

export const ratings = ['well', 'slowly', 'stuck'] as const
export type Rating = (typeof ratings)[number]

export type FollowUpState = {
  readonly problem: Id<'problem'>
  /** The body that answered; null where nothing was handed over. */
  readonly body: Id<'body'> | null
  /** Whether the body has closed its answer: before that the group itself is there. */
  readonly isAnswered: boolean
  /** Null while nobody has opened it. */
  readonly endsOn: Temporal.PlainDate | null
  readonly isEnded: boolean
  /** The day for which the next report was promised; null while nobody has opened it. */
  readonly nextOn: Temporal.PlainDate | null
  readonly today: Temporal.PlainDate
}

/** It goes on until its day is over or somebody has ended it. */
export function isRunning({ endsOn, isEnded, today }: Pick<FollowUpState, 'endsOn' | 'isEnded' | 'today'>): boolean {
  return endsOn !== null && !isEnded && Temporal.PlainDate.compare(today, endsOn) <= 0
}

export function leads({ problem, body }: Pick<FollowUpState, 'problem' | 'body'>, actor: Actor): boolean {
  if (isStaff(actor)) return false
  return holdsIn(actor, problem, 'arena-chair') || (body !== null && holdsIn(actor, body, 'body-chair'))
}

export type Rhythm = { readonly months: number; readonly endsOn: Temporal.PlainDate }
export type RhythmRefusal = 'only-chairs-lead' | 'not-answered-yet' | 'has-ended' | 'ends-too-soon'

/**
 * A chair opens the group and sets its rhythm, or changes it while it runs. The first report comes within the rhythm; a change puts
 * off no report that was promised: one that is late stays late until it comes.
 */
export function setRhythm(
  state: FollowUpState,
  { months, endsOn }: Rhythm,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly nextOn: Temporal.PlainDate }, RhythmRefusal> {
  if (!isSignedIn(actor) || !leads(state, actor)) return refuse('only-chairs-lead')
  if (!state.isAnswered) return refuse('not-answered-yet')
  if (state.endsOn !== null && !isRunning(state)) return refuse('has-ended')
  const inRhythm = state.today.add({ months })
  // A group that never hears anything is no group.
  if (Temporal.PlainDate.compare(endsOn, inRhythm) < 0) return refuse('ends-too-soon')
  const promised = state.nextOn ?? inRhythm
  return accept({ by: actor, nextOn: Temporal.PlainDate.compare(promised, inRhythm) < 0 ? promised : inRhythm })
}

export type StayRefusal = 'not-running' | 'was-no-member' | 'staff-do-not-monitor'

/** Nobody stays unasked: her own yes, and her own no at any time. */
export function stay(
  state: FollowUpState,
  { hasSeat }: { readonly hasSeat: boolean },
  actor: Actor,
): Result<SignedIn, StayRefusal> {
  if (!isRunning(state)) return refuse('not-running')
  if (isStaff(actor)) return refuse('staff-do-not-monitor')
  return isSignedIn(actor) && hasSeat ? accept(actor) : refuse('was-no-member')
}

export type ReportRefusal = 'not-running' | 'not-yours-to-report'

/** Who answers for something in the case, the chair of the body, or a clerk, whose words are labelled. */
export function report(
  state: FollowUpState,
  { owners }: { readonly owners: readonly Id<'person'>[] },
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly isStaff: boolean }, ReportRefusal> {
  if (!isSignedIn(actor) || !reports(state, owners, actor)) return refuse('not-yours-to-report')
  return isRunning(state) ? accept({ by: actor, isStaff: isStaff(actor) }) : refuse('not-running')
}

export function reports({ body }: Pick<FollowUpState, 'body'>, owners: readonly Id<'person'>[], actor: Actor): boolean {
  if (holds(actor, 'clerk')) return true
  if (body === null) return false
  const isOwner = actor.person !== null && owners.includes(actor.person) && holdsIn(actor, body, 'politician')
  return isOwner || holdsIn(actor, body, 'body-chair')
}

/** When the next report is due: in the rhythm, and no later than the end. */
export function nextReportOn({ months, endsOn }: Rhythm, today: Temporal.PlainDate): Temporal.PlainDate {
  const next = today.add({ months })
  return Temporal.PlainDate.compare(next, endsOn) > 0 ? endsOn : next
}

/** Who reports hears of it so many days before. */
export const daysAhead = 7

export type Reminder = 'due' | 'late'

/** What is to be told of the next report today; null while there is time, and when a chair has ended it. A day is late when it is over. */
export function reminderOf(
  {
    nextOn,
    endedAt,
    reportedOn,
  }: {
    readonly nextOn: Temporal.PlainDate
    readonly endedAt: Temporal.Instant | null
    /** The day of the latest report; null before the first. */
    readonly reportedOn: Temporal.PlainDate | null
  },
  today: Temporal.PlainDate,
): Reminder | null {
  if (endedAt !== null) return null
  // After a report on the last day of all there is no next one, and the day stays where it was.
  if (reportedOn !== null && Temporal.PlainDate.compare(reportedOn, nextOn) >= 0) return null
  if (Temporal.PlainDate.compare(today, nextOn) > 0) return 'late'
  return Temporal.PlainDate.compare(today.add({ days: daysAhead }), nextOn) >= 0 ? 'due' : null
}

export type WordRefusal = 'not-running' | 'no-monitor' | 'nothing-reported' | 'said-already'

/** One word to each report: how it goes, and a question. */
export function say(
  state: FollowUpState,
  {
    isMonitor,
    hasReport,
    hasSaid,
  }: { readonly isMonitor: boolean; readonly hasReport: boolean; readonly hasSaid: boolean },
  actor: Actor,
): Result<SignedIn, WordRefusal> {
  if (!isSignedIn(actor) || !isMonitor) return refuse('no-monitor')
  if (!isRunning(state)) return refuse('not-running')
  if (!hasReport) return refuse('nothing-reported')
  return hasSaid ? refuse('said-already') : accept(actor)
}

export type ReplyRefusal = 'not-yours-to-report' | 'nothing-asked' | 'replied-already'

/** A question is answered also when the group has ended meanwhile: it was asked in time. */
export function reply(
  state: FollowUpState,
  {
    owners,
    question,
    hasReply,
  }: { readonly owners: readonly Id<'person'>[]; readonly question: string; readonly hasReply: boolean },
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly isStaff: boolean }, ReplyRefusal> {
  if (!isSignedIn(actor) || !reports(state, owners, actor)) return refuse('not-yours-to-report')
  if (question === '') return refuse('nothing-asked')
  return hasReply ? refuse('replied-already') : accept({ by: actor, isStaff: isStaff(actor) })
}

export type EndRefusal = 'only-chairs-lead' | 'not-running'

export function end(state: FollowUpState, actor: Actor): Result<SignedIn, EndRefusal> {
  if (!isSignedIn(actor) || !leads(state, actor)) return refuse('only-chairs-lead')
  return isRunning(state) ? accept(actor) : refuse('not-running')
}
