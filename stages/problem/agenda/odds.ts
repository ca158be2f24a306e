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
  // Each number from its own few rows: this stands on the form of raising and on the body's list.
  const year = sql`p.source is null and p.raised_at > ${now}::timestamptz - interval '12 months' and p.raised_at <= ${now}`
  const { rows } = await sql<Odds>`
    select
      (select count(*) from problem.problem p where p.jurisdiction_id = ${read.jurisdiction} and ${year}) as raised,
      (select count(distinct s.problem_id) from problem.sponsorship s
        join problem.problem p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.problem_id
        where s.jurisdiction_id = ${read.jurisdiction} and ${year}) as "takenUp",
      (select count(distinct o.problem_id) from problem.answer_owed o
        join problem.problem p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.problem_id
        where o.jurisdiction_id = ${read.jurisdiction} and ${year}) as reached,
      (select count(distinct o.problem_id) from problem.answer_owed o
        join problem.problem p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.problem_id
        where o.jurisdiction_id = ${read.jurisdiction} and o.answered_at is null and o.due_at < ${now} and ${year}) as late`.execute(
    read,
  )
  return rows[0] ?? { raised: 0, takenUp: 0, reached: 0, late: 0 }
}
