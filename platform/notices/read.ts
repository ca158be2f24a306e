import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../db/index.ts'
import type { Values } from '../i18n/index.ts'

/** A notice before it has words: its stage says them in the reader's language. */
export type Notice = {
  readonly id: Id<'notice'>
  readonly stage: string
  readonly message: string
  readonly values: Values
  readonly address: Address
  readonly params: Readonly<Record<string, string | number>>
  readonly at: Temporal.Instant
  readonly isRead: boolean
}

export async function noticesOf(read: Read, account: Id<'account'>): Promise<readonly Notice[]> {
  const rows = await read
    .selectFrom('notices.notice')
    .select(['id', 'stage', 'message', 'values', 'address', 'params', 'at', 'read_at'])
    .where('account_id', '=', account)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    stage: row.stage,
    message: row.message,
    values: row.values as Values, // this and the next two are written by `tell` alone
    address: row.address as Address,
    params: row.params as Notice['params'],
    at: row.at,
    isRead: row.read_at !== null,
  }))
}

export async function unreadCount(read: Read, account: Id<'account'>): Promise<number> {
  const row = await read
    .selectFrom('notices.notice')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('account_id', '=', account)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}

export async function markRead(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx
    .updateTable('notices.notice')
    .set({ read_at: tx.now })
    .where('account_id', '=', account)
    .where('read_at', 'is', null)
    .execute()
}
