import { Hocuspocus, type Connection, type Document } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import type * as Y from 'yjs'
import type { Database } from '../../../platform/db/index.ts'
import { keepNew, type Held } from './arriving.ts'
import { mayWriteNow } from './asking.ts'
import { beginText } from './beginning.ts'
import type { Closing } from './closing.ts'
import { restore, restoreLeft } from './restoring.ts'
import { follow } from './following.ts'
import { openKeeping } from './keeping.ts'
import { mostUpdateBytes } from './live-rules.ts'
import { liveChannel } from './live-store.ts'
import { openPace } from './pace.ts'
import { presenceOf } from './presence.ts'
import { Dismissed, dismiss, isAbout, patience, wireOf, type Joined, type Joining } from './socket.ts'

export type Live = {
  readonly join: (socket: WebSocket, joining: Joining) => Promise<void>
  /** Sends everybody away to come again; what was acknowledged is stored already. */
  readonly stop: () => Promise<void>
}

/** A message may be an update of the largest size, and its address. */
export const mostMessageBytes = mostUpdateBytes + 4_096

const pace = { perSecond: 40, burst: 200 }
const mostSocketsOfOne = 20
const mostSockets = 2_000
/** Milliseconds between two looks at the log and at who may still write, should no word of the database come. */
const betweenLooks = 5_000

/** Hocuspocus copies what it is given: what changes lies one step deeper. */
type Context = { readonly joined: Joined }

type Settings = {
  readonly database: Database
  readonly onError: (what: string, error: unknown) => void
  readonly betweenLooks?: number
}

/**
 * The text written together (decisions/012). Hocuspocus carries the protocol of Yjs; the log is the truth: an update is
 * committed there before it is applied, passed on or acknowledged, and the documents held open here follow it.
 */
