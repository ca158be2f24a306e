import { sql } from 'kysely'
import { saysWords } from '../../../platform/db/index.ts'
import { ofCase, type SaidByKind } from '../../../platform/thread/index.ts'

/** What a text can come from: what working groups reported. A report goes with its group when that is hidden. */
export const groupsSaid: SaidByKind<'group-report'> = {
  'group-report': ({ jurisdiction }, about) => sql`
    select r.id, g.id as within, g.number * 1000 + r.number as at
    from arena.working_group g
    join arena.group_report r on r.jurisdiction_id = g.jurisdiction_id and r.working_group_id = g.id
    where g.jurisdiction_id = ${jurisdiction} and ${ofCase('g.problem_id', about)}
      and ${about.words ? saysWords(sql`r.title || ' ' || r.text`, about.words.typed) : sql`true`}`,
}
