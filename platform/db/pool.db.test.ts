import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import { openPool } from './pool.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

let home: TestDatabase

beforeAll(async () => {
  home = await testDatabase()
})

afterAll(() => home.drop())

test('closing lets a query that is under way finish', async () => {
  const { pool, close } = openPool({ url: home.url, connections: 2, options: '' })
  const asked = pool.query<{ number: number }>('select 7 as number from pg_sleep(0.3)')
  await close()
  expect((await asked).rows[0]?.number).toBe(7)
})

test('closing breaks off a transaction that waits for somebody else, who hears of it', async () => {
  const psql = new Client({ connectionString: home.url })
  await psql.connect()
  await psql.query('begin')
  await psql.query('lock table directory.jurisdiction in access exclusive mode')
  const { pool, close } = openPool({ url: home.url, connections: 2, options: '' })
  const client = await pool.connect()
  const waiting = client.query('select 1 from directory.jurisdiction').finally(() => client.release())
  const heard = expect(waiting).rejects.toThrow('Connection terminated')
  const began = performance.now()
  await close()
  expect(performance.now() - began).toBeLessThan(5_000)
  await heard
  await psql.end()
})
