import { createHash } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database, type Tx } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
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
const listed = (account: Id<'account'>, own?: string) =>
  sessionsOf(database.read(town.place.id), account, own === undefined ? undefined : hashOf(own))

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
  expect((await whoIs(token))?.isSeenToday).toBe(true)
  await act((tx) =>
    tx
      .updateTable('identity.session')
      .set({ seen_on: Temporal.PlainDate.from('2026-01-01') })
      .where('token_hash', '=', hashOf(token))
      .execute(),
  )
  expect((await whoIs(token))?.isSeenToday).toBe(false)
  await act((tx) => noteSeen(tx, hashOf(token)))
  expect((await whoIs(token))?.isSeenToday).toBe(true)
})
