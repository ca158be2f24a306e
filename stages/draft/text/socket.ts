import type { Id } from '@folkmoot/basics/ids.ts'
import { createDecoder, hasContent, readVarString } from 'lib0/decoding'
import type { WebSocket } from 'ws'
import type { Asked, Claim } from './asking.ts'
import { closeFrameOf, type Closing } from './closing.ts'

/** Who wants in: a socket that came from a page of ours, and whose session it carries. */
export type Joining = Claim & { readonly jurisdiction: Id<'jurisdiction'> }

/** What is known of one socket, and changes while it is open. */
export type Joined = Joining & {
  readonly socket: WebSocket
  /** What was true when last asked. */
  who: Asked
  /** The client number she shows her cursor under. */
  presence: number | undefined
}

/** Bytes a browser may be behind before it is sent away to begin anew. */
const mostUnsent = 16_777_216

/** Whether a message is about this text at all; what is in it is for Hocuspocus to read. */
export function isAbout(message: Uint8Array, problem: Id<'problem'>): boolean {
  try {
    const decoder = createDecoder(message)
    return readVarString(decoder) === problem && hasContent(decoder)
  } catch {
    return false
  }
}

/** Ends what Hocuspocus is about to do for a socket that has been sent away. It says nothing, so that nothing is printed. */
export class Dismissed extends Error {
  readonly reason: Closing
  constructor(reason: Closing) {
    super('')
    this.reason = reason
  }
}

/** Milliseconds a browser has to answer that it heard the end. */
export const patience = 2_000

/** Sends a socket away. One that goes on sending instead of leaving is cut off. */
export function dismiss(socket: WebSocket, reason: Closing): void {
  const { code } = closeFrameOf(reason)
  socket.close(code, reason)
  const cut = setTimeout(() => socket.terminate(), patience)
  socket.once('close', () => clearTimeout(cut))
}

/** The socket as Hocuspocus wants it. One that cannot keep up is cut off: it comes back and reads the whole text. */
export function wireOf(socket: WebSocket) {
  return {
    get readyState() {
      return socket.readyState
    },
    send: (data: string | ArrayBufferLike | Blob | ArrayBufferView) => {
      if (socket.bufferedAmount > mostUnsent) socket.terminate()
      else socket.send(data as Uint8Array) // all that Hocuspocus ever sends
    },
    close: (code?: number, reason?: string) => socket.close(code, reason),
  }
}
