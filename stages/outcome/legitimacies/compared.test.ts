import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedOf } from './compared.ts'
import type { Figure } from './figures.ts'

const kept = (share: number, of = 10): readonly Figure[] => [
  { key: 'kept-promises', legitimacy: 'outcome', kind: 'share', share, count: share * of, of },
]

test.each([
  [[0.1, 0.9], undefined],
  [[0.1, 0.9, 0.5], { cases: 3, low: 0.1, middle: 0.5, high: 0.9 }],
  [[0.1, 0.9, 0.5, 0.7], { cases: 4, low: 0.1, middle: 0.6, high: 0.9 }],
])('shares %j', (shares, compared) => {
  expect(
    comparedOf(
      'kept-promises',
      shares.map((share) => kept(share)),
    ),
  ).toEqual(compared)
})

test('what is not known in a case is not counted there', () => {
  const unknown: readonly Figure[] = [{ key: 'kept-promises', legitimacy: 'outcome', kind: 'unknown' }]
  expect(comparedOf('kept-promises', [kept(1), kept(0), unknown])).toBeUndefined()
})

test('a share of fewer than ten things is no percentage to compare with', () => {
  expect(comparedOf('kept-promises', [kept(1), kept(0), kept(1, 9)])).toBeUndefined()
  expect(comparedOf('kept-promises', [kept(1), kept(0), kept(1, 10)])).toMatchObject({ cases: 3 })
})

test('the middle has as many below it as above, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 30 }), (shares) => {
      const compared = comparedOf(
        'kept-promises',
        shares.map((share) => kept(share / 100)),
      )
      const below = shares.filter((one) => one < (compared?.middle ?? 0) * 100 - 1e-9).length
      const above = shares.filter((one) => one > (compared?.middle ?? 0) * 100 + 1e-9).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(shares.length / 2)
      expect(
        comparedOf(
          'kept-promises',
          shares.toReversed().map((share) => kept(share / 100)),
        ),
      ).toEqual(compared)
    }),
  )
})
