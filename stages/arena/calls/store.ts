import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'

export type NewCall = {
  readonly profiles: readonly Id<'profile'>[]
  readonly by: Id<'account'>
  readonly closesAt: Temporal.Instant
}

/** From now on the call of the case closes then: the database moves its day with this row. */
export async function putCallAgain(
  tx: Tx,
  problem: Id<'problem'>,
  { profiles, by, closesAt }: NewCall,
): Promise<number> {
  const { rows } = await sql<{ readonly number: number }>`
    insert into arena.call_again (jurisdiction_id, problem_id, number, profiles, opened_by, opened_at, closes_at)
    select ${tx.jurisdiction}, ${problem}, coalesce(max(c.number), 0) + 1, ${[...profiles]}::uuid[], ${by}, ${tx.now}, ${closesAt}
    from arena.call_again c
    where c.problem_id = ${problem}
    returning number`.execute(tx)
  const number = rows[0]?.number
  if (number === undefined) throw new Error('an insert returns its row')
  return number
}
