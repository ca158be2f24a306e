import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Id } from '@folkmoot/basics/ids.ts'
import { emptyTally, type Choice, type Tally } from '@folkmoot/tally/tally.ts'
import type { Read } from '../../../platform/db/index.ts'
import { packedVotes } from '../map/store.ts'
import type { PackedVoter } from '../map/voters.ts'
import type { Statement } from '../store.ts'
import { placesOf, voidedIn, type Places } from './voided.ts'

export type LastCount = {
  readonly tallies: ReadonlyMap<string, Tally>
  /** The same as `hashOfVotes` of these votes. */
  readonly inputHash: string
  /** Whose votes were left out. */
  readonly voided: readonly Places[]
}

const votersAtOnce = 200
const words: Readonly<Record<string, Choice>> = { a: 'agree', d: 'disagree', p: 'pass' }

/**
 * Everybody's last answers, counted and hashed voter by voter: a million votes are never all there as objects, and pages are answered
 * meanwhile. O(V).
 */
export async function countLast(
  read: Read,
  consultation: Id<'consultation'>,
  statements: readonly Pick<Statement, 'id' | 'number'>[],
): Promise<LastCount> {
  const ids = new Map(statements.map(({ id, number }) => [number, id]))
  const tallies = new Map<string, Record<Choice, number>>()
  const hash = createHash('sha256')
  const [all, voided] = [await packedVotes(read, consultation, null), await voidedIn(read, consultation)]
  const isVoided = new Set(voided.map(({ participant }): string => participant))
  const voters = all.filter(({ voter }) => !isVoided.has(voter)).toSorted((a, b) => (a.voter < b.voter ? -1 : 1))
  for (const [at, voter] of voters.entries()) {
    if (at % votersAtOnce === votersAtOnce - 1) await breathe()
    for (const { statement, choice } of answersOf(voter, ids)) {
      const tally = tallies.get(statement) ?? { ...emptyTally }
      tally[choice] += 1
      tallies.set(statement, tally)
      hash.update(`${voter.voter} ${statement} ${choice}\n`)
    }
  }
  const places = placesOf(
    all.map(({ voter }) => voter),
    voided,
  )
  return { tallies, inputHash: hash.digest('hex'), voided: places }
}

/** By the ids of the statements, as the lines of the hash stand. */
function answersOf({ votes }: PackedVoter, ids: ReadonlyMap<number, string>) {
  return votes
    .split(' ')
    .flatMap((vote) => {
      const [statement, choice] = [ids.get(Number(vote.slice(0, -1))), words[vote.slice(-1)]]
      return statement !== undefined && choice !== undefined ? [{ statement, choice }] : []
    })
    .toSorted((a, b) => (a.statement < b.statement ? -1 : 1))
}
