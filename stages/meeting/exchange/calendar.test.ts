import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Meeting } from '../store.ts'
import { calendarText } from './calendar.ts'

const timeZone = 'Europe/Copenhagen'
const called = Temporal.Instant.from('2026-09-01T08:00:00Z')

function meeting(starts: string, ends: string, other: Partial<Meeting> = {}): Meeting {
  const [startsAt, endsAt] = [starts, ends].map((text) => Temporal.ZonedDateTime.from(`${text}[${timeZone}]`))
  return {
    id: newId('meeting'),
    problem: newId('problem'),
    number: 1,
    title: 'Routes; ways, "paths"\\',
    day: startsAt?.toPlainDate() ?? null,
    startsAt: startsAt?.toInstant() ?? null,
    endsAt: endsAt?.toInstant() ?? null,
    place: 'Town Hall, room 2',
    access: '',
    documents: '',
    isOpen: true,
    closedGround: '',
    closedWords: '',
    closedBy: null,
    closedAt: null,
    decisionsClosed: false,
    phase: null,
    state: 'called',
    cancelReason: '',
    sequence: 0,
    calledBy: null,
    calledAt: called,
    changedAt: called,
    attendanceAt: null,
    papersDueAt: null,
    papersAt: null,
    source: null,
    isVisit: false,
    ...other,
  }
}

function feed(...meetings: readonly Meeting[]): string {
  return calendarText({
    name: 'Meetings: Testhavn',
    lang: 'en',
    timeZone,
    meetings: meetings.map((one) => ({
      meeting: one,
      description: 'Line one\nline two, with a comma',
      url: 'https://folkmoot.example/en/t/m/1',
    })),
  })
}

/** As a calendar program reads it: with the zone the file brings along, and no other. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zoneText = calendar.getFirstSubcomponent('vtimezone')
  const zone = zoneText ? new ICAL.Timezone(zoneText) : undefined
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    for (const time of [event.startDate, event.endDate]) if (zone && !time.isDate) time.zone = zone
    return { component, event }
  })
  return { calendar, zone, events }
}

function instantOf(time: { toUnixTime: () => number }): string {
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString()
}

describe('a feed that ical.js reads', () => {
  test('is published, and keeps words, place and address', () => {
    const one = meeting('2026-11-26T18:00', '2026-11-26T20:30')
    const { calendar, events } = read(feed(one))
    const event = events[0]?.event
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(event?.uid).toBe(one.id)
    expect(event?.summary).toBe('Routes; ways, "paths"\\')
    expect(event?.location).toBe('Town Hall, room 2')
    expect(event?.description).toBe('Line one\nline two, with a comma')
    expect(events[0]?.component.getFirstPropertyValue('url')).toBe('https://folkmoot.example/en/t/m/1')
  })

  test('stamps in UTC and times in the zone of the place, which it brings along', () => {
    const text = feed(meeting('2026-11-26T18:00', '2026-11-26T20:30'))
    expect(text).toMatch(/\r\nDTSTAMP:20260901T080000Z\r\n/)
    expect(text).toMatch(/\r\nDTSTART;TZID=Europe\/Copenhagen:20261126T180000\r\n/)
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })

  test.each([
    ['across the end of summer time', '2026-10-24T22:00', '2026-10-25T04:00', 7],
    ['across its beginning', '2026-03-28T22:00', '2026-03-29T04:00', 5],
    ['in winter', '2026-01-10T10:00', '2026-01-10T12:00', 2],
    ['in summer', '2026-07-10T10:00', '2026-07-10T12:00', 2],
    ['a year ahead', '2027-07-10T10:00', '2027-07-10T12:00', 2],
  ])('%s it means the same moment', (_, starts, ends, hours) => {
    const one = meeting(starts, ends)
    const event = read(feed(one)).events[0]?.event
    if (!event) throw new Error('no event')
    expect(instantOf(event.startDate)).toBe(one.startsAt?.toString())
    expect(instantOf(event.endDate)).toBe(one.endsAt?.toString())
    expect((event.endDate.toUnixTime() - event.startDate.toUnixTime()) / 3600).toBe(hours)
  })

  test('means the same moment at any hour, but the hour that comes twice', () => {
    const from = Temporal.Instant.from('2025-01-01T00:00:00Z')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 * 365 * 24 }), (hours) => {
        const startsAt = from.add({ hours })
        const local = startsAt.toZonedDateTimeISO(timeZone)
        const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
          local.toPlainDateTime().toZonedDateTime(timeZone, { disambiguation }),
        )
        // Its first time is written like its second: readers differ in which they take.
        fc.pre(first !== undefined && second !== undefined && first.equals(second))
        const one = {
          ...meeting('2026-01-01T10:00', '2026-01-01T11:00'),
          startsAt,
          endsAt: startsAt.add({ hours: 2 }),
          day: local.toPlainDate(),
        }
        const event = read(feed(one)).events[0]?.event
        expect(event && instantOf(event.startDate)).toBe(startsAt.toString())
      }),
      { numRuns: 200 },
    )
  })

  test('keeps the UID and counts the changes; a cancelled meeting stays, marked', () => {
    const one = meeting('2026-11-26T18:00', '2026-11-26T20:30')
    const [first, later] = [
      read(feed(one)),
      read(feed({ ...one, sequence: 2, state: 'cancelled', cancelReason: 'Snow' })),
    ]
    expect(later.events[0]?.event.uid).toBe(first.events[0]?.event.uid)
    expect([first, later].map(({ events }) => events[0]?.event.sequence)).toEqual([0, 2])
    expect(later.events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })

  test('shows a told day without hours as a whole day, and leaves out what has no day', () => {
    const told = meeting('2021-01-19T10:00', '2021-01-19T11:00', {
      startsAt: null,
      endsAt: null,
      place: null,
      source: 'a page',
    })
    const { events } = read(feed(told, { ...told, id: newId('meeting'), day: null }))
    expect(events).toHaveLength(1)
    expect(events[0]?.event.startDate.isDate).toBe(true)
    expect(events[0]?.event.startDate.toString()).toBe('2021-01-19')
  })

  test('is valid when nobody meets', () => {
    expect(read(feed()).events).toEqual([])
  })
})
