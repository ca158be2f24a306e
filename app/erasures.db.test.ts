import { appendFile, mkdtemp, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Id } from '@folkmoot/basics/ids.ts'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { leavingPoll } from '../overview/index.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { dropDatabase, urlOfDatabase } from '../platform/db/databases.ts'
import { tablesWith, testDatabase } from '../platform/db/testing.ts'
import { beginLeaving, ensureAccount, introduce } from '../platform/identity/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { bind } from './bindings.ts'
import { commandLine } from './cli/testing.ts'
import { keepErased, openErasures, type Erasures } from './erasures.ts'
import { openPlaces } from './places.ts'

const name = 'Zenobia Qvistgaard'

async function register(database: Database, town: Town, email: string): Promise<Id<'account'>> {
  return database.transact(town.place.id, null, async (tx) => {
    const account = await ensureAccount(tx, email, 'en')
    const words = { name, language: 'en', tie: 'lives-here', tieWords: '', organisation: null, interest: '' } as const
    await introduce(tx, account, words)
    return account
  })
}

/** Asks, waits out the days of grace, and the worker comes. */
async function leave(database: Database, town: Town, account: Id<'account'>): Promise<void> {
  await database.transact(town.place.id, null, (tx) => beginLeaving(tx, { account, words: 'stay' }))
  await leavingPoll(database.at(Temporal.Now.instant().add({ hours: 24 * 14 + 1 })), town.place.id)
}

/** The command line backs up no invented place by accident. */
async function notInvented(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('update directory.jurisdiction set is_fictional = false')
  await client.end()
}

const kept = (database: Database, erasures: Erasures) =>
  keepErased({ database, places: openPlaces(database), erasures })

it('who left after a backup was made is erased again before anybody sees what it brings back', async () => {
  bind()
  const home = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'folkmoot-erased-'))
  const [restored, elsewhere] = ['restored', 'elsewhere'].map((one) =>
    urlOfDatabase(home.url, `folkmoot_${one}_${process.pid}`),
  ) as [string, string]
  const database = openDatabase({ url: home.url })
  const from = commandLine({ DATABASE_URL: home.url })
  const to = commandLine({ DATABASE_URL: restored, FOLKMOOT_DATA: from.environment['FOLKMOOT_DATA'] })
  const other = commandLine({ DATABASE_URL: elsewhere })
  try {
    const town = await foundTown(database)
    const her = await register(database, town, 'zenobia@example.org')
    await notInvented(home.url)
    const backup = join(folder, 'kept')
    await from.folkmoot('backup', backup)
    await leave(database, town, her)
    const erasures = openErasures(from.environment['FOLKMOOT_DATA'] ?? '')
    expect(await kept(database, erasures)).toEqual({ again: 0 })
    // The file tells nothing of her, whoever reads it.
    const written = await readFile(erasures.file, 'utf8')
    expect(written).toBe(`${town.place.id} ${her}\n`)
    expect(await kept(database, erasures)).toEqual({ again: 0 })
    expect(await readFile(erasures.file, 'utf8')).toBe(written)

    expect(await to.folkmoot('restore', backup)).toContain('Erased again: 1 accounts')
    expect(await tablesWith(restored, name)).toEqual([])
    expect(await tablesWith(restored, 'zenobia@example.org')).toEqual([])

    // Another machine has no such file: there the backup brings her back, until a copy of it is read.
    await other.folkmoot('restore', backup)
    expect(await tablesWith(elsewhere, name)).toContain('identity.account')
    await other.folkmoot('erase-again', erasures.file)
    expect(await tablesWith(elsewhere, name)).toEqual([])
    expect(await tablesWith(elsewhere, 'alice@example.org')).toContain('identity.account')
  } finally {
    for (const one of [from, to, other]) one.end()
    await database.close()
    for (const url of [restored, elsewhere]) await dropDatabase(url)
    await home.drop()
    await rm(folder, { recursive: true, force: true })
  }
}, 180_000)

it('a line cut off by a loss of power is written anew and spoils no other; a line of nonsense erases nobody', async () => {
  bind()
  const home = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'folkmoot-erased-'))
  const database = openDatabase({ url: home.url })
  try {
    const town = await foundTown(database)
    const erasures = openErasures(folder)
    const [one, two] = [
      await register(database, town, 'one@example.org'),
      await register(database, town, 'two@example.org'),
    ]
    await leave(database, town, one)
    await kept(database, erasures)
    const whole = await readFile(erasures.file, 'utf8')
    await truncate(erasures.file, whole.length - 5)
    await leave(database, town, two)
    await appendFile(erasures.file, `\n${town.place.id}\nnonsense here\n${town.place.id} ${town.place.id} more`)
    await kept(database, erasures)
    const lines = (await readFile(erasures.file, 'utf8')).split('\n')
    for (const id of [one, two]) expect(lines.filter((line) => line === `${town.place.id} ${id}`)).toHaveLength(1)
    expect(await tablesWith(home.url, 'alice@example.org')).toContain('identity.account')
  } finally {
    await database.close()
    await home.drop()
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
