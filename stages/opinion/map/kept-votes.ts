import { setImmediate as breathe } from 'node:timers/promises'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { packedVotes, votesSince } from './store.ts'
import { addCast, addVoter, noVotes, type ReadVotes } from './voters.ts'

export type ReadUntil = (
  read: Read,
  consultation: Id<'consultation'>,
  until: Temporal.Instant | null,
) => Promise<ReadVotes>

const votersAtOnce = 200

/** Every vote up to this instant; null: all. A million are taken in small parts, so that pages are answered meanwhile. */
export const readVotes: ReadUntil = async (read, consultation, until) => {
  const votes = noVotes()
  for (const [at, voter] of (await packedVotes(read, consultation, until)).entries()) {
    if (at % votersAtOnce === votersAtOnce - 1) await breathe()
    addVoter(votes, voter)
  }
  return votes
}

/** 90 MB: more than that is read anew each time. */
const mostKept = 10_000_000

type Kept = { readonly votes: ReadVotes; readonly until: Temporal.Instant }

/**
 * Keeps what it has read of each consultation while people vote, so that the next map needs only the votes that came since: no vote up to
 * an instant that was asked for is written after it. What is asked for without an instant, the last map, is read anew and kept no longer.
 */
export function keepingVotes(): ReadUntil {
  const all = new Map<Id<'consultation'>, Kept>()
  return async (read, consultation, until) => {
    const kept = all.get(consultation)
    // Not there while it is being added to: what fails half-way is read anew.
    all.delete(consultation)
    if (until === null || !kept || Temporal.Instant.compare(until, kept.until) < 0) {
      const votes = await readVotes(read, consultation, until)
      if (until !== null) keep(all, consultation, { votes, until })
      return votes
    }
    for (const vote of await votesSince(read, consultation, { since: kept.until, until })) addCast(kept.votes, vote)
    keep(all, consultation, { votes: kept.votes, until })
    return kept.votes
  }
}

function keep(all: Map<Id<'consultation'>, Kept>, consultation: Id<'consultation'>, kept: Kept): void {
  const others = [...all.values()].reduce((sum, { votes }) => sum + votes.list.size, 0)
  if (others + kept.votes.list.size <= mostKept) all.set(consultation, kept)
}
