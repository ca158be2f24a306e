import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Order } from './store.ts'

type Fallen = Pick<Order, 'id' | 'problem' | 'number'>

/** Orders whose day is over without an answer, of which nobody was told yet for that day. The caller looks again under the lock. */
export async function fallenOverdue(read: Read, now: Temporal.Instant): Promise<readonly Fallen[]> {
  const { rows } = await sql<Fallen>`
    select e.id, e.problem_id as problem, e.number
    from inquiry.evidence e
    left join lateral (
      select a.due_at, exists (
        select from inquiry.finding f
        where f.jurisdiction_id = a.jurisdiction_id and f.evidence_id = a.evidence_id and f.answerer = a.number
      ) as is_answered
      from inquiry.answerer a
      where a.jurisdiction_id = e.jurisdiction_id and a.evidence_id = e.id
      order by a.number desc
      limit 1
    ) last on true
    cross join lateral (select coalesce(last.due_at, e.wanted_by) as due_at) owed
    where e.withdrawn_at is null and e.merged_into is null and e.source is null
      and owed.due_at < ${now.toString()}::timestamptz
      and last.is_answered is not true
      and not exists (
        select from inquiry.overdue o
        where o.jurisdiction_id = e.jurisdiction_id and o.evidence_id = e.id and o.due_at = owed.due_at
      )
    order by owed.due_at, e.id
    limit 100`.execute(read)
  return rows
}

/** False where it is known already. */
export async function putOverdue(tx: Tx, order: Id<'evidence'>, dueAt: Temporal.Instant): Promise<boolean> {
  const kept = await tx
    .insertInto('inquiry.overdue')
    .values({ jurisdiction_id: tx.jurisdiction, evidence_id: order, due_at: dueAt, told_at: tx.now })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'evidence_id', 'due_at']).doNothing())
    .returning('due_at')
    .execute()
  return kept.length > 0
}
