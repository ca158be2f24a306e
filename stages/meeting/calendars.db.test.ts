import type { Address } from '@folkmoot/basics/addresses.ts'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../../platform/http/testing.ts'
import { before, openMeetingTown, slug, type MeetingTown } from './testing.ts'

let home: MeetingTown
beforeAll(async () => {
  home = await openMeetingTown()
  const event = { about: ['Come and taste'], place: ['The quay'], access: ['Step-free'], ends: ['18:00'] }
  const announced = { ...event, title: ['Harbour day'], day: ['2026-12-05'], starts: ['12:00'] }
  await home.go('meeting.announce', { as: home.chair, typed: announced })
  await home.go('meeting.announce', { as: home.chair, typed: { ...announced, title: ['A walk'], day: ['2026-12-06'] } })
  await home.go('meeting.cancel-event', { as: home.chair, params: { number: 2 }, typed: { reason: ['Storm'] } })
  const talk = {
    kind: ['talk'],
    about: ['The path'],
    starts: ['16:00'],
    ends: ['17:00'],
    place: ['Café'],
    seats: ['2'],
  }
  const { dora, aisha } = home.town.people
  await home.go('meeting.offer', { as: dora, typed: { ...talk, problem: [slug], day: ['2026-12-01'] } })
  await home.go('meeting.offer', { as: dora, typed: { ...talk, problem: [''], day: ['2026-12-02'] } })
  await home.go('meeting.book', { as: aisha, params: { number: 1 } })
  await home.called()
})
afterAll(() => home.close())

async function calendarAt(address: Address) {
  const text = textOf(await home.go(address, { at: before }))
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined)
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    event.startDate.zone = zone
    const starts = Temporal.Instant.fromEpochMilliseconds(event.startDate.toUnixTime() * 1000).toString()
    return {
      line: `${starts} ${event.summary} ${String(component.getFirstPropertyValue('status'))}`,
      url: new URL(String(component.getFirstPropertyValue('url'))).pathname,
      description: event.description,
    }
  })
  return { text, events: events.toSorted((one, other) => one.line.localeCompare(other.line)) }
}

const ofTheCase = [
  '2026-11-26T17:00:00Z What we know CONFIRMED',
  '2026-12-01T15:00:00Z Talk with Dora CONFIRMED',
  '2026-12-05T11:00:00Z Harbour day CONFIRMED',
  '2026-12-06T11:00:00Z A walk CANCELLED',
]

test('open events and talks stand beside the meetings in the calendar of the case and in that of the place', async () => {
  const series = await calendarAt('meeting.series-calendar')
  expect(series.events.map(({ line }) => line)).toEqual(ofTheCase)
  const all = await calendarAt('meeting.calendar')
  expect(all.events.map(({ line }) => line)).toEqual(
    [...ofTheCase, '2026-12-02T15:00:00Z Talk with Dora CONFIRMED'].toSorted((a, b) => a.localeCompare(b)),
  )
  const place = `/en/${home.town.place.slug}`
  expect(series.events.map(({ url }) => url)).toEqual([
    `${place}/problems/${slug}/meetings/1`,
    `${place}/talks/1`,
    `${place}/problems/${slug}/events/1`,
    `${place}/problems/${slug}/events/2`,
  ])
  expect(series.events[2]?.description).toMatch(/^Come and taste\n.*\nAnyone can come\.\nStep-free$/)
  expect(series.events[3]?.description).toMatch(/^Storm\n/)
})

test('a calendar names nobody who booked', async () => {
  const { text } = await calendarAt('meeting.calendar')
  expect(text).not.toContain('Aisha')
})

test('the page of a month shows them, too', async () => {
  const html = textOf(await home.go('meeting.all', { at: Temporal.Instant.from('2026-12-01T08:00:00Z') }))
  expect(html).toMatch(/events\/1"[^>]*>Harbour day/)
  expect(html).toMatch(/talks\/2"[^>]*>Talk with Dora/)
})
