import { wordsIn } from './words.ts'

/**
 * Groups of vowels that look like one more or one fewer syllable than they are. After Greg Fast, Lingua::EN::Syllable (1999,
 * free, CPAN), which rests on the same idea as J. Talburt, "The Flesch index: an easily programmable readability analysis
 * algorithm", SIGDOC 1985: count groups of vowels, take off silent ones, add split ones.
 * We differ: fewer patterns, and `-ed` is silent unless after t or d. Wrong for about one word in ten, mostly names.
 */
const silent: readonly RegExp[] = [
  /[^laeiouy]e$/,
  /[^td]ed$/,
  /[^sxzcg]es$|[^cs]hes$/,
  /[^aeiouy]ely$/,
  /eous$/,
  /[^aeiouy]eful/,
]
const split: readonly RegExp[] = [
  /ia(?!n|l|$)/,
  /i[ao]us?(?!s?$)/,
  /[^tc]ia[nl]/,
  /riet|dien|iet|iu|io(?!n|us)|ii/,
  /[aeiou]ing/,
  /[aeiouym]bl$|[aeiou]{3}|^mc|ism$/,
  /[^l]lien|^coa[dglx]|[^gq]ua[^auieo]|dnt$|uity$|[aeiouy]sm$|eo(?!us)|^rea[lc](?!h)t?|scien|crea(?=t(?!u))|^idea|^area/,
]

/**
 * Syllables of an English word, at least 1 for a word with letters; a number counts as one.
 * Shape: one word → a whole number. Cost: O(letters).
 */
export function syllablesIn(word: string): number {
  const parts = wordsIn(word).flatMap((one) => one.toLowerCase().split(/[-/]/))
  return parts.reduce((sum, part) => sum + syllablesInPart(part.normalize('NFD').replaceAll(/[^a-z]/g, '')), 0)
}

function syllablesInPart(word: string): number {
  if (word.length <= 3) return 1
  const groups = word.match(/[aeiouy]+/g)?.length ?? 0
  // The e of `table`, `tables`, `settled` is a syllable of its own.
  const isSpoken = /[^aeiouy]le[ds]?$/.test(word)
  const off = !isSpoken && silent.some((pattern) => pattern.test(word)) ? 1 : 0
  const more = split.filter((pattern) => pattern.test(word)).length
  return Math.max(1, groups - off + more)
}
