import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { copyDatabase, dropDatabase, urlOfDatabase } from './databases.ts'

export type TestDatabase = {
  /** Its address as the owner; `openDatabase` takes the application's role by itself. */
  readonly url: string
  readonly drop: () => Promise<void>
}

/** A migrated database for one test file and for nobody else. */
export async function testDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl')
  const from = new URL(templateUrl).pathname.slice(1)
  const to = `folkmoot_test_${randomBytes(6).toString('hex')}`
  await copyDatabase(templateUrl, { from, to })
  const url = urlOfDatabase(templateUrl, to)
  return { url, drop: () => dropDatabase(url) }
}
