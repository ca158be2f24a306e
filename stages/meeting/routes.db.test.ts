import { addresses, type Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../platform/http/index.ts'
import type { Town } from '../../platform/identity/testing.ts'
import { meetingJourneyPart, meetingWaitingFor } from './slots.ts'
import { textOf, type Going } from '../../platform/http/testing.ts'
import { openMeetingTown, slug, type MeetingTown } from './testing.ts'

let home: MeetingTown
let town: Town
let problem: Id<'problem'>

beforeAll(async () => {
  home = await openMeetingTown({ meetings: 5 })
  ;({ town, problem } = home)
})
afterAll(() => home.close())

type Numbered = Going & { readonly number?: number }

/** Where an address counts, the first. */
function go(address: Address, { number = 1, ...going }: Numbered = {}): Promise<Reply> {
  return home.go(address, { ...going, params: addresses[address].includes(':number') ? { number } : {} })
}

const typedPlan = {
  title: ['Lamps <script>alert(1)</script>'],
  day: ['2026-11-26'],
  starts: ['18:00'],
  ends: ['20:30'],
  place: ['Town Hall'],
  access: ['Step-free'],
  documents: ['https://example.org/lamps.pdf'],
  openness: ['open'],
}

describe('the series of a case, as people walk it', { shuffle: false }, () => {
  test('empty it says what happens next; the month too', async () => {
    expect(textOf(await go('meeting.series'))).toContain('No meeting has been called yet')
    expect(textOf(await go('meeting.all', { query: 'month=2026-12' }))).toContain('No group meets in this month')
    expect((await go('meeting.page', { number: 9 })).kind).toBe('not-found')
    expect((await meetingJourneyPart(home.visit(), { id: problem, slug, source: null } as never)).state).toBe('coming')
  })

  test('a closed meeting without its ground comes back with what was typed', async () => {
    const reply = await go('meeting.call', { as: town.people.chen, typed: { ...typedPlan, openness: ['closed'] } })
    expect(reply).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(reply)).toContain('Name the legal ground')
    expect(textOf(reply)).toContain('value="2026-11-26"')
  })

  test('called, filled, changed, minuted', async () => {
    const chen = town.people.chen
    expect(await go('meeting.call', { as: chen, typed: typedPlan })).toMatchObject({ kind: 'redirect' })
    await go('meeting.add-item', {
      as: chen,
      typed: { title: ['Which lamps?'], plannedMinutes: ['20'], owner: ['Dora'] },
    })
    await go('meeting.add-item', { as: chen, typed: { title: ['What next?'] } })
    const page = textOf(await go('meeting.page'))
    expect(page).toMatch(/Thursday,? 26 November 2026, 18:00–20:30/)
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain('18:20')
    expect(page).not.toContain('Cancel the meeting')
    expect(textOf(await go('meeting.changing', { as: chen }))).toContain('value="18:00"')
    expect(textOf(await go('meeting.minutes', { as: chen }))).toContain('has not begun yet')

    const at = Temporal.Instant.from('2026-11-26T18:00:00Z')
    expect(textOf(await go('meeting.minutes', { as: chen, at }))).toContain('1. Which lamps?')
    const minutes = { item: ['1'], minutes: ['Six are broken.'], decision: ['We ask for a list.'] }
    // One writes while the meeting runs: on to the next item, not back to the meeting each time.
    expect(await go('meeting.write-minutes', { as: chen, at, typed: minutes })).toMatchObject({
      kind: 'redirect',
      to: expect.stringContaining('/minutes?item=2') as string,
      done: { next: 'The next item without minutes: What next?' },
    })
    const seat = home.seats[0]?.id ?? ''
    await go('meeting.record-attendance', { as: chen, at, typed: { seats: [seat] } })
    const after = textOf(await go('meeting.page', { at }))
    for (const words of ['Staff text', 'Six are broken.', 'We ask for a list.', '1 of 4 came', 'Running now'])
      expect(after).toContain(words)
    expect(textOf(await go('meeting.all', { at }))).toContain('November 2026')
    const part = await meetingJourneyPart(home.visit({ at }), { id: problem, slug, source: null } as never)
    expect(part).toMatchObject({ state: 'now', figure: '1 of 5 meetings held' })
  })

  test('the calendar of the place and of the case name the page', async () => {
    for (const address of ['meeting.calendar', 'meeting.series-calendar'] as const) {
      const reply = await go(address)
      expect(reply).toMatchObject({ kind: 'file', mediaType: 'text/calendar; charset=utf-8; method=PUBLISH' })
      const events = new ICAL.Component(ICAL.parse(textOf(reply))).getAllSubcomponents('vevent')
      expect(events.map((event) => event.getFirstPropertyValue('url'))).toEqual([
        `https://folkmoot.example/en/${town.place.slug}/problems/${slug}/meetings/1`,
      ])
    }
  })

  test('staff are reminded of minutes that are missing', async () => {
    const typed = { ...typedPlan, title: ['Forgotten'], day: ['2026-11-20'] }
    await go('meeting.call', { as: town.people.chen, typed })
    expect(await meetingWaitingFor(home.visit({ as: town.people.chen }))).toMatchObject([
      { title: 'Minutes are missing: Forgotten' },
    ])
    expect(await meetingWaitingFor(home.visit({ as: town.people.aisha }))).toEqual([])
    expect(textOf(await go('meeting.page', { number: 2 }))).toContain('after the meeting had begun')
  })
})
