import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedOf } from './compared.ts'
import type { Figure } from './figures.ts'

const kept = (share: number): readonly Figure[] => [
  { key: 'kept-promises', legitimacy: 'outcome', kind: 'share', share, count: 1, of: 1 },
]

test.each([
  [[0.1, 0.9], undefined],
  [[0.1, 0.9, 0.5], { cases: 3, low: 0.1, middle: 0.5, high: 0.9 }],
  [[0.1, 0.9, 0.5, 0.7], { cases: 4, low: 0.1, middle: 0.6, high: 0.9 }],
])('shares %j', (shares, compared) => {
  expect(comparedOf('kept-promises', shares.map(kept))).toEqual(compared)
})

test('what is not known in a case is not counted there', () => {
  const unknown: readonly Figure[] = [{ key: 'kept-promises', legitimacy: 'outcome', kind: 'unknown' }]
  expect(comparedOf('kept-promises', [kept(1), kept(0), unknown])).toBeUndefined()
})

test('the middle has as many below it as above, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 30 }), (shares) => {
      const compared = comparedOf('kept-promises', shares.map(kept))
      const below = shares.filter((one) => one < (compared?.middle ?? 0)).length
      const above = shares.filter((one) => one > (compared?.middle ?? 0)).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(shares.length / 2)
      expect(comparedOf('kept-promises', shares.toReversed().map(kept))).toEqual(compared)
    }),
  )
})
