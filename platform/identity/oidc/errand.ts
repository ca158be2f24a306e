import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, type Read, type Tx } from '../../db/index.ts'
import { hoursRemembered } from '../attempt-rules.ts'
import type { Proof } from './eid.ts'

export type Purpose = 'sign-in' | 'link' | 'prove'

/** A browser's way to a provider of electronic identities and back. */
export type Errand = {
  readonly provider: string
  readonly purpose: Purpose
  /** Who was signed in when it began; null where somebody signs in. */
  readonly account: Id<'account'> | null
  readonly next: string
}

/** As long as a provider may take, with an app to be found and a code to be typed. */
const minutesAway = 10

/** Somebody whose identity is new here finds her mail and says who she is. */
const minutesWaiting = 30

/** Begins an errand; the token is for a cookie of this browser, which alone can end it. Only its hash is kept. */
export async function beginErrand(
  tx: Tx,
  errand: Errand,
): Promise<{ readonly token: string; readonly expires: Temporal.Instant }> {
  const token = randomBytes(32).toString('base64url')
  const now = await clock(tx)
  await tx
    .insertInto('identity.errand')
    .values({
      jurisdiction_id: tx.jurisdiction,
      browser_hash: hashOf(token),
      provider: errand.provider,
      purpose: errand.purpose,
      account_id: errand.account,
      next: errand.next,
      began_at: now,
      expires_at: now.add({ minutes: minutesAway }),
    })
    .execute()
  return { token, expires: now.add({ minutes: minutesAway + minutesWaiting }) }
}

/** The errand this browser is on, while it may still come back. */
export async function errandUnderWay(read: Read, token: string, now: Temporal.Instant): Promise<Errand | undefined> {
  const row = await read
    .selectFrom('identity.errand')
    .selectAll()
    .where('browser_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && errandOf(row)
}

/** Ends the way back, once: a second return with the same cookie finds nothing, whatever came of the first. */
export async function takeErrand(tx: Tx, token: string, provider: string): Promise<Errand | undefined> {
  const now = await clock(tx)
  const row = await tx
    .updateTable('identity.errand')
    .set({ used_at: now })
    .where('browser_hash', '=', hashOf(token))
    .where('provider', '=', provider)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row && errandOf(row)
}

/** Keeps what was proven until it is known to which account it belongs. */
export async function keepProof(tx: Tx, token: string, { issuer, subject, assurance }: Proof): Promise<void> {
  await tx
    .updateTable('identity.errand')
    .set({ issuer, subject, assurance, expires_at: (await clock(tx)).add({ minutes: minutesWaiting }) })
    .where('browser_hash', '=', hashOf(token))
    .execute()
}

export type WaitingProof = { readonly provider: string; readonly proof: Proof }

/** What this browser proved and no account has yet. */
export async function waitingProof(
  read: Read,
  token: string,
  now: Temporal.Instant,
): Promise<WaitingProof | undefined> {
  const row = await read
    .selectFrom('identity.errand')
    .selectAll()
    .where('browser_hash', '=', hashOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row?.issuer || !row.subject || !row.assurance) return undefined
  return {
    provider: row.provider,
    proof: { issuer: row.issuer, subject: row.subject, assurance: row.assurance as Proof['assurance'] }, // held by a check constraint
  }
}

export async function endErrand(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('identity.errand').where('browser_hash', '=', hashOf(token)).execute()
}

/** Takes away the errands of yesterday. */
export async function forgetErrands(tx: Tx): Promise<void> {
  const before = (await clock(tx)).subtract({ hours: hoursRemembered })
  await tx.deleteFrom('identity.errand').where('began_at', '<', before).execute()
}

type Row = {
  readonly provider: string
  readonly purpose: string
  readonly account_id: Id<'account'> | null
  readonly next: string
}

function errandOf({ provider, purpose, account_id, next }: Row): Errand {
  return { provider, purpose: purpose as Purpose, account: account_id, next } // held by a check constraint
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
