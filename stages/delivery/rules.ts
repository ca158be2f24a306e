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

export const mayCommit: Policy = whoever('politician', 'clerk')
export const mayReport: Policy = whoever('politician', 'clerk')
export const mayConfirm: Policy = whoever('politician', 'clerk')

export type Milestone = { readonly what: string; readonly dueOn: Temporal.PlainDate }

export type CommitWords = {
  readonly owner: Id<'person'>
  readonly budgetLine: string
  readonly needsNoBudget: boolean
  readonly milestones: readonly Milestone[]
  readonly nextReportOn: Temporal.PlainDate
}

export type CommitState = {
  /** The body that answered. */
  readonly body: Id<'body'> | null
  readonly isAccepted: boolean
  /** Whether the body has closed its answer; before that nothing is final. */
  readonly isClosed: boolean
  /** Whether the body has carried the answer in the words that stand: what was passed on is answered after closing. */
  readonly isCarried: boolean
  /** Who sits in the body today. */
  readonly members: readonly Id<'person'>[]
  readonly today: Temporal.PlainDate
}

export type CommitRefusal =
  | 'not-yours-to-commit'
  | 'not-accepted'
  | 'not-closed'
  | 'not-carried'
  | 'owner-not-in-body'
  | 'budget-or-none'
  | 'milestone-needed'
  | 'day-has-passed'

/**
 * An accepted recommendation of a closed package becomes a promise: a named politician, money or the word that none is
 * needed, days (R36). What was passed on has who answers and by when instead, and waits for its own vote.
 */
export function commit(state: CommitState, words: CommitWords, actor: Actor): Result<SignedIn, CommitRefusal> {
  if (!isSignedIn(actor) || !mayCommitHere(state.body, actor)) return refuse('not-yours-to-commit')
  if (!state.isClosed) return refuse('not-closed')
  if (!state.isAccepted) return refuse('not-accepted')
  if (!state.isCarried) return refuse('not-carried')
  if (!state.members.includes(words.owner)) return refuse('owner-not-in-body')
  if ((words.budgetLine !== '') === words.needsNoBudget) return refuse('budget-or-none')
  if (words.milestones.length === 0) return refuse('milestone-needed')
  const days = [words.nextReportOn, ...words.milestones.map((milestone) => milestone.dueOn)]
  return days.some((day) => Temporal.PlainDate.compare(day, state.today) < 0) ? refuse('day-has-passed') : accept(actor)
}

export function mayCommitHere(body: Id<'body'> | null, actor: Actor): boolean {
  return body !== null && (holds(actor, 'clerk') || holdsIn(actor, body, 'politician'))
}

/** Whoever names another politician prepares; the promise is hers when she confirms it. Staff only ever prepare. */
export function promisesHerself(owner: Id<'person'>, actor: Actor): boolean {
  return !isStaff(actor) && actor.person !== null && actor.person === owner
}

export type DraftState = {
  readonly body: Id<'body'> | null
  readonly owner: Id<'person'> | null
  /** Every day it would promise. */
  readonly days: readonly Temporal.PlainDate[]
  readonly today: Temporal.PlainDate
}

export type ConfirmRefusal = 'not-yours-to-confirm' | 'draft-outlived'

/** One press of the politician named: it is her promise from then on, in the words she read. */
export function confirm({ body, owner, days, today }: DraftState, actor: Actor): Result<SignedIn, ConfirmRefusal> {
  const isHers = owner !== null && promisesHerself(owner, actor) && body !== null && holdsIn(actor, body, 'politician')
  if (!isSignedIn(actor) || !isHers) return refuse('not-yours-to-confirm')
  // A promise for a day that is over would be late as it is made.
  return days.some((day) => Temporal.PlainDate.compare(day, today) < 0) ? refuse('draft-outlived') : accept(actor)
}

/** She lets it go, or whoever prepares commitments takes it back. */
export function discard({ body }: Pick<DraftState, 'body'>, actor: Actor): Result<SignedIn, 'not-yours-to-commit'> {
  return isSignedIn(actor) && mayCommitHere(body, actor) ? accept(actor) : refuse('not-yours-to-commit')
}

/** What a report can say of it. */
export type Reported = 'promised' | 'late' | 'kept' | 'dropped'
export const standings = ['promised', 'late', 'kept', 'dropped'] as const satisfies readonly Reported[]
/** Reopened: those it concerns said that what was closed is not done, and the chair has not answered yet. */
export type Standing = Reported | 'reopened'

export function isSettled(standing: Standing | 'unknown'): boolean {
  return standing === 'kept' || standing === 'dropped'
}

export type CommitmentState = {
  /** The body that answered: its chair reports too. */
  readonly body: Id<'body'> | null
  readonly owner: Id<'person'> | null
  readonly standing: Standing | 'unknown'
}

export type ReportWords = {
  readonly standing: Reported
  readonly reason: string
  readonly nextReportOn: Temporal.PlainDate | null
}

