import { isDeepStrictEqual } from 'node:util'
import { emptyTally, lastVotes, tally, type Tally, type Vote } from '@folkmoot/tally/tally.ts'
import { publishedOf } from '@folkmoot/tally/while-open.ts'
import { z } from 'zod'
import type { Read } from '../../platform/db/index.ts'
import { entries } from '../../platform/ledger/index.ts'
import { hashOfVotes } from './count.ts'
import { voidedIn } from './counting/voided.ts'
import { provedIn, type Proved } from './levels/store.ts'
import { resultsIn } from './results.ts'
import * as store from './store.ts'

export type RecountCheck =
  /** The votes of today have the hash that was kept at the close. */
  | 'votes'
  /** Every number kept at the close is that of the votes. */
  | 'tallies'
  /** So many people voted as was kept. */
  | 'voters'
  /** So were the numbers of those who had proved who they are. */
  | 'levels'
  /** The page of results says what the votes say. */
  | 'page'
  /** The public record says the same, once. */
  | 'recorded'

export type Recount = {
  readonly statements: number
  readonly voters: number
  /** Answers that count, without those that were set aside, and all that were ever given. */
  readonly counted: number
  readonly given: number
  readonly inputHash: string
  readonly findings: readonly { readonly what: RecountCheck; readonly is: boolean }[]
}

const recordedClose = z.object({
  inputHash: z.string(),
  statements: z.array(z.looseObject({ number: z.number() })),
})

/**
 * Counts a closed consultation from its votes by the method itself, which the close does not use, and compares. Undefined where there is
 * none; `still-open` while people vote: nothing is final then. O(V).
 */
export async function recount(read: Read, slug: string): Promise<Recount | 'still-open' | undefined> {
  const consultation = await store.consultationBySlug(read, slug)
  if (!consultation || consultation.isHearing) return undefined
  if (consultation.closedAt === null) return 'still-open'
  const [votes, voided] = [await store.votesIn(read, consultation.id), await voidedIn(read, consultation.id)]
  const isVoided = new Set(voided.map(({ participant }) => participant))
  const last = lastVotes(votes.filter(({ voter }) => !isVoided.has(voter)))
  const [counted, inputHash] = [tally(last), hashOfVotes(last)]
  const voters = new Set(votes.map(({ voter }) => voter)).size
  const [drawn, statements, results, recorded, kept, proved] = await Promise.all([
    store.drawn(read, consultation.id),
    store.statementsIn(read, consultation.id),
    resultsIn(read, consultation.id),
    closesOf(read, consultation),
    keptVoters(read, consultation),
    provedIn(read, consultation.id),
  ])
  const countOf = (id: string): Tally => counted.get(id) ?? emptyTally
  const shownOf = (id: string) =>
    publishedOf({ tally: countOf(id), isHeld: drawn.get(id)?.isHeld === true }, { isOpen: false })
  const byNumber = new Map(statements.map(({ id, number }) => [number, id]))
  const isRecorded = ({ inputHash: hash, statements: said }: z.infer<typeof recordedClose>): boolean =>
    hash === inputHash &&
    said.every(({ number, ...published }) => isDeepStrictEqual(published, shownOf(byNumber.get(number) ?? '')))
  return {
    statements: statements.length,
    voters,
    counted: last.length,
    given: votes.length,
    inputHash,
    findings: [
      { what: 'votes', is: inputHash === consultation.inputHash },
      {
        what: 'tallies',
        is: statements.every(({ id }) => isDeepStrictEqual(drawn.get(id)?.tally ?? emptyTally, countOf(id))),
      },
      { what: 'voters', is: voters === kept },
      ...(proved ? [{ what: 'levels', is: isDeepStrictEqual(proved, provedOf(votes, last)) } as const] : []),
      {
        what: 'page',
        is: results.every(({ statement, published }) => isDeepStrictEqual(published, shownOf(statement.id))),
      },
      // What was imported was closed elsewhere.
      ...(consultation.source === null
        ? [{ what: 'recorded', is: recorded.length === 1 && recorded.every(isRecorded) } as const]
        : []),
    ],
  }
}

/** Counted again from the answers that count, by the method itself. */
function provedOf(votes: readonly store.LeveledVote[], last: readonly Vote[]): Proved {
  const answer = ({ voter, statement, revision }: Vote): string => `${voter} ${statement} ${revision}`
  const isProved = new Set(votes.filter(({ assurance }) => assurance !== 'low').map(answer))
  const proved = last.filter((vote) => isProved.has(answer(vote)))
  return { voters: new Set(proved.map(({ voter }) => voter)).size, tallies: tally(proved) }
}

async function keptVoters(read: Read, { id }: store.Consultation): Promise<number | null> {
  const row = await read.selectFrom('opinion.consultation').select('voters').where('id', '=', id).executeTakeFirst()
  return row?.voters ?? null
}

async function closesOf(read: Read, { problem }: store.Consultation) {
  const facts = await entries(read, { problem, kinds: ['opinion.closed'], limit: 10 })
  return facts.flatMap((fact) => {
    const said = recordedClose.safeParse(fact.public)
    return said.success ? [said.data] : []
  })
}
