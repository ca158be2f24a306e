import { randomBytes } from 'node:crypto'
import type { Read } from '../platform/db/index.ts'
import { publicVersion } from '../platform/ledger/index.ts'

/**
 * Pages as any visitor sees them, kept until something public is recorded in the place, at most a minute.
 * A minute, because words such as "in 3 days" and counts that are drawn by the worker change without a record.
 */
export type KeptPages = {
  readonly versionOf: (read: Read, now: Temporal.Instant) => Promise<string>
  readonly find: (path: string, version: string) => string | undefined
  readonly keep: (path: string, version: string, html: string) => void
}

const mostPages = 150
const longestPage = 200_000
/** Only pages themselves and the pages of a list: anything else after a `?` could be written in endless ways. */
const worthKeeping = /^[^?]{1,200}([?]page=[1-9]\d{0,2})?$/

export function openKeptPages(): KeptPages {
  const kept = new Map<string, { readonly version: string; readonly html: string }>()
  return {
    versionOf: publicVersion,
    find: (path, version) => {
      const found = kept.get(path)
      if (found?.version !== version) return undefined
      kept.delete(path)
      kept.set(path, found) // asked for just now: the last to go
      return found.html
    },
    keep: (path, version, html) => {
      if (!worthKeeping.test(path) || html.length > longestPage) return
      kept.delete(path)
      kept.set(path, { version, html })
      const oldest = kept.keys().next().value
      if (kept.size > mostPages && oldest !== undefined) kept.delete(oldest)
    },
  }
}

/**
 * Stands in a page where its reader's own form token goes. Made anew at each start: nobody can type it into a text and so
 * have somebody's token written there.
 */
export const tokenPlace = `token-${randomBytes(24).toString('base64url')}`
