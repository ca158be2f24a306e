import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Tx } from '../../../platform/db/index.ts'

/** What a problem has come to in the place that took it up, in the order of the process. */
export const steps = ['mandate', 'group', 'proposal', 'answer', 'delivery', 'outcome'] as const
export type Step = (typeof steps)[number]

export type StepThere = { readonly handover: Id<'handover'>; readonly step: Step; readonly at: Temporal.Instant }

/** False when it was known already: of each step the first time counts. */
export async function putStep(tx: Tx, { handover, step, at }: StepThere): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('problem.handover_step')
    .values({ jurisdiction_id: tx.jurisdiction, handover_id: handover, step, happened_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The first one first. */
export const stepsThere = listsBy(
  ({ handover }: StepThere) => handover,
  async (read, handovers) => {
    const { rows } = await sql<StepThere>`
      select s.handover_id as handover, s.step, s.happened_at as at
      from problem.handover_step s
      where s.handover_id = any(${handovers}::uuid[])
      order by s.happened_at, s.step`.execute(read)
    return rows
  },
)
