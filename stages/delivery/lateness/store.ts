import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { LateDays, LateStep } from './rules.ts'

export type Fallen = { readonly id: Id<'commitment'>; readonly dueOn: Temporal.PlainDate }

/**
 * Open commitments whose next day is over, of which somebody has still to be told. First those that have a day that is over,
 * by the indexes; what they owe first is worked out for these alone. The caller looks again under the lock.
 */
export async function fallenLate(read: Read, days: LateDays): Promise<readonly Fallen[]> {
  const { rows } = await sql<Fallen>`
    with passed as (
      select c.id from delivery.commitment c
      where c.confirmed_at is not null and c.standing not in ('kept', 'dropped', 'unknown')
        and c.next_report_on <= ${days.owner}
      union
      select m.commitment_id from delivery.milestone m where m.reached_on is null and m.due_on <= ${days.owner}
    )
    select c.id, d.due_on as "dueOn"
    from passed
    join delivery.commitment c on c.id = passed.id
    cross join lateral (
      select case when c.standing = 'reopened' then c.next_report_on else least(c.next_report_on, min(m.due_on)) end as due_on
      from delivery.milestone m
      where m.jurisdiction_id = c.jurisdiction_id and m.commitment_id = c.id and m.reached_on is null
    ) d
    where c.confirmed_at is not null and c.source is null and c.standing not in ('kept', 'dropped', 'unknown')
      and exists (
        select from (values ('owner', ${days.owner}::date), ('chair', ${days.chair}::date), ('followers', ${days.followers}::date))
          s (step, latest)
        where d.due_on <= s.latest and not exists (
          select from delivery.late l
          where l.jurisdiction_id = c.jurisdiction_id and l.commitment_id = c.id and l.due_on = d.due_on and l.step = s.step
        )
      )
    order by d.due_on, c.id
    limit 100`.execute(read)
  return rows
}

export type Late = {
  readonly commitment: Id<'commitment'>
  readonly dueOn: Temporal.PlainDate
  readonly step: LateStep
}

/** False where it was told already. */
export async function putLate(tx: Tx, { commitment, dueOn, step }: Late): Promise<boolean> {
  const kept = await tx
    .insertInto('delivery.late')
    .values({ jurisdiction_id: tx.jurisdiction, commitment_id: commitment, due_on: dueOn, step, told_at: tx.now })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'commitment_id', 'due_on', 'step']).doNothing())
    .returning('step')
    .execute()
  return kept.length > 0
}