export function openLive({ database, onError, betweenLooks: pause = betweenLooks }: Settings): Live {
  const held = new Map<Y.Doc, Held>()
  const sockets = new Map<WebSocket, Joined>()
  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    // Who wrote a word that was moved is read from where it stood before.
    yDocOptions: { gc: false, gcFilter: () => false },
    timeout: 120_000,
    maxPendingDocuments: 1,
    maxUnauthenticatedQueueSize: mostMessageBytes,
    async onConnect({ documentName, context }) {
      if (documentName === context.joined.problem) return
      dismiss(context.joined.socket, 'unreadable')
      throw new Dismissed('unreadable')
    },
    async onLoadDocument({ document, context }) {
      await hold(document, context.joined)
    },
    async connected({ connection, context }) {
      // What came between loading and now was told to nobody here.
      const caughtUp = held.get(connection.document)?.following.catchUp()
      await caughtUp?.catch(() => dismiss(context.joined.socket, 'again'))
    },
    async afterUnloadDocument() {
      const open = new Set<Y.Doc>(hocuspocus.documents.values())
      for (const doc of held.keys()) if (!open.has(doc) && (doc as Document).isDestroyed) held.delete(doc)
    },
    async beforeSync({ connection, document, type, payload, context }) {
      if (type !== messageYjsSyncStep2 && type !== messageYjsUpdate) return
      const closing = await keep(held.get(document), payload, { connection, joined: context.joined })
      if (!closing) return
      // Nothing of it is applied or acknowledged.
      Object.assign(connection, { readOnly: true })
      dismiss(context.joined.socket, closing)
    },
    async beforeHandleAwareness({ states, context, document, connection }) {
      if (!context) return
      for (const [client, state] of states) {
        // Without a word of hers: the empty state Hocuspocus decodes with, or a browser that has just come.
        const saysNothing = Object.keys(state).length === 0
        if (saysNothing || !isHers(client, { joined: context.joined, document, connection })) states.delete(client)
        else states.set(client, presenceOf(state, { name: context.joined.who.name, as: context.joined.who.as }))
      }
    },
  })

  async function hold(document: Document, { jurisdiction, problem, socket }: Joined): Promise<void> {
    const read = database.read(jurisdiction)
    const origin = { source: 'local', skipStoreHooks: true }
    const following = follow({ doc: document, read, problem, origin })
    try {
      await database.transact(jurisdiction, null, (tx) => beginText(tx, problem))
      await restoreLeft({ database, jurisdiction, problem })
      await following.catchUp()
    } catch (error) {
      onError('a text could not be read', error)
      dismiss(socket, 'again')
      throw new Dismissed('again')
    }
    held.set(document, { following, problem, keep: openKeeping(database, jurisdiction), document })
  }

  async function keep(
    text: Held | undefined,
    payload: Uint8Array,
    { connection, joined }: { connection: Connection; joined: Joined },
  ): Promise<Closing | undefined> {
    if (!text || connection.readOnly) return 'again'
    try {
      const kept = await keepNew(text, payload, joined)
      if (kept === 'nothing-new') return undefined
      if (!kept.ok) return kept.refusal
      const origin = { source: 'connection', connection }
      const lost = await text.following.kept(kept.value.seq, kept.value.update, origin)
      if (lost.length > 0) await restore({ database, ...joined }, { seq: kept.value.seq, lost })
      return undefined
    } catch (error) {
      onError('an update could not be kept', error)
      return 'again'
    }
  }

  const look = async (): Promise<void> => {
    await Promise.all([...held.values()].map(({ following }) => following.catchUp()))
    await Promise.all([...sockets.values()].map(askAgain))
  }

  async function askAgain(joined: Joined): Promise<void> {
    const asked = await mayWriteNow(database.read(joined.jurisdiction), joined)
    if (!asked.ok) dismiss(joined.socket, asked.refusal)
    else joined.who = asked.value
  }

  let isStopping = false
  let looking: Promise<void> = Promise.resolve()
  const lookOut = (): void => {
    looking = look().catch((error: unknown) => onError('the texts held open could not be looked after', error))
  }
  const timer = setInterval(() => void looking.then(lookOut), pause)
  const ears = database.listen(liveChannel, (word) => {
    const [, problem, seq] = word?.split(' ') ?? []
    for (const text of held.values()) {
      if (word !== null && (text.problem !== problem || text.following.has(Number(seq)))) continue
      text.following.catchUp().catch((error: unknown) => onError('a text could not be followed', error))
    }
  })

  return {
    join: async (socket, joining) => {
      socket.on('error', () => {}) // its end is told by `close`
      // Nothing is read of a stranger: what she sends waits in her own machine until it is known whether she may write.
      socket.pause()
      const asked = await mayWriteNow(database.read(joining.jurisdiction), joining).catch((error: unknown) => {
        onError('a socket could not be opened', error)
      })
      socket.resume()
      if (socket.readyState !== socket.OPEN) return
      if (!asked || isStopping) return dismiss(socket, 'again')
      if (!asked.ok) return dismiss(socket, asked.refusal)
      const ofHers = [...sockets.values()].filter(({ who }) => who.account === asked.value.account)
      if (sockets.size >= mostSockets || ofHers.length >= mostSocketsOfOne) return dismiss(socket, 'too-many')
      const joined: Joined = { ...joining, socket, who: asked.value, presence: undefined }
      sockets.set(socket, joined)
      const client = hocuspocus.handleConnection(wireOf(socket), new Request('http://localhost/'), { joined })
      socket.on('close', (code, reason) => {
        sockets.delete(socket)
        client.handleClose({ code, reason: reason.toString() })
      })
      const mayGoOn = openPace(pace, performance.now())
      socket.on('message', (data: Buffer, isBinary) => {
        // Sent away: what still comes is not even kept.
        if (socket.readyState !== socket.OPEN) return
        if (!isBinary) return dismiss(socket, 'not-binary')
        if (!mayGoOn(performance.now())) return dismiss(socket, 'too-fast')
        const message = new Uint8Array(data)
        if (isAbout(message, joining.problem)) client.handleMessage(message)
        else dismiss(socket, 'unreadable')
      })
    },
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await ears.close()
      const leaving = [...sockets.keys()].map((socket) => new Promise((gone) => socket.once('close', gone)))
      for (const socket of sockets.keys()) dismiss(socket, 'again')
      await Promise.race([Promise.all([...leaving, looking]), new Promise((late) => setTimeout(late, patience))])
      for (const socket of sockets.keys()) socket.terminate()
    },
  }
}

type OfWhom = {
  readonly joined: Joined
  readonly document: Document
  readonly connection: Connection | undefined
}

/** A browser speaks for one number, which nobody else speaks for. */
function isHers(client: number, { joined, document, connection }: OfWhom): boolean {
  const isTaken = document
    .getConnections()
    .some((other) => other !== connection && document.getClients(other).has(client))
  if (isTaken) return false
  joined.presence ??= client
  return joined.presence === client
}
