import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { differenceOf, meanGap, shareOf, twoSided, type Known } from './gap.ts'
import { z975 } from './normal.ts'

const exactly = (count: number, of: number): Known => ({ least: count, most: count, of })

test.each([
  // 4 of 4: 1 to 4 / (4 + z²) = 4 / 7.841459.
  ['four of four', exactly(4, 4), { value: 1, low: 0.510109, high: 1 }],
  // 50 of 100: 0.5 ± z · √(0.0025 + z² / 40000) / (1 + z² / 100).
  ['half of a hundred', exactly(50, 100), { value: 0.5, low: 0.403832, high: 0.596168 }],
  ['nobody', exactly(0, 0), { value: 0.5, low: 0, high: 1 }],
  // A step of 8 to 10 of 10: its middle, from the low end of 8 to the high end of 10.
  ['a step', { least: 8, most: 10, of: 10 }, { value: 0.9, low: 0.490162, high: 1 }],
])('share with its interval: %s', (_, known, { value, low, high }) => {
  const share = shareOf(known)
  expect(share.value).toBeCloseTo(value, 6)
  expect(share.low).toBeCloseTo(low, 6)
  expect(share.high).toBeCloseTo(high, 6)
})

describe('the difference of two shares', () => {
  it('is as Newcombe prints it: 56 of 70 and 48 of 80', () => {
    const { value, low, high } = differenceOf(exactly(56, 70), exactly(48, 80))
    expect(value).toBeCloseTo(0.2, 10)
    expect(low).toBeCloseTo(0.0524, 4)
    expect(high).toBeCloseTo(0.3339, 4)
  })

  it('is as he prints it where nobody differs: 0 of 10 and 0 of 10', () => {
    const { value, low, high } = differenceOf(exactly(0, 10), exactly(0, 10))
    expect([value, low, high].map((one) => Number(one.toFixed(4)))).toEqual([0, -0.2775, 0.2775])
  })

  it('by hand: 4 of 4 politicians, 50 of 100 residents', () => {
    // low = 0.5 − √(0.489891² + 0.096168²), high = 0.5 + √(0² + 0.096168²)
    const { low, high } = differenceOf(exactly(4, 4), exactly(50, 100))
    expect(low).toBeCloseTo(0.5 - Math.sqrt(0.489891 ** 2 + 0.096168 ** 2), 5)
    expect(high).toBeCloseTo(0.596168, 5)
  })
})

test.each([
  [0.05, 1.959964],
  [0.025, 2.241403],
  [0.005, 2.807034],
])('of the normal law %d lies beyond ± %d', (rare, z) => {
  expect(twoSided(rare)).toBeCloseTo(z, 6)
})

describe('the mean gap', () => {
  it('of one statement is its difference without the sign', () => {
    const [one, other] = [exactly(48, 80), exactly(56, 70)]
    const gap = meanGap([[one, other]])
    expect(gap?.value).toBeCloseTo(0.2, 10)
    expect(gap?.low).toBeCloseTo(0.0524, 4)
    expect(gap?.high).toBeCloseTo(0.3339, 4)
  })

  it('of two is the mean of both, each at 97.5 %; opposite signs do not cancel', () => {
    const pairs = [
      [exactly(80, 100), exactly(50, 100)],
      [exactly(50, 100), exactly(80, 100)],
    ] as const
    const z = twoSided(0.025)
    const [first, second] = [differenceOf(...pairs[0], z), differenceOf(...pairs[1], z)]
    const gap = meanGap(pairs)
    expect(gap?.value).toBeCloseTo(0.3, 10)
    expect(gap?.low).toBeCloseTo((first.low - second.high) / 2, 10)
    expect(gap?.high).toBeCloseTo((first.high - second.low) / 2, 10)
  })

  it('begins at nothing where every difference may be none, and is not there without statements', () => {
    expect(meanGap([[exactly(2, 4), exactly(50, 100)]])?.low).toBe(0)
    expect(meanGap([])).toBe(undefined)
  })
})

const known = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500), fc.nat(500))
  .map(([of, a, b]): Known => ({ least: Math.min(a, b, of), most: Math.min(Math.max(a, b), of), of }))

const rounding = 1e-12

test('every interval holds its value, stays in bounds, and grows with its certainty', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(known, known), { minLength: 1, maxLength: 20 }), (pairs) => {
      for (const [one, other] of pairs) {
        const [narrow, wide] = [differenceOf(one, other, z975), differenceOf(one, other, 3)]
        const rising = [wide.low, narrow.low, narrow.value, narrow.high, wide.high]
        for (const [at, next] of rising.slice(1).entries()) expect(rising[at]).toBeLessThanOrEqual(next + rounding)
        const back = differenceOf(other, one)
        expect(back.low).toBeCloseTo(-narrow.high, 12)
      }
      const gap = meanGap(pairs)
      expect(
        gap && gap.low >= 0 && gap.low <= gap.value + rounding && gap.value <= gap.high + rounding && gap.high <= 1,
      ).toBe(true)
    }),
  )
})
