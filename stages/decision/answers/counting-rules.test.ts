import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inTimeOf, isAnswerThatCounts, timingOf, type AnswerStanding } from './counting-rules.ts'

const due = Temporal.PlainDate.from('2026-03-03')
const on = (days: number): Temporal.PlainDate => due.add({ days })

function standing(part: Partial<AnswerStanding> = {}): AnswerStanding {
  return { kind: 'accept', isCarried: true, answeredOn: on(-1), dueOn: due, ...part }
}

describe('answered in time', () => {
  test.each([
    ['the vote on the last day', {}, { answeredOn: on(0) }, 'in-time'],
    ['the vote a day later', {}, { answeredOn: on(1) }, 'late'],
    ['signed by its day, and never voted on', { today: 1 }, { isCarried: false, answeredOn: null }, 'overdue'],
    ['voted for in time, and other words proposed since', { today: 1 }, { isCarried: false }, 'overdue'],
    ['put off', { today: 1 }, { kind: 'park', isCarried: false, answeredOn: null }, 'overdue'],
    ['answered in time, and put off since', { today: 1 }, { kind: 'park', isCarried: false }, 'overdue'],
    ['passed on by a vote: a bug once called it 275 days overdue', { today: 1 }, { kind: 'refer' }, 'in-time'],
    ['a proposal to pass it on', { today: 1 }, { kind: 'refer', isCarried: false, answeredOn: null }, 'overdue'],
    ['no answer on the last day', { today: 0 }, { kind: null, isCarried: false, answeredOn: null }, 'not-due'],
    ['no answer the day after', { today: 1 }, { kind: null, isCarried: false, answeredOn: null }, 'overdue'],
    ['told, with no clock of ours', {}, { dueOn: null, answeredOn: null }, 'untimed'],
  ] as const)('%s', (_, { today = 5 }: { readonly today?: number }, part, timing) => {
    expect(timingOf(standing(part), on(today))).toBe(timing)
  })

  test('only what counts as answered is in time or late, and never more of it than is due', () => {
    const days = fc.option(fc.integer({ min: -90, max: 90 }).map(on), { nil: null })
    const any = fc.record({
      kind: fc.constantFrom('accept', 'accept-amended', 'reject', 'refer', 'park', 'existed', 'unknown', null),
      isCarried: fc.boolean(),
      answeredOn: days,
      dueOn: days,
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), fc.integer({ min: -90, max: 90 }), (all, today) => {
        for (const one of all) {
          const timing = timingOf(one, on(today))
          if (timing === 'in-time' || timing === 'late') expect(isAnswerThatCounts(one)).toBe(true)
          if (timing === 'overdue' || timing === 'not-due') expect(isAnswerThatCounts(one)).toBe(false)
        }
        const { count, of } = inTimeOf(all, on(today))
        expect(count).toBeLessThanOrEqual(of)
        expect(of).toBeLessThanOrEqual(all.length)
      }),
    )
  })
})
