import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersNeeded } from './expect.ts'

describe('how many letters the next round needs', () => {
  test('by hand: twelve of 200 answered, and half as many of the young', () => {
    const parts = [
      { left: 600, known: { letters: 200, yes: 12 } },
      { left: 400, known: { letters: 200, yes: 6 } },
    ]
    // Of 20 yeses 12 from the first (12 / 6 %), 8 from the second (8 / 3 %).
    expect(lettersNeeded(parts, { wanted: 20, usual: 0.05 })).toEqual([
      { aim: 12, rate: 0.06, isKnown: true, letters: 200, isShort: false },
      { aim: 8, rate: 0.03, isKnown: true, letters: 267, isShort: false },
    ])
  })

  test('of whom nothing is known, or too little, answers as usual', () => {
    const parts = [
      { left: 500, known: null },
      { left: 500, known: { letters: 29, yes: 20 } },
      { left: 500, known: { letters: 300, yes: 0 } },
    ]
    for (const one of lettersNeeded(parts, { wanted: 30, usual: 0.05 }))
      expect(one).toEqual({ aim: 10, rate: 0.05, isKnown: false, letters: 200, isShort: false })
  })

  test('a part gets no more letters than it has lines, and says so', () => {
    const [small] = lettersNeeded([{ left: 50, known: null }], { wanted: 20, usual: 0.05 })
    expect(small).toMatchObject({ letters: 50, isShort: true })
  })

  test('the aims sum to what is wanted, and the letters bring it where nothing is short', () => {
    const part = fc.record({
      left: fc.integer({ min: 1, max: 2000 }),
      known: fc.option(fc.record({ letters: fc.integer({ min: 30, max: 500 }), yes: fc.integer({ min: 1, max: 30 }) })),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 100 }), (parts, wanted) => {
        const needed = lettersNeeded(parts, { wanted, usual: 0.03 })
        expect(needed.reduce((sum, { aim }) => sum + aim, 0)).toBeCloseTo(wanted, 6)
        for (const [at, { aim, rate, letters, isShort }] of needed.entries()) {
          expect(letters).toBeLessThanOrEqual(parts[at]?.left ?? 0)
          if (!isShort) expect(letters * rate).toBeGreaterThanOrEqual(aim - 1e-6)
          if (!isShort) expect((letters - 1) * rate).toBeLessThan(aim + 1e-6)
        }
      }),
    )
  })
})
