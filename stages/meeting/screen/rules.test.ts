import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemOnScreen, minutesLeft } from './rules.ts'

const now = Temporal.Instant.from('2026-11-26T18:00:00Z')
const item = (number: number, opened: number | null = null, minutes: number | null = 20) => ({
  number,
  minutes,
  openedAt: opened === null ? null : now.add({ minutes: opened }),
})

test('one item at a time: the one asked for, the one that runs, the first', () => {
  const items = [item(1, -30), item(4, -5), item(2)]
  expect(itemOnScreen(items, 2)?.number).toBe(2)
  expect(itemOnScreen(items, 0)?.number).toBe(4)
  expect(itemOnScreen([item(3), item(1)], 0)?.number).toBe(3)
  expect(itemOnScreen([], 0)).toBeUndefined()
})

test('minutes left, and over', () => {
  expect(minutesLeft(item(1, -5), now)).toBe(15)
  expect(minutesLeft(item(1, -20), now)).toBe(0)
  expect(minutesLeft(item(1, -25), now)).toBe(-5)
  expect(minutesLeft(item(1), now)).toBeNull()
  expect(minutesLeft(item(1, -5, null), now)).toBeNull()
})

test('never more than there were', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 720 }), fc.nat(2000), (minutes, ago) => {
      expect(minutesLeft(item(1, -ago, minutes), now)).toBe(minutes - ago)
    }),
  )
})
