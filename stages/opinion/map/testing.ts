import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Database } from '../../../platform/db/index.ts'
import { castVote } from '../vote-commands.ts'
import { addCast, noVotes, votersIn, type Voters } from './voters.ts'

/** Ten statements that tell two ways of seeing things apart, and one that nearly all agree on: what all say is not told. */
export const statements = [
  'No cars on School Lane before nine',
  'Thirty in the whole town, day and night',
  'A bicycle for every pupil of the town',
  'Fewer places to park at the harbour',
  'Buses every ten minutes in the morning',
  'Wider roads into the town centre',
  'More places to park at the school',
  'Nobody should be told how to travel',
  'The bypass should be built at once',
  'Taxes on cars are far too high now',
  'Every crossing should be lit in winter',
]

/** `green` likes the first five, `grey` the next five; one of five answers of each is another, and which one goes round. */
export function choiceOf(side: 'green' | 'grey', person: number, statement: number): Choice {
  if (statement === statements.length - 1) return person % 20 === 4 ? 'disagree' : person % 20 === 11 ? 'pass' : 'agree'
  if ((person + statement) % 5 === 0) return 'pass'
  return statement < 5 === (side === 'green') ? 'agree' : 'disagree'
}

/** What each says of each statement, as a map is drawn from it. */
export function votersOf(names: readonly string[], choose: (person: number, statement: number) => Choice): Voters {
  const votes = noVotes()
  for (const [person, voter] of names.entries())
    for (const statement of statements.keys())
      addCast(votes, { voter, statement: statement + 1, letter: choose(person, statement).slice(0, 1), at: person })
  return votersIn(votes, { heldBack: 0, statements: statements.map((_, at) => at + 1) })
}

/** They vote on everything, one after the other, the first two thirds green. */
export async function voteAll(
  database: Database,
  slug: string,
  people: readonly Actor[],
  { from = 0, choose = choiceOf }: { readonly from?: number; readonly choose?: typeof choiceOf } = {},
): Promise<void> {
  for (const [at, actor] of people.entries()) {
    const person = from + at
    const cast = await Promise.all(
      statements.map((_, statement) =>
        castVote(database, actor, {
          slug,
          number: statement + 1,
          choice: choose(person % 3 === 2 ? 'grey' : 'green', person, statement),
        }),
      ),
    )
    // What is hidden by then takes no vote.
    for (const answer of cast) if (!answer.ok && answer.refusal !== 'unknown-statement') throw new Error(answer.refusal)
  }
}
