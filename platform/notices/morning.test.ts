import fc from 'fast-check'
import { expect, it } from 'vitest'
import { latestMorning } from './morning.ts'

const copenhagen = 'Europe/Copenhagen'

it.each([
  ['2026-11-26T05:59:59Z', '2026-11-25'],
  ['2026-11-26T06:00:00Z', '2026-11-26'],
  ['2026-11-26T22:59:59Z', '2026-11-26'],
  ['2026-11-26T23:30:00Z', '2026-11-26'],
  // Summer time begins: seven is an hour earlier.
  ['2026-03-29T04:59:59Z', '2026-03-28'],
  ['2026-03-29T05:00:00Z', '2026-03-29'],
])('at %s the morning is that of %s', (now, day) => {
  expect(latestMorning(copenhagen, Temporal.Instant.from(now)).day.toString()).toBe(day)
})

it('has come, is less than 26 hours old, and never goes back', () => {
  const instant = fc
    .integer({ min: 0, max: 4_102_444_800 })
    .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 200_000 }), (now, later) => {
      const { at, day } = latestMorning(copenhagen, now)
      expect(Temporal.Instant.compare(at, now)).toBeLessThanOrEqual(0)
      expect(now.since(at).total('hours')).toBeLessThan(26)
      const next = latestMorning(copenhagen, now.add({ seconds: later })).day
      expect(Temporal.PlainDate.compare(day, next)).toBeLessThanOrEqual(0)
    }),
  )
})
