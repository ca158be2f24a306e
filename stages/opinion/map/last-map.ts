import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import type { Axes } from './axes.ts'
import type { PublishedMap } from './published.ts'
import { axesOf, mapOf, publishedOf, type KeptMap } from './store.ts'

export type ReadMap = {
  readonly kept: KeptMap
  readonly published: PublishedMap
  readonly axes: Axes
}

/** Each a few hundred kilobytes. */
const mostKept = 50

const all = new Map<Id<'consultation'>, { readonly row: string; readonly map: ReadMap }>()

/**
 * The last map of a consultation. A version never changes, so it is fetched and parsed once for all who ask: each vote is answered from
 * it, and asks the database for no more than which row it is.
 */
export async function lastMapOf(read: Read, consultation: Id<'consultation'>): Promise<ReadMap | undefined> {
  const last = await lastRowOf(read, consultation)
  if (!last) return undefined
  const known = all.get(consultation)
  if (known?.row === last.row) return known.map
  const kept = await mapOf(read, consultation, last.version)
  if (!kept) return undefined
  const map = { kept, published: publishedOf(kept), axes: axesOf(kept) }
  all.delete(consultation)
  for (const oldest of all.size < mostKept ? [] : [...all.keys()].slice(0, 1)) all.delete(oldest)
  all.set(consultation, { row: last.row, map })
  return map
}

type LastRow = { readonly version: number; readonly row: string }

/** With who wrote it: after a backup was restored the same version may be another row. */
async function lastRowOf(read: Read, consultation: Id<'consultation'>): Promise<LastRow | undefined> {
  const { rows } = await sql<LastRow>`
    select version, version || ' ' || xmin::text as row
    from opinion.map where consultation_id = ${consultation} order by version desc limit 1`.execute(read)
  return rows[0]
}
