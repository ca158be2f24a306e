import * as Y from 'yjs'
import { elementsIn, placedSections, textsIn } from './document.ts'
import type { LiveWriters } from './live-store.ts'
import { everyonesOwn, type FirstHands } from './moved.ts'
import { noLetters, type Letters } from './rules.ts'

/**
 * Who wrote what stands, letter by letter, under the id of each clause and, for its heading, of each section (R17).
 * Each letter of a Yjs document carries the number of who put it there; what was moved counts for who wrote it first.
 */
export function lettersBy(
  doc: Y.Doc,
  writers: LiveWriters,
  firstHands: FirstHands = everyonesOwn,
): ReadonlyMap<string, Letters> {
  const lettersIn = (elements: readonly Y.XmlElement[]): Letters => countIn(elements, { writers, firstHands })
  return new Map(
    placedSections(doc).flatMap(({ element, id, clauses }): [string, Letters][] => [
      [id, lettersIn(elementsIn(element, 'heading'))],
      ...clauses.map((clause): [string, Letters] => [clause.id, lettersIn([clause.element])]),
    ]),
  )
}

type Hands = { readonly writers: LiveWriters; readonly firstHands: FirstHands }

function countIn(elements: readonly Y.XmlElement[], { writers, firstHands }: Hands): Letters {
  const letters: Record<keyof Letters, number> = { ...noLetters }
  for (const text of elements.flatMap(textsIn)) {
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      for (const { client, length } of firstHands({ ...item.id, length: item.length }))
        letters[writers.get(client)?.as ?? 'unknown'] += length
    }
  }
  return letters
}
