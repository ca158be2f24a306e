import { sentencesIn } from './sentences.ts'
import { syllablesIn } from './syllables.ts'
import { wordsIn } from './words.ts'

/** Flesch's own seven bands, from easy to hard. His "standard" is "plain" here. */
export const fleschBands = [
  'very-easy',
  'easy',
  'fairly-easy',
  'plain',
  'fairly-difficult',
  'difficult',
  'very-difficult',
] as const
export type FleschBand = (typeof fleschBands)[number]

export type Flesch = { readonly ease: number; readonly band: FleschBand }

export type FleschCounts = { readonly words: number; readonly sentences: number; readonly syllables: number }

/**
 * Flesch reading ease: 206.835 − 1.015 · words / sentences − 84.6 · syllables / words. English only.
 *
 * Shape: one text → one number, mostly between 0 (hard) and 100 (easy), not cut off at either. Undefined without words.
 * Source: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), 221–233.
 * Adapted constants are published for other languages (textstat, github.com/textstat/textstat, carries German, Spanish, French,
 * Italian, Dutch, Russian and Hungarian); for Danish and Swedish none was found, so there is none here: there LIX is what is read.
 * The Flesch–Kincaid grade is the same two averages told as an American school year, and is left out. Cost: O(n).
 */
export function fleschReadingEase(text: string): Flesch | undefined {
  const words = wordsIn(text)
  if (words.length === 0) return undefined
  // A text says most of its words more than once: each is taken apart once.
  const said = Map.groupBy(words, (word) => word)
  const syllables = said.entries().reduce((sum, [word, times]) => sum + syllablesIn(word) * times.length, 0)
  const sentences = sentencesIn(text, 'en').sentences.length
  const ease = fleschOf({ words: words.length, sentences, syllables })
  return { ease, band: fleschBandOf(ease) }
}

/** The formula itself, for counts made elsewhere. `words` and `sentences` at least 1. O(1). */
export function fleschOf({ words, sentences, syllables }: FleschCounts): number {
  return 206.835 - (1.015 * words) / sentences - (84.6 * syllables) / words
}

/** Flesch's table (The Art of Readable Writing, 1949): 90, 80, 70, 60, 50 and 30 begin a band. O(1). */
export function fleschBandOf(ease: number): FleschBand {
  const begins = [90, 80, 70, 60, 50, 30]
  return fleschBands[begins.filter((least) => Math.round(ease) < least).length] ?? 'very-difficult'
}
