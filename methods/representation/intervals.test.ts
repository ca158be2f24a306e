import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atLeast, binomialAt, logFactorial } from './binomial.ts'
import { compareGroups } from './compare.ts'
import { shareInterval } from './share-interval.ts'

describe('the interval of a share', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 5, to its four digits.
  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])('is the published one for %i of %i', (count, people, low, high) => {
    const interval = shareInterval(count, people)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('agrees with scipy 1.17 to its last digits', () => {
    expect(shareInterval(2, 10).low).toBeCloseTo(0.025210726326833497, 12)
    expect(shareInterval(2, 10).high).toBeCloseTo(0.5560954623076415, 12)
    expect(shareInterval(10, 10)).toEqual({ low: expect.closeTo(0.6915028921812371, 12) as number, high: 1 })
  })

  it('holds the share, mirrors, and narrows with more people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (people, wish) => {
        const count = Math.min(wish, people)
        const { low, high } = shareInterval(count, people)
        const mirrored = shareInterval(people - count, people)
        expect(low).toBeLessThanOrEqual(count / people)
        expect(high).toBeGreaterThanOrEqual(count / people)
        expect(mirrored.low).toBeCloseTo(1 - high, 9)
        const more = shareInterval(count * 4, people * 4)
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })

  it('covers the true share at least as often as it says, for every group of twelve', () => {
    for (const p of [0.02, 0.1, 0.25, 0.5, 0.8]) {
      const covered = Array.from({ length: 13 }, (_, x) => {
        const { low, high } = shareInterval(x, 12)
        return low <= p && p <= high ? binomialAt(x, 12, p) : 0
      })
      expect(covered.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(0.95)
    }
  })

  it.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
  ])('refuses %d of %d', (count, people) => {
    expect(() => shareInterval(count, people)).toThrow(RangeError)
  })
})

describe('the binomial', () => {
  it('has its tails right where they are small, as scipy 1.17 has them', () => {
    expect(atLeast(500, 10_000, 0.05)).toBeCloseTo(0.506406635689192, 10)
    expect(atLeast(601, 10_000, 0.05) / 3.6842460294837145e-6).toBeCloseTo(1, 8)
    expect((1 - atLeast(4, 200, 0.1)) / 1.4607875176815587e-6).toBeCloseTo(1, 8)
  })

  it('has factorials that grow by their factor, across the end of the table', () => {
    for (const n of [1, 2, 20, 126, 127, 128, 129, 5000])
      expect(logFactorial(n) - logFactorial(n - 1)).toBeCloseTo(Math.log(n), 10)
  })
})

describe('groups against the population', () => {
  it('says a case one can reckon by hand: two of ten are young, in the town three of ten', () => {
    const [young, old] = compareGroups([2, 8], [21_000, 49_000])
    expect(young).toMatchObject({ count: 2, share: 0.2, expected: 0.3, lacks: 1, verdict: 'near' })
    expect(young?.difference).toBeCloseTo(-0.1, 12)
    expect(old).toMatchObject({ lacks: -1, verdict: 'near' })
  })

  it('calls nobody of a large group fewer, and nobody of a small one near', () => {
    const [women, men, others] = compareGroups([0, 12, 0], [50, 49, 1])
    expect(women).toMatchObject({ verdict: 'fewer', lacks: 6 })
    expect(men).toMatchObject({ verdict: 'more' })
    expect(others).toMatchObject({ verdict: 'near', lacks: 0 })
    expect(Object.is(others?.lacks, 0)).toBe(true)
  })

  it('has no line where nobody told', () => {
    expect(compareGroups([0, 0], [1, 2])).toEqual([])
  })

  it('does not depend on the order of groups nor on the size of the population', () => {
    const groups = fc.array(fc.record({ count: fc.nat(20), people: fc.integer({ min: 1, max: 5000 }) }), {
      minLength: 2,
      maxLength: 6,
    })
    fc.assert(
      fc.property(groups, (made) => {
        const lines = compareGroups(
          made.map(({ count }) => count),
          made.map(({ people }) => people),
        )
        const turned = made.toReversed()
        const back = compareGroups(
          turned.map(({ count }) => count),
          turned.map(({ people }) => people * 8),
        ).toReversed()
        expect(back.map(({ verdict, lacks }) => [verdict, lacks])).toEqual(
          lines.map(({ verdict, lacks }) => [verdict, lacks]),
        )
        expect(Math.abs(lines.reduce((sum, { difference }) => sum + difference, 0))).toBeLessThan(1e-9)
      }),
    )
  })
})
