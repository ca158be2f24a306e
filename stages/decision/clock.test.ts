import { deadlineAfter, type Calendar } from '@folkmoot/basics/working-days.ts'
import { describe, expect, test } from 'vitest'
import { dueState } from './clock.ts'

const copenhagen: Calendar = {
  timeZone: 'Europe/Copenhagen',
  holidays: ['2026-12-25', '2027-01-01'].map((day) => Temporal.PlainDate.from(day)),
}
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

describe('the day an answer is due', () => {
  test('leaves out weekends and holidays', () => {
    // 23 December is a Wednesday: 24, (25 holiday), 28, 29.
    expect(deadlineAfter(at('2026-12-23T09:00:00Z'), { count: 3, unit: 'working-days' }, copenhagen).toString()).toBe(
      '2026-12-29T22:59:59.999Z',
    )
  })

  test('ends when the day ends there, on either side of the change of clocks', () => {
    const rule = { count: 1, unit: 'days' } as const
    expect(deadlineAfter(at('2026-10-24T10:00:00Z'), rule, copenhagen).toString()).toBe('2026-10-25T22:59:59.999Z')
    expect(deadlineAfter(at('2027-03-27T10:00:00Z'), rule, copenhagen).toString()).toBe('2027-03-28T21:59:59.999Z')
  })
})

test.each([
  ['2026-12-29T22:59:59.999Z', 'due'],
  ['2026-12-29T23:00:00Z', 'overdue'],
  ['2027-01-28T22:59:59.999Z', 'overdue'],
  ['2027-01-29T00:00:00Z', 'long-overdue'],
])('at %s it is %s', (now, state) => {
  expect(dueState(at('2026-12-29T22:59:59.999Z'), at(now))).toBe(state)
})
