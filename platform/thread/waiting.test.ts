import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Waiting, WaitingList } from './slots.ts'
import { waitingIn } from './waiting.ts'

const now = Temporal.Instant.from('2026-11-26T12:00:00Z')
const one = (hours: number | null): Waiting => ({
  due: hours === null ? null : now.add({ hours }),
  title: 'Answer recommendation 2',
  detail: '',
  act: { text: 'Answer', href: '/' },
})

test('what is listed is counted, and late by its day; what has none is never late', () => {
  expect(waitingIn([[one(-1), one(0), one(1), one(null)]], now)).toMatchObject({ count: 4, late: 1 })
})

test('what a stage counted beyond what it lists stays counted, in whatever order lists come', () => {
  const listed = fc.array(fc.option(fc.integer({ min: -99, max: 99 })), { maxLength: 9 }).map((hours) => hours.map(one))
  const counted = fc
    .record({ first: listed, more: fc.nat(99), lateOfThem: fc.nat(99) })
    .map(({ first, more, lateOfThem }): WaitingList => {
      const its = waitingIn([first], now)
      return { first, count: its.count + more, late: its.late + Math.min(more, lateOfThem) }
    })
  fc.assert(
    fc.property(fc.array(fc.oneof(listed, counted), { maxLength: 9 }), (lists) => {
      const all = waitingIn(lists, now)
      expect(waitingIn(lists.toReversed(), now)).toMatchObject({ count: all.count, late: all.late })
      expect(all.first).toHaveLength(lists.flatMap((list) => ('first' in list ? list.first : list)).length)
      expect(all.late).toBeLessThanOrEqual(all.count)
      expect(all.count).toBeGreaterThanOrEqual(all.first.length)
    }),
  )
})
