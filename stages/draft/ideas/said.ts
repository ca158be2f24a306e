import { sql } from 'kysely'
import type { SaidByKind } from '../../../platform/thread/index.ts'

/** What a text can come from: experiences and ideas. One that goes on in another is found there; words are sought among kept stems. */
export const ideasSaid: SaidByKind<'idea'> = {
  idea: ({ jurisdiction }, { problem, words }) => sql`
    select l.idea_id as id, null::uuid as within, l.number as at from draft.idea_listing l
    where l.jurisdiction_id = ${jurisdiction} and l.problem_id = ${problem} and not l.is_merged
      and ${
        words === null
          ? sql`true`
          : words.cut.length === 0
            ? sql`false`
            : sql.join(
                words.cut.map(
                  ({ stems }) => sql`l.idea_id in (
                    select s.idea_id from draft.idea_stem s
                    where s.jurisdiction_id = ${jurisdiction} and s.problem_id = ${problem} and s.stem = any(${[...stems]}::text[])
                  )`,
                ),
                sql` and `,
              )
      }`,
}
