import { addresses, type Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
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

const columns = ['id', 'stage', 'message', 'values', 'address', 'params', 'at', 'read_at'] as const

/** What she was told, newest first. */
export async function noticesOf(read: Read, account: Id<'account'>): Promise<readonly Notice[]> {
  const rows = await read
    .selectFrom('notices.notice')
    .select(columns)
    .where('account_id', '=', account)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.flatMap(noticeFrom)
}

type Unread = { readonly newest: readonly Notice[]; readonly count: number }

/** What she was told of one case and has not read, whatever else she was told since: the newest, and how many there are. */
export async function unreadAbout(
  read: Read,
  account: Id<'account'>,
  { problem, limit }: { readonly problem: string; readonly limit: number },
): Promise<Unread> {
  const hers = read
    .selectFrom('notices.notice')
    .where('account_id', '=', account)
    .where('read_at', 'is', null)
    .where(sql<string>`params ->> 'problem'`, '=', problem)
    .where('address', 'in', Object.keys(addresses))
  const [rows, { count }] = await Promise.all([
    hers.select(columns).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute(),
    hers.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ])
  return { newest: rows.flatMap(noticeFrom), count }
}

type Row = {
  readonly id: Notice['id']
  readonly stage: string
  readonly message: string
  readonly values: unknown
  readonly address: string
  readonly params: unknown
  readonly at: Temporal.Instant
  readonly read_at: Temporal.Instant | null
}

/** None for a page that a later release no longer has. */
function noticeFrom(row: Row): readonly Notice[] {
  if (!(row.address in addresses)) return []
  return [
    {
      id: row.id,
      stage: row.stage,
      message: row.message,
      values: row.values as Values, // written by the job alone, as are the parameters
      address: row.address as Address,
      params: row.params as Values,
      at: row.at,
      isRead: row.read_at !== null,
    },
  ]
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
