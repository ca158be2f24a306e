import { afterAll, beforeAll } from 'vitest'
import { openDatabase, type Database, type Read } from '../../../platform/db/index.ts'
import { testDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'

export type TestTown = { readonly database: Database; readonly town: Town; readonly read: () => Read }

/** A town in a database of its own for the tests of one file, from before the first to after the last. */
export function testTown(): TestTown {
  let found: { readonly database: Database; readonly town: Town } | undefined
  let drop: () => Promise<void> = async () => {}
  const here = () => {
    if (!found) throw new Error('a town is there from the first test on')
    return found
  }
  beforeAll(async () => {
    const home = await testDatabase()
    const database = openDatabase({ url: home.url })
    drop = async () => {
      await database.close()
      await home.drop()
    }
    found = { database, town: await foundTown(database) }
  })
  afterAll(() => drop())
  return {
    get database() {
      return here().database
    },
    get town() {
      return here().town
    },
    read: () => here().database.read(here().town.place.id),
  }
}
