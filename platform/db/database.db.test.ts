import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse } from '@folkmoot/basics/result.ts'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { addBody, allJurisdictions } from '../directory/index.ts'
import { foundTown } from '../identity/testing.ts'
import { clock, lockExclusive, lockShared, openDatabase, type Database, type Read, type Tx } from './index.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

let testing: TestDatabase
let database: Database
let owner: Client
let here: Id<'jurisdiction'>
let there: Id<'jurisdiction'>

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 4 })
  owner = new Client({ connectionString: testing.url })
  await owner.connect()
  here = (await foundTown(database)).place.id
  there = (await foundTown(database)).place.id
})

afterAll(async () => {
  await owner.end()
  await database.close()
  await testing.drop()
})

type Table = {
  readonly name: string
  readonly is_scoped: boolean
  readonly is_secured: boolean
  readonly policies: readonly string[]
}

async function tables(): Promise<readonly Table[]> {
  const { rows } = await owner.query<Table>(`
    select n.nspname || '.' || c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'jurisdiction_id' and not a.attisdropped) as is_scoped,
      c.relrowsecurity as is_secured,
      array(select pg_get_expr(p.polqual, p.polrelid) || ' / ' || pg_get_expr(p.polwithcheck, p.polrelid)
        from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
    order by 1`)
  return rows
}

describe('one place never sees another', () => {
  test('every table with a jurisdiction has row-level security by it, in both directions', async () => {
    const scoped = (await tables()).filter((table) => table.is_scoped)
    expect(scoped.length).toBeGreaterThan(15)
    const rule = '((jurisdiction_id)::uuid = jurisdiction())'
    // How the server prints a function depends on who asks.
    const printed = (table: Table): readonly string[] =>
      table.policies.map((policy) => policy.replaceAll('folkmoot.', ''))
    const wrong = scoped.filter((table) => !table.is_secured || printed(table).join(' and ') !== `${rule} / ${rule}`)
    expect(wrong).toEqual([])
  })

  test('only what belongs to the whole installation has no jurisdiction', async () => {
    const whole = (await tables()).filter((table) => !table.is_scoped).map((table) => table.name)
    expect(whole).toEqual(['directory.jurisdiction', 'folkmoot.migration', 'folkmoot.setting'])
  })

  test('jurisdiction_id stands first in every primary key', async () => {
    const { rows } = await owner.query(`
      select conrelid::regclass::text as name
      from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'jurisdiction_id'
      where k.contype = 'p' and k.conkey[1] <> a.attnum`)
    expect(rows).toEqual([])
  })

  test('no view and no function runs with the rights of its owner, and so goes round it', async () => {
    const { rows } = await owner.query(`
      select p.oid::regprocedure::text as name
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
      union all
      select c.oid::regclass::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
        and (c.relkind = 'm' or c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions), false))`)
    expect(rows).toEqual([])
  })

  test('the application owns nothing, and cannot become more than it is', async () => {
    const {
      rows: [role],
    } = await owner.query(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname = 'folkmoot_app'",
    )
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
    })
    const { rowCount } = await owner.query(
      "select from pg_shdepend d join pg_roles r on r.oid = d.refobjid where r.rolname = 'folkmoot_app' and d.deptype = 'o'",
    )
    expect(rowCount).toBe(0)
    const {
      rows: [who],
    } = await database.queueSql('select current_user as name')
    expect(who).toEqual({ name: 'folkmoot_app' })
    await expect(database.queueSql('create table directory.mine (id int)')).rejects.toThrow('permission denied')
  })

  test('a query that forgets the scope sees nothing and writes nothing', async () => {
    const { rows: forgotten } = await database.queueSql('select * from directory.body')
    expect(forgotten).toEqual([])
    const write = 'insert into directory.body (jurisdiction_id, id, slug, name, kind) values ($1, $2, $3, $3, $4)'
    await expect(database.queueSql(write, [here, newId('body'), 'x', 'council'])).rejects.toThrow('row-level security')
  })

  test('a row cannot be written into, or moved to, another place', async () => {
    const body = { id: newId('body'), slug: 'b', name: 'B', kind: 'other' }
    await expect(
      database.transact(here, null, (tx) =>
        tx
          .insertInto('directory.body')
          .values({ jurisdiction_id: there, ...body })
          .execute(),
      ),
    ).rejects.toThrow('row-level security')
    await expect(
      database.transact(here, null, (tx) => tx.updateTable('directory.body').set({ jurisdiction_id: there }).execute()),
    ).rejects.toThrow(/row-level security|foreign key/)
    await expect(
      database.transact(here, null, (tx) =>
        tx.updateTable('directory.jurisdiction').set({ name: 'Taken over' }).where('id', '=', there).execute(),
      ),
    ).resolves.toMatchObject([{ numUpdatedRows: 0n }])
  })

  test('many readers of two places share connections and never mix', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, async (_, turn) => {
        const place = turn % 2 === 0 ? here : there
        const rows = await database.read(place).selectFrom('directory.person').select('jurisdiction_id').execute()
        return rows.length > 0 && rows.every((row) => row.jurisdiction_id === place)
      }),
    )
    expect(seen).not.toContain(false)
  })

  test('the scope of a transaction ends with it', async () => {
    await database.transact(here, null, (tx) =>
      addBody(tx, { slug: 'ends', name: 'Ends', kind: 'other', parent: null }),
    )
    const found = await Promise.all(Array.from({ length: 8 }, () => database.queueSql('select 1 from directory.body')))
    expect(found.flatMap(({ rows }) => rows)).toEqual([])
  })
})

