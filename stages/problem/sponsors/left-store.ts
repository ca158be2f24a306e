import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

export type LeftCase = { readonly problem: Id<'problem'>; readonly people: readonly Id<'person'>[] }

/** Cases that were taken up, and none of whose politicians holds a seat on that day: the newest first. */
export async function leftCases(read: Read, today: Temporal.PlainDate, limit: number): Promise<readonly LeftCase[]> {
  const { rows } = await sql<LeftCase>`
    select l.problem_id as problem, (
      select array_agg(s.person_id::uuid order by s.at) from problem.sponsorship s
      where s.jurisdiction_id = l.jurisdiction_id and s.problem_id = l.problem_id and s.ended_at is null
    ) as people
    from problem.listing l
    where l.jurisdiction_id = ${read.jurisdiction} and l.is_led and l.state not in ('told', 'merged')
      and not exists (
        select from problem.sponsorship s
        join directory.membership m on m.jurisdiction_id = s.jurisdiction_id and m.person_id = s.person_id
        join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
        where s.jurisdiction_id = l.jurisdiction_id and s.problem_id = l.problem_id and s.ended_at is null
          and (m.starts_on is null or m.starts_on <= ${today}) and (m.ends_on is null or m.ends_on >= ${today})
      )
      and not exists (
        select from moderation.hidden h where h.jurisdiction_id = l.jurisdiction_id and h.about_id = l.problem_id
      )
    order by l.raised_at desc, l.problem_id desc
    limit ${limit}`.execute(read)
  return rows
}
