import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as rules from './rules.ts'

const now = Temporal.Instant.from('2026-11-26T12:00:00Z')
const today = Temporal.PlainDate.from('2026-11-26')
const at = (days: number): Temporal.Instant => now.add({ hours: 24 * days })

function answer(part: Partial<rules.AnswerRow> = {}): rules.AnswerRow {
  return { year: 2026, handedAt: at(-60), dueAt: at(-10), answeredAt: at(-20), kind: 'accept', ...part }
}
const promise = (promisedFor: number, kept: number | null): rules.PromiseRow => ({
  year: 2026,
  promisedFor: today.add({ days: promisedFor }),
  keptOn: kept === null ? null : today.add({ days: kept }),
})

test('a year worked out by hand', () => {
  const answers = [
    answer(), // 40 days, in time
    answer({ answeredAt: at(-5), kind: 'accept-amended' }), // 55 days, too late
    answer({ answeredAt: at(-50), kind: 'reject' }), // 10 days
    answer({ answeredAt: at(-40), kind: 'refer' }), // 20 days
    answer({ answeredAt: null, kind: 'park' }), // counts as unanswered by its day
    answer({ answeredAt: null, kind: null, dueAt: at(10) }), // not due: nobody is late with it
  ]
  const promises = [promise(-3, -5), promise(-3, -2), promise(-3, null), promise(9, null), promise(9, -1)]
  expect(rules.figuresOf(answers, promises, { now, today })).toEqual({
    'handed-over': { value: 6, of: null },
    'in-time': { value: 3, of: 5 },
    days: { value: 30, of: null },
    accepted: { value: 1, of: 6 },
    amended: { value: 1, of: 6 },
    rejected: { value: 1, of: 6 },
    referred: { value: 1, of: 6 },
    parked: { value: 1, of: 6 },
    unanswered: { value: 1, of: 6 },
    'on-schedule': { value: 2, of: 4 },
  })
})

test('of a year in which nothing happened nothing is claimed', () => {
  const figures = rules.figuresOf([], [], { now, today })
  expect(figures.days).toEqual({ value: null, of: null })
  expect(figures['in-time']).toEqual({ value: 0, of: 0 })
})

test.each([
  [[], null],
  [[7], 7],
  [[9, 1], 5],
  [[3, 1, 2], 2],
])('the median of %j is %j', (numbers, middle) => {
  expect(rules.median(numbers)).toBe(middle)
})

const row = fc
  .record({
    handed: fc.integer({ min: -900, max: 0 }),
    due: fc.integer({ min: 0, max: 200 }),
    answered: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
    kind: fc.constantFrom('accept', 'accept-amended', 'reject', 'refer', 'park', null),
  })
  .map(({ handed, due, answered, kind }): rules.AnswerRow => ({
    year: 2026,
    handedAt: at(handed),
    dueAt: at(handed + due),
    answeredAt: answered === null ? null : at(Math.min(handed + answered, 0)),
    kind,
  }))

test('every recommendation is in exactly one place, no share is more than its whole, and order does not matter', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (answers) => {
      const figures = rules.figuresOf(answers, [], { now, today })
      const kinds = ['accepted', 'amended', 'rejected', 'referred', 'parked', 'unanswered'] as const
      const sum = kinds.reduce((all, name) => all + (figures[name].value ?? 0), 0)
      expect(sum).toBe(answers.length)
      expect(figures['in-time'].value).toBeLessThanOrEqual(figures['in-time'].of ?? 0)
      expect(rules.figuresOf(answers.toReversed(), [], { now, today })).toEqual(figures)
      const days = answers.flatMap((one) => rules.daysToAnswer(one) ?? [])
      if (figures.days.value !== null) {
        expect(figures.days.value).toBeGreaterThanOrEqual(Math.min(...days))
        expect(figures.days.value).toBeLessThanOrEqual(Math.max(...days))
      }
    }),
  )
})
