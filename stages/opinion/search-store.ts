import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../platform/db/index.ts'

export type StatementHit = {
  readonly id: Id<'statement'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
}

/** Statements of the whole place in which these words stand. */
export function searchStatements(read: Read, words: Sought, limit: number): Promise<readonly StatementHit[]> {
  return bestOf<Omit<StatementHit, 'piece'>>(
    read,
    sql`
      select s.id, c.problem_id as problem, s.number, s.text as title, s.text as searched
      from opinion.statement s
      join opinion.consultation c on c.jurisdiction_id = s.jurisdiction_id and c.id = s.consultation_id
      where not s.is_taken_out and s.id in (select found.id from opinion.statements_with(${words.words}, ${[...words.configurations]}::text[]) found)`,
    words,
    { limit },
  )
}
