import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { openDatabase } from '../../platform/db/index.ts'
import { dropDatabase, urlOfDatabase } from '../../platform/db/databases.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { openSession } from '../../platform/identity/index.ts'
import { foundTown } from '../../platform/identity/testing.ts'
import { commandLine } from './testing.ts'

test('a restored place has its people and nobody signed in', async () => {
  const home = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-restore-'))
  const elsewhere = urlOfDatabase(home.url, `folkmoot_restored_${process.pid}`)
  const database = openDatabase({ url: home.url })
  const town = await foundTown(database)
  const { account } = town.people.alice
  if (account === null) throw new Error('alice has an account')
  await database.transact(town.place.id, null, (tx) => openSession(tx, account, { means: 'testing' }))
  await database.close()
  await asOwner(home.url, 'update directory.jurisdiction set is_fictional = false') // the test town is an invented one
  const [from, to] = [commandLine({ DATABASE_URL: home.url }), commandLine({ DATABASE_URL: elsewhere })]
  try {
    await from.folkmoot('backup', join(folder, 'kept'))
    await to.folkmoot('restore', join(folder, 'kept'))
    const [kept] = await asOwner(
      elsewhere,
      'select (select count(*)::int from identity.account) as people, (select count(*)::int from identity.session) as sessions',
    )
    expect(kept?.people).toBeGreaterThan(0)
    expect(kept?.sessions).toBe(0)
  } finally {
    from.end()
    to.end()
    await dropDatabase(elsewhere)
    await home.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)

type Counted = { readonly people: number; readonly sessions: number }

async function asOwner(url: string, sql: string): Promise<readonly Counted[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Counted>(sql)).rows
  } finally {
    await client.end()
  }
}
