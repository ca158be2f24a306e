import { fleschReadingEase, type Flesch } from '@folkmoot/readability/flesch.ts'
import { hardSentences, type HardSentence } from '@folkmoot/readability/hard-sentences.ts'
import { lix, type Lix } from '@folkmoot/readability/lix.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { TextContent } from '../text/document.ts'
import type { Text } from '../text/text.ts'

/** Words and where they stand: "2.1", the first clause of the second section. */
export type Piece = { readonly place: string; readonly text: string }

export type Reading = {
  readonly language: string
  readonly lix: Lix
  /** English alone has a calibration. */
  readonly flesch: Flesch | undefined
  readonly hard: readonly (HardSentence & Pick<Piece, 'place'>)[]
}

/** How hard it is to read; undefined where there is nothing to read. */
export function readingOf(pieces: readonly Piece[], language: string): Reading | undefined {
  // An empty line between two pieces: a clause without its full stop ends there all the same.
  const whole = pieces.map(({ text }) => text).join('\n\n')
  const figure = lix(whole, language)
  if (!figure) return undefined
  const hard = pieces.flatMap(({ place, text }) =>
    hardSentences(text, language).map((sentence) => ({ ...sentence, place })),
  )
  return { language, lix: figure, flesch: language === 'en' ? fleschReadingEase(whole) : undefined, hard }
}

/** What anyone can read of the text: hidden words are not counted. */
export function readablePieces({ sections }: Text, hidden: ReadonlyMap<Id, unknown>): readonly Piece[] {
  return sections
    .filter(({ id, recommendation }) => !hidden.has(id) && !(recommendation && hidden.has(recommendation.id)))
    .flatMap(({ position, intro, clauses }) => [
      { place: String(position), text: intro },
      ...clauses
        .filter(({ id }) => !hidden.has(id))
        .map(({ number, text }) => ({ place: `${position}.${number}`, text })),
    ])
}

/** The text as it is being written. */
export function piecesOfContent({ sections }: TextContent): readonly Piece[] {
  return sections.flatMap(({ clauses }, section) =>
    clauses.map(({ text }, at) => ({ place: `${section + 1}.${at + 1}`, text })),
  )
}
