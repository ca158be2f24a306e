import { sql } from 'kysely'
import { saysWords } from '../../platform/db/index.ts'
import { ofCase, type SaidByKind } from '../../platform/thread/index.ts'

/** What a text can come from: how the problem was put, also where it was put so only for a while. */
export const problemSaid: SaidByKind<'framing'> = {
  framing: ({ jurisdiction }, about) => sql`
    select f.id, null::uuid as within, f.number as at from problem.framing f
    where f.jurisdiction_id = ${jurisdiction} and ${ofCase('f.problem_id', about)}
      and ${about.words ? saysWords(sql`f.question || ' ' || f.what_happens || ' ' || f.who_is_affected`, about.words.typed) : sql`true`}`,
}
