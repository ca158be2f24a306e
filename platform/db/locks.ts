import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * Locks that touch no row, held until the transaction ends. Many share (votes); one excludes (closing).
 * Keys are hashed to 64 bits: two things that meet by chance wait for one another, and nothing worse.
 */
export async function lockShared(tx: Tx, id: Id | string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${id}, 0))`.execute(tx)
}

export async function lockExclusive(tx: Tx, id: Id | string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx)
}
