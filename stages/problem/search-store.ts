import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../platform/db/index.ts'

export type ProblemHit = { readonly id: Id<'problem'>; readonly piece: string }

/** Cases in whose framings, present, earlier or proposed, these words stand. What is hidden is not looked at. */
export function searchProblems(read: Read, words: Sought, limit: number): Promise<readonly ProblemHit[]> {
  return bestOf<Pick<ProblemHit, 'id'>>(
    read,
    sql`
      select f.problem_id as id,
        string_agg(f.question || ' ' || f.what_happens || ' ' || f.who_is_affected, ' ' order by f.state <> 'current', f.number desc)
          as searched
      from problem.framing f
      where not exists (
        select from moderation.hidden h where h.jurisdiction_id = f.jurisdiction_id and h.about_id in (f.id, f.problem_id)
      )
      group by f.problem_id`,
    words,
    { limit, loosely: true },
  )
}
