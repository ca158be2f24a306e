import { createHash } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database, type Tx } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { grantStaffRole } from './account.ts'
import { actorBySession } from './actor.ts'
import {
  endAllSessions,
  endOtherSessions,
  endSessionNamed,
  noteSeen,
  openSession,
  renewSession,
  sessionsOf,
  type Opening,
} from './session.ts'
import { foundTown, type Town } from './testing.ts'

let home: TestDatabase
let database: Database
let town: Town
let alice: Id<'account'>
let emil: Id<'account'>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  const [one, other] = [town.people.alice.account, town.people.emil.account]
  if (!one || !other) throw new Error('both have accounts')
  ;[alice, emil] = [one, other]
})
beforeEach(() => act((tx) => endAllSessions(tx, alice)))
afterAll(async () => {
  await database.close()
  await home.drop()
})

const act = <Value>(work: (tx: Tx) => Promise<Value>) => database.transact(town.place.id, null, work)
const hashOf = (token: string) => createHash('sha256').update(token).digest()
const whoIs = (token: string) => actorBySession(database.read(town.place.id), hashOf(token))
const open = async (account: Id<'account'>, opening: Opening = { means: 'code' }) =>
  (await act((tx) => openSession(tx, account, opening))).token
const listed = (account: Id<'account'>, own?: string, isOffice = false) =>
  sessionsOf(database.read(town.place.id), account, { own: own === undefined ? undefined : hashOf(own), isOffice })
/** As if so much more time had gone by since it was opened and last used. */
const age = (token: string, { opened, used }: { readonly opened: string; readonly used: string }) =>
  asOwner(
    `update identity.session set opened_at = opened_at - $2::interval, expires_at = expires_at - $2::interval, used_at = used_at - $3::interval where token_hash = $1`,
    [hashOf(token), opened, used],
  )

async function asOwner(sql: string, values: readonly unknown[]): Promise<readonly unknown[]> {
  const owner = new Client({ connectionString: home.url })
  await owner.connect()
  try {
    return (await owner.query<Record<string, unknown>>(sql, [...values])).rows
  } finally {
    await owner.end()
  }
}

test('a session proves what it proved, whatever another one of the same person did', async () => {
  const [low, high] = [await open(alice), await open(alice, { means: 'oidc', assurance: 'substantial' })]
  const [byCode, byPass] = [await whoIs(low), await whoIs(high)]
  expect([byCode?.actor.assurance, byPass?.actor.assurance]).toEqual(['low', 'substantial'])
  const since = byPass?.actor.authenticatedAt?.until(Temporal.Now.instant()).total('minutes')
  expect(Math.abs(since ?? 99)).toBeLessThan(5)
})

test('the list says this one first, and neither token nor hash', async () => {
  const hers = await open(alice, { means: 'code', browser: 'Firefox · Android' })
  await open(alice, { means: 'passkey', browser: 'Safari · Mac' })
  const lines = await listed(alice, hers)
  expect(lines.map(({ isThis, means, browser }) => [isThis, means, browser])).toEqual([
    [true, 'code', 'Firefox · Android'],
    [false, 'passkey', 'Safari · Mac'],
  ])
  expect(JSON.stringify(lines)).not.toContain(hers)
  expect(JSON.stringify(lines)).not.toContain(hashOf(hers).toString('hex'))
  expect(
    lines.map(({ id }) => id.charAt(14)),
    'an id that tells no time',
  ).toEqual(['4', '4'])
})

test('one is ended by its name, and only by whose it is', async () => {
  const [phone, desk, his] = [await open(alice), await open(alice), await open(emil)]
  const other = (await listed(alice, desk)).find(({ isThis }) => !isThis)?.id
  if (!other) throw new Error('she has two')
  expect(await act((tx) => endSessionNamed(tx, emil, other))).toBe(false)
  expect(await whoIs(phone)).toBeDefined()
  expect(await act((tx) => endSessionNamed(tx, alice, other))).toBe(true)
  expect([await whoIs(phone), (await whoIs(desk))?.actor.account]).toEqual([undefined, alice])
  const third = await open(alice)
  await act((tx) => endOtherSessions(tx, alice, hashOf(third)))
  expect([await whoIs(desk), (await whoIs(third))?.actor.account]).toEqual([undefined, alice])
  expect((await whoIs(his))?.actor.account, 'of nobody else').toBe(emil)
})

