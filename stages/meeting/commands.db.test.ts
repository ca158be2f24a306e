import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/db/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { addItem } from './agenda/commands.ts'
import { itemsOf } from './agenda/store.ts'
import { recordAttendance } from './attendance/commands.ts'
import { meetingPresence } from './attendance/store.ts'
import * as commands from './commands.ts'
import { writeMinutes } from './minutes/commands.ts'
import * as store from './store.ts'
import { before, during, openMeetingTown, plan, slug, type MeetingTown } from './testing.ts'
import { retellMeeting } from './told.ts'

let home: MeetingTown
let real: Database
let town: Town
let problem: Id<'problem'>
let chair: Actor
let member: Actor

beforeAll(async () => {
  home = await openMeetingTown()
  ;({ database: real, town, problem, chair, member } = home)
})
afterAll(() => home.close())

async function called(actor: Actor = chair, other: Partial<commands.PlanInput> = {}): Promise<number> {
  const result = await commands.callMeeting(real.at(before), actor, { slug, ...plan, ...other })
  if (!result.ok) throw new Error(result.refusal)
  return result.value.number
}

describe('a meeting', () => {
  test('is called by the chair at the hours of the place, and recorded in public', async () => {
    const number = await called()
    expect(await home.meeting(number)).toMatchObject({
      state: 'called',
      sequence: 0,
      startsAt: Temporal.Instant.from('2026-11-26T17:00:00Z'),
    })
    const [entry] = await home.written('meeting.called')
    expect(entry).toMatchObject({ kind: 'meeting.called', public: { number, place: 'Town Hall', isOpen: true } })
  })

  test('is not called by a member, and not closed without a ground', async () => {
    expect(await commands.callMeeting(real, member, { slug, ...plan })).toEqual({
      ok: false,
      refusal: 'not-yours-to-run',
    })
    expect(await commands.callMeeting(real, chair, { slug, ...plan, isOpen: false })).toEqual({
      ok: false,
      refusal: 'ground-needed',
    })
  })

  test('counts its changes, and is not changed once it runs', async () => {
    const number = await called(town.people.gita)
    expect(
      await commands.changeMeeting(real.at(before), chair, { slug, number, ...plan, place: 'Library' }),
    ).toMatchObject({ ok: true })
    expect(await home.meeting(number)).toMatchObject({ place: 'Library', sequence: 1 })
    expect(await commands.changeMeeting(real.at(during), chair, { slug, number, ...plan })).toEqual({
      ok: false,
      refusal: 'has-begun',
    })
    expect(
      await commands.cancelMeeting(real.at(before), town.people.chen, { slug, number, reason: 'Snow' }),
    ).toMatchObject({ ok: true })
    expect(await home.meeting(number)).toMatchObject({ state: 'cancelled', cancelReason: 'Snow', sequence: 2 })
    const late = { slug, number, title: 'Light', plannedMinutes: 10, owner: '' }
    expect(await addItem(real.at(before), member, late)).toEqual({ ok: false, refusal: 'is-cancelled' })
  })

  test('gets numbers without gaps when three are called at once', async () => {
    const numbers = await Promise.all([called(), called(), called()])
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(2)
  })

  test('is not seen from another place', async () => {
    const other = await foundTown(real)
    expect(await commands.callMeeting(real, other.people.chen, { slug, ...plan })).toEqual({
      ok: false,
      refusal: 'no-such-problem',
    })
  })
})

describe('while it runs', () => {
  test('members fill the agenda; minutes are labelled when staff write them; decisions stand in the ledger', async () => {
    const number = await called()
    const item = { slug, number, plannedMinutes: 20, owner: 'Alice' }
    expect(await addItem(real.at(before), member, { ...item, title: 'Lamps' })).toMatchObject({ ok: true })
    expect(await addItem(real.at(before), town.people.bashir, { ...item, title: 'Mine' })).toEqual({
      ok: false,
      refusal: 'not-a-member',
    })
    const minutes = {
      slug,
      number,
      item: 1,
      minutes: 'Six lamps are broken.',
      decision: 'We ask for a list.',
      seen: 0,
      reason: '',
    }
    expect(await writeMinutes(real.at(before), town.people.gita, minutes)).toEqual({
      ok: false,
      refusal: 'not-begun',
    })
    expect(await writeMinutes(real.at(during), town.people.gita, minutes)).toMatchObject({ ok: true })
    const [written] = await itemsOf(real.read(town.place.id), [(await home.meeting(number)).id])
    expect(written).toMatchObject({ minutesByStaff: true, decision: 'We ask for a list.' })
    const [entry] = await home.written('meeting.minutes-written')
    expect(entry).toMatchObject({
      kind: 'meeting.minutes-written',
      public: { decision: 'We ask for a list.', isStaffText: true },
    })
    expect(JSON.stringify(entry?.public)).not.toContain('broken')
  })

  test('attendance counts for a politician’s record, and can be corrected', async () => {
    const number = await called()
    const { person } = town.people.dora
    if (!person) throw new Error('dora is a politician')
    const [dora, , alice] = home.seats.map((seat) => seat.id)
    const record = (present: readonly (string | undefined)[]) =>
      recordAttendance(real.at(during), town.people.chen, {
        slug,
        number,
        present: present.filter((id) => id !== undefined),
      })
    expect(await record([alice])).toMatchObject({ ok: true })
    expect(await meetingPresence(real.read(town.place.id), person)).toEqual({ attended: 0, called: 1 })
    expect(await record([dora, alice])).toMatchObject({ ok: true })
    expect(await meetingPresence(real.read(town.place.id), person)).toEqual({ attended: 1, called: 1 })
    const since = before.subtract({ hours: 1 })
    expect(await store.meetingsAttended(real.read(town.place.id), person, since)).toHaveLength(1)
    expect(JSON.stringify(await entries(real.read(town.place.id), { limit: 1 }))).not.toContain('Alice')
  })
})

test('what comes next is listed, what is cancelled is not', async () => {
  const kept = await called(chair, { day: Temporal.PlainDate.from('2031-01-07') })
  const off = await called(chair, { day: Temporal.PlainDate.from('2031-01-06') })
  await commands.cancelMeeting(real.at(before), chair, { slug, number: off, reason: 'Snow' })
  const from = Temporal.Instant.from('2031-01-01T00:00:00Z')
  const coming = await store.upcomingMeetings(real.read(town.place.id), { from, limit: 5 })
  expect(coming.map((meeting) => meeting.number)).toEqual([kept])
})

test('a told meeting keeps what is unknown unknown', async () => {
  const id = await real.transact(town.place.id, null, (tx) =>
    retellMeeting(tx, {
      problem,
      title: 'Third meeting',
      day: null,
      hours: null,
      place: null,
      isOpen: null,
      source: 'https://example.org',
      items: [{ title: 'Value words', minutes: '', decision: 'Six value words' }],
    }),
  )
  const [told] = await store.meetingsById(real.read(town.place.id), [id])
  expect(told).toMatchObject({ day: null, startsAt: null, place: null, isOpen: null, calledBy: null })
  expect((await store.meetingsWithoutDay(real.read(town.place.id))).map((meeting) => meeting.id)).toContain(id)
})
