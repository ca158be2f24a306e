import { serve } from '@hono/node-server'
import type { Settings } from './settings.ts'
import type { Sockets } from './sockets.ts'

export type Listening = { readonly port: number; readonly close: () => Promise<void> }

type Fetch = (request: Request) => Response | Promise<Response>

export function listen(fetch: Fetch, sockets: Sockets, settings: Settings): Promise<Listening> {
  return new Promise((settled, failed) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }, ({ port }) => {
      settled({
        port,
        close: async () => {
          await Promise.all([sockets.close(), close(server)])
        },
      })
    })
    server.on('upgrade', sockets.upgrade)
    server.on('error', (error: NodeJS.ErrnoException) => {
      failed(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${settings.port} is taken. Choose another: PORT=3001 npm start`)
          : error,
      )
    })
  })
}

/** Milliseconds a request under way has for its response; then its connection is cut. */
const patienceWithRequests = 4_000

/** Milliseconds between two looks for connections on which nothing is asked any more. */
const pause = 50

/**
 * Answers what was asked and nothing new. Node alone would go on serving every connection a browser or a proxy keeps
 * open, for as long as it asks again within five seconds: that can be for ever.
 */
function close(server: ReturnType<typeof serve>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (!('closeIdleConnections' in server)) throw new Error('the house is served over HTTP/1.1')
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  const looking = setInterval(() => server.closeIdleConnections(), pause)
  const cutting = setTimeout(() => server.closeAllConnections(), patienceWithRequests)
  server.close(() => {
    clearInterval(looking)
    clearTimeout(cutting)
    resolve()
  })
  return promise
}
