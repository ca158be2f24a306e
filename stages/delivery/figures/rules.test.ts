import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysToAnswer, isAnswerThatCounts } from '../../decision/index.ts'
import * as rules from './rules.ts'

const today = Temporal.PlainDate.from('2026-11-26')
const on = (days: number): Temporal.PlainDate => today.add({ days })

function answer(part: Partial<rules.AnswerRow> = {}): rules.AnswerRow {
  return {
    year: 2026,
    handedOn: on(-60),
    dueOn: on(-10),
    answeredOn: on(-20),
    kind: 'accept',
    isCarried: true,
    ...part,
  }
}
const promise = (promisedFor: number, kept: number | null): rules.PromiseRow => ({
  year: 2026,
  promisedFor: today.add({ days: promisedFor }),
  keptOn: kept === null ? null : today.add({ days: kept }),
})

test('a year worked out by hand', () => {
  const answers = [
    answer(), // 40 days, in time
    answer({ answeredOn: on(-5), kind: 'accept-amended' }), // 55 days, too late
    answer({ answeredOn: on(-50), kind: 'reject' }), // 10 days
    answer({ answeredOn: on(-40), kind: 'refer' }), // 20 days, passed on by a vote
    answer({ answeredOn: null, kind: 'refer', isCarried: false }), // a proposal to pass it on: unanswered by its day
    answer({ answeredOn: null, kind: 'park', isCarried: false }), // counts as unanswered by its day
    answer({ answeredOn: null, kind: 'reject', isCarried: false }), // signed, and no vote yet: unanswered by its day
    answer({ answeredOn: null, kind: null, isCarried: false, dueOn: on(10) }), // not due: nobody is late with it
  ]
  const promises = [promise(-3, -5), promise(-3, -2), promise(-3, null), promise(9, null), promise(9, -1)]
  expect(rules.figuresOf(answers, promises, today)).toEqual({
    'handed-over': { value: 8, of: null },
    'in-time': { value: 3, of: 7 },
    days: { value: 30, of: null },
    accepted: { value: 1, of: 8 },
    amended: { value: 1, of: 8 },
    rejected: { value: 1, of: 8 },
    referred: { value: 1, of: 8 },
    parked: { value: 1, of: 8 },
    unanswered: { value: 4, of: 8 },
    'on-schedule': { value: 2, of: 4 },
  })
})

test('of a year in which nothing happened nothing is claimed', () => {
  const figures = rules.figuresOf([], [], today)
  expect(figures.days).toEqual({ value: null, of: null })
  expect(figures['in-time']).toEqual({ value: 0, of: 0 })
})

const row = fc
  .record({
    handed: fc.integer({ min: -900, max: 0 }),
    due: fc.integer({ min: 0, max: 200 }),
    answered: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
    kind: fc.constantFrom('accept', 'accept-amended', 'reject', 'refer', 'park', null),
    isCarried: fc.boolean(),
  })
  .map(({ handed, due, answered, ...standing }): rules.AnswerRow => ({
    ...standing,
    year: 2026,
    handedOn: on(handed),
    dueOn: on(handed + due),
    answeredOn: answered === null ? null : on(Math.min(handed + answered, 0)),
  }))

test('every recommendation is in one place, none answered and unanswered, no share is more than its whole, and order does not matter', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (answers) => {
      const figures = rules.figuresOf(answers, [], today)
      const kinds = ['accepted', 'amended', 'rejected', 'referred', 'parked'] as const
      const sum = kinds.reduce((all, name) => all + (figures[name].value ?? 0), 0)
      const nothing = answers.filter(({ kind, isCarried }) => kind === null || (kind !== 'park' && !isCarried)).length
      expect(sum + nothing).toBe(answers.length)
      const answered = answers.filter((one) => isAnswerThatCounts(one)).length
      expect(figures.unanswered.value).toBe(answers.length - answered)
      expect(figures['in-time'].value).toBeLessThanOrEqual(Math.min(answered, figures['in-time'].of ?? 0))
      expect(rules.figuresOf(answers.toReversed(), [], today)).toEqual(figures)
      const days = answers.flatMap((one) => daysToAnswer(one, one.handedOn) ?? [])
      if (figures.days.value !== null) {
        expect(figures.days.value).toBeGreaterThanOrEqual(Math.min(...days))
        expect(figures.days.value).toBeLessThanOrEqual(Math.max(...days))
      }
    }),
  )
})
