import { addWorkingDays } from '@folkmoot/basics/working-days.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lateDays, lateSteps, stepsBehind } from './rules.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const christmas = [day('2026-12-24'), day('2026-12-25')]

test.each([
  ['2026-12-01', []], // due today is not late
  ['2026-11-30', ['owner']],
  ['2026-11-26', ['owner', 'chair']], // Thursday; Friday, Monday and Tuesday are three working days
  ['2026-11-27', ['owner']],
  ['2026-11-20', ['owner', 'chair', 'followers']],
  ['2026-11-23', ['owner', 'chair']],
])('on Tuesday 1 December what was due on %s is told to %j', (due, steps) => {
  expect(stepsBehind(day(due), lateDays(day('2026-12-01'), []))).toEqual(steps)
})

test('holidays give time: what was due before Christmas is not told to the chair during it', () => {
  const due = day('2026-12-22')
  expect(stepsBehind(due, lateDays(day('2026-12-28'), []))).toContain('chair')
  expect(stepsBehind(due, lateDays(day('2026-12-28'), christmas))).toEqual(['owner'])
})

test('the owner hears before the chair, the chair before everybody; once behind, a step stays behind', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((offset) => day('2026-01-01').add({ days: offset }))
  fc.assert(
    fc.property(days, days, fc.array(days, { maxLength: 20 }), (due, today, holidays) => {
      const steps = stepsBehind(due, lateDays(today, holidays))
      expect(steps).toEqual(lateSteps.slice(0, steps.length))
      expect(steps.length === 0).toBe(Temporal.PlainDate.compare(due, today) >= 0)
      expect(stepsBehind(due, lateDays(today.add({ days: 1 }), holidays)).length).toBeGreaterThanOrEqual(steps.length)
      if (steps.includes('followers'))
        expect(Temporal.PlainDate.compare(addWorkingDays(due, 7, holidays), today)).toBeLessThanOrEqual(0)
    }),
  )
})
