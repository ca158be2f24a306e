import type { Document } from '@hocuspocus/server'
import type { Id } from '@folkmoot/basics/ids.ts'
import * as Y from 'yjs'
import type { Claim } from './asking.ts'
import { changedPassages, isKnown } from './changed-passages.ts'
import type { Following } from './following.ts'
import type { Keep, Kept } from './keeping.ts'

/** A text held open on this server. */
export type Held = {
  readonly document: Document
  readonly following: Following
  readonly problem: Id<'problem'>
  readonly keep: Keep
}

type KeptUpdate =
  | { readonly ok: true; readonly value: { readonly seq: number; readonly update: Uint8Array } }
  | Exclude<Kept, { readonly ok: true }>

/** Only what the log does not have yet is kept: who comes back sends again what others wrote, and that is not hers to say. */
export async function keepNew(text: Held, payload: Uint8Array, claim: Claim): Promise<KeptUpdate | 'nothing-new'> {
  const first = await keepDiff(text, payload, claim)
  if (first === 'nothing-new' || first.ok || first.refusal !== 'not-yours') return first
  // Perhaps they came over another server, and this one has not heard of them yet.
  await text.following.catchUp()
  return keepDiff(text, payload, claim)
}

async function keepDiff(text: Held, payload: Uint8Array, claim: Claim): Promise<KeptUpdate | 'nothing-new'> {
  const update = diffOf(text.document, payload)
  if (!update) return { ok: false, refusal: 'unreadable' }
  if (update === 'nothing-new') return update
  // Words over another server that this one has not heard of yet: whose they are is asked of the document.
  if (!isKnown(text.document, update)) await text.following.catchUp()
  const changed = changedPassages(text.document, { update, doc: 'before' })
  const kept = await text.keep(claim, { bytes: update, changed })
  return kept.ok ? { ok: true, value: { seq: kept.value, update } } : kept
}

function diffOf(doc: Y.Doc, payload: Uint8Array): Uint8Array | 'nothing-new' | undefined {
  try {
    const update = Y.diffUpdate(payload, Y.encodeStateVector(doc))
    if (Y.decodeUpdate(update).structs.length > 0) return update
    return Y.snapshotContainsUpdate(Y.snapshot(doc), update) ? 'nothing-new' : update
  } catch {
    return undefined
  }
}
