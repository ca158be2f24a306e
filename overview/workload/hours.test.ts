import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { added, hoursOfFacilitator, hoursOfSeat, hoursOfTalks, unrecorded, type Held } from './hours.ts'

const now = Temporal.Instant.from('2026-05-01T12:00:00Z')
const [alice, bashir] = [newId('seat'), newId('seat')]

function days(fromNow: number): Temporal.Instant {
  return now.add({ hours: fromNow * 24 })
}

function always(id: Id<'seat'>) {
  return { id, from: days(-365), to: null }
}

function meeting(daysFromNow: number, hours: number, present: Held['present'] = null): Held {
  const startsAt = days(daysFromNow)
  return { id: newId('meeting'), startsAt, endsAt: startsAt.add({ minutes: Math.round(hours * 60) }), present }
}

it('counts every meeting as planned, and as done those to which she came herself', () => {
  const meetings = [meeting(-60, 2.5, new Set([alice])), meeting(-30, 3, new Set([bashir])), meeting(30, 2)]
  expect(hoursOfSeat(always(alice), meetings, now)).toEqual({ planned: 7.5, done: 2.5 })
  expect(hoursOfSeat(always(bashir), meetings, now)).toEqual({ planned: 7.5, done: 3 })
})

it('says how much nobody recorded, in place of guessing who came', () => {
  const meetings = [meeting(-60, 2.5), meeting(-30, 3, new Set()), meeting(30, 2)]
  expect(unrecorded(meetings, now)).toBe(2.5)
  expect(hoursOfSeat(always(alice), meetings, now).done).toBe(0)
})

it('counts a facilitator from the day she was named', () => {
  const meetings = [meeting(-60, 2), meeting(-30, 3), meeting(30, 2)]
  expect(hoursOfFacilitator({ from: days(-40), to: null }, meetings, now)).toEqual({ planned: 5, done: 3 })
})

it('does not count as planned a meeting that was over before she sat', () => {
  const meetings = [meeting(-60, 2.5, new Set([bashir])), meeting(-30, 3, new Set([alice])), meeting(30, 2)]
  expect(hoursOfSeat({ id: alice, from: days(-40), to: null }, meetings, now)).toEqual({ planned: 5, done: 3 })
})

it('keeps the hours of who has left, and plans none after her last day', () => {
  const meetings = [meeting(-60, 2.5, new Set([alice])), meeting(-30, 3, new Set()), meeting(30, 2)]
  const left = { from: days(-90), to: days(-40) }
  expect(hoursOfSeat({ id: alice, ...left }, meetings, now)).toEqual({ planned: 2.5, done: 2.5 })
  expect(hoursOfFacilitator(left, meetings, now)).toEqual({ planned: 2.5, done: 2.5 })
})

it('two who held the same seat one after the other give what one would have given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -90, max: 90 }), { maxLength: 8 }),
      fc.integer({ min: -90, max: 0 }),
      (at, gap) => {
        const meetings = at.map((day) => meeting(day, 2, new Set([alice, bashir])))
        // Between two meetings: one that runs while the seat changes hands is asked of both.
        const change = days(gap).add({ hours: 12 })
        const first = hoursOfSeat({ id: alice, from: days(-365), to: change }, meetings, now)
        const second = hoursOfSeat({ id: bashir, from: change, to: null }, meetings, now)
        expect(added([first, second])).toEqual(hoursOfSeat(always(alice), meetings, now))
      },
    ),
  )
})

it('adds up whatever the order, and never has more done than planned', () => {
  const some = fc.array(
    fc.record({
      days: fc.integer({ min: -90, max: 90 }),
      hours: fc.integer({ min: 1, max: 12 }).map((half) => half / 2),
      isThere: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(some, (ones) => {
      const meetings = ones.map(({ days, hours, isThere }) => meeting(days, hours, new Set(isThere ? [alice] : [])))
      const all = [
        hoursOfSeat(always(alice), meetings, now),
        hoursOfTalks(meetings, now),
        hoursOfFacilitator({ from: now, to: null }, meetings, now),
      ]
      for (const { planned, done } of [...all, added(all)]) expect(done).toBeLessThanOrEqual(planned)
      expect(hoursOfSeat(always(alice), meetings.toReversed(), now)).toEqual(all[0])
      expect(added(all.toReversed())).toEqual(added(all))
    }),
  )
})
