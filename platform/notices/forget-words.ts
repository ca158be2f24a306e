import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { clock, lockExclusive, lockShared, type Tx } from '../db/index.ts'
import type { Values } from '../i18n/index.ts'
import type { Telling } from './tell.ts'

/**
 * Takes words out of everything people were told or are about to be told, and puts others in their place: what was hidden is not
 * read on in a notice, in a digest that goes out tomorrow, or in news the worker has not come to yet.
 */
export async function forgetWords(tx: Tx, words: string, instead: string): Promise<void> {
  await lockExclusive(tx, lockOf(tx))
  const forgotten = { instead, at: await clock(tx) }
  await tx
    .insertInto('notices.forgotten')
    .values({ jurisdiction_id: tx.jurisdiction, sha256: hashOf(words), ...forgotten })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'sha256']).doUpdateSet(forgotten))
    .execute()
  await sql`
    update notices.notice n
    set values = (
      select jsonb_object_agg(v.key, case when v.value = to_jsonb(${words}::text) then to_jsonb(${instead}::text) else v.value end)
      from jsonb_each(n.values) v
    )
    where exists (select from jsonb_each(n.values) v where v.value = to_jsonb(${words}::text))`.execute(tx)
}

/** The words of news as they may be told now, under a lock that whoever hides something waits for. */
export async function unforgotten(tx: Tx, { values, at }: Pick<Telling, 'values' | 'at'>): Promise<Values> {
  await lockShared(tx, lockOf(tx))
  const hashes = Object.values(values).flatMap((value) => (typeof value === 'string' ? hashOf(value) : []))
  if (hashes.length === 0) return values
  const rows = await tx
    .selectFrom('notices.forgotten')
    .select(['sha256', 'instead'])
    .where('sha256', 'in', hashes)
    // What happened after that is told in words that are shown again.
    .where('at', '>=', Temporal.Instant.from(at))
    .execute()
  const instead = new Map(rows.map((row) => [row.sha256, row.instead]))
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' ? (instead.get(hashOf(value)) ?? value) : value,
    ]),
  )
}

function lockOf({ jurisdiction }: Tx): string {
  return `words of notices in ${jurisdiction}`
}

function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}
