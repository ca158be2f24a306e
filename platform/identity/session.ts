import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, type Tx } from '../db/index.ts'
import { hoursRemembered } from './attempt-rules.ts'

/** A month: long enough for a meeting series' rhythm, short enough to forget a lost phone. */
const sessionDays = 30

/** Opens a session and returns its token; only the hash of it is kept. A new one is made at each sign-in. */
export async function openSession(
  tx: Tx,
  account: Id<'account'>,
): Promise<{ token: string; expires: Temporal.Instant }> {
  const token = randomBytes(32).toString('base64url')
  const expires = (await clock(tx)).add({ hours: 24 * sessionDays })
  await tx
    .insertInto('identity.session')
    .values({
      jurisdiction_id: tx.jurisdiction,
      token_hash: createHash('sha256').update(token).digest(),
      account_id: account,
      expires_at: expires,
    })
    .execute()
  return { token, expires }
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('identity.session').where('token_hash', '=', tokenHash).execute()
}

export async function endAllSessions(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx.deleteFrom('identity.session').where('account_id', '=', account).execute()
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
