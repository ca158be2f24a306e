import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeness, alikePairs, isNearQuestion, nearlySameFrom } from './alike.ts'

const lights =
  'Thank you for your question. The council will look at the lights on the harbour path in the budget talks in September. Until then we have asked the works department to check the lamps that are broken.'

describe('answers', () => {
  test.each([
    ['only the name is another', `Dear Amira, ${lights}`, `Dear Jens, ${lights}`],
    ['only the marks and letters differ', lights, lights.toUpperCase().replaceAll('.', '!')],
    [
      'a street is put for another',
      'We take safety seriously and will look at Quay Street in the budget talks in September.',
      'We take safety seriously and will look at School Lane in the budget talks in September.',
    ],
  ])('nearly the same: %s', (_, one, other) => {
    expect(alikeness(one, other)).toBeGreaterThanOrEqual(nearlySameFrom)
  })

  test.each([
    [
      'it goes on in her own words',
      lights,
      lights.replace(
        /Until.*/,
        'I have also walked there one evening with the residents, and I will move that four lamps come before the winter.',
      ),
    ],
    [
      'the same matter, written anew',
      'The council looks at the harbour path lights in the September budget. Works will check the broken lamps first.',
      'I asked the works department about the broken lamps on the harbour path; they repair four of them in May, and the rest waits for the budget.',
    ],
    ['another matter', lights, 'The school street was tried for six weeks, and parents counted the cars themselves.'],
  ])('not the same: %s', (_, one, other) => {
    expect(alikeness(one, other)).toBeLessThan(nearlySameFrom)
  })
})

describe('questions', () => {
  test.each([
    ['When will the harbour path have lights?', 'When do we get lights on the harbour path?'],
    ['When is the path lit?', 'When will the path be lit?'],
    [
      'How many cars drive past the school between 7.30 and 8.15?',
      'How many cars pass the school in the morning between 7.30 and 8.15?',
    ],
    ['Hvornår kommer der lys på havnestien?', 'Hvornår får havnestien lys?'],
  ])('near: %s', (one, other) => {
    expect(isNearQuestion(one, other)).toBe(true)
  })
  test.each([
    ['When will the harbour path have lights?', 'Why is the library closed on Mondays?'],
    ['Hvornår kommer der lys på havnestien?', 'Hvorfor er biblioteket lukket om mandagen?'],
  ])('not near: %s', (one, other) => {
    expect(isNearQuestion(one, other)).toBe(false)
  })
})

test('lies between 0 and 1, is the same both ways, and 1 of a text with itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const share = alikeness(one, other)
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      expect(alikeness(other, one)).toBe(share)
      if (/[\p{L}\p{N}]/u.test(one)) expect(alikeness(one, one)).toBe(1)
    }),
  )
})

test('pairs of many texts are exactly the two that alikeness finds, each once', () => {
  const text = fc.stringMatching(/^[a-c ]{0,12}$/)
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.constantFrom(0.2, 0.7, 1), (texts, from) => {
      const expected = texts.flatMap((a, one) =>
        texts.slice(one + 1).flatMap((b, at) => (alikeness(a, b) >= from ? [`${one} ${one + 1 + at}`] : [])),
      )
      expect(alikePairs(texts, from).map(({ one, other }) => `${one} ${other}`)).toEqual(expected)
    }),
  )
})
