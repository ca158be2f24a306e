import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep2, writeSyncStep1, writeSyncStep2 } from 'y-protocols/sync'
import * as decoding from 'lib0/decoding'
import type * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { kinds, message, received } from './message.ts'
import { openWire } from './wire.ts'

type Message = Uint8Array<ArrayBuffer>

let server: WebSocketServer
beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
})
afterEach(() => server.close())

const syncing = (write: (encoder: encoding.Encoder) => void): Message => message('text', kinds.sync, write)

/** The other end says this as soon as somebody comes, and hears what she answers to the question what it has not. */
function answerTo(told: readonly Message[]): Promise<Uint8Array> {
  return new Promise((resolve) => {
    server.on('connection', (socket) => {
      socket.on('message', (bytes: Buffer) => {
        const got = received(new Uint8Array(bytes).buffer, 'text')
        if (got?.kind !== kinds.sync || decoding.readVarUint(got.decoder) !== messageYjsSyncStep2) return
        resolve(decoding.readVarUint8Array(got.decoder))
      })
      for (const bytes of told) socket.send(bytes)
    })
  })
}

// A bug once: put in first, the others' text took her words out, and what she sent said that she had done it herself.
it.each(['text first', 'question first'])(
  'sends what was written here as it was written, whatever others took out: %s',
  async (order) => {
    const [there, here] = [new Y.Doc(), new Y.Doc()]
    there.getMap('clauses').set('a', new Y.Text('Dark.'))
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    const clause = here.getMap<Y.Text>('clauses').get('a')
    clause?.insert(5, ' And steep.')
    there.getMap('clauses').delete('a')
    const text = syncing((encoder) => writeSyncStep2(encoder, there, Y.encodeStateVector(here)))
    const question = syncing((encoder) => writeSyncStep1(encoder, there))
    const answer = answerTo(order === 'text first' ? [text, question] : [question, text])
    const { port } = server.address() as AddressInfo // it listens on a port
    const wire = openWire({
      doc: here,
      awareness: new Awareness(here),
      name: 'text',
      connect: () => new WebSocket(`ws://127.0.0.1:${port}`),
      onChange: () => {},
    })
    const { ds, structs } = Y.decodeUpdate(await answer)
    expect(structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString)).toBe(true)
    expect(ds.clients.has(here.clientID)).toBe(false)
    await expect.poll(() => here.getMap('clauses').has('a')).toBe(false)
    wire.close()
  },
)
