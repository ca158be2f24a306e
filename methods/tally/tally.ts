/** What one person said of one statement. `revision` counts her answers to it: the highest one holds. */
export type Vote = {
  readonly voter: string
  readonly statement: string
  /** 1, 2, 3 …; unique for a voter and a statement. */
  readonly revision: number
  readonly choice: Choice
}

export const choices = ['agree', 'disagree', 'pass'] as const
export type Choice = (typeof choices)[number]

/** Votes on one statement, each voter counted once. Whole numbers, at least 0. */
export type Tally = { readonly agree: number; readonly disagree: number; readonly pass: number }

/** Nobody has voted yet. */
export const emptyTally: Tally = { agree: 0, disagree: 0, pass: 0 }

/** Recorded beside every stored result, so that it can be counted again the same way. */
export const tallyMethod = { name: '@folkmoot/tally', version: '0.1.0' } as const

/**
 * Counts votes per statement; of several votes of one voter on one statement only the last one counts.
 *
 * Shape: n votes → one `Tally` per statement that has a vote. Unit: voters. The order of the votes does not matter:
 * only `revision` says which is last. Two votes of the same revision cannot happen (a key forbids it); should a file
 * hold them, the first in the order of `choices` counts, so that the result still does not depend on order.
 * Source: last-vote-counts as in the Polis export format ("repeated rows are changes, the last counts").
 * Cost: O(n) time, O(voters × statements seen) memory.
 */
export function tally(votes: Iterable<Vote>): ReadonlyMap<string, Tally> {
  const last = lastVotes(votes)
  const counted = new Map<string, Tally>()
  for (const { statement, choice } of last) {
    const sofar = counted.get(statement) ?? emptyTally
    counted.set(statement, { ...sofar, [choice]: sofar[choice] + 1 })
  }
  return counted
}

/** The one vote per voter and statement that counts. O(n). */
export function lastVotes(votes: Iterable<Vote>): readonly Vote[] {
  const last = new Map<string, Map<string, Vote>>()
  for (const vote of votes) {
    const ofStatement = last.get(vote.statement) ?? new Map<string, Vote>()
    last.set(vote.statement, ofStatement)
    const before = ofStatement.get(vote.voter)
    if (!before || isLater(vote, before)) ofStatement.set(vote.voter, vote)
  }
  return [...last.values()].flatMap((ofStatement) => [...ofStatement.values()])
}

/** Everybody who said something, a pass included. Unit: voters. O(1). */
export function votersOf({ agree, disagree, pass }: Tally): number {
  return agree + disagree + pass
}

function isLater(one: Vote, other: Vote): boolean {
  if (one.revision !== other.revision) return one.revision > other.revision
  return choices.indexOf(one.choice) < choices.indexOf(other.choice)
}
