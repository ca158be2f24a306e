import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalised, repeatedReasons, repeatsOf, bothWays } from './repeats.ts'

const money =
  'The council takes this seriously and will look at it again in the budget talks in September, when the frame for the coming year is known.'

describe('answers that repeat one another', () => {
  test('are found however they are dressed', () => {
    const reasons = [
      { number: 1, reason: 'This is already being done.' },
      { number: 2, reason: '  THIS is already, being done!' },
      { number: 3, reason: 'There is no money.' },
      { number: 4, reason: '' },
      { number: 5, reason: '' },
    ]
    expect([...repeatedReasons(reasons)]).toEqual([
      [1, [{ number: 2, share: 1 }]],
      [2, [{ number: 1, share: 1 }]],
    ])
  })

  test('are found when only a name was changed in them, with how alike they are', () => {
    const reasons = [
      { number: 1, reason: `On the gate: ${money}` },
      { number: 7, reason: `On the quay: ${money}` },
      {
        number: 9,
        reason: 'The gate is built in May; the harbour master has the money, and the drawings stand in case 26/112.',
      },
    ]
    const repeated = repeatedReasons(reasons)
    expect([...repeated.keys()].toSorted((a, b) => a - b)).toEqual([1, 7])
    expect(repeated.get(1)?.[0]?.share).toBeGreaterThan(0.85)
  })

  test('short reasons are the same only in the same words', () => {
    const reasons = [
      { number: 1, reason: 'The law forbids it (section 4).' },
      { number: 2, reason: 'The law forbids it (section 5).' },
    ]
    expect(repeatedReasons(reasons).size).toBe(0)
  })

  test('a number never repeats itself, and repeating is mutual', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A.', 'b', money, `${money} So.`, ''), { maxLength: 12 }), (texts) => {
        const repeated = repeatedReasons(texts.map((reason, number) => ({ number, reason })))
        for (const [number, others] of repeated) {
          expect(others.map((other) => other.number)).not.toContain(number)
          for (const other of others) expect(repeated.get(other.number)?.map((back) => back.number)).toContain(number)
        }
      }),
    )
  })

  test('normalising twice is normalising once', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normalised(normalised(text))).toBe(normalised(text))
      }),
    )
  })
})

test('what is about to be given is compared with the others, not with the answer it replaces', () => {
  const given = [
    { number: 1, reason: money },
    { number: 2, reason: 'Something else.' },
  ]
  expect(repeatsOf({ number: 1, reason: money }, given)).toEqual([])
  expect(repeatsOf({ number: 2, reason: money }, given)).toEqual([{ number: 1, share: 1 }])
})

test('one compared with the others finds what all compared with all find of it, whichever it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'A.', 'b', money, `${money} So.`, `${money} No.`, ''), { maxLength: 9 }),
      (texts) => {
        const given = texts.map((reason, number) => ({ number, reason }))
        const repeated = repeatedReasons(given)
        for (const one of given) expect(repeatsOf(one, given)).toEqual(repeated.get(one.number) ?? [])
        expect(
          bothWays(
            given.flatMap((one) =>
              repeatsOf(one, given.slice(0, one.number)).map(({ number: other, share }) => ({
                number: one.number,
                other,
                share,
              })),
            ),
          ),
          'each found when the later one is given',
        ).toEqual(repeated)
      },
    ),
  )
})
