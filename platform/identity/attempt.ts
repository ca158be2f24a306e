import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { clock, lockExclusive, type Read, type Tx } from '../db/index.ts'
import {
  clientMayAskAt,
  digitsOf,
  hoursRemembered,
  isAlive,
  minutesOf,
  nextMailAfter,
  sendingFor,
  triesPerAttempt,
  tryOn,
} from './attempt-rules.ts'

export type Asking = {
  readonly email: string
  /** Hash of where the asking comes from (`clientHash`); null where that is not known. */
  readonly client: Buffer | null
}

export type AskedCode =
  | {
      readonly kind: 'asked'
      /** For a cookie of the asking browser, which alone can use the code. Only its hash is kept. */
      readonly token: string
      readonly expires: Temporal.Instant
      /** What to mail; null where the browser joined a code that was mailed before. */
      readonly code: string | null
      /** The end of the link in the same mail; it opens the same browsers the code does. */
      readonly link: string | null
      readonly isLong: boolean
    }
  | { readonly kind: 'too-many-from-here'; readonly again: Temporal.Instant }

/** One more attempt for an address; attempts of other browsers stay as they are. The same whether or not it has an account. */
export async function askCode(tx: Tx, { email, client }: Asking): Promise<AskedCode> {
  if (client) await lockExclusive(tx, `client of codes ${tx.jurisdiction} ${client.toString('hex')}`)
  await lockExclusive(tx, emailKey(tx, email))
  const now = await clock(tx)
  const again = client && clientMayAskAt(await askingsFrom(tx, client), now)
  if (again) return { kind: 'too-many-from-here', again }
  const sending = sendingFor(await askingsFor(tx, email, now), now)
  const token = randomBytes(32).toString('base64url')
  const made =
    sending.kind === 'mail' ? makeCode(sending.length, now) : { ...sending.code, isLong: true, code: null, link: null }
  await tx
    .insertInto('identity.attempt')
    .values({
      jurisdiction_id: tx.jurisdiction,
      browser_hash: createHash('sha256').update(token).digest(),
      email,
      client_hash: client,
      code_salt: made.salt,
      code_hash: made.hash,
      link_hash: made.link === null ? null : hashOfLink(made.link),
      is_long: made.isLong,
      is_mailed: made.code !== null,
      tries_left: triesPerAttempt,
      asked_at: now,
      expires_at: made.expiresAt,
    })
    .execute()
  return { kind: 'asked', token, expires: made.expiresAt, code: made.code, link: made.link, isLong: made.isLong }
}

export type Entering =
  | { readonly kind: 'right'; readonly email: string }
  | { readonly kind: 'wrong-code'; readonly triesLeft: number }
  | { readonly kind: 'code-expired' }

/** Whether this is the code the browser asked for. A wrong try is counted although it is no success: so this is no refusal. */
export async function tryCode(tx: Tx, browser: Buffer, typed: string): Promise<Entering> {
  const known = await rowOf(tx, browser)
  if (!known) return { kind: 'code-expired' }
  await lockExclusive(tx, emailKey(tx, known.email)) // a long code is one code of many attempts: it opens once
  const row = await rowOf(tx, browser)
  if (!row) return { kind: 'code-expired' }
  const now = await clock(tx)
  const isRight = timingSafeEqual(row.code_hash, hashOf(row.code_salt, typed.replace(/[\s-]/g, '')))
  const tried = tryOn(attemptIn(row), isRight, now)
  if (tried === 'code-expired') return { kind: tried }
  if (tried === 'right') return useUp(tx, row, now)
  const triesLeft = row.tries_left - 1
  await tx.updateTable('identity.attempt').set({ tries_left: triesLeft }).where('browser_hash', '=', browser).execute()
  return { kind: tried, triesLeft }
}

/** What a mailed link is in a browser: `elsewhere` where another one asked for the mail, `over` once used, late, or nobody's. */
export type LinkState = 'here' | 'elsewhere' | 'over'

/** Looks and changes nothing: programs open links before people do. */
export async function linkState(read: Read, { browser, link }: Pressed, now: Temporal.Instant): Promise<LinkState> {
  const mailed = await rowOfLink(read, link)
  if (!mailed || !isAlive(attemptIn(mailed), now)) return 'over'
  const own = browser && (await rowOf(read, browser))
  if (!own || own.email !== mailed.email || !own.code_hash.equals(mailed.code_hash)) return 'elsewhere'
  return isAlive(attemptIn(own), now) ? 'here' : 'over'
}

export type Pressed = { readonly browser: Buffer | undefined; readonly link: string }

