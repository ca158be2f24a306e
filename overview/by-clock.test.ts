import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byClock } from './by-clock.ts'

test('what is due first comes first, what has no date last', () => {
  const day = (text: string) => ({ due: Temporal.Instant.from(`${text}T12:00:00Z`), text })
  const never = { due: null, text: 'never' }
  expect(byClock([never, day('2026-12-02'), day('2026-12-01')]).map(({ text }) => text)).toEqual([
    '2026-12-01',
    '2026-12-02',
    'never',
  ])
})

test('loses nothing, and sorting twice is sorting once', () => {
  const due = fc.option(fc.integer({ min: 0, max: 4e12 }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms)))
  fc.assert(
    fc.property(fc.array(fc.record({ due })), (items) => {
      const once = byClock(items)
      expect(new Set(once)).toEqual(new Set(items))
      expect(byClock(once)).toEqual(once)
    }),
  )
})
