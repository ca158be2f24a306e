import type { Id } from '@folkmoot/basics/ids.ts'
import * as Y from 'yjs'
import type { Read } from '../../../platform/db/index.ts'
import { updatesAfter } from './live-store.ts'

/** A document held open, following its log. */
export type Following = {
  /** Reads what came after the last number and applies it; calls at once share one reading. */
  readonly catchUp: () => Promise<void>
  /** An update of this very server was kept under a number: applied at once where nothing lies between. */
  readonly kept: (seq: number, update: Uint8Array, origin: unknown) => Promise<void>
  /** Whether an update of this number is already in the document. */
  readonly has: (seq: number) => boolean
}

export type Held = {
  readonly doc: Y.Doc
  readonly read: Read
  readonly problem: Id<'problem'>
  readonly origin: unknown
}

export function follow({ doc, read, problem, origin }: Held): Following {
  let seq = 0
  let reading: Promise<void> | undefined
  let isAskedAgain = false

  const readOn = async (): Promise<void> => {
    const since = await updatesAfter(read, problem, seq)
    doc.transact(() => {
      for (const update of since.updates) Y.applyUpdate(doc, update, origin)
    }, origin)
    seq = Math.max(seq, since.seq)
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
      if (number <= seq) return
      if (number !== seq + 1) return catchUp()
      Y.applyUpdate(doc, update, from)
      seq = number
    },
  }
}
