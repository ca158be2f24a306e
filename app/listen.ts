import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from '@hono/node-server'
import type { Settings } from './settings.ts'
import type { Sockets } from './sockets.ts'

export type Listening = { readonly port: number; readonly close: () => Promise<void> }

type Fetch = (request: Request) => Response | Promise<Response>

/** Milliseconds a request has to be here whole. */
export type Arriving = {
  readonly head: number
  /** Words alone: a form without a file. */
  readonly words: number
  /** With a picture, over the line of a telephone. */
  readonly whole: number
}

/** More than a full town hall has open at once, and less than the files a process may have open. */
const mostConnections = 2_000

/** Whoever sends a letter a second would hold a place among those who are read for as long as it pleases them. */
const arriving: Arriving = { head: 15_000, words: 30_000, whole: 180_000 }

export function listen(
  fetch: Fetch,
  sockets: Sockets,
  settings: Pick<Settings, 'port' | 'host'>,
  { head, words, whole }: Arriving = arriving,
  most = mostConnections,
): Promise<Listening> {
  return new Promise((settled, failed) => {
    const serverOptions = {
      headersTimeout: head,
      requestTimeout: whole,
      connectionsCheckingInterval: Math.min(1_000, words),
    }
    const server = serve({ fetch, port: settings.port, hostname: settings.host, serverOptions }, ({ port }) => {
      settled({
        port,
        close: async () => {
          await Promise.all([sockets.close(), close(server)])
        },
      })
    })
    server.maxConnections = most
    server.prependListener('request', (request, response) => cutWhatDoesNotCome({ request, response, words }))
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

type Coming = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly words: number }

function cutWhatDoesNotCome({ request, response, words }: Coming): void {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return
  const late = setTimeout(() => {
    if (request.complete || response.headersSent) return
    request.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    request.destroy()
  }, words)
  for (const end of ['end', 'close'] as const) request.once(end, () => clearTimeout(late))
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
