import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byChance } from './by-chance.ts'
import { distance, expectedDistance, nearestCounts, sharesOf } from './distance.ts'
import { likeness, overall } from './likeness.ts'
import { reachedGroups } from './reached.ts'

const groups = fc
  .array(fc.record({ count: fc.nat(12), people: fc.integer({ min: 1, max: 999 }) }), { minLength: 2, maxLength: 4 })
  .filter((made) => made.some(({ count }) => count > 0))
const countsOf = (made: readonly { readonly count: number }[]) => made.map(({ count }) => count)
const peopleOf = (made: readonly { readonly people: number }[]) => made.map(({ people }) => people)

describe('the distance', () => {
  it('is what one reckons by hand', () => {
    // 0, 0.2, 0.5, 0.3 against 0.3, 0.25, 0.3, 0.15: half of 0.3 + 0.05 + 0.2 + 0.15
    expect(distance([0, 2, 5, 3], [30, 25, 30, 15])).toBeCloseTo(0.35, 12)
    expect(distance([3, 1], [75, 25])).toBe(0)
    expect(distance([0, 4], [100, 0])).toBe(1)
  })

  it('costs an empty group its own share, and no more', () => {
    expect(distance([9, 0], [9, 1])).toBeCloseTo(0.1, 12)
    expect(distance([9, 0], [999_999, 1])).toBeLessThan(1e-5)
  })

  it('lies within 0 and 1, whatever the order of groups and the size of the population', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 2, max: 9 }), (made, times) => {
        const apart = distance(countsOf(made), peopleOf(made))
        const turned = made.toReversed()
        expect(apart).toBeGreaterThanOrEqual(0)
        expect(apart).toBeLessThanOrEqual(1)
        expect(
          distance(
            countsOf(turned),
            peopleOf(turned).map((people) => people * times),
          ),
        ).toBeCloseTo(apart, 12)
      }),
    )
  })

  it('expected of a blind draw is the mean over all draws', () => {
    // Two of two groups alike: 1/2 of the draws are one and one, at 0; 1/2 are two of one, at 1/2.
    expect(expectedDistance(2, [1, 1])).toBeCloseTo(0.25, 12)
    // One person: she is of a group of share q, at distance 1 − q. Σ q (1 − q).
    expect(expectedDistance(1, [1, 2, 1])).toBeCloseTo(0.25 * 0.75 * 2 + 0.5 * 0.5, 12)
    // All 286 draws of ten, summed in scipy 1.17.
    expect(expectedDistance(10, [30, 25, 30, 15])).toBeCloseTo(0.21528367777182114, 12)
  })

  it('of the nearest group is the least there is, found by trying all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 }),
        (people, population) => {
          const all = Array.from({ length: people + 1 }, (_, a) =>
            Array.from({ length: people - a + 1 }, (__, b) => distance([a, b, people - a - b], population)),
          ).flat()
          expect(distance(nearestCounts(people, population), population)).toBeCloseTo(Math.min(...all), 12)
        },
      ),
    )
  })

  it.each([
    [
      [1.5, 1],
      [1, 1],
    ],
    [
      [-1, 2],
      [1, 1],
    ],
    [
      [0, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 0],
    ],
    [
      [1, 1],
      [1, -1],
    ],
    [[1, 1], [1]],
  ])('refuses %j of %j', (counts, population) => {
    expect(() => distance(counts, population)).toThrow(RangeError)
  })
})

describe('what chance gives', () => {
  it('is exact for a small group, as summed over all draws in scipy 1.17', () => {
    const chance = byChance({ people: 10, population: [30, 25, 30, 15] }, 0.35, 'any')
    expect(chance).toMatchObject({ isExact: true })
    expect(chance.mean).toBeCloseTo(0.21528367777182114, 12)
    expect(chance.far).toBeCloseTo(0.35, 12)
    expect(chance.asFar).toBeCloseTo(0.12805341990625, 10)
  })

  it.each([300, 500])('is near the truth where %i are drawn with a seed', (people) => {
    const population = [10, 20, 30, 25, 15]
    const chance = byChance({ people, population }, 0.04 * Math.sqrt(500 / people), 'seed')
    expect(chance.isExact).toBe(false)
    // 200,000 draws of 500 in numpy: 0.0580 and 0.328; the width goes with the root of people.
    expect(chance.far).toBeCloseTo(0.058 * Math.sqrt(500 / people), 2)
    expect(chance.asFar).toBeGreaterThan(0.28)
    expect(chance.asFar).toBeLessThan(0.38)
    expect(byChance({ people, population }, 0.04, 'seed')).toEqual(byChance({ people, population }, 0.04, 'seed'))
  })

  it('is never nothing: every draw is at least as far as itself', () => {
    fc.assert(
      fc.property(groups, (made) => {
        const [counts, population] = [countsOf(made), peopleOf(made)]
        const people = counts.reduce((sum, count) => sum + count, 0)
        const chance = byChance({ people, population }, distance(counts, population), 'seed')
        expect(chance.asFar).toBeGreaterThan(0)
        expect(chance.asFar).toBeLessThanOrEqual(1)
        expect(byChance({ people, population }, 0, 'seed').asFar).toBeCloseTo(1, 6)
      }),
      { numRuns: 30 },
    )
  })
})

