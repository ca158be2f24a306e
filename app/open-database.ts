import { resolve } from 'node:path'
import { Client } from 'pg'
import { migrate, openDatabase, type Database } from '../platform/db/index.ts'
import { ensureDatabase } from '../platform/db/databases.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import type { Settings } from './settings.ts'

export type OpenedDatabase = {
  readonly database: Database
  /** As the owner: for migrations, backup and restore. */
  readonly url: string
  readonly isDemo: boolean
  /** Neither a place nor a demonstration is in it yet. */
  readonly isNew: boolean
  readonly close: () => Promise<void>
}

/** The demonstration has a database of its own, never beside real data. */
const names = { real: 'folkmoot', demo: 'folkmoot_demo' } as const

/** Starts or finds the server, makes the database when it is missing, and brings it to this release. */
export async function openConfigured(settings: Settings): Promise<OpenedDatabase> {
  const found = await findConfigured(settings)
  await migrate({ url: found.url })
  const database = openDatabase({ url: found.url })
  return {
    database,
    url: found.url,
    isDemo: found.isDemo,
    isNew: await isEmpty(found.url),
    close: async () => {
      await database.close()
      await found.stop()
    },
  }
}

/** The database the settings name, as it is: without bringing it to this release. */
export function findConfigured(settings: Settings): Promise<Found> {
  return settings.databaseUrl ? ownServer(settings.databaseUrl, settings) : embeddedServer(settings)
}

export type Found = { readonly url: string; readonly isDemo: boolean; readonly stop: () => Promise<void> }

async function embeddedServer(settings: Settings): Promise<Found> {
  const server = await startEmbedded({ dataFolder: resolve(settings.dataFolder) })
  const isDemo = settings.demo ?? !(await exists(server.urlFor('postgres'), names.real))
  const url = server.urlFor(isDemo ? names.demo : names.real)
  await ensureDatabase(url)
  return { url, isDemo, stop: server.stop }
}

/** On a server of one's own the demonstration is loaded only when asked for, and only into an empty database or its own. */
async function ownServer(url: string, settings: Settings): Promise<Found> {
  await ensureDatabase(url)
  return { url, isDemo: settings.demo ?? false, stop: async () => {} }
}

async function exists(url: string, name: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    return rowCount === 1
  } finally {
    await client.end()
  }
}

async function isEmpty(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from directory.jurisdiction limit 1')
    return rowCount === 0
  } finally {
    await client.end()
  }
}
