import { holdsIn, isSignedIn, isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import {
  confirmRecord,
  countVotes,
  recordsVotesOf,
  type ConfirmRefusal as RecordRefusal,
  type CountRefusal,
  type VoteCounts,
  type VoteRecord,
} from '../../../platform/directory/votes/rules.ts'
import { isAnswered, type Cover, type PackageState, type ToldKind } from '../rules.ts'

/** The rules of the vote: what is put to it, who says that its record is true, and when the answer is closed. */

/** One answer as it is put to the vote: which version of it, since which day, and what the body said to that before. */
export type PutAnswer = {
  readonly number: number
  readonly version: number
  readonly answeredOn: Temporal.PlainDate
  readonly cover: Cover
}

export type VoteState = {
  readonly pack: PackageState
  readonly today: Temporal.PlainDate
  /** Seats of the body on the day of the vote, and whether any term in it is known. */
  readonly members: number
  readonly isKnown: boolean
  /** The answers the vote is about, as they stand. */
  readonly put: readonly PutAnswer[]
  /** The versions the recorder had before her, by number. */
  readonly seen: ReadonlyMap<number, number>
}

export type VoteRefusal =
  | 'not-yours-to-record'
  | 'package-closed'
  | 'answer-first'
  | 'answers-changed'
  | 'answered-after-vote'
  | CountRefusal

/**
 * The record of what the body voted: drafted by a clerk or a member; it counts when the chair has confirmed it (R32). It is
 * a vote on the words that stood on the day of the vote and that the recorder has read, and on no others.
 */
export function draftVote(
  state: VoteState,
  vote: VoteCounts,
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly body: Id<'body'> }, VoteRefusal> {
  const { pack, put } = state
  if (!isSignedIn(actor) || !mayDraftVoteHere(pack, actor) || pack.body === null) return refuse('not-yours-to-record')
  if (pack.source !== null) return refuse('package-closed')
  if (put.length === 0) return refuse('answer-first')
  if (pack.isClosed && put.some(({ cover }) => cover === 'carried')) return refuse('package-closed')
  if (put.some(({ number, version }) => state.seen.get(number) !== version)) return refuse('answers-changed')
  if (put.some(({ answeredOn }) => Temporal.PlainDate.compare(answeredOn, vote.decidedOn) > 0))
    return refuse('answered-after-vote')
  const counted = countVotes(state, vote)
  return counted.ok ? accept({ by: actor, body: pack.body }) : counted
}

export function mayDraftVoteHere(pack: PackageState, actor: Actor): boolean {
  return pack.body !== null && recordsVotesOf(pack.body, actor)
}

/** The record that waits, and whether it is about answers that are still open. */
export type RecordState = VoteRecord & {
  readonly isConfirmed: boolean
  readonly isOpen: boolean
}

export type ConfirmRefusal = RecordRefusal | 'already-confirmed' | 'package-closed'

export function confirmVote(vote: RecordState, actor: Actor): Result<SignedIn, ConfirmRefusal> {
  const confirming = confirmRecord(vote, actor)
  if (!confirming.ok) return confirming
  if (vote.isConfirmed) return refuse('already-confirmed')
  return vote.isOpen ? confirming : refuse('package-closed')
}

export type StandingAnswer = { readonly kind: ToldKind | undefined; readonly cover: Cover }

export type CloseRefusal =
  | 'staff-never'
  | 'only-body-chair'
  | 'package-closed'
  | 'items-open'
  | 'no-vote'
  | 'changed-after-vote'
  | 'vote-lost'

/**
 * The body's chair closes, and only when each recommendation has its answer and the body has carried each answer in the
 * version that stands: a chair alone decides nothing, and no count closes anything.
 */
export function close(
  pack: PackageState,
  answers: readonly StandingAnswer[],
  actor: Actor,
): Result<SignedIn, CloseRefusal> {
  if (isStaff(actor)) return refuse('staff-never')
  if (!isSignedIn(actor) || pack.body === null || !holdsIn(actor, pack.body, 'body-chair'))
    return refuse('only-body-chair')
  if (pack.isClosed || pack.source !== null) return refuse('package-closed')
  if (!answers.every(({ kind }) => isAnswered(kind))) return refuse('items-open')
  const covers = new Set(answers.map(({ cover }) => cover))
  if (covers.has('changed')) return refuse('changed-after-vote')
  if (covers.has('lost')) return refuse('vote-lost')
  return covers.has('none') || answers.length === 0 ? refuse('no-vote') : accept(actor)
}