describe('likeness', () => {
  it('is undefined where nobody told', () => {
    expect(likeness({ counts: [0, 0] }, [1, 1], 'seed')).toBeUndefined()
  })

  it('of one person is low, and so is what chance gives one person', () => {
    const one = likeness({ counts: [1, 0] }, [1, 1], 'seed')
    expect(one).toMatchObject({ people: 1, index: 0.5, best: 0.5, withUntold: { low: 0.5, high: 0.5 } })
    expect(one?.chance.mean).toBe(0.5)
    expect(one?.chance.asFar).toBe(1)
  })

  it('does not collapse when one group is empty', () => {
    const empty = likeness({ counts: [10, 10, 0] }, [45, 45, 10], 'seed')
    expect(empty?.index).toBeCloseTo(0.9, 12)
    expect(empty?.range.low).toBeGreaterThan(0.5)
    expect(empty?.range.low).toBeLessThan(0.9)
  })

  it('of all in one group is the share of that group', () => {
    expect(likeness({ counts: [0, 30] }, [80, 20], 'seed')?.index).toBeCloseTo(0.2, 12)
  })

  it('has the range that numpy draws', () => {
    // 400,000 draws of Dirichlet(counts + 1/4) in numpy: 0.4847 and 0.7808.
    const { range } = likeness({ counts: [0, 2, 5, 3] }, [30, 25, 30, 15], 'seed') ?? { range: { low: 0, high: 0 } }
    expect(range.low).toBeCloseTo(0.4847, 1.5)
    expect(range.high).toBeCloseTo(0.7808, 1.5)
  })

  it('lies within its bounds, which open with those who did not tell', () => {
    fc.assert(
      fc.property(groups, fc.nat(30), (made, untold) => {
        const found = likeness({ counts: countsOf(made), untold }, peopleOf(made), 'seed')
        if (!found) throw new Error('somebody told')
        expect(found.index).toBeLessThanOrEqual(found.best + 1e-12)
        expect(found.withUntold.low).toBeLessThanOrEqual(found.withUntold.high + 1e-12)
        if (untold === 0) expect(found.withUntold.high).toBeCloseTo(found.index, 12)
        for (const value of [
          found.index,
          found.best,
          ...Object.values(found.range),
          ...Object.values(found.withUntold),
        ]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('holds, within its bounds, whatever the silent would have said', () => {
    fc.assert(
      fc.property(groups, fc.array(fc.nat(3), { maxLength: 9 }), (made, silent) => {
        const [counts, population] = [countsOf(made), peopleOf(made)]
        const found = likeness({ counts, untold: silent.length }, population, 'seed')
        const whole = counts.map((count, i) => count + silent.filter((group) => group % counts.length === i).length)
        const truth = 1 - distance(whole, population)
        expect(truth).toBeGreaterThanOrEqual((found?.withUntold.low ?? 1) - 1e-12)
        expect(truth).toBeLessThanOrEqual((found?.withUntold.high ?? 0) + 1e-12)
      }),
      { numRuns: 40 },
    )
  })

  it('over several features is their mean', () => {
    const found = [likeness({ counts: [1, 0] }, [1, 1], 'a'), likeness({ counts: [1, 1] }, [1, 1], 'b')].flatMap(
      (one) => one ?? [],
    )
    expect(overall(found)).toMatchObject({ index: 0.75, best: 0.75 })
    expect(() => overall([])).toThrow(RangeError)
  })
})

it('a population without people, or with less than none, is none', () => {
  expect(() => sharesOf([])).toThrow(RangeError)
  expect(sharesOf([1, 3])).toEqual([0.25, 0.75])
})

describe('affected groups', () => {
  it('are reached or missing, and each counts once', () => {
    const groups = [
      { name: 'pupils', people: 2 },
      { name: 'shopkeepers', people: 0 },
    ]
    expect(reachedGroups(groups)).toEqual({ reached: ['pupils'], missing: ['shopkeepers'], share: 0.5 })
    expect(reachedGroups([])).toEqual({ reached: [], missing: [], share: undefined })
  })
})
