import type { Actor } from '@folkmoot/basics/actor.ts'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entries } from '../../../platform/ledger/index.ts'
import { changeMeeting, cancelMeeting } from '../commands.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { before, openMeetingTown, plan, slug, type MeetingTown } from '../testing.ts'

let home: MeetingTown
beforeAll(async () => {
  home = await openMeetingTown()
})
afterAll(() => home.close())

async function madeFor(as: Actor): Promise<string> {
  const address = /own-calendar\/([\w-]+\.ics)/.exec(textOf(await home.go('meeting.make-calendar', { as })))?.[1]
  if (!address) throw new Error('no address')
  return address
}

async function eventsAt(token: string) {
  const reply = await home.go('meeting.personal-calendar', { params: { token } })
  expect(reply, 'hers alone: nothing between keeps it').toMatchObject({ isPrivate: true })
  const calendar = new ICAL.Component(ICAL.parse(textOf(reply)))
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined)
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    event.startDate.zone = zone
    return {
      uid: event.uid,
      summary: event.summary,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      starts: Temporal.Instant.fromEpochMilliseconds(event.startDate.toUnixTime() * 1000).toString(),
    }
  })
}

test('a person’s own calendar, by a secret address that can be made anew and stands nowhere', async () => {
  const { alice, aisha, dora } = home.town.people
  const winter = await home.called()
  const summer = await home.called({ day: Temporal.PlainDate.from('2027-07-01'), title: 'In summer time' })
  const token = await madeFor(alice)
  expect((await eventsAt(token)).map(({ summary, starts }) => `${summary} ${starts}`)).toEqual([
    'What we know 2026-11-26T17:00:00Z',
    'In summer time 2027-07-01T16:00:00Z',
  ])

  const database = home.database.at(before)
  await changeMeeting(database, home.chair, { slug, number: winter, ...plan, starts: Temporal.PlainTime.from('17:00') })
  await cancelMeeting(database, home.chair, { slug, number: summer, reason: 'Holidays' })
  expect(await eventsAt(token)).toMatchObject([
    { sequence: 1, starts: '2026-11-26T16:00:00Z', status: 'CONFIRMED' },
    { sequence: 1, status: 'CANCELLED' },
  ])

  const talk = {
    kind: ['talk'],
    about: ['The path'],
    problem: [''],
    day: ['2027-03-29'],
    starts: ['16:00'],
    ends: ['17:00'],
    place: ['Café'],
    seats: ['2'],
  }
  await home.go('meeting.offer', { as: dora, typed: talk })
  await home.go('meeting.book', { as: aisha, params: { number: 1 } })
  const hers = await madeFor(aisha)
  expect(await eventsAt(hers)).toMatchObject([{ summary: 'Talk with Dora', starts: '2027-03-29T14:00:00Z' }])
  expect((await eventsAt(await madeFor(dora))).map(({ summary }) => summary)).toContain('Talk with Dora')
  expect((await eventsAt(token)).map(({ summary }) => summary)).not.toContain('Talk with Dora')

  const renewed = await madeFor(alice)
  expect(await home.go('meeting.personal-calendar', { params: { token } })).toMatchObject({ kind: 'not-found' })
  expect(await eventsAt(renewed)).toHaveLength(2)
  expect(textOf(await home.go('meeting.own-calendar', { as: alice }))).not.toContain(renewed)
  const secret = renewed.replace('.ics', '')
  const ledger = await entries(home.database.read(home.town.place.id), { limit: 1000 })
  expect(JSON.stringify(ledger)).not.toContain(secret)
  const { rows } = await home.database.queueSql('select data::text from pgboss.job')
  expect(JSON.stringify(rows)).not.toContain(secret)
  await home.go('meeting.stop-calendar', { as: alice })
  expect(await home.go('meeting.personal-calendar', { params: { token: renewed } })).toMatchObject({
    kind: 'not-found',
  })
})
