import type { RoleName } from '@folkmoot/basics/actor.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdsOffice, isOver, officeDays, officeHoursUnused, sessionDays } from './session-rules.ts'

const at = (hours: number) => Temporal.Instant.from('2026-03-02T08:00Z').add({ seconds: Math.round(hours * 3600) })
const session = (used: number) => ({ openedAt: at(0), usedAt: at(used), expiresAt: at(24 * sessionDays) })

it('whoever holds an office is signed out after 12 hours unused and after 7 days, a resident after 30 days', () => {
  expect([officeHoursUnused, officeDays, sessionDays]).toEqual([12, 7, 30])
  expect([isOver(session(3), at(14.99), true), isOver(session(3), at(15), true)]).toEqual([false, true])
  expect([isOver(session(167), at(167.99), true), isOver(session(167), at(168), true)]).toEqual([false, true])
  expect([isOver(session(0), at(24 * 30 - 0.01), false), isOver(session(0), at(24 * 30), false)]).toEqual([false, true])
})

it('an office never makes a session live longer, and nothing that is over comes back with time', () => {
  const hours = fc.double({ min: 0, max: 1000, noNaN: true })
  fc.assert(
    fc.property(hours, hours, hours, fc.boolean(), (used, now, later, isOffice) => {
      const lived = session(used)
      if (isOver(lived, at(now), false)) expect(isOver(lived, at(now), true)).toBe(true)
      if (isOver(lived, at(now), isOffice)) expect(isOver(lived, at(now + later), isOffice)).toBe(true)
    }),
  )
})

it('offices are those of politicians, of who prepares for them, and of staff', () => {
  const names: readonly RoleName[] = ['resident', 'organisation', 'member', 'arena-chair', 'arena-chair-elect']
  expect(names.filter((name) => holdsOffice([{ name }]))).toEqual([])
  const offices: readonly RoleName[] = [
    'politician',
    'body-chair',
    'delegate',
    'facilitator',
    'officer',
    'clerk',
    'administrator',
  ]
  expect(offices.filter((name) => !holdsOffice([{ name: 'resident' }, { name }]))).toEqual([])
})
