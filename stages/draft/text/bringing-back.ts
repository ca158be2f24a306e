import { newId } from '@folkmoot/basics/ids.ts'
import * as Y from 'yjs'
import { elementsIn, newClause, newSection, placedSections, rootOf } from './document.ts'
import { withinAny } from './runs.ts'
import { writeWords } from './words.ts'

/** Letters that went without anybody having seen them go: `length` of them from one client's clock on. */
export type Lost = { readonly client: number; readonly clock: number; readonly length: number }

/**
 * Applies an update, and says which letters went by it unseen. Who takes out or moves a clause takes out what she sees; what
 * somebody else wrote into it meanwhile goes along in Yjs, and nobody meant that.
 */
export function applyWatching(doc: Y.Doc, update: Uint8Array, origin: unknown): readonly Lost[] {
  const { ds } = Y.decodeUpdate(update)
  const lost: Lost[] = []
  const watch = ({ deleteSet }: Y.Transaction): void => {
    for (const [client, ranges] of deleteSet.clients) {
      const isMeant = withinAny((ds.clients.get(client) ?? []).map(({ clock, len }) => ({ clock, length: len })))
      for (const { clock, len } of ranges) {
        for (const run of unmeant(doc, { isMeant, client, from: clock, to: clock + len })) lost.push(run)
      }
    }
  }
  doc.on('afterTransaction', watch)
  Y.applyUpdate(doc, update, origin)
  doc.off('afterTransaction', watch)
  return lost
}

type Gone = {
  readonly isMeant: (clock: number) => boolean
  readonly client: number
  readonly from: number
  readonly to: number
}

function unmeant(doc: Y.Doc, { isMeant, client, from, to }: Gone): readonly Lost[] {
  const lost: Lost[] = []
  for (let clock = from; clock < to;) {
    const item = Y.getItem(doc.store, Y.createID(client, clock))
    const end = Math.min(item.id.clock + item.length, to)
    if (item instanceof Y.Item && item.content instanceof Y.ContentString) {
      for (let at = clock; at < end; at += 1) {
        if (isMeant(at)) continue
        const last = lost.at(-1)
        if (last && last.clock + last.length === at) lost[lost.length - 1] = { ...last, length: last.length + 1 }
        else lost.push({ client, clock: at, length: 1 })
      }
    }
    clock = end
  }
  return lost
}

/** Puts lost letters where their clause or heading stands now; where it stands nowhere, into a clause of their own. */
export function bringBack(doc: Y.Doc, lost: readonly Lost[]): void {
  doc.transact(() => {
    for (const [element, words] of lostByElement(doc, lost)) {
      const standing = standingFor(doc, element)
      if (standing.length > 0) writeWords(standing, words)
      else if (words.alone !== '') homeFor(doc, element)(newClause({ id: newId('clause'), text: words.alone }))
    }
  })
}

type LostWords = { readonly shown: string; readonly left: string; readonly alone: string }

function lostByElement(doc: Y.Doc, lost: readonly Lost[]): ReadonlyMap<Y.XmlElement, LostWords> {
  const elements = new Set<Y.XmlElement>()
  for (const { client, clock, length } of lost) {
    for (let at = clock; at < clock + length;) {
      const item = Y.getItem(doc.store, Y.createID(client, at))
      if (!(item instanceof Y.Item)) break
      const text = item.parent
      const element = text instanceof Y.XmlText ? text._item?.parent : undefined
      if (element instanceof Y.XmlElement) elements.add(element)
      at = item.id.clock + item.length
    }
  }
  const runs = new Map([...Map.groupBy(lost, ({ client }) => client)].map(([client, own]) => [client, withinAny(own)]))
  const isLost: IsLost = (client, clock) => runs.get(client)?.(clock) ?? false
  return new Map([...elements].map((element) => [element, wordsIn(element, isLost)]))
}

type IsLost = (client: number, clock: number) => boolean

/** All that ever stood in an element: without the lost letters, with them, and they alone. */
function wordsIn(element: Y.XmlElement, isLost: IsLost): LostWords {
  let [shown, left] = ['', '']
  const alone: string[] = []
  for (const text of childrenEver(element)) {
    for (let item = text._start; item !== null; item = item.right) {
      if (!(item.content instanceof Y.ContentString)) continue
      const { client, clock } = item.id
      for (const [i, letter] of item.content.str.split('').entries()) {
        left += letter
        if (isLost(client, clock + i)) alone.push(letter)
        else shown += letter
      }
    }
  }
  return { shown, left, alone: alone.join('').trim() }
}

function childrenEver(element: Y.XmlElement): readonly Y.XmlText[] {
  const texts: Y.XmlText[] = []
  for (let item = element._start; item !== null; item = item.right) {
    if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlText) texts.push(item.content.type)
  }
  return texts
}

/** Itself, or what bears its id by now: a clause that was moved is written anew elsewhere. */
function standingFor(doc: Y.Doc, element: Y.XmlElement): readonly Y.XmlElement[] {
  if (element._item?.deleted === false) return [element]
  const sections = placedSections(doc)
  if (element.nodeName === 'heading') {
    const section = sections.find(({ id }) => id === idEver(parentOf(element)))
    return section ? elementsIn(section.element, 'heading') : []
  }
  const own = idEver(element)
  const clause = sections.flatMap(({ clauses }) => clauses).find(({ id }) => id === own)
  return clause ? [clause.element] : []
}

/** Where a clause of its own goes: its section, or a passage at the end. */
function homeFor(doc: Y.Doc, element: Y.XmlElement): (clause: Y.XmlElement) => void {
  const section = parentOf(element)
  const standing =
    section?._item?.deleted === false ? section : placedSections(doc).find(({ id }) => id === idEver(section))?.element
  return (clause) => {
    if (standing) return standing.push([clause])
    const made = newSection({ id: newId('section'), kind: 'passage' })
    rootOf(doc).push([made])
    made.push([clause])
  }
}

function parentOf(element: Y.XmlElement): Y.XmlElement | undefined {
  const parent = element._item?.parent
  return parent instanceof Y.XmlElement ? parent : undefined
}

/** An attribute of an element that was taken out is read from where it is kept. */
function idEver(element: Y.XmlElement | undefined): unknown {
  return element?._map.get('id')?.content.getContent()[0]
}
