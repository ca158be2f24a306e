import { randomInt } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { lockExclusive, type Read, type Tx } from '../../db/index.ts'

export type DeskNumber = { readonly number: number; readonly endsAt: Temporal.Instant }

/** The number she says at a desk, as it stands on her own page. */
export async function deskNumberOf(
  read: Read,
  account: Id<'account'>,
  now: Temporal.Instant,
): Promise<DeskNumber | undefined> {
  const row = await read
    .selectFrom('identity.residence_desk')
    .select(['number', 'ends_at'])
    .where('account_id', '=', account)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row && { number: row.number, endsAt: row.ends_at }
}

/** A new one in place of the one before; of the numbers others have none. */
export async function putDeskNumber(
  tx: Tx,
  account: Id<'account'>,
  { now, endsAt }: { readonly now: Temporal.Instant; readonly endsAt: Temporal.Instant },
): Promise<void> {
  await lockExclusive(tx, `${tx.jurisdiction} numbers for the desk`)
  await tx
    .deleteFrom('identity.residence_desk')
    .where((where) => where.or([where('ends_at', '<=', now), where('account_id', '=', account)]))
    .execute()
  const taken = new Set(
    (await tx.selectFrom('identity.residence_desk').select('number').execute()).map(({ number }) => number),
  )
  let number = randomInt(100_000, 1_000_000)
  while (taken.has(number)) number = randomInt(100_000, 1_000_000)
  await tx
    .insertInto('identity.residence_desk')
    .values({ jurisdiction_id: tx.jurisdiction, account_id: account, number, ends_at: endsAt })
    .execute()
}

export async function accountAtDesk(tx: Tx, number: number, now: Temporal.Instant): Promise<Id<'account'> | undefined> {
  const row = await tx
    .selectFrom('identity.residence_desk')
    .select('account_id')
    .where('number', '=', number)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row?.account_id
}

export const seenBy = ['paper-with-picture', 'card-of-place', 'known'] as const
export const homeBy = ['register', 'letter-of-authority', 'contract'] as const

/** What one of staff saw: by what she knew who it is, and by what that she lives here. */
export type Seen = {
  readonly number: number
  readonly account: Id<'account'>
  readonly name: string
  readonly seenBy: (typeof seenBy)[number]
  readonly homeBy: (typeof homeBy)[number]
  readonly reason: string
  readonly recordedBy: Id<'account'>
  readonly recordedAt: Temporal.Instant
  readonly isConfirmed: boolean
}

export type NewSeen = Pick<Seen, 'account' | 'seenBy' | 'homeBy' | 'reason' | 'recordedBy'> & {
  readonly at: Temporal.Instant
}

/** Her number is used: it is not said twice. */
export async function putSeen(tx: Tx, seen: NewSeen): Promise<{ readonly number: number }> {
  await lockExclusive(tx, `${tx.jurisdiction} seen at a desk`)
  const last = await tx
    .selectFrom('identity.residence_seen')
    .select((select) => select.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('identity.residence_seen')
    .values({
      jurisdiction_id: tx.jurisdiction,
      number,
      account_id: seen.account,
      seen_by: seen.seenBy,
      home_by: seen.homeBy,
      reason: seen.reason,
      recorded_by: seen.recordedBy,
      recorded_at: seen.at,
    })
    .execute()
  await tx.deleteFrom('identity.residence_desk').where('account_id', '=', seen.account).execute()
  return { number }
}

/** What waits for a second one of staff, the oldest first. */
export async function seenWaiting(read: Read): Promise<readonly Seen[]> {
  const rows = await seenRows(read).where('s.confirmed_at', 'is', null).orderBy('s.number').execute()
  return rows.map(seenOf)
}

export async function seenByNumber(read: Read, number: number): Promise<Seen | undefined> {
  const row = await seenRows(read).where('s.number', '=', number).executeTakeFirst()
  return row && seenOf(row)
}

export async function waitsAtDesk(read: Read, account: Id<'account'>): Promise<boolean> {
  const row = await read
    .selectFrom('identity.residence_seen')
    .select('number')
    .where('account_id', '=', account)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function seenSince(read: Read, by: Id<'account'>, since: Temporal.Instant): Promise<number> {
  const rows = await read
    .selectFrom('identity.residence_seen')
    .select('number')
    .where('recorded_by', '=', by)
    .where('recorded_at', '>', since)
    .execute()
  return rows.length
}

export async function confirmSeen(
  tx: Tx,
  number: number,
  { by, at }: { readonly by: Id<'account'>; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('identity.residence_seen')
    .set({ confirmed_by: by, confirmed_at: at })
    .where('number', '=', number)
    .execute()
}

/** Sent back: nothing of it is kept, and she may come again. */
export async function dropSeen(tx: Tx, number: number): Promise<void> {
  await tx.deleteFrom('identity.residence_seen').where('number', '=', number).execute()
}

function seenRows(read: Read) {
  return read
    .selectFrom('identity.residence_seen as s')
    .innerJoin('identity.account as a', (join) =>
      join.onRef('a.jurisdiction_id', '=', 's.jurisdiction_id').onRef('a.id', '=', 's.account_id'),
    )
    .select([
      's.number',
      's.account_id as account',
      'a.name',
      's.seen_by as seenBy',
      's.home_by as homeBy',
      's.reason',
      's.recorded_by as recordedBy',
      's.recorded_at as recordedAt',
      's.confirmed_at as confirmedAt',
    ])
}

type Row = Omit<Seen, 'seenBy' | 'homeBy' | 'isConfirmed'> & {
  readonly seenBy: string
  readonly homeBy: string
  readonly confirmedAt: Temporal.Instant | null
}

function seenOf({ confirmedAt, ...row }: Row): Seen {
  return {
    ...row,
    seenBy: row.seenBy as Seen['seenBy'], // held by a check constraint, as is the next
    homeBy: row.homeBy as Seen['homeBy'],
    isConfirmed: confirmedAt !== null,
  }
}
