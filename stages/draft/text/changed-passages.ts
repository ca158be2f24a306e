import * as Y from 'yjs'

/** Letters one behind the other: `length` of them from one client's clock on. */
export type Run = { readonly client: number; readonly clock: number; readonly length: number }

/** Words that stand or stood together, and whose letters they are. */
export type Passage = { readonly text: string; readonly runs: readonly Run[] }

/** What an update takes out of a text and what it writes there. */
export type ChangedPassages = { readonly gone: readonly Passage[]; readonly written: readonly Passage[] }

export const nothingChanged: ChangedPassages = { gone: [], written: [] }

type Reading = {
  readonly update: Uint8Array
  /** Whether the document is the one before the update, or has it already. */
  readonly doc: 'before' | 'after'
  /** Told of each piece that is looked at. */
  readonly onLook?: (() => void) | undefined
}

/**
 * Reads the update, what it takes out, and where it takes out more than one piece of a clause all pieces of that clause: never
 * the rest of the document.
 */
export function changedPassages(doc: Y.Doc, { update, doc: time, onLook }: Reading): ChangedPassages {
  const { structs, ds } = Y.decodeUpdate(update)
  const written = writtenIn(structs)
  const isOwn = ownIn(structs)
  const pieces = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.flatMap(({ clock, len }) => piecesIn(doc, { client, clock, length: len, onLook })),
  )
  const gone = pieces.filter(({ item, from }) => {
    if (time === 'before') return !item.deleted
    return !isOwn(item.id.client, item.id.clock + from)
  })
  const byText = Map.groupBy(gone, ({ item }) => item.parent)
  return { gone: [...byText.values()].flatMap((some) => passagesOf(some, onLook)), written }
}

/** Whether everything the update takes out is in the document or in the update itself. */
export function isKnown(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const isOwn = ownIn(structs)
  return [...ds.clients].every(([client, ranges]) =>
    ranges.every(({ clock, len }) => {
      const last = clock + len - 1
      return last < Y.getState(doc.store, client) || isOwn(client, last)
    }),
  )
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

function ownIn(structs: readonly Struct[]): (client: number, clock: number) => boolean {
  const spans = new Map<number, { readonly from: number; readonly to: number }>()
  for (const { id, length } of structs) {
    const span = spans.get(id.client) ?? { from: id.clock, to: id.clock }
    spans.set(id.client, { from: Math.min(span.from, id.clock), to: Math.max(span.to, id.clock + length) })
  }
  return (client, clock) => {
    const span = spans.get(client)
    return span !== undefined && span.from <= clock && clock < span.to
  }
}

function writtenIn(structs: readonly Struct[]): readonly Passage[] {
  const written: (Run & { readonly text: string })[] = []
  for (const one of structs) {
    if (!(one instanceof Y.Item) || !(one.content instanceof Y.ContentString)) continue
    const { client, clock } = one.id
    const text = one.content.str
    const last = written.at(-1)
    const isBehind = one.origin?.client === client && one.origin.clock === clock - 1
    if (last && isBehind && last.client === client && last.clock + last.length === clock)
      written[written.length - 1] = { ...last, text: last.text + text, length: last.length + text.length }
    else written.push({ client, clock, length: text.length, text })
  }
  return written.map(({ text, ...run }) => ({ text, runs: [run] }))
}

/** Some letters of an item: those from one place in it to another. */
type Piece = { readonly item: Y.Item; readonly from: number; readonly to: number }

function piecesIn(doc: Y.Doc, { client, clock, length, onLook }: Run & Pick<Reading, 'onLook'>): readonly Piece[] {
  const pieces: Piece[] = []
  const end = Math.min(clock + length, Y.getState(doc.store, client))
  for (let at = clock; at < end;) {
    onLook?.()
    // Bound to be there: before the end of what this client wrote.
    const item: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, at))
    const to = Math.min(item.id.clock + item.length, end)
    if (item instanceof Y.Item && item.content instanceof Y.ContentString)
      pieces.push({ item, from: at - item.id.clock, to: to - item.id.clock })
    at = to
  }
  return pieces
}

/** Pieces of one text in the order they stand there; where something stays between two, they are two passages. */
function passagesOf(pieces: readonly Piece[], onLook?: () => void): readonly Passage[] {
  const passages: Piece[][] = [[]]
  for (const piece of pieces.length === 1 ? pieces : inOrder(pieces, onLook)) {
    if (piece === 'stays') passages.push([])
    else passages.at(-1)?.push(piece)
  }
  return passages
    .filter((some) => some.length > 0)
    .map((some) => ({
      text: some.map(({ item, from, to }) => (item.content as Y.ContentString).str.slice(from, to)).join(''), // only strings are pieces
      runs: some.map(({ item, from, to }) => ({
        client: item.id.client,
        clock: item.id.clock + from,
        length: to - from,
      })),
    }))
}

function inOrder(pieces: readonly Piece[], onLook?: () => void): readonly (Piece | 'stays')[] {
  const byItem = Map.groupBy(pieces, ({ item }) => item)
  const parent = pieces[0]?.item.parent
  const order: (Piece | 'stays')[] = []
  let left = pieces.length
  for (let item = parent instanceof Y.XmlText ? parent._start : null; item !== null && left > 0; item = item.right) {
    onLook?.()
    const own = byItem.get(item)?.toSorted((one, other) => one.from - other.from)
    if (!own && !item.deleted) order.push('stays')
    let at = 0
    for (const piece of own ?? []) {
      if (piece.from > at) order.push('stays')
      order.push(piece)
      at = piece.to
      left -= 1
    }
    if (own && at < item.length) order.push('stays')
  }
  return order
}
