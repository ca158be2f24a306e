import { sql } from 'kysely'
import { ofCase, type SaidByKind } from '../../../platform/thread/index.ts'

/** What a text can come from: experiences and ideas. One that goes on in another is found there. */
export const ideasSaid: SaidByKind<'idea'> = {
  idea: ({ jurisdiction }, about) => {
    const { words } = about
    if (words === null)
      return sql`
        select l.idea_id as id, null::uuid as within, l.number as at from draft.idea_listing l
        where l.jurisdiction_id = ${jurisdiction} and ${ofCase('l.problem_id', about)} and not l.is_merged`
    if (words.cut.length === 0) return sql`select null::uuid as id, null::uuid as within, 0 as at where false`
    // No join that the database could turn round: where a heap has grown by thousands and nobody has counted it yet, that took 9 s.
    const each = words.cut.map(
      ({ stems }, word) => sql`
        select s.idea_id, ${sql.lit(word)} as word from draft.idea_stem s
        where s.jurisdiction_id = ${jurisdiction} and ${ofCase('s.problem_id', about)} and s.stem = any(${[...stems]}::text[])`,
    )
    return sql`
      select f.id, null::uuid as within, f.at
      from (
        select w.idea_id as id, (
          select l.number from draft.idea_listing l
          where l.jurisdiction_id = ${jurisdiction} and l.idea_id = w.idea_id and not l.is_merged
        ) as at
        from (${sql.join(each, sql` union all `)}) w
        group by w.idea_id
        having count(distinct w.word) = ${words.cut.length}
      ) f
      where f.at is not null`
  },
}
