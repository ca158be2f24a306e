import * as Y from 'yjs'
import { elementsIn, placedSections, textsIn } from './document.ts'
import type { LiveWriters } from './live-store.ts'
import { noLetters, type Letters } from './rules.ts'

/**
 * Who wrote what stands, letter by letter, under the id of each clause and, for its heading, of each section (R17).
 * Each letter of a Yjs document carries the number of who put it there.
 */
export function lettersBy(doc: Y.Doc, writers: LiveWriters): ReadonlyMap<string, Letters> {
  return new Map(
    placedSections(doc).flatMap(({ element, id, clauses }): [string, Letters][] => [
      [id, lettersIn(elementsIn(element, 'heading'), writers)],
      ...clauses.map((clause): [string, Letters] => [clause.id, lettersIn([clause.element], writers)]),
    ]),
  )
}

function lettersIn(elements: readonly Y.XmlElement[], writers: LiveWriters): Letters {
  const letters: Record<keyof Letters, number> = { ...noLetters }
  for (const text of elements.flatMap(textsIn)) {
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      letters[writers.get(item.id.client)?.as ?? 'unknown'] += item.content.str.length
    }
  }
  return letters
}
