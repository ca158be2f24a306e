import { isSignedIn, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import {
  confirmRecord,
  countVotes,
  recordsVotesOf,
  type ConfirmRefusal,
  type CountRefusal,
  type VoteCounts,
  type VoteRecord,
} from '../../../platform/directory/votes/rules.ts'
import type { RuleTerms, Rung } from '../agenda/rules.ts'

/** What a body answers: never an office, never one politician alone. */

export const outcomes = ['taken-up', 'refused', 'referred', 'given'] as const
export type Outcome = (typeof outcomes)[number]

export type Answer = {
  readonly outcome: Outcome
  /** Published. For what is given, its words or where they are. */
  readonly reason: string
  /** The politician who takes it up. */
  readonly sponsor: Id<'person'> | null
  /** To whom it is referred: a body of this place, or another by name. */
  readonly referredBody: Id<'body'> | null
  readonly referredName: string
  /** Another place on this platform, which a politician then asks to take the problem up. */
  readonly referredPlace: Id<'jurisdiction'> | null
}

/** What is owed, and what the problem's own rule says of it. */
export type DebtState = {
  readonly body: Id<'body'>
  readonly rung: number
  readonly rungs: readonly Rung[]
  /** It came here by referral: it goes no further. */
  readonly isReferred: boolean
  readonly isAnswered: boolean
  /** The body has given its last answer; only what was owed before it is still to be given. */
  readonly isSettled: boolean
}

/** Which answers there are to this debt. Below the top of a ladder nothing is refused: the supporters may go on. */
export function outcomesFor({ rung, rungs, isReferred, isSettled }: DebtState): readonly Outcome[] {
  const isGiven = (rungs[rung - 1]?.owes ?? 'decision') !== 'decision'
  if (isSettled) return isGiven ? ['given'] : ['taken-up', 'refused']
  const last: readonly Outcome[] = isReferred ? ['refused'] : ['refused', 'referred']
  return [...(isGiven ? ['given' as const] : []), 'taken-up', ...(rung === rungs.length ? last : [])]
}

/** Whether nothing more is collected or owed after this answer. */
export function settles({ rung, rungs }: Pick<DebtState, 'rung' | 'rungs'>, answer: Answer): boolean {
  if (answer.outcome === 'given') return rung === rungs.length
  return answer.outcome !== 'referred' || answer.referredBody === null
}

export type DraftAnswerRefusal =
  | 'not-yours-to-record'
  | 'answered-already'
  | 'no-such-outcome'
  | 'reason-needed'
  | 'sponsor-needed'
  | 'refer-to-whom'
  | 'referred-to-itself'
  | 'vote-before-owed'
  | CountRefusal

export type Drafting = {
  readonly debt: DebtState
  readonly reachedOn: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  /** Who sat in the body on the day of the vote. */
  readonly members: readonly Id<'person'>[]
  /** Any term in the body is known. */
  readonly isKnown: boolean
}

/** A clerk or a member writes down what the body resolved. It counts when the chair has confirmed it. */
export function draftAnswer(
  { debt, reachedOn, today, members, isKnown }: Drafting,
  { answer, vote }: { readonly answer: Answer; readonly vote: VoteCounts },
  actor: Actor,
): Result<SignedIn, DraftAnswerRefusal> {
  if (!isSignedIn(actor) || !recordsVotesOf(debt.body, actor)) return refuse('not-yours-to-record')
  if (debt.isAnswered) return refuse('answered-already')
  if (!outcomesFor(debt).includes(answer.outcome)) return refuse('no-such-outcome')
  if (answer.reason.trim() === '') return refuse('reason-needed')
  if (answer.outcome === 'taken-up' && (answer.sponsor === null || !members.includes(answer.sponsor)))
    return refuse('sponsor-needed')
  if (answer.outcome === 'referred' && isForNobody(answer)) return refuse('refer-to-whom')
  if (answer.referredBody === debt.body) return refuse('referred-to-itself')
  if (Temporal.PlainDate.compare(vote.decidedOn, reachedOn) < 0) return refuse('vote-before-owed')
  const counted = countVotes({ today, members: members.length, isKnown }, vote)
  return counted.ok ? accept(actor) : counted
}

function isForNobody({ referredBody, referredPlace, referredName }: Answer): boolean {
  return referredBody === null && referredPlace === null && referredName.trim() === ''
}

export type ConfirmAnswerRefusal = ConfirmRefusal | 'answered-already'

export function confirmAnswer(
  record: VoteRecord & Pick<DebtState, 'isAnswered'>,
  actor: Actor,
): Result<SignedIn, ConfirmAnswerRefusal> {
  return record.isAnswered ? refuse('answered-already') : confirmRecord(record, actor)
}

type Again = Pick<RuleTerms, 'againAfterMonths' | 'againWithNewFacts'>

/** The first day on which the same problem may be raised again without new facts. */
export function againFrom(endedOn: Temporal.PlainDate, { againAfterMonths }: Again): Temporal.PlainDate {
  return endedOn.add({ months: againAfterMonths })
}

/** A matter that has ended without being taken up; null while it goes on, or where it was taken up. */
export type Ended = { readonly on: Temporal.PlainDate; readonly rule: Again } | null

export type RaiseAgainRefusal = 'still-open' | 'too-early' | 'new-facts-needed'

/** The rule of the earlier problem decides: it was told to everybody when that one ended. */
export function raiseAgain(
  ended: Ended,
  { today, newFacts }: { readonly today: Temporal.PlainDate; readonly newFacts: string },
): Result<null, RaiseAgainRefusal> {
  if (ended === null) return refuse('still-open')
  if (Temporal.PlainDate.compare(today, againFrom(ended.on, ended.rule)) >= 0) return accept(null)
  if (!ended.rule.againWithNewFacts) return refuse('too-early')
  return newFacts.trim() === '' ? refuse('new-facts-needed') : accept(null)
}
