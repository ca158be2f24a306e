import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../../platform/db/index.ts'

type Hit = {
  readonly id: Id<'working-group'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
}

/** Working groups in whose question, task or reports these words stand; what was hidden is not looked at. */
export function searchGroups(read: Read, words: Sought, limit: number): Promise<readonly Hit[]> {
  return bestOf(
    read,
    sql`
      select g.id, g.problem_id as problem, g.number, g.question as title,
        concat_ws(' ', g.question, g.works_on, r.said) as searched
      from arena.working_group g
      cross join lateral (
        select string_agg(r.title || ' ' || r.text, ' ' order by r.number) as said
        from arena.group_report r
        where r.jurisdiction_id = g.jurisdiction_id and r.working_group_id = g.id and not exists (
          select from moderation.hidden h where h.jurisdiction_id = r.jurisdiction_id and h.about_id = r.id
        )
      ) r`,
    words,
    { limit },
  )
}
