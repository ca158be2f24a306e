import { Client } from 'pg'
import { expect, test } from 'vitest'
import { dropDatabase, ensureDatabase, urlOfDatabase } from './databases.ts'
import { testDatabase } from './testing.ts'

test('a test gets a migrated database of its own', async () => {
  const alice = await testDatabase()
  const bashir = await testDatabase()
  expect(alice.url).not.toBe(bashir.url)
  const client = new Client({ connectionString: alice.url })
  await client.connect()
  const { rowCount } = await client.query('select 1 from folkmoot.migration limit 1')
  await client.end()
  expect(rowCount).toBeLessThanOrEqual(1)
  await Promise.all([alice.drop(), bashir.drop()])
})

test('ensures a database once, even when asked twice at the same time', async () => {
  const { url, drop } = await testDatabase()
  const wanted = urlOfDatabase(url, `${new URL(url).pathname.slice(1)}_more`)
  const answers = await Promise.all([ensureDatabase(wanted), ensureDatabase(wanted)])
  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(await ensureDatabase(wanted)).toEqual({ isNew: false })
  await dropDatabase(wanted)
  await drop()
})
