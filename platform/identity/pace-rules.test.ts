import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesPerStep, secondsToWait, stepOf } from './pace-rules.ts'

const instant = fc
  .integer({ min: 0, max: 4_000_000_000_000 })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds))

test('as many as are allowed wait for nothing; one more waits for the next step and no longer', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 5_000 }), (now, most) => {
      expect(secondsToWait({ count: most, most, now })).toBeNull()
      const wait = secondsToWait({ count: most + 1, most, now })
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(minutesPerStep * 60)
      const then = now.add({ seconds: wait ?? 0 })
      expect(Temporal.Instant.compare(stepOf(then), stepOf(now))).toBe(1)
    }),
  )
})
