import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** The database's time at this very statement: ask it after taking the lock that guards a deadline. */
export async function clock(tx: Tx): Promise<Temporal.Instant> {
  if (tx.fixedNow) return tx.fixedNow
  const { rows } = await sql<{ now: Temporal.Instant }>`select clock_timestamp() as now`.execute(tx)
  return rows[0]?.now ?? tx.now
}
