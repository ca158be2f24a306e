import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, type Read, type Tx } from '../db/index.ts'
import type { Bound } from './session.ts'

/** Long enough to find the device and lay a finger on it. */
export const minutesToAnswer = 5

export type Challenge = {
  /** What the device signs. */
  readonly bytes: Buffer
  /** Whose passkey is to be added; null to sign in. */
  readonly account: Id<'account'> | null
}

/** Something new to sign, for the browser that gets the token and for no other. */
export async function makeChallenge(tx: Tx, account: Id<'account'> | null): Promise<Bound> {
  const token = randomBytes(32).toString('base64url')
  const expires = (await clock(tx)).add({ minutes: minutesToAnswer })
  await tx
    .insertInto('identity.challenge')
    .values({
      jurisdiction_id: tx.jurisdiction,
      browser_hash: createHash('sha256').update(token).digest(),
      challenge: randomBytes(32),
      account_id: account,
      expires_at: expires,
    })
    .execute()
  return { token, expires }
}

/** The one that waits in this browser, for its page. */
export async function waitingChallenge(
  read: Read,
  browser: Buffer,
  now: Temporal.Instant,
): Promise<Challenge | undefined> {
  const row = await read
    .selectFrom('identity.challenge')
    .selectAll()
    .where('browser_hash', '=', browser)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && { bytes: row.challenge, account: row.account_id }
}

/** Uses it up, whatever the answer turns out to be. */
export async function takeChallenge(tx: Tx, browser: Buffer): Promise<Challenge | undefined> {
  const row = await tx
    .deleteFrom('identity.challenge')
    .where('browser_hash', '=', browser)
    .returningAll()
    .executeTakeFirst()
  if (!row || Temporal.Instant.compare(row.expires_at, await clock(tx)) <= 0) return undefined
  return { bytes: row.challenge, account: row.account_id }
}

export async function forgetChallenges(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('identity.challenge')
    .where('expires_at', '<=', await clock(tx))
    .execute()
}
