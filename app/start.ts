import { resolve } from 'node:path'
import { within } from '../platform/db/within.ts'
import { paced } from '../platform/identity/index.ts'
import { openOutgoing } from '../platform/outgoing/index.ts'
import { openEid } from '../platform/identity/oidc/index.ts'
import type { Worker } from '../platform/jobs/index.ts'
import { builtFiles } from './assets.ts'
import { bind } from './bindings.ts'
import { loadOnce } from './demo/load-once.ts'
import { keepErased, openErasures } from './erasures.ts'
import type { House } from './house.ts'
import { openKeptPages } from './kept-pages.ts'
import { listen } from './listen.ts'
import { openLog, type Log } from './log.ts'
import { openConfigured } from './open-database.ts'
import { openFiles } from './open-files.ts'
import { openPlaces } from './places.ts'
import { openPressedTwice } from './pressed-twice.ts'
import { makeSetUpCode } from './set-up-code.ts'
import type { Settings } from './settings.ts'
import { openSockets } from './sockets.ts'
import { web } from './web.ts'
import { startWork } from './worker.ts'

export type Running = {
  readonly origin: string
  /** The one-time address of the set-up page, when nobody has set this installation up. */
  readonly setUpCode: string | null
  readonly house: House
  /** Answers what was asked, ends the jobs under way, closes the database. Each has its limit, whatever hangs. */
  readonly stop: () => Promise<void>
}

/** Opens the house: database, pages, worker. Returns when the first page can be asked for. */
export async function start(settings: Settings, clientFolder: string): Promise<Running> {
  bind()
  const log = openLog(settings.logLevel)
  const opened = await openConfigured(settings, 'as-started')
  if (opened.isDemo) await loadOnce(opened, (line) => log.info(line))
  const built = builtFiles(clientFolder)
  let origin = settings.origin ?? ''
  const house: House = {
    database: opened.database,
    places: openPlaces(opened.database),
    pages: openKeptPages(),
    pressedTwice: openPressedTwice(),
    assetsFor: built.assetsFor,
    now: () => Temporal.Now.instant(),
    dataFolder: resolve(settings.dataFolder),
    isDemo: opened.isDemo,
    hosts: settings.hosts,
    proxies: settings.proxies,
    securityContacts: settings.securityContacts,
    hasMailServer: settings.smtpUrl !== null,
    origin: () => origin,
    isSecure: () => origin.startsWith('https://'),
    files: openFiles(settings, opened),
    pace: (asked) => paced(opened.database, asked),
    eid: openEid(settings.eidProviders, {
      ask: openOutgoing({ allowed: settings.eidProviders.map(({ issuer }) => issuer) }),
      report: (line) => log.info(line),
    }),
    stepUp: settings.stepUp,
    log,
  }
  // Before the first page: a backup may have brought back who had left.
  if (settings.role !== 'server') await keepErased({ ...house, erasures: openErasures(house.dataFolder) })
  const setUpCode = opened.isNew && !opened.isDemo ? await makeSetUpCode(opened.database) : null
  const server = settings.role === 'worker' ? null : await listen(web(house, built).fetch, openSockets(house), settings)
  if (server && !settings.origin) origin = `http://localhost:${server.port}`
  const work = settings.role === 'server' ? null : await startWork(house, settings)
  return {
    origin,
    setUpCode,
    house,
    stop: async () => {
      await Promise.all([server?.close(), work && endWork(work, log)])
      await opened.close()
    },
  }
}

/** Milliseconds for the jobs under way. What is not done by then is done after the next start. */
const patienceWithWork = 4_000

async function endWork(work: Worker, log: Log): Promise<void> {
  try {
    await within(patienceWithWork, work.stop())
  } catch (error) {
    log.error('the worker did not end in order', error) // as when the database has gone: the rest must end all the same
  }
}
