import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { sought, type Read } from '../../platform/db/index.ts'
import { candidatesIn, cutWords, nearOnes, rarityIn, type Heap } from '../../platform/near/index.ts'
import { statementsById, type Statement } from './store.ts'

/** A statement near to what somebody is about to write, and the words they share. */
export type NearStatement = { readonly statement: Statement; readonly words: readonly string[] }

export type Typed = { readonly words: string; readonly languages: readonly string[] }

/** Statements of this consultation that are near to these words, the nearest first; found as near problems and ideas are. */
export async function nearStatements(
  read: Read,
  consultation: Id<'consultation'>,
  { words, languages }: Typed,
): Promise<readonly NearStatement[]> {
  const asked = await cutWords(read, sought(words, languages))
  const heap = statementHeap(read, consultation)
  const [candidates, rarity] = await Promise.all([
    candidatesIn<'statement'>(read, heap, { asked }),
    rarityIn(read, heap, asked),
  ])
  const near = nearOnes(candidates, { words: asked.length, rarity, point: null })
  const statements = await statementsById(
    read,
    near.map(({ id }) => id),
  )
  const byId = new Map(statements.map((one): [Id<'statement'>, Statement] => [one.id, one]))
  return near.flatMap(({ id, words: shared }) => {
    const statement = byId.get(id)
    return statement ? [{ statement, words: shared }] : []
  })
}

/** A consultation has a few hundred statements: they are looked through, not kept by stem. One is indexed in each language, so that near is near in both. */
function statementHeap({ jurisdiction }: Read, consultation: Id<'consultation'>): Heap {
  const here = sql`jurisdiction_id = ${jurisdiction} and consultation_id = ${consultation} and not is_taken_out`
  return {
    total: sql`select count(*) from opinion.statement where ${here}`,
    having: (stem) => sql`
      select id as thing, id as part, 1::float8 as weight from opinion.statement
      where ${here} and (words_english || words_danish || words_simple) @@ quote_literal(${stem})::tsquery
      order by number desc`,
    points: sql`cross join (select null::float8 as latitude, null::float8 as longitude) p`,
    shown: sql`true`,
  }
}
