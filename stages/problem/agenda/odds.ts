import { sql, type RawBuilder } from 'kysely'
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
  // `limit 1`: each problem is looked up by its key, however many the planner takes a year to have.
  const ofTheYear = (some: RawBuilder<unknown>) => sql`(
    select count(*) from (${some}) s
    cross join lateral (
      select from problem.problem p where p.jurisdiction_id = ${read.jurisdiction} and p.id = s.problem_id and ${year} limit 1
    ) p)`
  const owed = sql`select distinct o.problem_id from problem.answer_owed o where o.jurisdiction_id = ${read.jurisdiction}`
  const sponsored = sql`
    select distinct s.problem_id from problem.sponsorship s where s.jurisdiction_id = ${read.jurisdiction}`
  const { rows } = await sql<Odds>`
    select
      (select count(*) from problem.problem p where p.jurisdiction_id = ${read.jurisdiction} and ${year}) as raised,
      ${ofTheYear(sponsored)} as "takenUp", ${ofTheYear(owed)} as reached,
      ${ofTheYear(sql`${owed} and o.answered_at is null and o.due_at < ${now}`)} as late`.execute(read)
  return rows[0] ?? { raised: 0, takenUp: 0, reached: 0, late: 0 }
}
