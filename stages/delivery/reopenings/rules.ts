import {
  holdsIn,
  isSignedIn,
  isStaff,
  signedIn,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { isSettled, type CommitmentState } from '../rules.ts'

/** The finer rule says who: members of the group, those whose words it carries out, and those who pledged to it. */
export const mayReopen: Policy = signedIn
export const mayAnswer: Policy = whoever('body-chair')

/** In working days: the chair has an answer within two weeks, or the commitment is late. */
export const workingDaysToAnswer = 10
/** Who was answered waits so long before she asks again about the same commitment. */
export const daysBetween = 90
/** So many in a month are a conversation; more would be a siege. */
export const mostInMonth = 3

export type ReopenState = {
  readonly commitment: CommitmentState & { readonly source: string | null }
  /** She is a member, one of the authors, or pledged to it. */
  readonly isConcerned: boolean
  /** When she last reopened this one. */
  readonly lastByHer: Temporal.Instant | null
  /** How often she reopened anything within the last thirty days. */
  readonly inMonthByHer: number
}

export type ReopenRefusal =
  | 'not-settled'
  | 'staff-never-reopen'
  | 'not-concerned'
  | 'reopened-already'
  | 'reopened-lately'
  | 'reopened-often'

/** What was closed and is not done is reopened by those it concerns; whether it goes on is for the elected to say (R36, R32). */
export function reopen(
  { commitment, isConcerned, lastByHer, inMonthByHer }: ReopenState,
  actor: Actor,
  now: Temporal.Instant,
): Result<SignedIn, ReopenRefusal> {
  if (isStaff(actor)) return refuse('staff-never-reopen')
  if (!isSignedIn(actor) || !isConcerned) return refuse('not-concerned')
  if (commitment.standing === 'reopened') return refuse('reopened-already')
  if (commitment.source !== null || !isSettled(commitment.standing)) return refuse('not-settled')
  const since = now.subtract({ hours: 24 * daysBetween })
  if (lastByHer !== null && Temporal.Instant.compare(lastByHer, since) > 0) return refuse('reopened-lately')
  return inMonthByHer >= mostInMonth ? refuse('reopened-often') : accept(actor)
}

export type ReopenAnswer = { readonly goesOn: boolean; readonly nextReportOn: Temporal.PlainDate | null }
export type AnswerRefusal = 'only-chair-answers' | 'nothing-reopened' | 'next-report-needed' | 'day-has-passed'

/** The chair of the body answers: it stays closed, or it goes on and says when we hear of it next. Never staff. */
export function answerReopening(
  { commitment, today }: { readonly commitment: CommitmentState; readonly today: Temporal.PlainDate },
  { goesOn, nextReportOn }: ReopenAnswer,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly nextReportOn: Temporal.PlainDate | null }, AnswerRefusal> {
  if (!isSignedIn(actor) || !maySay(commitment, actor)) return refuse('only-chair-answers')
  if (commitment.standing !== 'reopened') return refuse('nothing-reopened')
  if (!goesOn) return accept({ by: actor, nextReportOn: null })
  if (nextReportOn === null) return refuse('next-report-needed')
  if (Temporal.PlainDate.compare(nextReportOn, today) <= 0) return refuse('day-has-passed')
  return accept({ by: actor, nextReportOn })
}

export function maySay({ body }: Pick<CommitmentState, 'body'>, actor: Actor): boolean {
  return !isStaff(actor) && body !== null && holdsIn(actor, body, 'body-chair')
}
