import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { foundTown } from '../identity/testing.ts'
import { append, commitTo, entries, leafHash, recorder, subscribe } from './index.ts'

let testing: TestDatabase
let database: Database
let owner: Client
let place: Id<'jurisdiction'>

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 4 })
  owner = new Client({ connectionString: testing.url })
  await owner.connect()
  place = (await foundTown(database)).place.id
})

afterAll(async () => {
  await owner.end()
  await database.close()
  await testing.drop()
})

const vote = {
  kind: 'test.voted',
  problem: null,
  public: { item: 3 },
  secret: { choice: 'agree', by: 'alice' },
  time: 'coarse',
} as const

test('what is stored is what an outsider recomputes: commitment from salt and payload, leaf from the row', async () => {
  const id = await database.transact(place, null, (tx) => append(tx, vote))
  const {
    rows: [row],
  } = await owner.query(
    `select e.*, extract(epoch from e.at) as seconds, s.salt, s.payload from ledger.event e
     join ledger.event_secret s on s.event_id = e.id where e.id = $1`,
    [id],
  )
  expect(row.salt).toHaveLength(32)
  expect(row.payload).toEqual(vote.secret)
  expect(row.commitment).toEqual(commitTo(row.kind, row.payload, row.salt))
  const at = Temporal.Instant.fromEpochMilliseconds(Number(row.seconds) * 1000)
  expect(Number(row.seconds) % 900).toBe(0)
  expect(row.leaf_hash).toEqual(
    leafHash({ kind: row.kind, problem: null, at, public: row.public, commitment: row.commitment }),
  )
  expect(row.seq).toBeNull()
})

test('no salt is used twice', async () => {
  await database.transact(place, null, async (tx) => {
    for (let times = 0; times < 5; times += 1) await append(tx, vote)
  })
  const {
    rows: [row],
  } = await owner.query('select count(*) = count(distinct salt) as fresh from ledger.event_secret')
  expect(row.fresh).toBe(true)
})

test('an official act has its exact time and no secret', async () => {
  const now = Temporal.Instant.from('2026-03-02T18:07:11.5Z')
  const id = await database
    .at(now)
    .transact(place, null, (tx) =>
      append(tx, { kind: 'test.adopted', problem: null, public: { votes: [18, 1] }, time: 'exact' }),
    )
  const [entry] = (await entries(database.read(place))).filter((one) => one.id === id)
  expect(entry).toMatchObject({ at: now, public: { votes: [18, 1] } })
  const { rowCount } = await owner.query('select 1 from ledger.event_secret where event_id = $1', [id])
  expect(rowCount).toBe(0)
})

test('microseconds of the clock do not part the stored leaf from the recomputed one', async () => {
  const now = Temporal.Instant.from('2026-03-02T18:07:11.123456Z')
  const id = await database
    .at(now)
    .transact(place, null, (tx) => append(tx, { kind: 'test.timed', problem: null, public: {}, time: 'exact' }))
  const [entry] = (await entries(database.read(place))).filter((one) => one.id === id)
  if (!entry) throw new Error('it is not there')
  const again = leafHash({ kind: entry.kind, problem: null, at: entry.at, public: {}, commitment: null })
  expect(entry.leafHash.equals(again)).toBe(true)
})

test('a refused act leaves neither fact nor secret', async () => {
  const before = await count()
  await database.transact(place, null, async (tx) => {
    await append(tx, vote)
    return { ok: false }
  })
  await expect(
    database.transact(place, null, async (tx) => {
      await append(tx, vote)
      throw new Error('after')
    }),
  ).rejects.toThrow('after')
  expect(await count()).toEqual(before)
})

test('erasing the secret leaves the leaf as it was', async () => {
  const id = await database.transact(place, null, (tx) => append(tx, vote))
  const leaf = async (): Promise<string> =>
    (await owner.query("select encode(leaf_hash, 'hex') as leaf from ledger.event where id = $1", [id])).rows[0].leaf
  const before = await leaf()
  await database.transact(place, null, (tx) =>
    tx.deleteFrom('ledger.event_secret').where('event_id', '=', id).execute(),
  )
  expect(await leaf()).toBe(before)
})

describe('append-only', () => {
  test.each([
    "update ledger.event set kind = 'other'",
    'delete from ledger.event',
    'truncate ledger.event cascade',
    "update ledger.event_secret set payload = '{}'",
    'alter table ledger.event disable trigger all',
    "set session_replication_role = 'replica'",
  ])('the application may not: %s', async (statement) => {
    const { rows } = await owner.query('select $1::text as text', [statement])
    await expect(database.transact(place, null, (tx) => sql.raw(rows[0].text).execute(tx))).rejects.toThrow(
      /permission denied|must be owner/,
    )
  })

  test.each(["update ledger.event set kind = 'other'", 'delete from ledger.event'])(
    'not even the owner may: %s',
    async (statement) => {
      await database.transact(place, null, (tx) => append(tx, vote))
      await expect(owner.query(statement)).rejects.toThrow('the ledger is append-only')
    },
  )
})

test('whoever subscribed acts in the same transaction', async () => {
  const heard: string[] = []
  subscribe('test.heard', async (tx, fact) => {
    heard.push(fact.kind)
    await append(tx, { kind: 'test.echo', problem: null, public: {}, time: 'exact' })
  })
  const record = recorder({ 'test.heard': 'Heard.' })
  await database.transact(place, null, (tx) =>
    record(tx, { kind: 'test.heard', problem: null, public: {}, time: 'exact' }),
  )
  expect(heard).toEqual(['test.heard'])
  const kinds = (await entries(database.read(place), { limit: 1000 })).map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['test.echo', 'test.heard']))
})

test('the record pages from newest to oldest', async () => {
  const read = database.read(place)
  await database.transact(place, null, async (tx) => {
    for (let times = 0; times < 6; times += 1) await append(tx, vote)
  })
  const all = await entries(read, { limit: 1000 })
  const first = await entries(read, { limit: 3 })
  const second = await entries(read, { limit: 3, skip: 3 })
  expect([...first, ...second].map(({ id }) => id)).toEqual(all.slice(0, 6).map(({ id }) => id))
})

test('a vote does not stand in the record before its quarter of an hour is over: who watches sees nobody come', async () => {
  const problem = newId('problem')
  const at = Temporal.Instant.from('2026-03-02T18:07:11Z')
  await database.at(at).transact(place, null, async (tx) => {
    await append(tx, { ...vote, problem, public: {} })
    await append(tx, { kind: 'test.adopted', problem, public: { votes: [18, 1] }, time: 'exact' })
  })
  const seenAt = async (asOf: string): Promise<readonly string[]> =>
    (await entries(database.read(place), { problem, asOf: Temporal.Instant.from(asOf) })).map(({ kind }) => kind)
  expect(await seenAt('2026-03-02T18:07:12Z')).toEqual(['test.adopted'])
  expect(await seenAt('2026-03-02T18:14:59Z')).toEqual(['test.adopted'])
  expect(await seenAt('2026-03-02T18:15:00Z')).toEqual(['test.adopted', 'test.voted'])
})

async function count(): Promise<unknown> {
  return (
    await owner.query(
      'select (select count(*) from ledger.event) as events, (select count(*) from ledger.event_secret) as secrets',
    )
  ).rows[0]
}

test('a case and another place see only their own', async () => {
  const problem = newId('problem')
  await database.transact(place, null, (tx) => append(tx, { ...vote, problem }))
  expect(await entries(database.read(place), { problem })).toHaveLength(1)
  expect(await entries(database.read((await foundTown(database)).place.id), { problem })).toEqual([])
})
