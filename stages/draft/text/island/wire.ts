import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import {
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
  type Awareness,
} from 'y-protocols/awareness'
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  messageYjsUpdate,
  readSyncMessage,
  writeSyncStep1,
  writeUpdate,
} from 'y-protocols/sync'
import * as Y from 'yjs'
import { openKeptCount } from './kept-count.ts'
import { authMessage, kinds, message, received } from './message.ts'

export type WireState = {
  /** `joining` until the whole text has come for the first time. */
  readonly connection: 'joining' | 'open' | 'cut-off' | 'refused'
  /** Changes made here of which the server has not said that they are stored. */
  readonly unkept: number
  /** Why, when refused: a code the page has words for. */
  readonly refusal: string | null
}

export type Wire = {
  readonly state: () => WireState
  /** Tries at once instead of waiting, as when the network is back. */
  readonly tryNow: () => void
  /** The network has gone: there is no need to wait until that shows. */
  readonly cut: () => void
  readonly close: () => void
}

export type Wiring = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** The document's name, which the server knows. */
  readonly name: string
  readonly connect: () => WebSocket
  readonly onChange: (state: WireState) => void
  /** Milliseconds in which keystrokes become one message, and in which what others wrote is put in at once. */
  readonly gather?: number
  /** Puts in what others wrote; false: not now, as while somebody composes a letter of several strokes. */
  readonly around?: (putIn: () => void) => boolean
}

/** From here on a code means that coming back is of no use; `too-fast` may come back, after a pause. */
const firstRefusal = 4400
const tooFast = 4429
const timedOut = 4408
/** "Message too big": the server's socket does not even read it. */
const tooBig = 1009

/** Milliseconds: until the first new attempt, and at most between two. Chance keeps a hundred browsers from coming at once. */
const firstPause = 500
const longestPause = 8_000
/** Without a word on something sent for so long, the line is dead although nobody said so. */
const patience = 15_000

/**
 * The line between a document in the browser and the log on the server. It counts what is acknowledged: nothing is called
 * kept before the server has said so, also across a line that broke in the middle.
 */
