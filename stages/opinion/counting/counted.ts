import { leastInCell } from '@folkmoot/tally/suppress.ts'
import { emptyTally, type Choice, type Tally } from '@folkmoot/tally/tally.ts'

/** Somebody's last answer to a statement. */
export type Answer = {
  readonly participant: string
  readonly choice: Choice
  /** In microseconds since 1970. */
  readonly at: number
}

/** What is kept of one statement while people vote on it: enough to add those who come. */
export type Counted = {
  /** Everybody's last answers. */
  readonly all: Tally
  /** Of those who answered last, so many as are held back, the latest first. */
  readonly newest: readonly Answer[]
}

/** By the id of the statement. */
export type Counts = ReadonlyMap<string, Counted>

/** An answer that came since, and what the same person had said before that. */
export type NewAnswer = Answer & { readonly statement: string; readonly before: Choice | null }

/** No answer may be older than any that is counted already. O(statements + new answers · log of them). */
export function withNew(counts: Counts, answers: readonly NewAnswer[]): Counts {
  const added = new Map(counts)
  for (const [statement, came] of Map.groupBy(answers, (answer) => answer.statement))
    added.set(statement, add(counts.get(statement) ?? { all: emptyTally, newest: [] }, came))
  return added
}

function add({ all, newest }: Counted, came: readonly NewAnswer[]): Counted {
  const sum = { ...all }
  for (const { choice, before } of came) {
    if (before !== null) sum[before] -= 1
    sum[choice] += 1
  }
  const again = new Set(came.map(({ participant }) => participant))
  return {
    all: sum,
    newest: [...newest.filter(({ participant }) => !again.has(participant)), ...came]
      .toSorted(latestFirst)
      .slice(0, leastInCell)
      .map(({ participant, choice, at }) => ({ participant, choice, at })),
  }
}

/** Of one instant by name: the same whenever it is read. */
function latestFirst(one: Answer, other: Answer): number {
  return other.at - one.at || (one.participant < other.participant ? -1 : 1)
}

/** What may be drawn: those who answered last are never in it. */
export function withoutNewest({ all, newest }: Counted): Tally {
  const rest = { ...all }
  for (const { choice } of newest) rest[choice] -= 1
  return rest
}
