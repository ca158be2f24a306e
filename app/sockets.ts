import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { pathOf } from '@folkmoot/basics/addresses.ts'
import { parse } from 'hono/utils/cookie'
import { WebSocketServer } from 'ws'
import { hashOfToken } from '../platform/http/index.ts'
import { mostMessageBytes, openLive } from '../stages/draft/index.ts'
import { problemBySlug } from '../stages/problem/index.ts'
import { sessionCookie } from './cookies.ts'
import { originAsked } from './host.ts'
import type { House } from './house.ts'

export type Sockets = {
  /** What Node's web server asks when a browser wants to go on as a socket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly close: () => Promise<void>
}

/** The one kind of socket there is: the words of a draft as they are typed. Only a page of ours may open one. */
export function openSockets(house: House): Sockets {
  const live = openLive({ database: house.database, onError: house.log.error })
  const server = new WebSocketServer({ noServer: true, maxPayload: mostMessageBytes, perMessageDeflate: false })

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    // A browser always says from where; a page of another site would come with its cookie.
    if (request.headers.origin !== originAsked(request.headers.host, house)) return turnAway(socket, '403 Forbidden')
    const at = placeIn(request.url ?? '')
    const stands = house.hosts.get(request.headers.host ?? '')
    if (stands !== undefined && stands !== at?.jurisdiction) return turnAway(socket, '421 Misdirected Request')
    const place = at && (await house.places.bySlug(at.jurisdiction))
    if (!at || !place || place.isTold) return turnAway(socket, '404 Not Found')
    const problem = await problemBySlug(house.database.read(place.id), at.problem)
    if (!problem) return turnAway(socket, '404 Not Found')
    const token = parse(request.headers.cookie ?? '')[sessionCookie(place.slug, house.isSecure())]
    server.handleUpgrade(request, socket, head, (opened) => {
      const session = token === undefined ? undefined : hashOfToken(token)
      const joining = { jurisdiction: place.id, problem: problem.id, slug: problem.slug, session }
      live.join(opened, joining).catch((error: unknown) => {
        house.log.error('a socket broke', error)
        opened.terminate()
      })
    })
  }
  return {
    upgrade: (request, socket, head) => {
      socket.on('error', () => {}) // a browser that goes away in the middle of it
      upgrade(request, socket, head).catch((error: unknown) => {
        house.log.error('a socket could not be opened', error)
        turnAway(socket, '503 Service Unavailable')
      })
    },
    close: async () => {
      await live.stop()
      server.close()
    },
  }
}

const pattern = new RegExp(`^${pathOf('draft.live').replace(/:([a-z]+)/g, '(?<$1>[^/]+)')}$`)

function placeIn(url: string): { readonly jurisdiction: string; readonly problem: string } | undefined {
  try {
    const { jurisdiction = '', problem = '' } = pattern.exec(new URL(url, 'http://host').pathname)?.groups ?? {}
    if (jurisdiction === '' || /%00/.test(problem)) return undefined
    return { jurisdiction: decodeURIComponent(jurisdiction), problem: decodeURIComponent(problem) }
  } catch {
    return undefined // no address: escaped as nothing is escaped
  }
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
