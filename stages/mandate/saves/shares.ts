import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { TermsJson } from '../terms.ts'
import { wordsByHand, type Shares } from './authorship.ts'
import { savesOf } from './store.ts'

type Version = { readonly id: Id<'mandate'>; readonly revision: number }

/** Comparing every save with the one before costs more than the rest of the page; of one revision it comes out the same. */
const known = new Map<string, Promise<Shares>>()
const mostKnown = 500

/** Whose words stand in a mandate, counted once for each of its revisions. `origin` was there before its first save. */
export function sharesOf(read: Read, { id, revision }: Version, origin: TermsJson): Promise<Shares> {
  const key = `${id} ${revision}`
  const before = known.get(key)
  if (before) return before
  const counted = savesOf(read, id).then((saves) => wordsByHand(origin, saves))
  known.set(key, counted)
  // What could not be read is read again, and the oldest makes room.
  counted.catch(() => known.delete(key))
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  return counted
}
