import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { foundTown } from '../platform/identity/testing.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import type { TestHouse } from './testing.ts'

/** What the database does when our own code forgets the place: asked for each table there is, by the catalogue. */

type Table = { readonly name: string; readonly may: readonly string[]; readonly columns: readonly string[] }

let house: TestHouse
let town: Lindhavn
let there: Id<'jurisdiction'>
let tables: readonly Table[]
/** With one connection to write and one to read, so that every request gets the connection of the one before. */
let narrow: Database

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn(4))
  there = (await foundTown(house.database, 'testhavn')).place.id
  narrow = openDatabase({ url: house.url, connections: 1 })
  tables = (await house.asOwner(`
    select c.oid::regclass::text as name,
      array(select may from unnest(array['select', 'insert', 'update', 'delete']) as may
        where case may when 'delete' then has_table_privilege('folkmoot_app', c.oid, may)
          else has_any_column_privilege('folkmoot_app', c.oid, may) end) as may,
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute j on j.attrelid = c.oid and j.attname = 'jurisdiction_id' and not j.attisdropped
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
    order by 1`)) as readonly Table[] // as the query says
}, 600_000)

afterAll(async () => {
  await narrow.close()
  await house.close()
})

const able = (right: string): readonly Table[] => tables.filter(({ may }) => may.includes(right))

async function countIn(place: Id<'jurisdiction'> | null, { name }: Table): Promise<number> {
  const where = place === null ? '' : ` where jurisdiction_id = '${place}'`
  const rows = await house.asOwner(`select count(*)::int as n from ${name}${where}`)
  return Number(rows[0]?.['n'])
}

/** How the database says no to each: the code of what it threw, or nothing where it let the statement through. */
async function codeOf(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => 'done',
    (error: unknown) => (error as { readonly code?: unknown }).code, // an error of the server has one
  )
}

const refusedByPolicy = '42501'

describe('abuse 39: a query that forgets the place', () => {
  it('abuse 39: reads nothing from any table, though nearly all have rows', async () => {
    expect(tables.length).toBeGreaterThan(150)
    let filled = 0
    for (const table of able('select')) {
      const { rows } = await house.database.queueSql(`select * from ${table.name} limit 1`)
      expect(rows, table.name).toEqual([])
      if ((await countIn(null, table)) > 0) filled += 1
    }
    expect(filled).toBeGreaterThan(120)
  })

  it('abuse 39: changes and deletes nothing in any table', async () => {
    const before = await house.print()
    for (const { name, columns } of able('update')) {
      const [column = ''] = columns.filter((one) => one !== 'jurisdiction_id')
      await codeOf(house.database.queueSql(`update ${name} set ${column} = ${column}, jurisdiction_id = '${there}'`))
    }
    for (const { name } of able('delete')) await codeOf(house.database.queueSql(`delete from ${name}`))
    expect(await house.print()).toEqual(before)
  })
})

describe('abuse 39: a query in one place', () => {
  it('abuse 39: reads all of its own rows and none of another place, from every table', async () => {
    for (const table of able('select')) {
      const rows = await house.database
        .read(town.place.id)
        .selectFrom(
          sql<{ place: string; n: number }>`(
          select jurisdiction_id as place, count(*)::int as n from ${sql.raw(table.name)} group by 1)`.as('seen'),
        )
        .select(['place', 'n'])
        .execute()
      const own = await countIn(town.place.id, table)
      expect(rows, table.name).toEqual(own === 0 ? [] : [{ place: town.place.id, n: own }])
    }
  })

  it('abuse 39: writes no row for another place into any table, and moves none there', async () => {
    // Other triggers would speak before the wall does.
    for (const { name } of tables) await house.asOwner(`alter table ${name} disable trigger user`)
    const before = await house.print()
    for (const { name } of able('insert')) {
      const code = await codeOf(
        house.database.transact(town.place.id, null, (tx) =>
          sql`insert into ${sql.raw(name)} (jurisdiction_id) values (${there}::uuid)`.execute(tx),
        ),
      )
      expect(code, `a row for elsewhere in ${name}`).toBe(refusedByPolicy)
    }
    for (const table of able('update')) {
      const code = await codeOf(
        house.database.transact(town.place.id, null, (tx) =>
          sql`update ${sql.raw(table.name)} set jurisdiction_id = ${there}::uuid`.execute(tx),
        ),
      )
      // Where there is no row nothing is moved; where rights are given for some columns, the place is not among them.
      const expected = (await countIn(town.place.id, table)) === 0 ? [refusedByPolicy, 'done'] : [refusedByPolicy]
      expect(expected, `a row of ours moved away in ${table.name}`).toContain(code)
    }
    expect(await house.print()).toEqual(before)
    for (const { name } of tables) await house.asOwner(`alter table ${name} enable trigger user`)
  })
})

describe('abuse 39: a connection used again', () => {
  const bodies = sql<{ place: string }>`select distinct jurisdiction_id as place from directory.body`
  const placesSeen = async (): Promise<readonly unknown[]> =>
    (await narrow.queueSql('select distinct jurisdiction_id as place from directory.body')).rows

  it('abuse 39: keeps no place from the act before it: one that was done, one that was refused, one that broke', async () => {
    await narrow.transact(town.place.id, null, (tx) => bodies.execute(tx))
    expect(await placesSeen()).toEqual([])
    await narrow.transact(town.place.id, null, async () => ({ ok: false, refusal: 'closed' }))
    expect(await placesSeen()).toEqual([])
    await expect(narrow.transact(town.place.id, null, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('zero')
    expect(await placesSeen()).toEqual([])
  })

  it('abuse 39: reads for the next place alone, however often they take turns', async () => {
    for (const place of [town.place.id, there, town.place.id, there, there, town.place.id])
      expect((await bodies.execute(narrow.read(place))).rows).toEqual([{ place }])
    const turns = Array.from({ length: 40 }, (_, turn) => (turn % 3 === 0 ? there : town.place.id))
    const seen = await Promise.all(turns.map(async (place) => (await bodies.execute(narrow.read(place))).rows))
    expect(seen).toEqual(turns.map((place) => [{ place }]))
  })
})

it('abuse 39: the application is no owner of a table, so that row-level security holds for all it asks', async () => {
  const rows = await house.asOwner(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
      and (pg_has_role('folkmoot_app', c.relowner, 'usage')
        or exists (select from pg_attribute j where j.attrelid = c.oid and j.attname = 'jurisdiction_id')
          and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid)))`)
  expect(rows).toEqual([])
})
