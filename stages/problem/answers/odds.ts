import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

/** What became of the problems residents raised in the last year, from the place's own record. */
export type Odds = {
  readonly raised: number
  /** A politician leads it now, or the body took it up. */
  readonly takenUp: number
  readonly reached: number
  /** Wait past the day by which the answer was due. */
  readonly late: number
}

/**
 * The odds of a resident who is about to write: what politicians and organisations raised says nothing of them, nor what goes on in another
 * problem or another place, nor parts of one that is counted. What staff wrote down for somebody counts.
 */
export async function oddsOf(read: Read, now: Temporal.Instant): Promise<Odds> {
  const place = read.jurisdiction
  const { rows } = await sql<Odds>`
    with counted as (
      select p.id from problem.problem p
      where p.jurisdiction_id = ${place} and p.source is null
        and p.raised_at > ${now}::timestamptz - interval '12 months' and p.raised_at <= ${now}
        and not exists (
          select from identity.account a
          where a.jurisdiction_id = p.jurisdiction_id and a.id = p.raised_by
            and (a.person_id is not null or a.organisation is not null)
        )
        and not exists (
          select from problem.merger m
          where m.jurisdiction_id = p.jurisdiction_id and m.problem_id = p.id and m.undone_at is null
        )
        and not exists (select from problem.part t where t.jurisdiction_id = p.jurisdiction_id and t.part_id = p.id)
        and not exists (
          select from problem.handover_in h where h.jurisdiction_id = p.jurisdiction_id and h.problem_id = p.id
        )
        and not exists (
          select from problem.handover_out h
          where h.jurisdiction_id = p.jurisdiction_id and h.problem_id = p.id and h.kind = 'whole' and h.state = 'accepted'
        )
    ), taken as (
      select s.problem_id as id from problem.sponsorship s
      where s.jurisdiction_id = ${place} and s.ended_at is null
      union
      select b.problem_id from problem.body_answer b
      where b.jurisdiction_id = ${place} and b.outcome = 'taken-up' and b.confirmed_at is not null
      union
      select b.problem_id from problem.body_business b where b.jurisdiction_id = ${place} and b.why = 'mandate'
    ), owed as (
      select o.problem_id as id, bool_or(o.answered_at is null and o.due_at < ${now}) as is_late
      from problem.answer_owed o
      where o.jurisdiction_id = ${place}
      group by o.problem_id
    )
    select count(*) as raised, count(taken.id) as "takenUp", count(owed.id) as reached,
      count(*) filter (where owed.is_late) as late
    from counted
    left join taken on taken.id = counted.id
    left join owed on owed.id = counted.id`.execute(read)
  return rows[0] ?? { raised: 0, takenUp: 0, reached: 0, late: 0 }
}
