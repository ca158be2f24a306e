import { sentencesIn } from './sentences.ts'
import { lettersOf, wordsIn } from './words.ts'

/** From easy to hard; what each means for whom is for the page to say. */
export const lixBands = ['very-easy', 'easy', 'medium', 'hard', 'very-hard'] as const
export type LixBand = (typeof lixBands)[number]

export type Lix = {
  readonly lix: number
  readonly band: LixBand
  readonly words: number
  readonly sentences: number
  readonly longWords: number
  /** Ends of sentences the splitter was not sure of. */
  readonly doubtful: number
}

/** More letters than this make a word long (Björnsson 1968). */
export const mostLettersOfShort = 6

/**
 * Where each band ends. Danish: very easy to 24, easy to 34, medium to 44, hard to 54 (Dansk Sprognævn, "Lixtal", sproget.dk).
 * Others: Björnsson's own bands for Swedish, under 30, 40, 50, 60; Anderson (1983) found them to hold roughly for English.
 */
const danish = [25, 35, 45, 55] as const
const swedish = [30, 40, 50, 60] as const

/**
 * LIX, the readability index: words / sentences + 100 · long words / words.
 *
 * Shape: one text → one number of 0 or more, without unit. Undefined for a text without words.
 * Source: C. H. Björnsson, Läsbarhet (1968); J. Anderson, "Lix and Rix: Variations on a Little-known Readability Index",
 * Journal of Reading 26 (1983). We differ: a colon ends no sentence (Björnsson counts one before a capital).
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

export function lixBandOf(value: number, language: string): LixBand {
  const ends = language === 'da' ? danish : swedish
  return lixBands[ends.filter((end) => Math.round(value) >= end).length] ?? 'very-hard'
}
