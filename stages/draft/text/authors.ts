import * as Y from 'yjs'
import { placedSections, textsIn } from './document.ts'
import type { LiveWriter } from './live-rules.ts'
import type { LiveWriters } from './live-store.ts'
import { everyonesOwn, type FirstHands } from './moved.ts'

/**
 * Who wrote most of the letters of each clause: the one who is told what becomes of it. How many letters are whose is kept beside it
 * (`lettersBy`); of equals it is who stands first in the clause.
 */
export function authorsBy(
  doc: Y.Doc,
  writers: LiveWriters,
  firstHands: FirstHands = everyonesOwn,
): ReadonlyMap<string, LiveWriter> {
  return new Map(
    placedSections(doc).flatMap(({ clauses }) =>
      clauses.flatMap(({ id, element }): [string, LiveWriter][] => {
        const author = authorOf(element, { writers, firstHands })
        return author ? [[id, author]] : []
      }),
    ),
  )
}

type Hands = { readonly writers: LiveWriters; readonly firstHands: FirstHands }

function authorOf(element: Y.XmlElement, { writers, firstHands }: Hands): LiveWriter | undefined {
  const letters = new Map<string, { readonly who: LiveWriter; readonly count: number }>()
  for (const text of textsIn(element)) {
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      for (const { client, length } of firstHands({ ...item.id, length: item.length })) {
        const who = writers.get(client)
        if (!who) continue
        const key = `${who.account} ${who.as}`
        letters.set(key, { who, count: (letters.get(key)?.count ?? 0) + length })
      }
    }
  }
  return [...letters.values()].toSorted((one, other) => other.count - one.count)[0]?.who
}
