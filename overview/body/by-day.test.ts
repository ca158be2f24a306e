import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDay } from './by-day.ts'

const now = Temporal.Instant.from('2026-11-26T12:00:00Z')
const inHours = (hours: number) => ({ due: now.add({ hours }), title: `${hours}` })

test('parts what is late, what comes within a month, and the rest', () => {
  const { late, soon, later } = byDay([inHours(24 * 31), inHours(-1), inHours(24 * 30), inHours(0), inHours(-48)], now)
  expect(late.map(({ title }) => title)).toEqual(['-48', '-1'])
  expect(soon.map(({ title }) => title)).toEqual(['0', '720'])
  expect(later.map(({ title }) => title)).toEqual(['744'])
})

test('loses nothing, counts nothing twice, and does not depend on the order it came in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -9000, max: 9000 })), (hours) => {
      const items = hours.map(inHours)
      const { late, soon, later } = byDay(items, now)
      const all = [...late, ...soon, ...later]
      expect(all.map(({ title }) => Number(title))).toEqual(hours.toSorted((a, b) => a - b))
      expect(byDay(items.toReversed(), now)).toEqual({ late, soon, later })
    }),
  )
})
