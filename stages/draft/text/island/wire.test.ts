import { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep2, writeSyncStep1, writeSyncStep2 } from 'y-protocols/sync'
import * as decoding from 'lib0/decoding'
import type * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { kinds, message, received } from './message.ts'
import { openWire } from './wire.ts'

/** A line whose other end is the test. */
function line() {
  const sent: Uint8Array<ArrayBuffer>[] = []
  const socket = Object.assign(new EventTarget(), {
    readyState: 1,
    binaryType: '',
    send: (bytes: Uint8Array<ArrayBuffer>) => sent.push(bytes),
    close: () => {},
  })
  const says = (write: (encoder: encoding.Encoder) => void) => {
    const bytes = message('text', kinds.sync, write)
    socket.dispatchEvent(new MessageEvent('message', { data: bytes.slice().buffer }))
  }
  return { sent, says, socket }
}

// A bug once: put in first, the others' text took her words out, and what she sent said that she had done it herself.
it.each(['text first', 'question first'])(
  'sends what was written here as it was written, whatever others took out: %s',
  (order) => {
    const [there, here] = [new Y.Doc(), new Y.Doc()]
    there.getText('words').insert(0, 'Long.')
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    there.getMap('clauses').set('a', new Y.Text('Dark.'))
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    const { sent, says, socket } = line()
    const wire = openWire({
      doc: here,
      awareness: new Awareness(here),
      name: 'text',
      connect: () => socket as unknown as WebSocket, // the part of it that is used is the same
      onChange: () => {},
    })
    ;(here.getMap('clauses').get('a') as Y.Text).insert(5, ' And steep.')
    there.getMap('clauses').delete('a')
    socket.dispatchEvent(new Event('open'))
    const told = [
      () => says((encoder) => writeSyncStep2(encoder, there, Y.encodeStateVector(here))),
      () => says((encoder) => writeSyncStep1(encoder, there)),
    ]
    for (const tell of order === 'text first' ? told : told.toReversed()) tell()
    const updates = sent.flatMap((bytes) => {
      const got = received(bytes.slice().buffer, 'text')
      if (got?.kind !== kinds.sync || decoding.peekVarUint(got.decoder) !== messageYjsSyncStep2) return []
      decoding.readVarUint(got.decoder)
      return [decoding.readVarUint8Array(got.decoder)]
    })
    expect(updates).toHaveLength(1)
    const { ds, structs } = Y.decodeUpdate(updates[0] ?? new Uint8Array())
    expect(structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString)).toBe(true)
    expect(ds.clients.has(here.clientID)).toBe(false)
    expect(here.getMap('clauses').has('a')).toBe(false)
    wire.close()
  },
)
