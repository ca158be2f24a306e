import * as Y from 'yjs'
import type { As } from '../rules.ts'
import { elementsIn, placedSections, textsIn } from './document.ts'

/** Letters that stand, by the role of who wrote them. */
export type Letters = Readonly<Record<As, number>>

/** The role in which each Yjs client number wrote. */
export type Writers = ReadonlyMap<number, As>

/**
 * Who wrote what stands, letter by letter, under the id of each clause and, for its heading, of each section (R17).
 * Each letter of a Yjs document carries the number of who put it there.
 */
export function lettersBy(doc: Y.Doc, writers: Writers): ReadonlyMap<string, Letters> {
  return new Map(
    placedSections(doc).flatMap(({ element, id, clauses }): [string, Letters][] => [
      [id, lettersIn(elementsIn(element, 'heading'), writers)],
      ...clauses.map((clause): [string, Letters] => [clause.id, lettersIn([clause.element], writers)]),
    ]),
  )
}

function lettersIn(elements: readonly Y.XmlElement[], writers: Writers): Letters {
  const letters: Record<As, number> = { politician: 0, citizen: 0, staff: 0, unknown: 0 }
  for (const text of elements.flatMap(textsIn)) {
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      letters[writers.get(item.id.client) ?? 'unknown'] += item.content.str.length
    }
  }
  return letters
}
