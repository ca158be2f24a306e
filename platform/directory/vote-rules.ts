import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** The record of a vote as it was typed. */
export type VoteWords = {
  readonly decidedOn: Temporal.PlainDate
  readonly votesFor: number
  readonly votesAgainst: number
  readonly abstentions: number
  readonly isCarried: boolean
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
export function countVotes({ today, members, isKnown }: VoteDay, vote: VoteWords): Result<null, CountRefusal> {
  if (Temporal.PlainDate.compare(vote.decidedOn, today) > 0) return refuse('vote-in-future')
  const sum = vote.votesFor + vote.votesAgainst + vote.abstentions
  if (sum === 0) return refuse('nobody-voted')
  if (members === 0 && isKnown) return refuse('nobody-seated-then')
  if (members > 0 && sum > members) return refuse('more-votes-than-members')
  if (vote.isCarried && vote.votesFor === 0) return refuse('carried-by-nobody')
  // At a tie the chair's own rules decide; fewer for than against carries nothing anywhere.
  return vote.isCarried && vote.votesFor < vote.votesAgainst ? refuse('carried-by-few') : accept(null)
}
