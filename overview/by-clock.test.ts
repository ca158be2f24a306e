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

test('what could be done since a day does not wait behind what is due later', () => {
  const at = (text: string) => Temporal.Instant.from(`${text}T12:00:00Z`)
  const draw = { due: null, since: at('2026-11-19'), text: 'draw' }
  const late = { due: at('2026-11-15'), text: 'late' }
  const coming = { due: at('2026-12-01'), text: 'coming' }
  expect(byClock([{ due: null, text: 'never' }, coming, draw, late]).map(({ text }) => text)).toEqual([
    'late',
    'draw',
    'coming',
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
