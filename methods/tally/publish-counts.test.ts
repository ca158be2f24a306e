import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishCounts, publishSum, type PublishedCount } from './publish-counts.ts'

describe('how many applied', () => {
  it.each([
    [
      [12, 13],
      [12, 13],
    ],
    [
      [3, 4],
      ['withheld', 'withheld'],
    ],
    [
      [21, 3],
      ['withheld', 'few'],
    ],
    [
      [30, 20, 2],
      ['withheld', 20, 'few'],
    ],
    [
      [1, 1, 20],
      ['few', 'few', 'withheld'],
    ],
    [
      [9, 9, 0],
      ['withheld', 'withheld', 'few'],
    ],
  ] as const)('of %j says %j', (counts, expected) => {
    const published = publishCounts([...counts])
    expect(published).toEqual(expected)
  })

  it('abuse 61: lets nobody work out a number below five, not even who knows the method', () => {
    for (const groups of [2, 3, 4]) {
      const most = groups === 4 ? 18 : 30
      for (let whole = 0; whole <= most; whole += 1) {
        const seen = new Map<string, Set<number>[]>()
        for (const counts of tables(groups, whole)) {
          const published = publishCounts(counts)
          const key = JSON.stringify(published)
          const sets = seen.get(key) ?? counts.map(() => new Set<number>())
          for (const [at, count] of counts.entries()) sets[at]?.add(count)
          seen.set(key, sets)
        }
        for (const [key, sets] of seen) {
          for (const [at, count] of (JSON.parse(key) as PublishedCount[]).entries()) {
            if (typeof count !== 'number' && whole >= 10)
              expect(sets[at]?.size, `${key} of ${whole}`).toBeGreaterThan(1)
          }
        }
      }
    }
  })

  it('says the same of the same groups in another order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 6 }), (counts) => {
        expect([...publishCounts(counts)].toReversed()).toEqual(publishCounts(counts.toReversed()))
      }),
    )
  })
})

function* tables(groups: number, whole: number): Generator<readonly number[]> {
  if (groups === 1) {
    yield [whole]
    return
  }
  for (let first = 0; first <= whole; first += 1)
    for (const rest of tables(groups - 1, whole - first)) yield [first, ...rest]
}

it('a sum is said from five on, and that nobody did', () => {
  expect([0, 1, 4, 5, 22].map(publishSum)).toEqual([0, 'few', 'few', 5, 22])
})
