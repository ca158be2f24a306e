import { addresses, type Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../db/index.ts'
import type { Values } from '../i18n/index.ts'

/** Something a person was told: words of a stage, and where to read on. */
export type Notice = {
  readonly id: Id<'notice'>
  readonly stage: string
  readonly message: string
  readonly values: Values
  readonly address: Address
  /** Parameters of the address besides language and place. */
  readonly params: Values
  readonly at: Temporal.Instant
  readonly isRead: boolean
}

const mostShown = 100

/** What she was told, newest first. */
export async function noticesOf(read: Read, account: Id<'account'>): Promise<readonly Notice[]> {
  const rows = await read
    .selectFrom('notices.notice')
    .select(['id', 'stage', 'message', 'values', 'address', 'params', 'at', 'read_at'])
    .where('account_id', '=', account)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
  return rows
    .filter((row) => row.address in addresses) // a page that a later release no longer has
    .map((row) => ({
      id: row.id,
      stage: row.stage,
      message: row.message,
      values: row.values as Values, // written by the job alone, as are the parameters
      address: row.address as Address,
      params: row.params as Values,
      at: row.at,
      isRead: row.read_at !== null,
    }))
}

export async function unreadCount(read: Read, account: Id<'account'>): Promise<number> {
  const { count } = await read
    .selectFrom('notices.notice')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('account_id', '=', account)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function markRead(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx
    .updateTable('notices.notice')
    .set({ read_at: tx.now })
    .where('account_id', '=', account)
    .where('read_at', 'is', null)
    .execute()
}
