import type { LiveWriter } from './live-rules.ts'

/** What everybody who writes in a text sees of each other. */
export type Presence = {
  readonly user: { readonly name: string; readonly as: LiveWriter['as'] }
  /** Where her cursor stands, as places of the Yjs document; null when it stands nowhere. */
  readonly cursor: { readonly anchor: Place; readonly head: Place } | null
}

/**
 * What a browser says of itself, as it may be said: its name and role are the server's to tell, and of the rest only the
 * cursor counts, in a form that no other browser stumbles over.
 */
export function presenceOf(said: unknown, who: Presence['user']): Presence {
  const cursor = field(said, 'cursor')
  const [anchor, head] = [placeOf(field(cursor, 'anchor')), placeOf(field(cursor, 'head'))]
  return { user: who, cursor: anchor && head ? { anchor, head } : null }
}

/** A place in a document as Yjs tells it: in which element, behind which letter. */
type Place = {
  readonly type: Letter | null
  readonly tname: 'text' | null
  readonly item: Letter | null
  readonly assoc: number
}

type Letter = { readonly client: number; readonly clock: number }

function placeOf(said: unknown): Place | undefined {
  const [type, item, name] = [letterOf(field(said, 'type')), letterOf(field(said, 'item')), field(said, 'tname')]
  const assoc = field(said, 'assoc')
  const tname = name === 'text' ? name : null
  if (!type && !item && !tname) return undefined
  return { type, tname, item, assoc: assoc === -1 ? -1 : 0 }
}

function letterOf(said: unknown): Letter | null {
  const [client, clock] = [field(said, 'client'), field(said, 'clock')]
  return isCount(client) && isCount(clock) ? { client, clock } : null
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as Readonly<Record<string, unknown>>)[name] // any object has a value or undefined under any name
}
