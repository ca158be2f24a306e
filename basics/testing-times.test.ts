import { expect, test } from 'vitest'

const early = Temporal.Instant.from('2026-11-27T05:00:00Z')
const late = Temporal.Instant.from('2026-11-27T06:00:00Z')

// A bug once: any two times matched, so that tests of when something is due could not fail.
test('times match only where they are the same', () => {
  expect([{ at: early, more: 1 }]).toMatchObject([{ at: Temporal.Instant.from('2026-11-27T05:00:00Z') }])
  expect([{ at: early, more: 1 }]).not.toMatchObject([{ at: late }])
  expect({ on: Temporal.PlainDate.from('2026-11-27') }).not.toMatchObject({ on: Temporal.PlainDate.from('2026-11-28') })
  expect({ at: early }).not.toMatchObject({ at: null })
  expect({ at: early }).toMatchObject({ at: expect.any(Temporal.Instant) })
  expect({ at: early }).not.toEqual({ at: late })
})
