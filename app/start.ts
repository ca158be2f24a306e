import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { openFileStore } from '../platform/files/index.ts'
import { builtFiles } from './assets.ts'
import { bind } from './bindings.ts'
import { loadDemonstration } from './demo/load.ts'
import type { House } from './house.ts'
import { openKeptPages } from './kept-pages.ts'
import { openLog } from './log.ts'
import { openConfigured } from './open-database.ts'
import { openPlaces } from './places.ts'
import { openPressedTwice } from './pressed-twice.ts'
import { makeSetUpCode } from './set-up.tsx'
import type { Settings } from './settings.ts'
import { web } from './web.ts'
import { startWork } from './worker.ts'

export type Running = {
  readonly origin: string
  /** The one-time address of the set-up page, when nobody has set this installation up. */
  readonly setUpCode: string | null
  readonly house: House
  readonly stop: () => Promise<void>
}

/** Opens the house: database, pages, worker. Returns when the first page can be asked for. */
export async function start(settings: Settings, clientFolder: string): Promise<Running> {
  bind()
  const log = openLog(settings.logLevel)
  const opened = await openConfigured(settings, 'as-started')
  if (opened.isDemo && opened.isNew) await loadDemonstration(opened.database, (line) => log.info(line))
  const built = builtFiles(clientFolder)
  let origin = settings.origin ?? ''
  const house: House = {
    database: opened.database,
    places: openPlaces(opened.database),
    pages: openKeptPages(),
    pressedTwice: openPressedTwice(),
    assetsFor: built.assetsFor,
    dataFolder: resolve(settings.dataFolder),
    isDemo: opened.isDemo,
    proxies: settings.proxies,
    hasMailServer: settings.smtpUrl !== null,
    origin: () => origin,
    isSecure: () => origin.startsWith('https://'),
    files: openFileStore(join(resolve(settings.dataFolder), opened.isDemo ? 'files-demo' : 'files')),
    log,
  }
  const setUpCode = opened.isNew && !opened.isDemo ? await makeSetUpCode(opened.database) : null
  const server = settings.role === 'worker' ? null : await listen(web(house, built).fetch, settings)
  if (server && !settings.origin) origin = `http://localhost:${server.port}`
  const work = settings.role === 'server' ? null : await startWork(house, settings)
  return {
    origin,
    setUpCode,
    house,
    stop: async () => {
      await server?.close()
      await work?.stop()
      await opened.close()
    },
  }
}

type Listening = { readonly port: number; readonly close: () => Promise<void> }

function listen(fetch: (request: Request) => Response | Promise<Response>, settings: Settings): Promise<Listening> {
  return new Promise((settled, failed) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }, ({ port }) => {
      settled({
        port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeIdleConnections' in server) server.closeIdleConnections()
          }),
      })
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      failed(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${settings.port} is taken. Choose another: PORT=3001 npm start`)
          : error,
      )
    })
  })
}