test('a renewed session goes on under a new token, and the old one opens nothing', async () => {
  const old = await open(alice, { means: 'passkey', assurance: 'substantial' })
  const fresh = await act((tx) => renewSession(tx, hashOf(old)))
  expect(await whoIs(old)).toBeUndefined()
  expect((await whoIs(fresh?.token ?? ''))?.actor).toMatchObject({ account: alice, assurance: 'substantial' })
  expect(await act((tx) => renewSession(tx, hashOf(old)))).toBeUndefined()
})

test('that a session is in use is noted by day', async () => {
  const token = await open(alice)
  expect((await whoIs(token))?.isNoted).toBe(true)
  await act((tx) =>
    tx
      .updateTable('identity.session')
      .set({ seen_on: Temporal.PlainDate.from('2026-01-01') })
      .where('token_hash', '=', hashOf(token))
      .execute(),
  )
  expect((await whoIs(token))?.isNoted).toBe(false)
  await act((tx) => noteSeen(tx, hashOf(token), false))
  expect((await whoIs(token))?.isNoted).toBe(true)
})

test('of a resident no hour is kept, and her session lives a month however seldom she comes', async () => {
  const token = await open(alice)
  await age(token, { opened: '29 days', used: '29 days' })
  const [before] = await listed(alice, token)
  await act((tx) => noteSeen(tx, hashOf(token), false))
  expect((await whoIs(token))?.actor.account).toBe(alice)
  const rows = await asOwner(`select used_at = opened_at as as_opened from identity.session where token_hash = $1`, [
    hashOf(token),
  ])
  expect([rows, before?.isThis]).toEqual([[{ as_opened: true }], true])
  await age(token, { opened: '1 day 1 minute', used: '0' })
  expect(await whoIs(token)).toBeUndefined()
})

test('a session of somebody in office ends after twelve hours unused, by the database’s clock', async () => {
  await act((tx) => endAllSessions(tx, emil))
  const [used, left] = [await open(emil), await open(emil)]
  await age(left, { opened: '13 hours', used: '12 hours 1 minute' })
  await age(used, { opened: '13 hours', used: '11 hours 55 minutes' })
  expect([(await whoIs(used))?.actor.account, await whoIs(left)]).toEqual([emil, undefined])
  expect((await whoIs(used))?.isNoted, 'its use is to be noted').toBe(false)
  await act((tx) => noteSeen(tx, hashOf(used), true))
  expect((await whoIs(used))?.isNoted).toBe(true)
  await age(used, { opened: '11 hours', used: '11 hours' })
  expect((await whoIs(used))?.actor.account).toBe(emil)
  expect((await listed(emil, used, true)).length, 'what has ended stands in no list').toBe(1)
})

test('a session of somebody in office ends after seven days however much it is used', async () => {
  const token = await open(emil)
  await age(token, { opened: '6 days 23 hours', used: '0' })
  expect((await whoIs(token))?.actor.account).toBe(emil)
  await age(token, { opened: '1 hour 1 minute', used: '0' })
  expect(await whoIs(token)).toBeUndefined()
})

test('whoever gets an office is held to its bounds from that moment, with the session she has', async () => {
  const account = town.people.aisha.account
  if (!account) throw new Error('she has an account')
  const token = await open(account)
  await age(token, { opened: '8 days', used: '8 days' })
  expect((await whoIs(token))?.actor.account).toBe(account)
  await act((tx) => grantStaffRole(tx, account, 'officer', null))
  expect(await whoIs(token)).toBeUndefined()
})
