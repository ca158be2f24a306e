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

/** What holds of every vote of a body, whatever it is about: who writes its record, what the record may say, who confirms it. */

export const mayRecordVote: Policy = whoever('clerk', 'politician')
export const mayConfirmVote: Policy = whoever('body-chair')

/** A clerk writes the record of any body here, a politician that of her own. */
export function recordsVotesOf(body: Id<'body'>, actor: Actor): boolean {
  return isSignedIn(actor) && (holds(actor, 'clerk') || holdsIn(actor, body, 'politician'))
}

/** The counts and the result, as the body's minutes have them. */
export type VoteCounts = {
  readonly decidedOn: Temporal.PlainDate
  readonly votesFor: number
  readonly votesAgainst: number
  readonly abstentions: number
  readonly isCarried: boolean
}

/** The record of a vote as it was typed. */
export type VoteWords = VoteCounts & {
  readonly motion: string
  /** Case and agenda reference in the body's own minutes. */
  readonly reference: string
  readonly dissent: string
}

export type CountRefusal =
  | 'vote-in-future'
  | 'nobody-voted'
  | 'nobody-seated-then'
  | 'more-votes-than-members'
  | 'carried-by-few'
  | 'carried-by-nobody'

export type VoteDay = {
  readonly today: Temporal.PlainDate
  /** Seats of the body on the day of the vote. */
  readonly members: number
  /** Any term in the body is known, of whatever day. Where none is, nothing can be said of how many sat in it. */
  readonly isKnown: boolean
}

/** What no record of a vote may say, whatever it is about. */
export function countVotes({ today, members, isKnown }: VoteDay, vote: VoteCounts): Result<null, CountRefusal> {
  if (Temporal.PlainDate.compare(vote.decidedOn, today) > 0) return refuse('vote-in-future')
  const sum = vote.votesFor + vote.votesAgainst + vote.abstentions
  if (sum === 0) return refuse('nobody-voted')
  if (members === 0 && isKnown) return refuse('nobody-seated-then')
  if (members > 0 && sum > members) return refuse('more-votes-than-members')
  if (vote.isCarried && vote.votesFor === 0) return refuse('carried-by-nobody')
  // At a tie the chair's own rules decide; fewer for than against carries nothing anywhere.
  return vote.isCarried && vote.votesFor < vote.votesAgainst ? refuse('carried-by-few') : accept(null)
}

/** A record that is to be confirmed. */
export type VoteRecord = { readonly body: Id<'body'>; readonly draftedBy: Id<'account'> | null }

export type ConfirmRefusal = 'staff-never-confirm' | 'only-chair-confirms' | 'own-record'

/** The chair says that another's record is true (R1, R32): who writes and confirms alone would have voted alone. */
export function confirmRecord({ body, draftedBy }: VoteRecord, actor: Actor): Result<SignedIn, ConfirmRefusal> {
  if (isStaff(actor)) return refuse('staff-never-confirm')
  if (!isSignedIn(actor) || !holdsIn(actor, body, 'body-chair')) return refuse('only-chair-confirms')
  return draftedBy === actor.account ? refuse('own-record') : accept(actor)
}
