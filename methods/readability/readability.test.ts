import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fleschBandOf, fleschOf, fleschReadingEase } from './flesch.ts'
import { hardSentences } from './hard-sentences.ts'
import { lix, lixBandOf, lixBands, lixOf } from './lix.ts'
import { sentencesIn } from './sentences.ts'
import { syllablesIn } from './syllables.ts'
import { wordsIn } from './words.ts'

const split = (text: string, language = 'en') => sentencesIn(text, language).sentences.map((one) => one.text)

describe('sentences', () => {
  it('end at full stops, not at those of abbreviations, initials, numbers and days', () => {
    expect(split('It costs 3.5 million. See p. 4, e.g. the table. Done!')).toEqual([
      'It costs 3.5 million.',
      'See p. 4, e.g. the table.',
      'Done!',
    ])
    expect(split('Det sker bl.a. den 1. maj kl. 10. Så er vi der, jf. § 17, stk. 4.', 'da')).toEqual([
      'Det sker bl.a. den 1. maj kl. 10.',
      'Så er vi der, jf. § 17, stk. 4.',
    ])
  })
  it('say where they cannot be sure', () => {
    expect(sentencesIn('Ask Dr. Holm. She knows.', 'en')).toMatchObject({ doubtful: 1, sentences: { length: 2 } })
    expect(sentencesIn('Bring chairs, tables etc. We help.', 'en')).toMatchObject({
      doubtful: 1,
      sentences: { length: 2 },
    })
    expect(sentencesIn('Come at ten. We help.', 'en').doubtful).toBe(0)
  })
  it('lie in the text in order, without overlap, and leave out nothing but white space and marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '!', '\n', '1', 'ø', '"') }), (text) => {
        const { sentences } = sentencesIn(text, 'en')
        let before = 0
        let left = ''
        for (const one of sentences) {
          expect(text.slice(one.start, one.end)).toBe(one.text)
          expect(one.start).toBeGreaterThanOrEqual(before)
          left += text.slice(before, one.start)
          before = one.end
        }
        expect(left + text.slice(before)).not.toMatch(/[\p{L}\p{N}]/u)
        expect(sentences.flatMap((one) => wordsIn(one.text)).join('')).toBe(wordsIn(text).join(''))
      }),
    )
  })
})

describe('LIX', () => {
  it('is words a sentence plus long words in a hundred (Björnsson)', () => {
    // 10 words in 2 sentences, of which "Kommunen" and "kulturhus" are long: 5 + 20.
    expect(lix('Kommunen bygger et kulturhus. Det ligger ved den gamle havn.', 'da')).toMatchObject({
      words: 10,
      sentences: 2,
      longWords: 2,
      lix: 25,
      band: 'easy',
    })
    expect(lixOf({ words: 100, sentences: 5, longWords: 25 })).toBe(45)
  })
  // textstat (MIT, github.com/textstat/textstat), tests/backend/test_counts.py and test_metrics.py: the counts of its two texts,
  // and what it makes of them.
  it('is what textstat makes of the same counts, and of the same sentence', () => {
    expect(lixOf({ words: 99, sentences: 11, longWords: 13 })).toBeCloseTo(22.131, 3)
    expect(lixOf({ words: 372, sentences: 17, longWords: 77 })).toBeCloseTo(42.581, 3)
    expect(lix('Cool dogs wear da sunglasses.', 'en')).toMatchObject({ lix: 25, words: 5, sentences: 1, longWords: 1 })
  })
  it('has the published bands of its language', () => {
    expect([24, 25, 35, 45, 55].map((value) => lixBandOf(value, 'da'))).toEqual([
      'very-easy',
      'easy',
      'medium',
      'hard',
      'very-hard',
    ])
    expect([29, 30, 40, 50, 60].map((value) => lixBandOf(value, 'sv'))).toEqual([
      'very-easy',
      'easy',
      'medium',
      'hard',
      'very-hard',
    ])
    // Björnsson's five points, which Anderson gives for English.
    expect([20, 30, 40, 50, 60].map((value) => lixBandOf(value, 'en'))).toEqual([...lixBands])
    expect([20, 30, 40, 50, 60].map((value) => lixBandOf(value, 'da'))).toEqual([...lixBands])
  })
  it('has no band in a language without a published scale', () => {
    expect(lixBandOf(40, 'fr')).toBeUndefined()
    expect(lix('La ville est belle. Nous y vivons.', 'fr')).toMatchObject({ band: undefined, words: 7 })
  })
  it('is nothing for a text without words, and does not depend on the order of sentences', () => {
    expect(lix(' … !', 'en')).toBeUndefined()
    const sentence = fc.array(fc.constantFrom('town', 'municipality', 'we', 'lighting'), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        const spell = (all: readonly (readonly string[])[]) => all.map((words) => `${words.join(' ')}!`).join(' ')
        const forwards = lix(spell(sentences), 'en')
        expect(forwards).toEqual(lix(spell([...sentences].reverse()), 'en'))
        expect(forwards?.sentences).toBe(sentences.length)
      }),
    )
  })
})

