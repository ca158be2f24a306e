import { createHash, randomBytes } from 'node:crypto'
import type { Assurance } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { clock, type Read, type Tx } from '../db/index.ts'
import { hoursRemembered } from './attempt-rules.ts'
import { isOver, sessionDays } from './session-rules.ts'

/** What a person showed to come in. */
export type Means = 'code' | 'link' | 'passkey' | 'oidc' | 'set-up' | 'demonstration' | 'testing'

export type Opening = {
  readonly means: Means
  /** How sure this sign-in was; `low` unless the means prove more. */
  readonly assurance?: Exclude<Assurance, 'none'>
  /** In two words, such as "Firefox · Android" (`browserIn` of http). */
  readonly browser?: string
}

export type Bound = { readonly token: string; readonly expires: Temporal.Instant }

/** Opens a session and returns its token; only the hash of it is kept. A new one is made at each sign-in. */
export async function openSession(
  tx: Tx,
  account: Id<'account'>,
  { means, assurance = 'low', browser = '' }: Opening,
): Promise<Bound> {
  const { token, hash } = newSecret()
  const now = await clock(tx)
  const expires = now.add({ hours: 24 * sessionDays })
  await tx
    .insertInto('identity.session')
    .values({
      jurisdiction_id: tx.jurisdiction,
      token_hash: hash,
      account_id: account,
      means,
      assurance,
      browser,
      opened_at: now,
      authenticated_at: now,
      used_at: now,
      expires_at: expires,
    })
    .execute()
  return { token, expires }
}

/** The same session under a new token: what somebody may have copied before opens nothing any more. */
export async function renewSession(tx: Tx, tokenHash: Buffer): Promise<Bound | undefined> {
  const { token, hash } = newSecret()
  const row = await tx
    .updateTable('identity.session')
    .set({ token_hash: hash })
    .where('token_hash', '=', tokenHash)
    .returning('expires_at')
    .executeTakeFirst()
  return row && { token, expires: row.expires_at }
}

export type SessionLine = {
  readonly id: Id<'session'>
  readonly isThis: boolean
  readonly means: Means
  readonly browser: string
  readonly openedAt: Temporal.Instant
  readonly seenOn: Temporal.PlainDate
}

/** Where somebody is signed in, who holds an office or not; the session she asks with first. */
export async function sessionsOf(
  read: Read,
  account: Id<'account'>,
  { own, isOffice }: { readonly own: Buffer | undefined; readonly isOffice: boolean },
): Promise<readonly SessionLine[]> {
  const rows = await read
    .selectFrom('identity.session')
    .selectAll()
    .select(sql<Temporal.Instant>`clock_timestamp()`.as('now'))
    .where('account_id', '=', account)
    .orderBy('opened_at', 'desc')
    .execute()
  const alive = rows.filter(
    (row) => !isOver({ openedAt: row.opened_at, usedAt: row.used_at, expiresAt: row.expires_at }, row.now, isOffice),
  )
  const lines = alive.map((row) => ({
    id: row.id,
    isThis: own !== undefined && row.token_hash.equals(own),
    means: row.means as Means, // held by a check constraint
    browser: row.browser,
    openedAt: row.opened_at,
    seenOn: row.seen_on,
  }))
  return lines.toSorted((a, b) => Number(b.isThis) - Number(a.isThis))
}

/** The day; and of whoever holds an office the time, so that a session nobody uses ends. */
export async function noteSeen(tx: Tx, tokenHash: Buffer, isOffice: boolean): Promise<void> {
  await tx
    .updateTable('identity.session')
    .set({
      seen_on: sql`(clock_timestamp() at time zone 'UTC')::date`,
      ...(isOffice ? { used_at: sql<Temporal.Instant>`clock_timestamp()` } : {}),
    })
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** She has just shown once more who she is, in the session she acts with. */
export async function proveAnew(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx
    .updateTable('identity.session')
    .set({ authenticated_at: await clock(tx) })
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('identity.session').where('token_hash', '=', tokenHash).execute()
}

/** One of somebody's own, by its name; another person's stays. False where she has none of this name. */
export async function endSessionNamed(tx: Tx, account: Id<'account'>, id: Id<'session'>): Promise<boolean> {
  const ended = await tx
    .deleteFrom('identity.session')
    .where('id', '=', id)
    .where('account_id', '=', account)
    .returning('id')
    .execute()
  return ended.length > 0
}

export async function endAllSessions(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx.deleteFrom('identity.session').where('account_id', '=', account).execute()
}

/** All of somebody's but the one she acts with. */
export async function endOtherSessions(tx: Tx, account: Id<'account'>, own: Buffer): Promise<void> {
  await tx.deleteFrom('identity.session').where('account_id', '=', account).where('token_hash', '<>', own).execute()
}

/** Everybody's of the place, but the one that does it. */
export async function endEverySession(tx: Tx, but: Buffer | null): Promise<void> {
  await tx
    .deleteFrom('identity.session')
    .$if(but !== null, (all) => all.where('token_hash', '<>', but))
    .execute()
}

/** Takes away what opens nothing any more: sessions that ran out, attempts to sign in of yesterday. */
export async function forgetExpired(tx: Tx): Promise<void> {
  const now = await clock(tx)
  await tx.deleteFrom('identity.session').where('expires_at', '<=', now).execute()
  await tx
    .deleteFrom('identity.attempt')
    .where('asked_at', '<', now.subtract({ hours: hoursRemembered }))
    .execute()
}

function newSecret(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: createHash('sha256').update(token).digest() }
}
