import { sql } from 'kysely'
import { hasWords } from '../../platform/db/index.ts'
import { ofCase, type SaidByKind } from '../../platform/thread/index.ts'

/** What a text can come from: statements that were put to everybody and not taken out. */
export const opinionSaid: SaidByKind<'statement'> = {
  statement: ({ jurisdiction }, about) => sql`
    select s.id, null::uuid as within, s.number as at
    from opinion.consultation c
    join opinion.statement s on s.jurisdiction_id = c.jurisdiction_id and s.consultation_id = c.id
    where c.jurisdiction_id = ${jurisdiction} and ${ofCase('c.problem_id', about)} and not s.is_taken_out
      and ${about.words ? hasWords('s', about.words.typed) : sql`true`}`,
}