export function openWire({ doc, awareness, name, connect, onChange, gather = 60, around = atOnce }: Wiring): Wire {
  const count = openKeptCount()
  let socket: WebSocket | undefined
  let connection: WireState['connection'] = 'joining'
  let refusal: string | null = null
  /** What is here was sent. */
  let isSynced = false
  /** What is there has come. */
  let hasCome = false
  let attempts = 0
  let gathered: Uint8Array[] = []
  let arrived: Uint8Array[] = []
  /** The text as it is there, come before what is here was sent. */
  let early: Uint8Array | undefined
  let putting: ReturnType<typeof setTimeout> | undefined
  let flushing: ReturnType<typeof setTimeout> | undefined
  let coming: ReturnType<typeof setTimeout> | undefined
  let deadline: ReturnType<typeof setTimeout> | undefined

  const state = (): WireState => ({ connection, unkept: count.unkept(), refusal })
  const tell = (): void => onChange(state())
  const send = (bytes: Uint8Array<ArrayBuffer>): void => {
    if (socket?.readyState === 1) socket.send(bytes)
  }
  const sendCounted = (bytes: Uint8Array<ArrayBuffer>): void => {
    count.sent()
    send(bytes)
    deadline ??= setTimeout(cut, patience)
  }
  const flush = (): void => {
    flushing = undefined
    if (gathered.length === 0) return
    const update = Y.mergeUpdates(gathered)
    gathered = []
    sendCounted(message(name, kinds.sync, (encoder) => writeUpdate(encoder, update)))
  }

  /** What others took out here since it was sent, the whole answer would call taken out by its writer, and it would be lost. */
  const sendAsWritten = (): void => {
    const updates = count.unkeptUpdates()
    if (updates.length === 0) return
    const update = Y.mergeUpdates([...updates])
    sendCounted(message(name, kinds.sync, (encoder) => writeUpdate(encoder, update)))
  }

  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === wire) return
    count.changed(update)
    if (isSynced) {
      gathered.push(update)
      flushing ??= setTimeout(flush, gather)
    }
    tell()
  }
  const onAwareness = (_: unknown, origin: unknown): void => {
    if (origin === 'local' && isSynced) sayWhere()
  }
  const sayWhere = (): void => {
    const update = encodeAwarenessUpdate(awareness, [doc.clientID])
    send(message(name, kinds.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update)))
  }

  const onMessage = ({ data }: MessageEvent<ArrayBuffer>): void => {
    const got = received(data, name)
    if (!got) return
    if (got.kind === kinds.sync || got.kind === kinds.syncReply) onSync(got.decoder)
    if (got.kind === kinds.awareness) applyAwarenessUpdate(awareness, decoding.readVarUint8Array(got.decoder), wire)
    if (got.kind === kinds.syncStatus && decoding.readVarUint(got.decoder) === 1) onKept()
  }
  /** What others wrote comes in many small pieces: put in together, so that a slow telephone keeps up. */
  const putIn = (): void => {
    putting = undefined
    if (arrived.length === 0) return
    const update = Y.mergeUpdates(arrived)
    if (isSynced && around(() => Y.applyUpdate(doc, update, wire))) arrived = []
    else putting = setTimeout(putIn, gather)
  }
  const onSync = (decoder: decoding.Decoder): void => {
    if (decoding.peekVarUint(decoder) === messageYjsUpdate) {
      decoding.readVarUint(decoder)
      arrived.push(decoding.readVarUint8Array(decoder))
      putting ??= setTimeout(putIn, gather / 2)
      return
    }
    // Put in first, it would take out of what is here the words somebody else took out there, and nobody would know whose they were.
    if (decoding.peekVarUint(decoder) === messageYjsSyncStep2 && !isSynced) {
      decoding.readVarUint(decoder)
      early = decoding.readVarUint8Array(decoder)
      return
    }
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, kinds.sync)
    const before = encoding.length(encoder)
    const step = readSyncMessage(decoder, encoder, doc, wire)
    if (step === messageYjsSyncStep2) beOpen({ hasText: true })
    if (step !== messageYjsSyncStep1 || encoding.length(encoder) === before) return
    // The server said what it has; the answer is everything it has not. What was gathered is in it.
    gathered = []
    isSynced = true
    sendAsWritten()
    sendCounted(new Uint8Array(encoding.toUint8Array(encoder)))
    if (awareness.getLocalState() !== null) sayWhere()
    if (early) Y.applyUpdate(doc, early, wire)
    beOpen({ hasText: early !== undefined })
    early = undefined
  }
  /** Open is a line when both have told what they have, in whatever order. */
  const beOpen = ({ hasText }: { readonly hasText: boolean }): void => {
    hasCome ||= hasText
    if (!hasCome || !isSynced) return
    connection = 'open'
    attempts = 0
    tell()
  }
  const onKept = (): void => {
    count.kept()
    clearTimeout(deadline)
    deadline = count.isWaiting() ? setTimeout(cut, patience) : undefined
    tell()
  }

  const leave = (): void => {
    clearTimeout(flushing)
    clearTimeout(putting)
    clearTimeout(deadline)
    clearTimeout(coming)
    flushing = putting = deadline = coming = undefined
    gathered = []
    arrived = []
    early = undefined
    isSynced = hasCome = false
    count.lost()
    const gone = socket
    socket = undefined
    gone?.close()
    const others = [...awareness.getStates().keys()].filter((client) => client !== doc.clientID)
    removeAwarenessStates(awareness, others, wire)
  }
  const comeAgain = (least = 0): void => {
    const pause = Math.min(longestPause, firstPause * 2 ** attempts) * (0.5 + Math.random() / 2)
    attempts += 1
    coming = setTimeout(join, Math.max(least, pause))
  }
  const onClose = ({ code, reason }: { readonly code: number; readonly reason: string }): void => {
    leave()
    const isRefused = code === tooBig || (code >= firstRefusal && code !== tooFast && code !== timedOut)
    connection = isRefused ? 'refused' : connection === 'joining' && attempts < 2 ? 'joining' : 'cut-off'
    refusal = !isRefused ? null : code === tooBig ? 'too-large' : reason
    if (!isRefused) comeAgain(code === tooFast ? 3_000 : 0)
    tell()
  }
  const cut = (): void => {
    if (connection === 'refused') return
    onClose({ code: 1006, reason: '' })
  }
  const join = (): void => {
    coming = undefined
    const made = connect()
    socket = made
    made.binaryType = 'arraybuffer'
    made.addEventListener('open', () => {
      if (socket !== made) return
      send(authMessage(name))
      send(message(name, kinds.sync, (encoder) => writeSyncStep1(encoder, doc)))
      deadline ??= setTimeout(cut, patience)
    })
    made.addEventListener('message', (event: MessageEvent<ArrayBuffer>) => {
      if (socket === made) onMessage(event)
    })
    made.addEventListener('close', (event) => {
      if (socket === made) onClose(event)
    })
    made.addEventListener('error', () => {}) // its end is told by `close`
  }

  const wire: Wire = {
    state,
    cut,
    tryNow: () => {
      if (coming === undefined) return
      clearTimeout(coming)
      attempts = 0
      join()
    },
    close: () => {
      doc.off('update', onUpdate)
      awareness.off('update', onAwareness)
      connection = 'refused'
      leave()
    },
  }
  doc.on('update', onUpdate)
  awareness.on('update', onAwareness)
  join()
  return wire
}

function atOnce(act: () => void): boolean {
  act()
  return true
}