describe('reading', () => {
  test('cannot write: not by its type, not by its connection', async () => {
    expectTypeOf<Read>().not.toHaveProperty('insertInto')
    expectTypeOf<Read>().not.toHaveProperty('deleteFrom')
    expectTypeOf<Tx>().toExtend<Read>()
    const write = sql`update directory.body set name = 'x'`.execute(database.read(here))
    await expect(write).rejects.toThrow('read-only transaction')
  })

  test('places can be listed before one is chosen', async () => {
    expect((await allJurisdictions(database)).map(({ id }) => id)).toEqual(expect.arrayContaining([here, there]))
  })
})

describe('a transaction', () => {
  test('keeps what is accepted', async () => {
    await database.transact(here, null, async (tx) => accept(await put(tx, 'accepted')))
    expect(await has('accepted')).toBe(true)
  })

  test('takes back what is refused, and hands the refusal on', async () => {
    const refused = await database.transact(here, null, async (tx) => {
      await put(tx, 'refused')
      return refuse('closed')
    })
    expect(refused).toEqual({ ok: false, refusal: 'closed' })
    expect(await has('refused')).toBe(false)
  })

  test('takes back what was thrown out of, and its connection works again', async () => {
    for (let times = 0; times < 10; times += 1) {
      await expect(
        database.transact(here, null, async (tx) => {
          await put(tx, 'thrown')
          throw new Error('a bug')
        }),
      ).rejects.toThrow('a bug')
      await expect(database.transact(here, null, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow(
        'division by zero',
      )
    }
    expect(await has('thrown')).toBe(false)
  })

  test('does not begin inside another', async () => {
    await expect(
      database.transact(here, null, () => database.transact(there, null, async () => 'inner')),
    ).rejects.toThrow('inside a transaction')
    await expect(
      database.transact(here, null, async () => {
        await new Promise((resolve) => setTimeout(resolve, 1))
        return database.at(Temporal.Instant.from('2026-01-01T00:00Z')).transact(here, null, async () => 'inner')
      }),
    ).rejects.toThrow('inside a transaction')
    await expect(database.transact(here, null, async () => 'after')).resolves.toBe('after')
  })

  test('is tried again after a deadlock', async () => {
    const [left, right] = ['lock left', 'lock right']
    let tries = 0
    const meeting = Promise.withResolvers<void>()
    let arrived = 0
    const take = (first: string, second: string) =>
      database.transact(here, null, async (tx) => {
        tries += 1
        await lockExclusive(tx, first)
        arrived += 1
        if (arrived === 2) meeting.resolve()
        await meeting.promise
        await lockExclusive(tx, second)
        return first
      })
    expect(await Promise.all([take(left, right), take(right, left)])).toEqual([left, right])
    expect(tries).toBe(3)
  })

  test('is given up after three tries', async () => {
    let tries = 0
    await expect(
      database.transact(here, null, (tx) => {
        tries += 1
        return sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(tx)
      }),
    ).rejects.toThrow('again')
    expect(tries).toBe(3)
  })

  test('survives a connection that is cut', async () => {
    await expect(
      database.transact(here, null, async (tx) => {
        await put(tx, 'cut')
        const {
          rows: [mine],
        } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
        await owner.query('select pg_terminate_backend($1)', [mine?.pid])
        await sql`select 1`.execute(tx)
      }),
    ).rejects.toThrow()
    expect(await has('cut')).toBe(false)
    await expect(database.transact(here, null, async () => 'well')).resolves.toBe('well')
  })

  test('many votes share a lock that closing takes alone', async () => {
    const order: string[] = []
    const voted = Promise.withResolvers<void>()
    const votes = [1, 2].map(() =>
      database.transact(here, null, async (tx) => {
        await lockShared(tx, 'ballot')
        await voted.promise
        order.push('vote')
      }),
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    const closing = database.transact(here, null, async (tx) => {
      await lockExclusive(tx, 'ballot')
      order.push('close')
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    voted.resolve()
    await Promise.all([...votes, closing])
    expect(order).toEqual(['vote', 'vote', 'close'])
  })
})

describe('time', () => {
  test('is the database’s, and moves within a transaction only when asked for', async () => {
    await database.transact(here, null, async (tx) => {
      await sql`select pg_sleep(0.01)`.execute(tx)
      expect(Temporal.Instant.compare(await clock(tx), tx.now)).toBe(1)
      expect(tx.fixedNow).toBeNull()
    })
  })

  test('stands still where acts are told at a time of their own, as fine as the database keeps it', async () => {
    const told = database.at(Temporal.Instant.from('2026-03-02T18:07:11.123456789Z'))
    await told.transact(here, null, async (tx) => {
      expect(tx.now.toString()).toBe('2026-03-02T18:07:11.123456Z')
      expect(await clock(tx)).toBe(tx.now)
    })
  })
})

test('values come back as they were given', async () => {
  await database.transact(here, null, async (tx) => {
    const day = Temporal.PlainDate.from('2024-02-29')
    const instant = Temporal.Instant.from('2026-03-29T00:59:59.999999Z')
    const {
      rows: [row],
    } = await sql<Record<string, unknown>>`
      select ${day}::date as day, ${instant}::timestamptz as at, ${[day, day]}::date[] as days, '{}'::date[] as none,
        9007199254740991::int8 as big, count(*) as count, 0.25::numeric as share, null::date as nothing,
        'a''b"c\\d; drop table x; 李'::text as text, ${['a', 'b"', ',']}::text[] as texts,
        '1850-01-01 00:00:00+00'::timestamptz as old, '{"a": [1, null]}'::jsonb as json
      from (values (1), (2)) v`.execute(tx)
    expect(String(row?.day)).toBe('2024-02-29')
    expect(String(row?.at)).toBe('2026-03-29T00:59:59.999999Z')
    expect([row?.days].flat().map(String)).toEqual(['2024-02-29', '2024-02-29'])
    expect(String(row?.old)).toBe('1850-01-01T00:00:00Z')
    expect(row).toMatchObject({
      none: [],
      big: Number.MAX_SAFE_INTEGER,
      count: 2,
      share: 0.25,
      nothing: null,
      texts: ['a', 'b"', ','],
      json: { a: [1, null] },
    })
  })
})

test('a time in any zone of the server is read right, also with seconds in its offset', async () => {
  for (const zone of ['Asia/Kathmandu', 'America/Nuuk', 'Europe/Copenhagen', 'UTC']) {
    await database.transact(here, null, async (tx) => {
      await sql`select set_config('timezone', ${zone}, true)`.execute(tx)
      const {
        rows: [row],
      } = await sql<{ new: Temporal.Instant; old: Temporal.Instant }>`
        select '2026-07-01 12:00:00Z'::timestamptz as new, '1850-07-01 12:00:00Z'::timestamptz as old`.execute(tx)
      expect([String(row?.new), String(row?.old)]).toEqual(['2026-07-01T12:00:00Z', '1850-07-01T12:00:00Z'])
    })
  }
})

async function put(tx: Tx, slug: string): Promise<void> {
  await addBody(tx, { slug, name: slug, kind: 'other', parent: null })
}

async function has(slug: string): Promise<boolean> {
  return (
    (await database.read(here).selectFrom('directory.body').select('id').where('slug', '=', slug).execute()).length ===
    1
  )
}

test('a reading that takes too long ends by itself, and its connection reads on', async () => {
  const hasty = openDatabase({ url: testing.url, connections: 1, patience: 200 })
  try {
    const read = hasty.read(here)
    const slow = read
      .selectFrom('directory.jurisdiction')
      .select(sql`pg_sleep(20)`.as('slept'))
      .execute()
    await expect(slow).rejects.toMatchObject({ code: '57014' })
    expect((await read.selectFrom('directory.jurisdiction').select('id').execute()).length).toBeGreaterThan(0)
    // Writing waits for locks of others: it is not cut.
    await hasty.transact(here, null, async (tx) => {
      await sql`select pg_sleep(0.5)`.execute(tx)
    })
  } finally {
    await hasty.close()
  }
})
