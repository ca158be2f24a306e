import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import { hasNotComeBack } from '../referrals/store.ts'
import type { AnswerStanding } from './counting-rules.ts'

/**
 * What the rule asks of an answer, read in one way wherever it is counted: columns of version `v` of an answer that stands, in package
 * `k` of the place `j`.
 */

/** The body has voted for these words; of a told case its source says so. */
const isCarried = sql<boolean>`(v.source is not null or coalesce((
  select w.is_carried from decision.answer_vote w
  where w.jurisdiction_id = v.jurisdiction_id and w.answer_id = v.answer_id and w.version = v.version
), false))`

/**
 * It waits for a day somebody named: put off by who signed it, or passed on by the body and not back. Passing on that is only proposed
 * binds nobody yet.
 */
export const isPutOff = sql<boolean>`(v.kind = 'park' or v.kind = 'refer' and ${isCarried} and ${hasNotComeBack})`

/** Votes for earlier words of the same answer count too: who answered by her day and says it better later was in time. */
const answeredOn = sql<Temporal.PlainDate | null>`(
  select min(r.decided_on)
  from decision.put_to_vote p
  join directory.resolution r on r.jurisdiction_id = p.jurisdiction_id and r.id = p.resolution_id
  join decision.answer_version c
    on c.jurisdiction_id = p.jurisdiction_id and c.answer_id = p.answer_id and c.version = p.version
  where p.jurisdiction_id = v.jurisdiction_id and p.answer_id = v.answer_id
    and r.confirmed_at is not null and r.is_carried and c.kind not in ('park', 'unknown')
)`

/** Of a told case no clock of ours runs. */
const dueOn = sql<Temporal.PlainDate | null>`case when k.source is null then (k.due_at at time zone j.time_zone)::date end`

/** All of it but `v.kind`. */
export const standing = sql`
  ${isCarried} as "isCarried", ${answeredOn} as "answeredOn", ${dueOn} as "dueOn"`

export type NumberedStanding = AnswerStanding & { readonly number: number }

/** Every recommendation of a case that was handed over, by number. */
export async function standingsIn(read: Read, problem: Id<'problem'>): Promise<readonly NumberedStanding[]> {
  const { rows } = await sql<NumberedStanding>`
    select i.number, v.kind, ${standing}
    from decision.package k
    join directory.jurisdiction j on j.id = k.jurisdiction_id
    join decision.item i on i.jurisdiction_id = k.jurisdiction_id and i.package_id = k.id
    left join decision.current_answer v on v.jurisdiction_id = i.jurisdiction_id and v.recommendation_id = i.recommendation_id
    where k.problem_id = ${problem}
    order by i.number`.execute(read)
  return rows
}
