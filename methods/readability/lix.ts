import { sentencesIn } from './sentences.ts'
import { lettersOf, wordsIn } from './words.ts'

/** From easy to hard; what each means for whom is for the page to say. */
export const lixBands = ['very-easy', 'easy', 'medium', 'hard', 'very-hard'] as const
export type LixBand = (typeof lixBands)[number]

export type Lix = {
  readonly lix: number
  /** Undefined in a language for which no scale is published. */
  readonly band: LixBand | undefined
  readonly words: number
  readonly sentences: number
  readonly longWords: number
  /** Ends of sentences the splitter was not sure of. */
  readonly doubtful: number
}

/** More letters than this make a word long (Björnsson 1968). */
export const mostLettersOfShort = 6

/**
 * Where a band begins, in the languages with a published scale; in any other a figure has no band.
 *
 * da: to 24 very easy, 25–34 easy, 35–44 medium, 45–54 hard, from 55 very hard (Dansk sproghistorie, article 144 "Lix – læsbarhed
 * på formel", dansksproghistorie.dk/144). These are Björnsson's own five points, 20, 30, 40, 50, 60 (Læsbarhed, 1971, p. 85), each
 * with what lies nearest to it.
 * en: the same five points, as J. Anderson gives them for English ("Analysing the readability of English and non-English texts in
 * the classroom with Lix", 1981, ERIC ED207022: 20 very easy to 60 very difficult). He says that norms for English are still to be
 * made; ours is his scale, read as the Danish one is.
 * sv: under 30, 40, 50, 60, as the Swedish counters print it (lix.se).
 */
const bandsBegin: Readonly<Record<string, readonly number[]>> = {
  da: [25, 35, 45, 55],
  en: [25, 35, 45, 55],
  sv: [30, 40, 50, 60],
}

/**
 * LIX, the readability index: words / sentences + 100 · long words / words.
 *
 * Shape: one text → one number of 0 or more, without unit. Undefined for a text without words.
 * Source: C. H. Björnsson, Läsbarhet (1968); free to read: J. Anderson (1981), ERIC ED207022, which gives the steps.
 * We differ: a colon ends no sentence (Björnsson counts one before a capital).
 * Cost: O(n).
 */
export function lix(text: string, language: string): Lix | undefined {
  const words = wordsIn(text)
  if (words.length === 0) return undefined
  const { sentences, doubtful } = sentencesIn(text, language)
  const longWords = words.filter((word) => lettersOf(word) > mostLettersOfShort).length
  const value = lixOf({ words: words.length, sentences: sentences.length, longWords })
  return {
    lix: value,
    band: lixBandOf(value, language),
    words: words.length,
    sentences: sentences.length,
    longWords,
    doubtful,
  }
}

/** The formula itself, for counts made elsewhere. `words` and `sentences` at least 1. O(1). */
export function lixOf({ words, sentences, longWords }: Pick<Lix, 'words' | 'sentences' | 'longWords'>): number {
  return words / sentences + (100 * longWords) / words
}

/** The band of a figure, rounded to a whole number as the scales are. */
export function lixBandOf(value: number, language: string): LixBand | undefined {
  const begins = bandsBegin[language]
  return begins && lixBands[begins.filter((begin) => Math.round(value) >= begin).length]
}
