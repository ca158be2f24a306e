import type { LiveWriter } from './live-rules.ts'

/** What everybody who writes in a text sees of each other. */
export type Presence = {
  readonly user: { readonly name: string; readonly as: LiveWriter['as'] }
  /** Where her cursor stands, as places of the Yjs document; null when it stands nowhere. */
  readonly cursor: { readonly anchor: unknown; readonly head: unknown } | null
}

/** A place in a document is two numbers and a name or two. */
const mostCursorLetters = 1_000

/**
 * What a browser says of itself, as it may be said: its name and role are the server's to tell, and of the rest only the
 * cursor counts.
 */
export function presenceOf(said: unknown, who: Presence['user']): Presence {
  const cursor = typeof said === 'object' && said !== null && 'cursor' in said ? said.cursor : null
  const isPlace = typeof cursor === 'object' && cursor !== null && 'anchor' in cursor && 'head' in cursor
  if (!isPlace || JSON.stringify(cursor).length > mostCursorLetters) return { user: who, cursor: null }
  return { user: who, cursor: { anchor: cursor.anchor, head: cursor.head } }
}
