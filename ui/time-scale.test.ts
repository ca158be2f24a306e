import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOfTime, ticksOf, withRoom } from './time-scale.ts'

test.each([
  ['from nothing up', [0, 690, 1120, 800], [0, 500, 1000, 1500]],
  ['below nothing too', [-3, 4], [-4, -2, 0, 2, 4]],
  ['far from nothing', [101.2, 101.9], [101.2, 101.4, 101.6, 101.8, 102]],
  ['one value', [7], [0, 2, 4, 6, 8]],
  ['nothing at all', [0], [0, 0.5]],
  ['parts of one', [0.1, 0.3], [0, 0.1, 0.2, 0.3]],
])('%s: %j has lines at %j', (_, values, ticks) => {
  expect(ticksOf(values).ticks).toEqual(ticks)
})

test('every value lies on the scale, its ends are lines, and there are few of them', () => {
  // As people measure: up to six figures, of any size.
  const value = fc
    .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -4, max: 6 }))
    .map(([figures, power]) => figures * 10 ** power)
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const { low, high, ticks } = ticksOf(values)
      const slack = (high - low) * 1e-6
      for (const one of values) {
        expect(one).toBeGreaterThanOrEqual(low - slack)
        expect(one).toBeLessThanOrEqual(high + slack)
      }
      expect([ticks[0], ticks.at(-1)]).toEqual([low, high])
      expect(ticks.length).toBeLessThanOrEqual(7)
      expect(low).toBeLessThan(high)
    }),
  )
})

test('a day stands where its days are, and the one day there is in the middle', () => {
  const day = (text: string) => Temporal.PlainDate.from(text)
  const year = { from: day('2026-01-01'), to: day('2026-12-31') }
  expect(shareOfTime(day('2026-01-01'), year)).toBe(0)
  expect(shareOfTime(day('2026-12-31'), year)).toBe(1)
  expect(shareOfTime(day('2026-07-02'), year)).toBeCloseTo(0.5, 2)
  expect(shareOfTime(day('2026-01-01'), { from: year.from, to: year.from })).toBe(0.5)
})

test('the last always has room for its words, the others where they are far enough from the next that has', () => {
  expect(withRoom([0, 0.1, 0.5, 0.95, 1], 0.2)).toEqual([false, true, true, false, true])
  expect(withRoom([0.5], 0.2)).toEqual([true])
  expect(withRoom([0, 0], 0.2)).toEqual([false, true])
})
