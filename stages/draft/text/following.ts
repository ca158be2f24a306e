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
  const lostBy = new Map<number, readonly Lost[]>()
  const waitedFor = new Set<number>()

  const readOn = async (): Promise<void> => {
    for (const { seq: number, bytes } of await updatesAfter(read, problem, seq)) {
      if (number <= seq) continue
      // The beginning comes in one piece; nobody here waits for what went by it.
      if (!waitedFor.has(number)) Y.applyUpdate(doc, bytes, origin)
      else lostBy.set(number, applyWatching(doc, bytes, origin))
      seq = number
    }
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
      waitedFor.add(number)
      await catchUp()
      waitedFor.delete(number)
      const lost = lostBy.get(number) ?? []
      lostBy.delete(number)
      return lost
    },
  }
}
