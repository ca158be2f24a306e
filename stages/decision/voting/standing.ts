import type { Resolution } from '../../../platform/directory/index.ts'
import type { Ballot } from './ballots.ts'
import type { Answer, Item } from '../answers/store.ts'
import type { NumberedReason } from '../answers/repeats.ts'
import type { Package } from '../store.ts'
import type { VoteDetails } from './details.ts'
import type { StandingAnswer } from './rules.ts'

/** How answers stand with the body that votes on them: pure, for commands and pages. */

/** A record of a vote with the versions it was on; a told one names none. */
export type Vote = Resolution & VoteDetails & { readonly put: readonly Ballot[] }

export type AnsweredItem = Item & { readonly answer: Answer }

/** The answers a record is about, each with the version that was put to the vote. */
export function putIn(vote: Vote, items: readonly Item[]): readonly (AnsweredItem & { readonly ballot: number })[] {
  return items.flatMap((item) => {
    const ballot = vote.put.find((one) => one.answer === item.answer?.id)
    return ballot && item.answer ? [{ ...item, answer: item.answer, ballot: ballot.version }] : []
  })
}

/** What can come to the vote: any answer; after closing only what the body has not carried yet. */
export function toVoteOn(items: readonly Item[], pack: Package): readonly AnsweredItem[] {
  return items.filter(
    (item): item is AnsweredItem => item.answer !== null && (!pack.isClosed || item.answer.cover !== 'carried'),
  )
}

/** The reasons that stand now, to be compared with one another. */
export function reasonsIn(items: readonly Item[]): readonly NumberedReason[] {
  return items.map(({ number, answer }) => ({ number, reason: answer?.reason ?? '' }))
}

/** What closing looks at: the kind of each answer, and what the body said to it as it stands. */
export function standingOf({ answer }: Item): StandingAnswer {
  return { kind: answer?.kind, cover: answer?.cover ?? 'none' }
}
