import { resolve } from 'node:path'
import { migrate, openDatabase, type Database } from '../platform/db/index.ts'
import { applicationUrl } from '../platform/db/application-login.ts'
import { ensureDatabase } from '../platform/db/databases.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { contentOf, hasDatabase, isInUse } from './database-content.ts'
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

/**
 * Which database is wanted. `real`: of an installation of one's own, which must be there; `real-or-new`: made when it is
 * not; `demo`: the demonstration's alone; `as-started`: the one the program would start with.
 */
export type Wanted = 'real' | 'real-or-new' | 'demo' | 'as-started'

/** Starts or finds the server, makes the database when it is missing, and brings it to this release. */
export async function openConfigured(settings: Settings, wanted: Wanted): Promise<OpenedDatabase> {
  const found = await findConfigured(settings, wanted)
  await migrate({ url: found.url })
  const url = found.isEmbedded ? await applicationUrl(found.url) : found.url
  const database = openDatabase({ url })
  return {
    database,
    url: found.url,
    isDemo: found.isDemo,
    isNew: (await contentOf(found.url)) === 'nothing',
    close: async () => {
      try {
        await database.close()
      } finally {
        await found.stop()
      }
    },
  }
}

export type Found = {
  readonly url: string
  readonly isDemo: boolean
  readonly isEmbedded: boolean
  readonly stop: () => Promise<void>
}

/** The wanted database as it is: without bringing it to this release. */
export async function findConfigured(settings: Settings, wanted: Wanted): Promise<Found> {
  if (wanted.startsWith('real') && settings.demo)
    throw new Error('FOLKMOOT_DEMO=on means the demonstration, which takes no real data. Leave it out.')
  const found = settings.databaseUrl
    ? await ownServer(settings.databaseUrl, settings, wanted)
    : await embeddedServer(settings, wanted)
  try {
    await refuseTheOther(found.url, wanted === 'as-started' && found.isDemo && settings.databaseUrl ? 'demo' : wanted)
    return found
  } catch (error) {
    await found.stop()
    throw error
  }
}

async function embeddedServer(settings: Settings, wanted: Wanted): Promise<Found> {
  const server = await startEmbedded({ dataFolder: resolve(settings.dataFolder) })
  const real = server.urlFor(names.real)
  if (wanted === 'real' && !(await hasDatabase(real))) {
    await server.stop()
    throw new Error(
      'There is no installation of your own here yet: folkmoot import … or folkmoot set-up-code makes one.',
    )
  }
  const isDemo = wanted === 'as-started' ? (settings.demo ?? !(await isInUse(real))) : wanted === 'demo'
  const url = isDemo ? server.urlFor(names.demo) : real
  await ensureDatabase(url)
  return { url, isDemo, isEmbedded: true, stop: server.stop }
}

/** On a server of one's own the demonstration is loaded only when asked for, and only into an empty database or its own. */
async function ownServer(url: string, settings: Settings, wanted: Wanted): Promise<Found> {
  if (wanted === 'demo' && settings.demo !== true)
    throw new Error('DATABASE_URL names a database of yours. Set FOLKMOOT_DEMO=on to say that it is a demonstration.')
  await ensureDatabase(url)
  const isDemo = wanted === 'as-started' ? (settings.demo ?? false) : wanted === 'demo'
  return { url, isDemo, isEmbedded: false, stop: async () => {} }
}

/** The last guard: whatever the settings say, real places and invented ones never meet in one database. */
async function refuseTheOther(url: string, wanted: Wanted): Promise<void> {
  if (wanted === 'as-started') return
  const content = await contentOf(url)
  if (wanted === 'demo' && content === 'real')
    throw new Error('This database holds a real place. It is no demonstration, and stays as it is.')
  if (wanted !== 'demo' && content === 'demonstration')
    throw new Error('This database holds the demonstration. Real data needs a database of its own.')
}
