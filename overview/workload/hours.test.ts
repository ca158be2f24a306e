import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { added, hoursOfFacilitator, hoursOfSeat, hoursOfTalks, unrecorded, type Held } from './hours.ts'

const now = Temporal.Instant.from('2026-05-01T12:00:00Z')
const [alice, bashir] = [newId('seat'), newId('seat')]

function meeting(daysFromNow: number, hours: number, present: Held['present'] = null): Held {
  const startsAt = now.add({ hours: daysFromNow * 24 })
  return { id: newId('meeting'), startsAt, endsAt: startsAt.add({ minutes: Math.round(hours * 60) }), present }
}

it('counts every meeting as planned, and as done those to which she came herself', () => {
  const meetings = [meeting(-60, 2.5, new Set([alice])), meeting(-30, 3, new Set([bashir])), meeting(30, 2)]
  expect(hoursOfSeat(alice, meetings, now)).toEqual({ planned: 7.5, done: 2.5 })
  expect(hoursOfSeat(bashir, meetings, now)).toEqual({ planned: 7.5, done: 3 })
})

it('says how much nobody recorded, in place of guessing who came', () => {
  const meetings = [meeting(-60, 2.5), meeting(-30, 3, new Set()), meeting(30, 2)]
  expect(unrecorded(meetings, now)).toBe(2.5)
  expect(hoursOfSeat(alice, meetings, now).done).toBe(0)
})

it('counts a facilitator from the day she was named', () => {
  const meetings = [meeting(-60, 2), meeting(-30, 3), meeting(30, 2)]
  expect(hoursOfFacilitator(now.subtract({ hours: 24 * 40 }), meetings, now)).toEqual({ planned: 5, done: 3 })
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
        hoursOfSeat(alice, meetings, now),
        hoursOfTalks(meetings, now),
        hoursOfFacilitator(now, meetings, now),
      ]
      for (const { planned, done } of [...all, added(all)]) expect(done).toBeLessThanOrEqual(planned)
      expect(hoursOfSeat(alice, meetings.toReversed(), now)).toEqual(all[0])
      expect(added(all.toReversed())).toEqual(added(all))
    }),
  )
})
