import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type DeadlineMove = {
  readonly number: number
  readonly was: Temporal.Instant
  readonly closesAt: Temporal.Instant
  readonly reason: string
  readonly movedAt: Temporal.Instant
}

/** In their order. */
export async function movesOf(read: Read, consultation: Id<'consultation'>): Promise<readonly DeadlineMove[]> {
  const { rows } = await sql<DeadlineMove>`
    select d.number, d.was, d.closes_at as "closesAt", d.reason, d.moved_at as "movedAt"
    from opinion.deadline_change d
    where d.consultation_id = ${consultation}
    order by d.number`.execute(read)
  return rows
}

export type NewMove = Omit<DeadlineMove, 'number'> & { readonly decided: string }

/** Under the exclusive lock of the consultation. */
export async function putMove(tx: Tx, consultation: Id<'consultation'>, move: NewMove): Promise<void> {
  const { length } = await movesOf(tx, consultation)
  await tx
    .insertInto('opinion.deadline_change')
    .values({
      jurisdiction_id: tx.jurisdiction,
      consultation_id: consultation,
      number: length + 1,
      was: move.was,
      closes_at: move.closesAt,
      reason: move.reason,
      decided: move.decided,
      moved_at: move.movedAt,
    })
    .execute()
  await tx
    .updateTable('opinion.consultation')
    .set({ closes_at: move.closesAt })
    .where('id', '=', consultation)
    .execute()
}
