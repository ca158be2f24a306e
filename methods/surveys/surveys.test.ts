import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'
import { boundsWithSilent, meanInterval, meanRange } from './mean.ts'
import { shareInterval } from './proportion.ts'
import { alphaOf, indexOf } from './scale.ts'
import { studentQuantile } from './student.ts'

test.each([
  // scipy 1.17.1, stats.t.ppf
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.975, 4, 2.7764451051977934],
  [0.975, 9, 2.262157162798205],
  [0.975, 14, 2.144786687917804],
  [0.975, 30, 2.0422724563012378],
  [0.975, 1000, 1.9623390808264083],
  [0.9, 3, 1.637744353696209],
  [0.995, 7, 3.4994832973504924],
  [0.6, 2.5, 0.2814595127485477],
  [0.025, 9, -2.262157162798205],
  // stats.norm.ppf
  [0.975, Infinity, 1.959963984540054],
  [0.5001, Infinity, 0.0002506628300880075],
  [0.9, Infinity, 1.2815515655446004],
])('below which point a share %d of t with %d degrees lies', (p, freedom, t) => {
  expect(studentQuantile(p, freedom)).toBeCloseTo(t, 11)
})

describe('shareInterval', () => {
  test.each([
    // scipy 1.17.1, binomtest(…).proportion_ci(method='wilson'); to four places the same as Newcombe 1998, table I
    [81, 263, 0.2552885198782742, 0.36620957698280004],
    [15, 148, 0.06238639953073629, 0.16048724172330803],
    [0, 20, 0, 0.16112515805281935],
    [1, 29, 0.006113214292762667, 0.17175521879320282],
  ])('of %d in %d', (yes, answers, low, high) => {
    const interval = shareInterval({ yes, answers })
    expect(interval.low).toBeCloseTo(low, 11)
    expect(interval.high).toBeCloseTo(high, 11)
  })

  test('is a point when all who could answer did, and narrower the more did', () => {
    expect(shareInterval({ yes: 6, answers: 10, of: 10 })).toEqual({ low: 0.6, high: 0.6 })
    const wide = shareInterval({ yes: 6, answers: 10, of: 1000 })
    const narrow = shareInterval({ yes: 6, answers: 10, of: 12 })
    expect(narrow.high - narrow.low).toBeLessThan(wide.high - wide.low)
  })

  test('refuses counts that cannot be', () => {
    for (const counts of [
      { yes: 3, answers: 2 },
      { yes: 0, answers: 0 },
      { yes: 1, answers: 5, of: 4 },
    ])
      expect(() => shareInterval(counts)).toThrow(RangeError)
  })
})

describe('agreementOf', () => {
  test.each([
    // The worked example of the R package agrmt 1.42, and the four of its vignette.
    ['the example', [30, 40, 210, 130, 530, 50, 10], 0.6113333],
    ['all alike', [4, 0, 0, 0], 1],
    ['even', [1, 1, 1, 1], 0],
    ['two ends', [2, 0, 0, 2], -1],
    ['leaning', [2, 0, 1, 1], 0.08],
  ])('of %s', (_, counts, agreement) => {
    expect(agreementOf(counts)).toBeCloseTo(agreement, agreement === 0.08 ? 2 : 7)
  })

  test('lies in −1…1, is the same from either end, and does not change with the number of people', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 50 }), { minLength: 3, maxLength: 11 }),
        fc.integer({ min: 2, max: 9 }),
        (counts, times) => {
          const agreement = agreementOf(counts)
          if (agreement === undefined) return
          expect(agreement).toBeGreaterThanOrEqual(-1 - 1e-9)
          expect(agreement).toBeLessThanOrEqual(1 + 1e-9)
          expect(agreementOf(counts.toReversed())).toBeCloseTo(agreement, 9)
          expect(agreementOf(counts.map((count) => count * times))).toBeCloseTo(agreement, 9)
        },
      ),
    )
  })

  test('of nobody is unknown', () => {
    expect(agreementOf([0, 0, 0])).toBeUndefined()
  })
})

describe('a scale of several items', () => {
  const scale = { from: 1, to: 7, reversed: [1] }

  test('turns reversed items round, and leaves out who answered too few', () => {
    expect(indexOf([7, 1, 4], scale)).toBe(6)
    expect(indexOf([7, null, null], scale)).toBeNull()
    expect(indexOf([7, null, 5], scale)).toBe(6)
    expect(() => indexOf([8, 1, 1], scale)).toThrow(RangeError)
  })

  test('alpha of the example of the R package fmsb, computed with numpy', () => {
    const items = [
      [1, 5, 2, 3, 4, 2, 3, 4, 3, 2],
      [2, 4, 1, 2, 4, 1, 2, 5, 2, 1],
      [2, 5, 1, 3, 3, 2, 2, 4, 2, 2],
    ]
    const people = Array.from({ length: 10 }, (_, at) => items.map((item) => item[at] ?? null))
    expect(alphaOf(people, { from: 1, to: 5 })).toBeCloseTo(0.9295039164490863, 12)
    expect(alphaOf([...people, [null, 1, 1]], { from: 1, to: 5 })).toBeCloseTo(0.9295039164490863, 12)
    expect(alphaOf([[1, 1]], { from: 1, to: 5 })).toBeUndefined()
    expect(
      alphaOf(
        [
          [2, 2],
          [2, 2],
        ],
        { from: 1, to: 5 },
      ),
    ).toBeUndefined()
  })
})

describe('the mean of what is published', () => {
  const group = { names: ['members'], answers: 15, counts: [5, 5, 5] }
  const fine = [
    [0, 0],
    [1, 1],
    [2, 2],
  ] as const
  const coarse = [
    [0, 1],
    [2, 2],
    [3, 6],
  ] as const

  test('is one number where nothing is hidden, else a range', () => {
    expect(meanRange({ group, blocks: fine })).toEqual({ low: 1, high: 1 })
    expect(meanRange({ group, blocks: coarse })).toEqual({ low: 25 / 15, high: 45 / 15 })
  })

  test('has an interval, by hand: s² = 10/14, t = 2.1448, half = t·s/√15', () => {
    const half = (2.144786687917804 * Math.sqrt(10 / 14)) / Math.sqrt(15)
    const interval = meanInterval({ group, blocks: fine })
    expect(interval.low).toBeCloseTo(1 - half, 10)
    expect(interval.high).toBeCloseTo(1 + half, 10)
  })

  test('is known, within its range, when all answered', () => {
    expect(meanInterval({ group, blocks: fine }, { of: 15 })).toEqual({ low: 1, high: 1 })
    expect(meanInterval({ group, blocks: coarse }, { of: 15 })).toEqual({ low: 25 / 15, high: 3 })
    expect(() => meanInterval({ group, blocks: fine }, { of: 14 })).toThrow(RangeError)
  })
})

test('those who stayed away could have moved the mean this far', () => {
  expect(boundsWithSilent({ mean: 5, answers: 12, of: 16, from: 1, to: 7 })).toEqual({ low: 4, high: 5.5 })
})
