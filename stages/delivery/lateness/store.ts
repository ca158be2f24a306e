import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { LateDays, LateStep } from './rules.ts'

export type Fallen = { readonly id: Id<'commitment'>; readonly dueOn: Temporal.PlainDate }

/** Open commitments whose day is over, of which somebody has still to be told. The caller looks again under the lock. */
export async function fallenLate(read: Read, days: LateDays): Promise<readonly Fallen[]> {
  const { rows } = await sql<Fallen>`
    select d.commitment_id as id, d.due_on as "dueOn"
    from delivery.due d
    where d.due_on <= ${days.owner} and exists (
      select from (values ('owner', ${days.owner}::date), ('chair', ${days.chair}::date), ('followers', ${days.followers}::date))
        s (step, latest)
      where d.due_on <= s.latest and not exists (
        select from delivery.late l
        where l.jurisdiction_id = d.jurisdiction_id and l.commitment_id = d.commitment_id and l.due_on = d.due_on and l.step = s.step
      )
    )
    order by d.due_on, d.commitment_id
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
