import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { askCode, tryCode, waitingAttempt } from './attempt.ts'
import { clientHash } from './client-hash.ts'
import { forgetExpired } from './session.ts'
import { foundTown, type Town } from './testing.ts'

const email = 'alice@example.org'

let testing: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 12 })
})

beforeEach(async () => {
  town = await foundTown(database)
})

afterAll(async () => {
  await database.close()
  await testing.drop()
})

type Browser = { readonly hash: Buffer; readonly token: string; readonly code: string | null; readonly isLong: boolean }

async function ask(to = email, from = database, client: Buffer | null = null): Promise<Browser> {
  const asked = await from.transact(town.place.id, null, (tx) => askCode(tx, { email: to, client }))
  if (asked.kind !== 'asked') throw new Error(asked.kind)
  return { ...asked, hash: createHash('sha256').update(asked.token).digest() }
}

const enter = (browser: Buffer, code: string, from = database) =>
  from.transact(town.place.id, null, (tx) => tryCode(tx, browser, code))

const wrongFor = (code: string | null): string => (code === '00000000' ? '00000001' : '00000000')

describe('an attempt to sign in', () => {
  test('opens with its code, once, spaces or not', async () => {
    const { hash, code } = await ask()
    expect(code).toMatch(/^\d{8}$/)
    expect(await enter(hash, code?.replace(/(.{4})/, '$1 ') ?? '')).toEqual({ kind: 'right', email })
    expect((await enter(hash, code ?? '')).kind).toBe('code-expired')
  })

  test('a code asked for in one browser does not work in another', async () => {
    const [hers, strangers] = [await ask(), await ask()]
    expect((await enter(hers.hash, strangers.code ?? '')).kind).toBe('wrong-code')
    expect((await enter(strangers.hash, hers.code ?? '')).kind).toBe('wrong-code')
    expect((await enter(Buffer.alloc(32), hers.code ?? '')).kind).toBe('code-expired')
    expect((await enter(hers.hash, hers.code ?? '')).kind).toBe('right')
  })

  test('abuse 27: strangers can burn only their own tries: hers stays good', async () => {
    const hers = await ask()
    for (let i = 0; i < 4; i += 1) {
      const stranger = await ask()
      for (let j = 0; j < 6; j += 1) await enter(stranger.hash, wrongFor(stranger.code))
      expect((await enter(stranger.hash, stranger.code ?? '')).kind).toBe('code-expired')
    }
    expect((await enter(hers.hash, hers.code ?? '')).kind).toBe('right')
  })

  test('abuse 28: fifty wrong tries at once are five, and none is forgotten', async () => {
    const hers = await ask()
    const tried = await Promise.all(Array.from({ length: 50 }, () => enter(hers.hash, wrongFor(hers.code))))
    const left = tried.flatMap((one) => (one.kind === 'wrong-code' ? [one.triesLeft] : []))
    expect(left.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
    expect((await enter(hers.hash, hers.code ?? '')).kind).toBe('code-expired')
  })

  test('abuse 26: fifty right tries at once open once', async () => {
    const hers = await ask()
    const tried = await Promise.all(Array.from({ length: 50 }, () => enter(hers.hash, hers.code ?? '')))
    expect(tried.filter((one) => one.kind === 'right').length).toBe(1)
  })

  test('abuse 27: fifty askings at once mail five short codes and one long one', async () => {
    const asked = await Promise.all(Array.from({ length: 50 }, () => ask()))
    expect(asked.filter((one) => one.code?.length === 8).length).toBe(5)
    expect(asked.filter((one) => one.code?.length === 12).length).toBe(1)
    expect(asked.filter((one) => one.code === null).length).toBe(44)
  })

  test('in a flood she signs in with the code that lies in her mailbox already', async () => {
    const flood = await Promise.all(Array.from({ length: 20 }, () => ask()))
    const long = flood.find((one) => one.code?.length === 12)
    const hers = await ask()
    expect(hers).toMatchObject({ code: null, isLong: true })
    const waiting = await waitingAttempt(database.read(town.place.id), hers.hash, Temporal.Now.instant())
    expect(waiting).toMatchObject({ email, isLong: true, isAlive: true })
    expect(waiting?.nextMailAt?.since(waiting.mailedAt).total('minutes')).toBe(50)
    expect((await enter(hers.hash, long?.code ?? '')).kind).toBe('right')
    // It opens once: whoever reads it later over her shoulder is too late.
    expect((await enter(long?.hash ?? Buffer.alloc(32), long?.code ?? '')).kind).toBe('code-expired')
    expect((await ask()).code).toMatch(/^\d{8}$/)
  })

  test('is over after its minutes, by the clock of the database', async () => {
    const start = Temporal.Instant.from('2027-01-04T08:00:00Z')
    const hers = await ask(email, database.at(start))
    const atMinute = (minutes: number) => database.at(start.add({ minutes }))
    expect((await enter(hers.hash, hers.code ?? '', atMinute(10))).kind).toBe('code-expired')
    expect((await enter(hers.hash, hers.code ?? '', atMinute(9))).kind).toBe('right')
  })

  test('is forgotten after a day', async () => {
    const start = Temporal.Instant.from('2027-01-04T08:00:00Z')
    await ask('bashir@example.org', database.at(start))
    await ask(email, database.at(start.add({ hours: 2 })))
    await database.at(start.add({ hours: 25 })).transact(town.place.id, null, forgetExpired)
    const left = await database.read(town.place.id).selectFrom('identity.attempt').select('email').execute()
    expect(left).toEqual([{ email }])
  })

  test('keeps no code and no token, only hashes', async () => {
    const { code, token } = await ask()
    const rows = await database.read(town.place.id).selectFrom('identity.attempt').selectAll().execute()
    const kept = JSON.stringify(rows.map((row) => ({ ...row, ...hexOf(row) })))
    expect(kept).not.toContain(code)
    expect(kept).not.toContain(token)
  })

  test('of another place opens nothing here', async () => {
    const hers = await ask()
    const elsewhere = await foundTown(database)
    const tried = await database.transact(elsewhere.place.id, null, (tx) => tryCode(tx, hers.hash, hers.code ?? ''))
    expect(tried.kind).toBe('code-expired')
  })
})

test('abuse 27: one client asks a hundred times in ten minutes and is told when it may again; others ask on', async () => {
  const start = Temporal.Instant.from('2027-01-04T08:00:00Z')
  const from = database.at(start)
  const client = clientHash('203.0.113.7')
  for (let i = 0; i < 100; i += 1) await ask(`person-${i}@example.org`, from, client)
  const refused = await from.transact(town.place.id, null, (tx) => askCode(tx, { email, client }))
  expect(refused).toEqual({ kind: 'too-many-from-here', again: start.add({ minutes: 10 }) })
  expect((await ask(email, from, clientHash('203.0.113.8'))).code).not.toBeNull()
  expect((await ask(email, database.at(start.add({ minutes: 10 })), client)).code).not.toBeNull()
})

function hexOf(row: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (Buffer.isBuffer(value) ? [[name, value.toString('latin1')]] : [])),
  )
}
