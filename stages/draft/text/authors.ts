import * as Y from 'yjs'
import { placedSections, textsIn } from './document.ts'
import type { LiveWriter } from './live-rules.ts'
import type { LiveWriters } from './live-store.ts'

/**
 * Who wrote most of the letters of each clause: the one who is told what becomes of it. How many letters are whose is kept beside it
 * (`lettersBy`); of equals it is who stands first in the clause.
 */
export function authorsBy(doc: Y.Doc, writers: LiveWriters): ReadonlyMap<string, LiveWriter> {
  return new Map(
    placedSections(doc).flatMap(({ clauses }) =>
      clauses.flatMap(({ id, element }): [string, LiveWriter][] => {
        const author = authorOf(element, writers)
        return author ? [[id, author]] : []
      }),
    ),
  )
}

function authorOf(element: Y.XmlElement, writers: LiveWriters): LiveWriter | undefined {
  const letters = new Map<string, { readonly who: LiveWriter; readonly count: number }>()
  for (const text of textsIn(element)) {
    for (let item = text._start; item !== null; item = item.right) {
      const who = writers.get(item.id.client)
      if (item.deleted || !who || !(item.content instanceof Y.ContentString)) continue
      const key = `${who.account} ${who.as}`
      letters.set(key, { who, count: (letters.get(key)?.count ?? 0) + item.content.str.length })
    }
  }
  return [...letters.values()].toSorted((one, other) => other.count - one.count)[0]?.who
}