export type ReportRefusal =
  | 'not-yours-to-report'
  | 'not-yours-to-settle'
  | 'settled-already'
  | 'chair-answers-first'
  | 'reason-needed'
  | 'next-report-needed'
  | 'day-has-passed'

/** Late and dropped need a reason; while the promise is open, the next report needs a day. */
export function report(
  { commitment, today }: { readonly commitment: CommitmentState; readonly today: Temporal.PlainDate },
  words: ReportWords,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly isStaff: boolean; readonly words: ReportWords }, ReportRefusal> {
  if (!isSignedIn(actor) || !mayReportHere(commitment, actor)) return refuse('not-yours-to-report')
  if (isSettled(commitment.standing)) return refuse('settled-already')
  if (commitment.standing === 'reopened') return refuse('chair-answers-first')
  if (isSettled(words.standing) && !maySettle(commitment, actor)) return refuse('not-yours-to-settle')
  if ((words.standing === 'late' || words.standing === 'dropped') && words.reason === '') return refuse('reason-needed')
  if (isSettled(words.standing))
    return accept({ by: actor, isStaff: isStaff(actor), words: { ...words, nextReportOn: null } })
  if (words.nextReportOn === null) return refuse('next-report-needed')
  if (Temporal.PlainDate.compare(words.nextReportOn, today) <= 0) return refuse('day-has-passed')
  return accept({ by: actor, isStaff: isStaff(actor), words })
}

export function mayReportHere(commitment: CommitmentState, actor: Actor): boolean {
  return maySettle(commitment, actor) || holds(actor, 'clerk')
}

/**
 * Kept or dropped is a word of the elected: of the one who answers for it, as long as she sits in the body that promised, or of
 * its chair. A seat in another body is none in this one.
 */
export function maySettle({ owner, body }: CommitmentState, actor: Actor): boolean {
  if (isStaff(actor) || body === null) return false
  const isOwner = actor.person !== null && actor.person === owner && holdsIn(actor, body, 'politician')
  return isOwner || holdsIn(actor, body, 'body-chair')
}

export type ReachRefusal = 'not-yours-to-report' | 'closed-already' | 'reached-already' | 'day-in-future'

/** In what part somebody says that a milestone is reached: shown beside it for ever. */
export type Sayer = 'owner' | 'chair' | 'staff'

export function reachMilestone(
  state: {
    readonly commitment: CommitmentState
    readonly reachedOn: Temporal.PlainDate | null
    readonly today: Temporal.PlainDate
  },
  on: Temporal.PlainDate,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly as: Sayer }, ReachRefusal> {
  if (!isSignedIn(actor) || !mayReportHere(state.commitment, actor)) return refuse('not-yours-to-report')
  // What was said to be kept or dropped is judged by what had been reached by then.
  if (isSettled(state.commitment.standing)) return refuse('closed-already')
  if (state.reachedOn !== null) return refuse('reached-already')
  if (Temporal.PlainDate.compare(on, state.today) > 0) return refuse('day-in-future')
  return accept({ by: actor, as: sayerOf(state.commitment, actor) })
}

function sayerOf(commitment: CommitmentState, actor: Actor): Sayer {
  if (!maySettle(commitment, actor)) return 'staff'
  return actor.person !== null && actor.person === commitment.owner ? 'owner' : 'chair'
}

type DatedMilestone = {
  readonly what: string
  readonly dueOn: Temporal.PlainDate
  readonly reachedOn: Temporal.PlainDate | null
}

/** What a day belongs to: a report, a milestone on the way, or with the last milestone the promise itself. */
export type DueThing =
  | { readonly kind: 'report' | 'promise' | 'answer'; readonly on: Temporal.PlainDate }
  | { readonly kind: 'milestone'; readonly on: Temporal.PlainDate; readonly what: string }

/** The first thing that is owed: the next report, a milestone that is not reached, the chair’s answer. Null when nothing is. */
export function nextDue(
  standing: Standing | 'unknown',
  nextReportOn: Temporal.PlainDate | null,
  milestones: readonly DatedMilestone[],
): DueThing | null {
  if (isSettled(standing)) return null
  // Until the chair has said whether it goes on, her answer is what is owed: nobody is late with the rest.
  if (standing === 'reopened') return nextReportOn && { kind: 'answer', on: nextReportOn }
  const last = lastDay(milestones)
  const open = milestones
    .filter((milestone) => milestone.reachedOn === null)
    .map(({ what, dueOn: on }): DueThing =>
      last?.equals(on) ? { kind: 'promise', on } : { kind: 'milestone', on, what },
    )
  const report: readonly DueThing[] = nextReportOn ? [{ kind: 'report', on: nextReportOn }] : []
  return [...open, ...report].toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))[0] ?? null
}

/** The day of the promise itself: its last milestone. */
export function lastDay(milestones: readonly Pick<DatedMilestone, 'dueOn'>[]): Temporal.PlainDate | null {
  return (
    milestones
      .map((milestone) => milestone.dueOn)
      .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
      .at(-1) ?? null
  )
}
