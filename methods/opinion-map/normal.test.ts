import fc from 'fast-check'
import { expect, it } from 'vitest'
import { adjustedRand } from './adjusted-rand.ts'
import { falseDiscovery, normalTail, wilson } from './normal.ts'
import { silhouette } from './silhouette.ts'

it.each([
  // Abramowitz and Stegun, table 26.1 and 26.2.
  [0, 0.5],
  [1, 0.158655253931457],
  [1.2816, 0.0999915],
  [2, 0.0227501319481792],
  [3, 0.00134989803163009],
  [5, 2.86651571879194e-7],
  [8, 6.22096057427178e-16],
  [-1, 0.841344746068543],
])('the chance of %f or more is %f', (z, chance) => {
  expect(Math.abs(normalTail(z) / chance - 1)).toBeLessThan(z === 1.2816 ? 1e-5 : 1e-12)
})

it('an interval holds its share and lies within 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), (count, more) => {
      const n = count + more
      const { low, high } = wilson(count, n)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      if (n > 0) expect(low <= count / n + 1e-12 && count / n <= high + 1e-12).toBe(true)
    }),
  )
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263.
  expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4)
  expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4)
})

it('false discovery as in the paper: Benjamini and Hochberg (1995), 15 p-values, four of them at five percent', () => {
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]
  const rates = falseDiscovery(ps)
  expect([...rates].filter((rate) => rate <= 0.05)).toHaveLength(4)
  expect(rates[3]).toBeCloseTo((0.0095 * 15) / 4, 12)
  expect(falseDiscovery([])).toHaveLength(0)
})

it('two groupings: the same is 1, the example of Hubert and Arabie is what they say', () => {
  expect(adjustedRand([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1)
  expect(adjustedRand([0, 0, 0], [0, 0, 0])).toBe(1)
  // By hand: cells 2 1 / 0 3: together 1 + 0 + 0 + 3 = 4, rows 3 + 3, columns 1 + 6, possible 15, expected 42 / 15.
  expect(adjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1])).toBeCloseTo((4 - 42 / 15) / (6.5 - 42 / 15), 12)
  expect(adjustedRand([0, 0, 1], [0, 1, 1], [3, 1, 2])).toBeCloseTo(
    adjustedRand([0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 1, 1]),
    12,
  )
})

it('silhouette by hand: two pairs on a line', () => {
  const points = { x: Float64Array.of(0, 1, 10, 11), y: new Float64Array(4), weight: new Float64Array(4).fill(1) }
  const outer = (10.5 - 1) / 10.5
  const inner = (9.5 - 1) / 9.5
  expect(silhouette(points, Int32Array.of(0, 0, 1, 1), 2)).toBeCloseTo((outer + inner) / 2, 12)
  expect(silhouette(points, Int32Array.of(0, 1, 1, 1), 2)).toBeLessThan((outer + inner) / 2)
})
