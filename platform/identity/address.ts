import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Read, type Tx } from '../db/index.ts'
import { accountById } from './account.ts'
import { mailboxOf } from './mailbox.ts'
import { removeAllPasskeys } from './passkey.ts'
import { endAllSessions, endOtherSessions, renewSession, type Bound } from './session.ts'

/** Whoever reads her mail once a week still comes in time. */
export const daysToUndo = 7

export type Change = {
  readonly account: Id<'account'>
  /** Shown to be hers by a code. */
  readonly email: string
  /** The session she acts with: it goes on under a new token, all others end. */
  readonly session: Buffer
}

export type Changed = {
  readonly old: string
  /** For the mail to the old address; only its hash is kept. */
  readonly undo: string
  readonly session: Bound
}

export async function changeAddress(
  tx: Tx,
  { account, email, session }: Change,
): Promise<Result<Changed, 'address-taken' | 'same-address' | 'signed-out'>> {
  await lockExclusive(tx, `mailbox ${tx.jurisdiction} ${mailboxOf(email)}`)
  await lockExclusive(tx, account)
  const known = await accountById(tx, account)
  if (!known || known.email === email) return refuse('same-address')
  if (await isTaken(tx, email, account)) return refuse('address-taken')
  const renewed = await renewSession(tx, session)
  if (!renewed) return refuse('signed-out')
  await endOtherSessions(tx, account, hashOf(renewed.token))
  await setAddress(tx, account, email)
  const undo = randomBytes(32).toString('base64url')
  const now = await clock(tx)
  await tx
    .insertInto('identity.address_undo')
    .values({
      jurisdiction_id: tx.jurisdiction,
      token_hash: hashOf(undo),
      account_id: account,
      old_email: known.email,
      old_mailbox: mailboxOf(known.email),
      changed_at: now,
      expires_at: now.add({ hours: 24 * daysToUndo }),
    })
    .execute()
  return accept({ old: known.email, undo, session: renewed })
}

export type Undoable = { readonly changedAt: Temporal.Instant; readonly until: Temporal.Instant }

/** Of a link that can still be pressed; undefined: it is over, or nobody's. */
export async function undoableChange(read: Read, token: string, now: Temporal.Instant): Promise<Undoable | undefined> {
  const row = await undoRow(read, token, now)
  return row && { changedAt: row.changed_at, until: row.expires_at }
}

/**
 * The account gets its old address back and nobody stays signed in. Changes after the one taken back lose their links: who took
 * an account by two changes cannot take it again by the second link.
 */
export async function undoAddress(tx: Tx, token: string): Promise<Result<Id<'account'>, 'over' | 'address-taken'>> {
  const known = await undoRow(tx, token, await clock(tx))
  if (!known) return refuse('over')
  await lockExclusive(tx, known.account_id)
  const now = await clock(tx)
  const row = await undoRow(tx, token, now)
  if (!row) return refuse('over')
  if (await isTaken(tx, row.old_email, row.account_id)) return refuse('address-taken')
  await setAddress(tx, row.account_id, row.old_email)
  await tx
    .updateTable('identity.address_undo')
    .set({ ended_at: now })
    .where('account_id', '=', row.account_id)
    .where('changed_at', '>=', row.changed_at)
    .where('ended_at', 'is', null)
    .execute()
  await endAllSessions(tx, row.account_id)
  // Which of them the owner added nobody can tell any more.
  await removeAllPasskeys(tx, row.account_id)
  return accept(row.account_id)
}

/** An account moved away from this address, and can still be taken back: whoever signs in with it would begin a second one. */
export async function isMovedAway(read: Read, email: string, now: Temporal.Instant): Promise<boolean> {
  const row = await read
    .selectFrom('identity.address_undo')
    .select('account_id')
    .where('old_mailbox', '=', mailboxOf(email))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined && !(await isTaken(read, email, null))
}

export async function forgetUndone(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('identity.address_undo')
    .where('expires_at', '<=', await clock(tx))
    .execute()
}

/** Whether the mailbox of this address has an account, other than this one. */
async function isTaken(read: Read, email: string, but: Id<'account'> | null): Promise<boolean> {
  const rows = await read
    .selectFrom('identity.account')
    .select('id')
    .where((where) => where.or([where('email', '=', email), where('mailbox', '=', mailboxOf(email))]))
    .execute()
  return rows.some(({ id }) => id !== but)
}

async function setAddress(tx: Tx, account: Id<'account'>, email: string): Promise<void> {
  const mailbox = mailboxOf(email)
  await tx.updateTable('identity.account').set({ email, mailbox }).where('id', '=', account).execute()
}

async function undoRow(read: Read, token: string, now: Temporal.Instant) {
  return read
    .selectFrom('identity.address_undo')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
