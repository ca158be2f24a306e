import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Database } from '../../../platform/db/index.ts'
import { hashOfToken } from '../../../platform/http/index.ts'
import { openSession } from '../../../platform/identity/index.ts'
import type { Town, Townsperson } from '../../../platform/identity/testing.ts'
import { applyContent } from './applying.ts'
import { contentOf, type TextContent } from './document.ts'
import { openWire, type Wire } from './island/wire.ts'
import { mostMessageBytes, openLive } from './live.ts'
import type { TestGroup } from '../../arena/testing.ts'

/** A server with nothing but sockets; the address tells with which session one comes. */
export type LiveServer = {
  readonly url: (session: string | null) => string
  readonly faults: readonly unknown[]
  /** How many sockets are open, those that were sent away and have not gone too. */
  readonly held: () => number
  readonly stop: () => Promise<void>
}

export async function serveLive(
  database: Database,
  town: Town,
  group: TestGroup,
  betweenLooks = 200,
): Promise<LiveServer> {
  const faults: unknown[] = []
  const live = openLive({ database, betweenLooks, onError: (what, error) => faults.push(what, error) })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostMessageBytes })
  const server = createServer()
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const token = new URL(request.url ?? '', 'http://host').searchParams.get('session')
      void live.join(opened, {
        jurisdiction: town.place.id,
        problem: group.problem,
        slug: group.slug,
        session: token === null ? undefined : hashOfToken(token),
      })
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    faults,
    held: () => sockets.clients.size,
    url: (session) => `ws://127.0.0.1:${portOf(server)}/${session === null ? '' : `?session=${session}`}`,
    stop: async () => {
      await live.stop()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port // it listens on a port
}

export async function signIn(database: Database, town: Town, name: Townsperson): Promise<string> {
  return (
    await database.transact(town.place.id, null, (tx) =>
      openSession(tx, town.people[name].account ?? never(), { means: 'testing' }),
    )
  ).token
}

function never(): never {
  throw new Error('everybody in town has an account')
}

/** Somebody's open page, without the page: the document, and whether all of it is kept. */
export type Browser = {
  readonly doc: Y.Doc
  readonly wire: Wire
  readonly awareness: Awareness
  readonly content: () => TextContent
  readonly write: (content: TextContent) => void
  /** Resolves when the text is there and everything written here is acknowledged. */
  readonly kept: () => Promise<void>
  /** Resolves with the reason when it is sent away for good. */
  readonly refused: () => Promise<string>
  readonly send: (bytes: Uint8Array) => void
  readonly leave: () => void
}

/** `url` is asked for at each attempt: the server may have moved meanwhile. */
export function openBrowser(
  url: () => string,
  { problem }: Pick<TestGroup, 'problem'>,
  headers: () => Readonly<Record<string, string>> = () => ({}),
): Browser {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  let socket: WebSocket | undefined
  const wire = openWire({
    doc,
    awareness,
    name: problem,
    gather: 5,
    connect: () => {
      socket = new WebSocket(url(), { headers: headers() })
      return socket as unknown as globalThis.WebSocket // the part of it that is used is the same
    },
    onChange: () => {},
  })
  return {
    doc,
    wire,
    awareness,
    content: () => contentOf(doc),
    write: (content) => applyContent(doc, undefined, content),
    kept: () => until(() => wire.state().connection === 'open' && wire.state().unkept === 0, longestWay),
    refused: async () => {
      await until(() => wire.state().connection === 'refused')
      return wire.state().refusal ?? ''
    },
    send: (bytes) => socket?.send(bytes),
    leave: () => {
      wire.close()
      awareness.destroy()
    },
  }
}

/** Milliseconds: who was refused several times in a row waits up to eight seconds before she tries again. */
const longestWay = 30_000

export async function until(holds: () => boolean, patience = longestWay): Promise<void> {
  const end = performance.now() + patience
  while (!holds()) {
    if (performance.now() > end) throw new Error(`still not: ${String(holds)}`)
    await new Promise((later) => setTimeout(later, 10))
  }
}