describe('Flesch reading ease', () => {
  // Wikipedia, "Flesch–Kincaid readability tests": three sentences with their scores. Of the third, said to have 24 syllables and
  // 37.5, the formula holds; read aloud the sentence has 26, and that is what is counted here.
  it('gives the published scores of published sentences', () => {
    expect(fleschReadingEase('The cat sat on the mat.')?.ease).toBeCloseTo(116.145, 3)
    const passage = 'This sentence, taken as a reading passage unto itself, is being used to prove a point.'
    expect(Math.round(fleschReadingEase(passage)?.ease ?? 0)).toBe(69)
    expect(fleschOf({ words: 13, sentences: 1, syllables: 24 })).toBeCloseTo(37.5, 1)
    const platypus = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.'
    expect(wordsIn(platypus).reduce((sum, word) => sum + syllablesIn(word), 0)).toBe(26)
  })
  // textstat, as above: its counts of syllables are from a dictionary, ours by rule; the sentence comes out the same.
  it('is what textstat makes of the same counts, and of the same sentence', () => {
    expect(fleschOf({ words: 372, sentences: 17, syllables: 519 })).toBeCloseTo(66.594, 3)
    expect(fleschOf({ words: 99, sentences: 11, syllables: 136 })).toBeCloseTo(81.482, 3)
    expect(fleschReadingEase('Cool dogs wear da sunglasses.')?.ease).toBeCloseTo(83.32, 3)
  })
  it('has the bands of 1949', () => {
    expect([95, 85, 75, 65, 55, 40, 10].map(fleschBandOf)).toEqual([
      'very-easy',
      'easy',
      'fairly-easy',
      'plain',
      'fairly-difficult',
      'difficult',
      'very-difficult',
    ])
  })
  it('counts at least one syllable a word and never more than its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdeilnorsty'), minLength: 1, maxLength: 14 }), (word) => {
        expect(syllablesIn(word)).toBeGreaterThanOrEqual(1)
        expect(syllablesIn(word)).toBeLessThanOrEqual(Math.max(1, word.length))
      }),
    )
    const one = ['walked', 'school']
    const two = [
      'crossing',
      'lighted',
      'table',
      'tables',
      'creature',
      'council',
      'science',
      'being',
      'reading',
      'children',
    ]
    expect(one.map(syllablesIn)).toEqual(one.map(() => 1))
    expect(two.map(syllablesIn)).toEqual(two.map(() => 2))
    expect(['created', 'society', 'politicians', 'municipality'].map(syllablesIn)).toEqual([3, 4, 4, 6])
  })
})

describe('hard sentences', () => {
  it('are the long ones and those of long words, each with its reason', () => {
    const long = `${Array.from({ length: 26 }, () => 'we').join(' ')}.`
    const heavy =
      'Municipal administrative considerations regarding infrastructure presuppose interdepartmental coordination.'
    expect(hardSentences(`We go. ${long} ${heavy}`, 'en').map(({ why }) => why)).toEqual(['long', 'long-words'])
    expect(hardSentences('We go home early.', 'en')).toEqual([])
  })
})
