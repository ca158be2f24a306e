import type { VoteMatrix } from './votes.ts'

const enough = 7
const fewest = 15

/**
 * Who is put into a group: who voted on 7 statements, or on all where there are fewer. Where that leaves fewer than 15 people, the
 * most active join them up to 15 (all who voted as often as the last of them too: nobody is preferred by her name).
 * Source: Polis' production mathematics; it takes 15 exactly. O(P log P).
 */
export function countedIn({ people, statements, start }: VoteMatrix): Uint8Array {
  const votes = (person: number): number => (start[person + 1] ?? 0) - (start[person] ?? 0)
  const least = Math.max(1, Math.min(enough, statements.length))
  const counted = Uint8Array.from(people, (_, person) => Number(votes(person) >= least))
  if (counted.reduce((sum, one) => sum + one, 0) >= fewest) return counted
  const byVotes = people.map((_, person) => votes(person)).toSorted((a, b) => b - a)
  const last = Math.max(1, byVotes[Math.min(fewest, byVotes.length) - 1] ?? 1)
  return Uint8Array.from(people, (_, person) => Number(votes(person) >= last))
}

const halfTrusted = 10

/**
 * What each counted person weighs where groups are looked for: n / (n + 10) for n votes, so that a group lies where those are who
 * have said most. Nobody weighs more than 1, and in every number of people she is one. 0 for who is not counted.
 * The form is Bühlmann's credibility of a mean of n, ASTIN Bulletin 4 (1967); 10 is ours.
 */
export function worthOf({ start }: VoteMatrix, counted: Uint8Array): Float64Array {
  return Float64Array.from(counted, (one, person) => {
    const votes = (start[person + 1] ?? 0) - (start[person] ?? 0)
    return one === 1 ? votes / (votes + halfTrusted) : 0
  })
}
