import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, lockExclusive, type Database } from '../../platform/db/index.ts'

/** Every vote up to this instant is written: whoever was voting had the lock of the consultation, and has ended. */
export function settledInstant(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  consultation: Id<'consultation'>,
): Promise<Temporal.Instant> {
  return database.transact(jurisdiction, null, async (tx) => {
    await lockExclusive(tx, consultation)
    return clock(tx)
  })
}
