import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type LegalGround = { readonly number: number; readonly words: string }

/** The grounds the place allows now, in the order they were listed. */
export async function groundsOf(read: Read): Promise<readonly LegalGround[]> {
  return read
    .selectFrom('meeting.legal_ground')
    .select(['number', 'words'])
    .where('ended_at', 'is', null)
    .orderBy('number')
    .execute()
}

export async function putGround(tx: Tx, words: string, by: Id<'account'>): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into meeting.legal_ground (jurisdiction_id, number, words, listed_by, listed_at)
    select ${tx.jurisdiction}, coalesce(max(number), 0) + 1, ${words}, ${by}, ${tx.now}
    from meeting.legal_ground
    where jurisdiction_id = ${tx.jurisdiction}
    returning number`.execute(tx)
  return rows[0]?.number ?? 1
}

export async function endGround(tx: Tx, number: number): Promise<void> {
  await tx.updateTable('meeting.legal_ground').set({ ended_at: tx.now }).where('number', '=', number).execute()
}
