import type { Id } from '@folkmoot/basics/ids.ts'
import type { Text } from '../text/text.ts'
import { readablePieces, readingOf, type Reading } from './reading.ts'

type Kept = { readonly asRead: string; readonly reading: Reading | undefined }

const kept = new WeakMap<Text, Kept>()

/**
 * How hard the text is to read, counted once for each text that is kept, in its language and without what is hidden: sixty pages take
 * longer to count than all the rest of their page.
 */
export function keptReadingOf(text: Text, hidden: ReadonlyMap<Id, unknown>, language: string): Reading | undefined {
  const asRead = [language, ...[...hidden.keys()].toSorted()].join(' ')
  const found = kept.get(text)
  if (found?.asRead === asRead) return found.reading
  const reading = readingOf(readablePieces(text, hidden), language)
  kept.set(text, { asRead, reading })
  return reading
}
