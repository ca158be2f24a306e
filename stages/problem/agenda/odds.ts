import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

/** What became of the problems of the last year, from the place's own record. */
export type Odds = {
  readonly raised: number
  /** A politician took it up, by herself or by the body's decision. */
  readonly takenUp: number
  readonly reached: number
  /** Wait past the day by which the answer was due. */
  readonly late: number
}

export async function oddsOf(read: Read, now: Temporal.Instant): Promise<Odds> {
  const { rows } = await sql<Odds>`
    select count(*) as raised, count(*) filter (where s.is_taken) as "takenUp", count(*) filter (where o.is_owed) as reached,
      count(*) filter (where o.is_late) as late
    from problem.problem p
    left join (
      select jurisdiction_id, problem_id, true as is_taken from problem.sponsorship group by jurisdiction_id, problem_id
    ) s on s.jurisdiction_id = p.jurisdiction_id and s.problem_id = p.id
    left join (
      select jurisdiction_id, problem_id, true as is_owed, bool_or(answered_at is null and due_at < ${now}) as is_late
      from problem.answer_owed
      group by jurisdiction_id, problem_id
    ) o on o.jurisdiction_id = p.jurisdiction_id and o.problem_id = p.id
    where p.source is null and p.raised_at > ${now}::timestamptz - interval '12 months' and p.raised_at <= ${now}`.execute(
    read,
  )
  return rows[0] ?? { raised: 0, takenUp: 0, reached: 0, late: 0 }
}