/** The press on the link's page, in the browser that asked: it uses the code up, as typing it does. */
export async function useLink(
  tx: Tx,
  pressed: Pressed,
): Promise<{ readonly kind: 'right'; readonly email: string } | { readonly kind: 'elsewhere' | 'over' }> {
  const known = await rowOfLink(tx, pressed.link)
  if (!known) return { kind: 'over' }
  await lockExclusive(tx, emailKey(tx, known.email))
  const now = await clock(tx)
  const state = await linkState(tx, pressed, now)
  return state === 'here' ? useUp(tx, known, now) : { kind: state }
}

/** One code and its link open once, whichever browser it was. */
async function useUp(tx: Tx, { email, code_hash: code }: Pick<Row, 'email' | 'code_hash'>, now: Temporal.Instant) {
  await tx
    .updateTable('identity.attempt')
    .set({ entered_at: now })
    .where('email', '=', email)
    .where('code_hash', '=', code)
    .execute()
  return { kind: 'right' as const, email }
}

/** What the page that waits for a code may say to the browser that asked for it. */
export type Waiting = {
  readonly email: string
  readonly isLong: boolean
  readonly isAlive: boolean
  readonly expires: Temporal.Instant
  /** When the code was mailed: for a browser that joined, before it asked. */
  readonly mailedAt: Temporal.Instant
  /** When the next code can be mailed to a flooded address; null where a new one can be asked for at once. */
  readonly nextMailAt: Temporal.Instant | null
}

export async function waitingAttempt(read: Read, browser: Buffer, now: Temporal.Instant): Promise<Waiting | undefined> {
  const row = await rowOf(read, browser)
  if (!row) return undefined
  return {
    email: row.email,
    isLong: row.is_long,
    isAlive: isAlive(attemptIn(row), now),
    expires: row.expires_at,
    mailedAt: row.expires_at.subtract({ minutes: minutesOf[row.is_long ? 'long' : 'short'] }),
    nextMailAt: row.is_long ? nextMailAfter({ expiresAt: row.expires_at }) : null,
  }
}

/** How often a wrong code was typed in the attempts of the last hour, whoever's. */
export async function wrongTries(read: Read, now: Temporal.Instant): Promise<number> {
  const { wrong } = await read
    .selectFrom('identity.attempt')
    .select(sql<number>`coalesce(sum(${triesPerAttempt} - tries_left), 0)::int`.as('wrong'))
    .where('asked_at', '>', now.subtract({ hours: 1 }))
    .executeTakeFirstOrThrow()
  return wrong
}

async function rowOf(read: Read, browser: Buffer) {
  return read.selectFrom('identity.attempt').selectAll().where('browser_hash', '=', browser).executeTakeFirst()
}

async function rowOfLink(read: Read, link: string) {
  return read.selectFrom('identity.attempt').selectAll().where('link_hash', '=', hashOfLink(link)).executeTakeFirst()
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>

function attemptIn(row: Pick<Row, 'expires_at' | 'entered_at' | 'tries_left'>) {
  return { expiresAt: row.expires_at, enteredAt: row.entered_at, triesLeft: row.tries_left }
}

async function askingsFor(tx: Tx, email: string, now: Temporal.Instant) {
  const rows = await tx
    .selectFrom('identity.attempt')
    .selectAll()
    .where('email', '=', email)
    .where('asked_at', '>=', now.subtract({ hours: hoursRemembered }))
    .where((where) => where.or([where('is_mailed', '=', true), where('entered_at', 'is not', null)]))
    .orderBy('asked_at', 'desc')
    .execute()
  return rows.map((row) => ({
    at: row.asked_at,
    isLong: row.is_long,
    isMailed: row.is_mailed,
    expiresAt: row.expires_at,
    enteredAt: row.entered_at,
    salt: row.code_salt,
    hash: row.code_hash,
  }))
}

async function askingsFrom(tx: Tx, client: Buffer): Promise<readonly Temporal.Instant[]> {
  const rows = await tx
    .selectFrom('identity.attempt')
    .select('asked_at')
    .where('client_hash', '=', client)
    .orderBy('asked_at', 'desc')
    .limit(200) // more than the rule allows within its minutes
    .execute()
  return rows.map((row) => row.asked_at)
}

function makeCode(length: 'short' | 'long', now: Temporal.Instant) {
  const code = String(randomInt(10 ** digitsOf[length])).padStart(digitsOf[length], '0')
  const salt = randomBytes(16)
  const expiresAt = now.add({ minutes: minutesOf[length] })
  const link = randomBytes(32).toString('base64url')
  return { code, link, salt, hash: hashOf(salt, code), expiresAt, isLong: length === 'long' }
}

function hashOf(salt: Buffer, code: string): Buffer {
  return createHash('sha256').update(salt).update(`folkmoot-code\n${code}`).digest()
}

function hashOfLink(link: string): Buffer {
  return createHash('sha256').update(`folkmoot-link\n${link}`).digest()
}

function emailKey(tx: Tx, email: string): string {
  return `codes of ${tx.jurisdiction} ${email}`
}
