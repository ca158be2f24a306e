import type { Id } from '@folkmoot/basics/ids.ts'
import * as Y from 'yjs'
import type { Read } from '../../../platform/db/index.ts'
import { applyWatching, type Lost } from './bringing-back.ts'
import { updatesAfter } from './live-store.ts'

/** A document held open, following its log. */
export type Following = {
  /** Reads what came after the last number and applies it; calls at once share one reading. */
  readonly catchUp: () => Promise<void>
  /**
   * An update of this very server was kept under a number: it is applied, with what lies between. Says which letters went by
   * it that its writer had not seen, for the one who kept it to bring back.
   */
  readonly kept: (seq: number, update: Uint8Array, origin: unknown) => Promise<readonly Lost[]>
  /** Whether an update of this number is already in the document. */
  readonly has: (seq: number) => boolean
}

/** Updates: more than can be under way to those who kept them. */
const longAgo = 1_000

type Followed = {
  readonly doc: Y.Doc
  readonly read: Read
  readonly problem: Id<'problem'>
  readonly origin: unknown
}

export function follow({ doc, read, problem, origin }: Followed): Following {
  let seq = 0
  let reading: Promise<void> | undefined
  let isAskedAgain = false
  let hasBegun = false
  // The database may tell of an update before the one who kept it here hears that it was kept: what went by it waits for her.
  const lostBy = new Map<number, readonly Lost[]>()

  const readOn = async (): Promise<void> => {
    for (const { seq: number, bytes } of await updatesAfter(read, problem, seq)) {
      if (number <= seq) continue
      // Of the beginning nobody here asks what went by it.
      if (hasBegun) remember(number, applyWatching(doc, bytes, origin))
      else Y.applyUpdate(doc, bytes, origin)
      seq = number
    }
    hasBegun = true
  }
  /** Of what was kept on another server nobody here asks: it is forgotten after a while. */
  const remember = (number: number, lost: readonly Lost[]): void => {
    if (lost.length > 0) lostBy.set(number, lost)
    for (const old of lostBy.keys()) if (old < number - longAgo) lostBy.delete(old)
  }
  const readAll = async (): Promise<void> => {
    try {
      do {
        isAskedAgain = false
        await readOn()
      } while (isAskedAgain)
    } finally {
      reading = undefined
    }
  }
  const catchUp = (): Promise<void> => {
    if (reading) isAskedAgain = true
    reading ??= readAll()
    return reading
  }
  return {
    catchUp,
    has: (number) => number <= seq,
    kept: async (number, update, from) => {
      if (number === seq + 1) {
        seq = number
        return applyWatching(doc, update, from)
      }
      await catchUp()
      const lost = lostBy.get(number) ?? []
      lostBy.delete(number)
      return lost
    },
  }
}
