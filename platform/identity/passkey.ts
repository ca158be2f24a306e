import type { Assurance } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import { clock, lockExclusive, type Read, type Tx } from '../db/index.ts'
import { takeChallenge, type Challenge } from './challenge.ts'
import { isWithoutCertificates, readAdded, readSigned } from './passkey-answer.ts'
import { isCopy, mostPasskeys } from './passkey-rules.ts'

export type Passkey = {
  readonly id: Id<'passkey'>
  readonly name: string
  readonly addedAt: Temporal.Instant
  readonly usedOn: Temporal.PlainDate | null
}

export async function passkeysOf(read: Read, account: Id<'account'>): Promise<readonly Passkey[]> {
  const rows = await read
    .selectFrom('identity.passkey')
    .select(['id', 'name', 'added_at', 'used_on'])
    .where('account_id', '=', account)
    .orderBy('added_at')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, addedAt: row.added_at, usedOn: row.used_on }))
}

/** One of somebody's own; its name, or undefined where she has none such. */
export async function removePasskey(tx: Tx, account: Id<'account'>, id: Id<'passkey'>): Promise<string | undefined> {
  const removed = await tx
    .deleteFrom('identity.passkey')
    .where('id', '=', id)
    .where('account_id', '=', account)
    .returning('name')
    .executeTakeFirst()
  return removed?.name
}

export async function removeAllPasskeys(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx.deleteFrom('identity.passkey').where('account_id', '=', account).execute()
}

/** EdDSA, ES256 and RS256 (COSE's numbers): what devices have. */
const algorithms = [-8, -7, -257]

export type Adding = {
  readonly account: Id<'account'>
  readonly email: string
  /** Shown by the device beside the address. */
  readonly name: string
  readonly place: string
  readonly origin: string
}

/** What the browser asks the device for, as JSON. The device must make sure who uses it: a finger, a face, a code. */
export async function optionsToAdd(
  read: Read,
  { bytes }: Challenge,
  { account, email, name, place, origin }: Adding,
): Promise<string> {
  const known = await read
    .selectFrom('identity.passkey')
    .select('credential_id')
    .where('account_id', '=', account)
    .execute()
  return JSON.stringify(
    await generateRegistrationOptions({
      rpName: place,
      rpID: hostOf(origin),
      userID: new TextEncoder().encode(account),
      userName: email,
      userDisplayName: name === '' ? place : `${name}, ${place}`,
      challenge: new Uint8Array(bytes),
      supportedAlgorithmIDs: algorithms,
      attestationType: 'none', // which make of device somebody has is nothing we need to know
      excludeCredentials: known.map((row) => ({ id: row.credential_id.toString('base64url') })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    }),
  )
}

/** No account is named: the device says which of its own it opens. */
export async function optionsToSignIn({ bytes }: Challenge, origin: string): Promise<string> {
  return JSON.stringify(
    await generateAuthenticationOptions({
      rpID: hostOf(origin),
      challenge: new Uint8Array(bytes),
      userVerification: 'required',
    }),
  )
}

export type DeviceAnswer = {
  /** Of the browser it came from. */
  readonly browser: Buffer
  readonly answer: string
  /** Where that browser stands: the page's own. */
  readonly origin: string
}

export type Proven = Exclude<Assurance, 'none'>
export type Owner = { readonly account: Id<'account'>; readonly name: string; readonly assurance: Proven }
export type Added = { readonly kind: 'added' | 'refused' | 'too-many' | 'known' }

/** Keeps the passkey whose device answered. A wrong answer uses the challenge up as well: so this is no refusal. */
export async function addPasskey(tx: Tx, { browser, answer, origin }: DeviceAnswer, owner: Owner): Promise<Added> {
  const challenge = await takeChallenge(tx, browser)
  const response = readAdded(answer)
  if (!response || challenge?.account !== owner.account || !isWithoutCertificates(response)) return { kind: 'refused' }
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge.bytes.toString('base64url'),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    supportedAlgorithmIDs: algorithms,
    requireUserVerification: true,
  }).catch(() => undefined) // it throws for whatever is not as it must be
  if (!verified?.verified) return { kind: 'refused' }
  await lockExclusive(tx, `passkeys ${owner.account}`)
  if ((await passkeysOf(tx, owner.account)).length >= mostPasskeys) return { kind: 'too-many' }
  const { credential } = verified.registrationInfo
  const kept = await tx
    .insertInto('identity.passkey')
    .values({
      jurisdiction_id: tx.jurisdiction,
      account_id: owner.account,
      credential_id: Buffer.from(credential.id, 'base64url'),
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      name: owner.name,
      assurance: owner.assurance,
      added_at: await clock(tx),
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'credential_id']).doNothing())
    .returning('id')
    .execute()
  return { kind: kept.length > 0 ? 'added' : 'known' }
}

export type Signed =
  | { readonly kind: 'right'; readonly account: Id<'account'>; readonly assurance: Proven }
  | { readonly kind: 'refused' | 'copied' }

/** Whose device signed what this browser was given. */
export async function signedByPasskey(tx: Tx, { browser, answer, origin }: DeviceAnswer): Promise<Signed> {
  const challenge = await takeChallenge(tx, browser)
  const response = readSigned(answer)
  if (!response || challenge?.account !== null) return { kind: 'refused' }
  await lockExclusive(tx, `passkey ${response.id}`)
  const row = await tx
    .selectFrom('identity.passkey')
    .selectAll()
    .where('credential_id', '=', Buffer.from(response.id, 'base64url'))
    .executeTakeFirst()
  if (!row) return { kind: 'refused' }
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge.bytes.toString('base64url'),
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    // The rule of the counter is ours (`isCopy`), for its own sentence.
    credential: { id: response.id, publicKey: new Uint8Array(row.public_key), counter: 0 },
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) return { kind: 'refused' }
  const { newCounter } = verified.authenticationInfo
  if (isCopy(Number(row.counter), newCounter)) return { kind: 'copied' }
  await tx
    .updateTable('identity.passkey')
    .set({ counter: newCounter, used_on: sql`(clock_timestamp() at time zone 'UTC')::date` })
    .where('id', '=', row.id)
    .execute()
  return { kind: 'right', account: row.account_id, assurance: row.assurance as Proven } // held by a check constraint
}

function hostOf(origin: string): string {
  return new URL(origin).hostname
}
