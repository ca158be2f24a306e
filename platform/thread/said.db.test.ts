import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, sought, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { foundTown } from '../identity/testing.ts'
import { saidAnywhere, type Said } from './index.ts'

let home: TestDatabase
let database: Database
let place: Id<'jurisdiction'>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 2 })
  place = (await foundTown(database)).place.id
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

async function found(said: Said): Promise<number> {
  const read = database.read(place)
  const all = await saidAnywhere(read, said, sought('light', ['en']))
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${all}) f`.execute(read)
  return rows[0]?.count ?? 0
}

/** So many things with the words, all within one. */
const said =
  (many: number, within: Id = newId('meeting')): Said =>
  () =>
    sql`select gen_random_uuid() as id, ${within}::uuid as within, n as at from generate_series(1, ${many}::int) n`

it('a word that stands everywhere gives a search enough to choose from, not all: ten thousand texts took it 8 seconds', async () => {
  expect(await found(said(150))).toBe(150)
  expect(await found(said(10_000))).toBe(200)
})

it('what stands in something hidden is not found', async () => {
  const meeting = newId('meeting')
  await database.transact(place, null, (tx) =>
    sql`
      insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
      select ${tx.jurisdiction}, 'meeting', ${meeting}, 'spam', 'A test', a.id, 'clerk', now()
      from identity.account a limit 1`.execute(tx),
  )
  expect(await found(said(150, meeting))).toBe(0)
  expect(await found(said(150))).toBe(150)
})
