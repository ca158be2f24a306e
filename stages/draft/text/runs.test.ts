import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withinAny } from './runs.ts'

const run = fc.record({ clock: fc.nat(40), length: fc.integer({ min: 1, max: 10 }) })

it('says of each letter whether it is in one of the runs, in whatever order they come and however they overlap', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 8 }), fc.nat(60), (runs, at) => {
      const isIn = runs.some(({ clock, length }) => clock <= at && at < clock + length)
      expect(withinAny(runs)(at)).toBe(isIn)
    }),
  )
})

it('who takes out every second letter of a long text stops nobody else: an update of one megabyte held the server for minutes', () => {
  const runs = Array.from({ length: 250_000 }, (_, i) => ({ clock: 2 * i, length: 1 }))
  const isIn = withinAny(runs)
  expect(Array.from({ length: 500_000 }, (_, at) => isIn(at)).filter(Boolean)).toHaveLength(runs.length)
})
