import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { halfOf, reminded, stepDue, steps, type PromisedDay, type Told } from './rules.ts'

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const dueAt = at('2027-02-01T22:59:59.999Z')
const since = at('2026-11-24T08:00:00Z')
const promise = (told: readonly Told[] = [], more: Partial<PromisedDay> = {}): PromisedDay => ({
  what: 'answers',
  since,
  dueAt,
  told,
  ...more,
})
const those: Told = { step: 'those', at: at('2027-01-22T23:00:00Z') }
const chair: Told = { step: 'chair', at: at('2027-02-01T23:00:00Z') }

describe('of a promised day', () => {
  test.each([
    ['nobody hears eleven days before', promise(), '2027-01-21T12:00:00Z', undefined],
    ['those who promised hear ten days before', promise(), '2027-01-22T23:00:00Z', 'those'],
    ['the chair hears nothing at its last moment', promise([those]), '2027-02-01T22:59:59.999Z', undefined],
    ['the chair hears the moment after', promise([those]), '2027-02-01T23:00:00Z', 'chair'],
    ['nobody else hears within a month', promise([those, chair]), '2027-03-03T22:59:59Z', undefined],
    ['everybody hears after a month', promise([those, chair]), '2027-03-03T23:00:00Z', 'everybody'],
    [
      'after that nobody hears anything',
      promise([those, chair, { step: 'everybody', at: at('2027-03-03T23:00:00Z') }]),
      '2030-01-01T00:00:00Z',
      undefined,
    ],
    [
      'half way everybody hears after ten days',
      promise([those, chair], { what: 'reply' }),
      '2027-02-11T23:00:00Z',
      'everybody',
    ],
    [
      'of a short one those who promised hear at half',
      promise([], { since: at('2027-01-28T22:59:59.999Z') }),
      '2027-01-30T22:00:00Z',
      undefined,
    ],
    ['and then they do', promise([], { since: at('2027-01-28T22:59:59.999Z') }), '2027-01-30T23:00:00Z', 'those'],
    ['a worker that stood still begins with those who promised', promise(), '2027-06-01T00:00:00Z', 'those'],
    [
      'and lets them act before the chair hears',
      promise([{ step: 'those', at: at('2027-06-01T00:00:00Z') }]),
      '2027-06-03T23:00:00Z',
      undefined,
    ],
  ])('%s', (_, one, now, step) => {
    expect(stepDue(one, at(now))).toBe(step)
  })

  test('however often the worker looks, each step is told at most once, in order, and no chair before the day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reminded),
        fc.integer({ min: 1, max: 4000 }),
        fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 60 }),
        (what, hoursGiven, pauses) => {
          let now = since
          let told: readonly Told[] = []
          const due = since.add({ hours: hoursGiven })
          for (const pause of pauses) {
            now = now.add({ hours: pause })
            const step = stepDue({ what, since, dueAt: due, told }, now)
            if (!step) continue
            if (step !== 'those') expect(Temporal.Instant.compare(now, due)).toBeGreaterThan(0)
            told = [...told, { step, at: now }]
          }
          expect(told.map(({ step }) => step)).toEqual(steps.slice(0, told.length))
        },
      ),
    )
  })
})

test('half of a timetable lies in it', () => {
  const start = Temporal.PlainDate.from('2026-01-01')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), (days) => {
      const half = halfOf(start, start.add({ days }))
      expect(start.until(half).days).toBe(Math.floor(days / 2))
    }),
  )
})
