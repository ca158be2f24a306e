import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { forgetPace, paced } from './pace.ts'
import { foundTown, type Town } from './testing.ts'

let home: TestDatabase
let database: Database
/** A second node on the same database. */
let other: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 4 })
  other = openDatabase({ url: home.url, connections: 4 })
  town = await foundTown(database)
})

afterAll(async () => {
  await Promise.all([database.close(), other.close()])
  await home.drop()
})

const limits = { writing: 40, knocking: 40, searching: 40 }
const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2027-03-01T${time}Z`)

test('a hundred at once on two nodes: exactly as many go on as are allowed, each counted once', async () => {
  const { place, people } = await foundTown(database, 'ottehavn')
  const { account } = people.alice
  const here = { jurisdiction: place.id, kind: 'writing', account, client: undefined } as const
  const waits = await Promise.all(
    Array.from({ length: 100 }, (_, turn) => paced((turn % 2 ? database : other).at(at('10:04:00')), here, limits)),
  )
  expect(waits.filter((wait) => wait === null)).toHaveLength(40)
  for (const wait of waits) if (wait !== null) expect(wait).toBe(360)
  const rows = await database.read(place.id).selectFrom('identity.pace').selectAll().execute()
  expect(rows.map(({ count }) => count)).toEqual([100])
  expect(JSON.stringify(rows)).not.toContain(account)
})

test('a kind, a person, a place and a step of time are counted each for itself', async () => {
  const { account } = town.people.bashir
  const elsewhere = await foundTown(database, 'anderhavn')
  const once = { jurisdiction: town.place.id, kind: 'writing', account, client: undefined } as const
  const one = { writing: 1, knocking: 1, searching: 1 }
  const now = database.at(at('11:00:00'))
  expect(await paced(now, once, one)).toBeNull()
  expect(await paced(now, once, one)).toBe(600)
  expect(await paced(now, { ...once, kind: 'searching' }, one)).toBeNull()
  expect(await paced(now, { ...once, account: town.people.chen.account }, one)).toBeNull()
  expect(await paced(now, { ...once, jurisdiction: elsewhere.place.id }, one)).toBeNull()
  expect(await paced(database.at(at('11:10:00')), once, one)).toBeNull()
})

test('visitors are counted by where they ask from; who asks from nowhere known is not', async () => {
  const now = database.at(at('12:00:00'))
  const knock = (client: string | undefined) =>
    paced(now, { jurisdiction: town.place.id, kind: 'knocking', account: null, client }, { ...limits, knocking: 1 })
  expect(await knock('192.0.2.1')).toBeNull()
  expect(await knock('::ffff:192.0.2.1')).toBe(600)
  expect(await knock('192.0.2.2')).toBeNull()
  expect([await knock(undefined), await knock(undefined)]).toEqual([null, null])
})

test('after an hour nothing of it is left', async () => {
  await database.at(at('14:00:00')).transact(town.place.id, null, forgetPace)
  expect(await database.read(town.place.id).selectFrom('identity.pace').selectAll().execute()).toEqual([])
})
