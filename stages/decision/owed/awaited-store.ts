import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import type { OwedAsked, OwedCounts } from '../../../platform/thread/index.ts'

/** SQL of what is owed around the answers: a reply half way, a reply to a question of a meeting, the word on the return. */

export type Awaited = {
  readonly kind: 'reply' | 'question' | 'return'
  readonly problem: Id<'problem'>
  readonly slug: string
  /** Of the direction or the question; null for a return. */
  readonly number: number | null
  readonly body: Id<'body'>
  readonly due: Temporal.Instant
  readonly doneAt: Temporal.Instant | null
}

/** A day ends as `endOfDay` counts it. */
const endOf = (day: string) => sql`(${sql.raw(day)} + 1)::timestamp at time zone j.time_zone - interval '1 millisecond'`

const awaited = sql`
  select 'reply' as kind, d.problem_id as problem, d.number, d.body_id as body, d.due_at as due, r.at as "doneAt"
  from decision.direction d
  left join lateral (
    select r.at from decision.direction_reply r
    where r.jurisdiction_id = d.jurisdiction_id and r.direction_id = d.id
    order by r.at
    limit 1
  ) r on true
  where d.due_at is not null and (r.at is not null or not exists (
    select from decision.package k where k.jurisdiction_id = d.jurisdiction_id and k.problem_id = d.problem_id
  ))
  union all
  select 'question', k.problem_id, q.number, k.body_id, ${endOf("case q.round when 'response' then k.meeting_on else k.return_on end")},
    q.replied_at
  from decision.meeting_question q
  join decision.package k on k.jurisdiction_id = q.jurisdiction_id and k.id = q.package_id
  join directory.jurisdiction j on j.id = k.jurisdiction_id
  where q.reply is not null or not exists (
    select from moderation.hidden h where h.jurisdiction_id = q.jurisdiction_id and h.about_id = q.id
  )
  union all
  select 'return', k.problem_id, null, k.body_id, ${endOf('k.return_on')}, r.at
  from decision.package k
  join directory.jurisdiction j on j.id = k.jurisdiction_id
  left join decision.return_report r on r.jurisdiction_id = k.jurisdiction_id and r.package_id = k.id
  where k.source is null and k.return_on is not null`

const columns = sql`
  select a.kind, a.problem, p.slug, a.number, a.body, a.due, a."doneAt"
  from (${awaited}) a
  join problem.problem p on p.id = a.problem`

/** In these cases all of it; of the place what presses most, and what was given last. */
export async function awaitedBy(read: Read, asked: OwedAsked): Promise<readonly Awaited[]> {
  if ('problems' in asked) {
    if (asked.problems.length === 0) return []
    const { rows } = await sql<Awaited>`
      ${columns} where a.problem = any(${asked.problems}::uuid[]) order by a.due, a.number`.execute(read)
    return rows
  }
  // One walk over all of it for both lists; cases are looked up for what is listed.
  const { rows } = await sql<Awaited>`
    with a as materialized (${awaited})
    select a.kind, a.problem, p.slug, a.number, a.body, a.due, a."doneAt"
    from (
      (select * from a where a."doneAt" is null order by a.due, a.problem, a.number limit ${asked.open})
      union all
      (select * from a where a."doneAt" is not null order by a.due desc, a.problem, a.number limit ${asked.given})
    ) a
    join problem.problem p on p.id = a.problem
    order by a."doneAt" is not null, a.due, p.slug, a.number`.execute(read)
  return rows
}

export async function awaitedCounts(read: Read, now: Temporal.Instant): Promise<OwedCounts> {
  const { rows } = await sql<OwedCounts>`
    select count(*) filter (where a."doneAt" is null) as open,
      count(*) filter (where a."doneAt" is null and a.due < ${now}) as late,
      count(*) filter (where a."doneAt" is not null) as given
    from (${awaited}) a`.execute(read)
  return rows[0] ?? { open: 0, late: 0, given: 0 }
}
