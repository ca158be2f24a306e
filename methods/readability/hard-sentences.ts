import { lixBandOf, lixOf, mostLettersOfShort } from './lix.ts'
import { sentencesIn, type Sentence } from './sentences.ts'
import { lettersOf, wordsIn } from './words.ts'

export type HardSentence = Sentence & {
  readonly words: number
  readonly why: 'long' | 'long-words'
}

/** Beyond this many words a sentence is too long for a public page (GOV.UK, "Sentence length: why 25 words is our limit", 2014). */
export const mostWords = 25

/** Under this many words one long name would make a sentence "very hard". Our choice. */
const leastWords = 8

/**
 * The sentences that make a text hard, with the reason, in their order: too long, or by themselves in the band "very hard" of LIX,
 * where their language has bands.
 * Cost: O(n).
 */
export function hardSentences(text: string, language: string): readonly HardSentence[] {
  return sentencesIn(text, language).sentences.flatMap((sentence): readonly HardSentence[] => {
    const words = wordsIn(sentence.text)
    if (words.length > mostWords) return [{ ...sentence, words: words.length, why: 'long' }]
    if (words.length < leastWords) return []
    const longWords = words.filter((word) => lettersOf(word) > mostLettersOfShort).length
    const isHard = lixBandOf(lixOf({ words: words.length, sentences: 1, longWords }), language) === 'very-hard'
    return isHard ? [{ ...sentence, words: words.length, why: 'long-words' }] : []
  })
}
