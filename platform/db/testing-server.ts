import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { dropFamily, ensureDatabase, urlOfDatabase } from './databases.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database from which each test file gets a copy. */
    readonly templateUrl: string
  }
}

/**
 * Before the database and browser tests: one server for all of them, and one migrated template.
 * The server is embedded in a temporary folder, or the one DATABASE_URL names.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer()
  const templateUrl = urlOfDatabase(server.url, `folkmoot_template_${randomBytes(4).toString('hex')}`)
  await ensureDatabase(templateUrl)
  await migrate({ url: templateUrl })
  project.provide('templateUrl', templateUrl)
  return async () => {
    await dropFamily(templateUrl)
    await server.leave()
  }
}

async function findServer(): Promise<{ readonly url: string; readonly leave: () => Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, leave: async () => {} }
  const dataFolder = mkdtempSync(join(tmpdir(), 'folkmoot-test-'))
  // The tests' data need not survive a loss of power; that of embedded.db.test.ts does.
  const server = await startEmbedded({ dataFolder, settings: { fsync: 'off', full_page_writes: 'off' } })
  return {
    url: server.urlFor('postgres'),
    leave: async () => {
      await server.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
