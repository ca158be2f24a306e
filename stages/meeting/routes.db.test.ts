import type { Actor } from '@folkmoot/basics/actor.ts'
import { addresses, type Address } from '@folkmoot/basics/addresses.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { emptyForm, visit, type Reply, type TypedForm } from '../../platform/http/index.ts'
import { nobody } from '../../platform/identity/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { retellProblem } from '../problem/index.ts'
import { meetingRoutes } from './routes.tsx'
import { meetingJourneyPart, meetingWaitingFor } from './slots.ts'

const seats = vi.hoisted(() => ({ now: [] as unknown[] }))
// Who holds a seat is the arena's to tell, how many meetings are planned the mandate's; here it is said.
vi.mock('../arena/index.ts', () => ({ seatsOf: async () => seats.now, isConfirmed: async () => true }))
vi.mock('../mandate/index.ts', () => ({ adoptedMandate: async () => ({ meetings: 5 }) }))

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const slug = 'harbour-path'

let home: TestDatabase
let real: Database
let town: Town
let problem: Id<'problem'>

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  problem = await real.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug,
      question: 'Who lights the harbour path?',
      whatHappens: 'It is dark.',
      whoIsAffected: 'All',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    }),
  )
  seats.now = [
    {
      id: newId('seat'),
      account: town.people.dora.account,
      person: town.people.dora.person,
      kind: 'politician',
      name: 'Dora',
    },
  ]
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

type Going = {
  readonly as?: Actor
  readonly number?: number
  readonly typed?: TypedForm['typed']
  readonly at?: Temporal.Instant
  readonly query?: string
}

function visitOf(going: Going = {}, isNumbered = false) {
  const at = going.at ?? now
  return visit({
    lang: 'en',
    jurisdiction: town.place,
    actor: going.as ?? nobody(town.place.id),
    database: real.at(at),
    now: at,
    params: {
      lang: 'en',
      jurisdiction: town.place.slug,
      problem: slug,
      ...(isNumbered ? { number: String(going.number ?? 1) } : {}),
    },
    query: new URLSearchParams(going.query),
    form: { ...emptyForm, typed: going.typed ?? {} },
    origin: 'https://folkmoot.example',
    isIsland: false,
    isDemo: false,
    files: undefined as never, // no page here has pictures
  })
}

async function go(address: Address, going: Going = {}): Promise<Reply> {
  const found = meetingRoutes.find((row) => row.at === address)
  if (!found) throw new Error(`no route ${address}`)
  return found.handle(visitOf(going, addresses[address].includes(':number')))
}

// Hono's markup says itself as HTML.
const text = (reply: Reply): string => {
  // oxlint-disable-next-line typescript/no-base-to-string
  if (reply.kind === 'page') return String(reply.body)
  return reply.kind === 'file' ? String(reply.body) : ''
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
    expect(text(await go('meeting.series'))).toContain('No meeting has been called yet')
    expect(text(await go('meeting.all', { query: 'month=2026-12' }))).toContain('Nobody meets in this month')
    expect((await go('meeting.page', { number: 9 })).kind).toBe('not-found')
    expect((await meetingJourneyPart(visitOf(), { id: problem, slug, source: null } as never)).state).toBe('coming')
  })

  test('a closed meeting without its ground comes back with what was typed', async () => {
    const reply = await go('meeting.call', { as: town.people.chen, typed: { ...typedPlan, openness: ['closed'] } })
    expect(reply).toMatchObject({ kind: 'page', status: 422 })
    expect(text(reply)).toContain('Name the legal ground')
    expect(text(reply)).toContain('value="2026-11-26"')
  })

  test('called, filled, changed, minuted', async () => {
    const chen = town.people.chen
    expect(await go('meeting.call', { as: chen, typed: typedPlan })).toMatchObject({ kind: 'redirect' })
    await go('meeting.add-item', {
      as: chen,
      typed: { title: ['Which lamps?'], plannedMinutes: ['20'], owner: ['Dora'] },
    })
    await go('meeting.add-item', { as: chen, typed: { title: ['What next?'] } })
    const page = text(await go('meeting.page'))
    expect(page).toMatch(/Thursday,? 26 November 2026, 18:00–20:30/)
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain('18:20')
    expect(page).not.toContain('Cancel the meeting')
    expect(text(await go('meeting.changing', { as: chen }))).toContain('value="18:00"')
    expect(text(await go('meeting.minutes', { as: chen }))).toContain('has not begun yet')

    const at = Temporal.Instant.from('2026-11-26T18:00:00Z')
    expect(text(await go('meeting.minutes', { as: chen, at }))).toContain('1. Which lamps?')
    const minutes = { item: ['1'], minutes: ['Six are broken.'], decision: ['We ask for a list.'] }
    // One writes while the meeting runs: on to the next item, not back to the meeting each time.
    expect(await go('meeting.write-minutes', { as: chen, at, typed: minutes })).toMatchObject({
      kind: 'redirect',
      to: expect.stringContaining('/minutes?item=2') as string,
      done: { next: 'The next item without minutes: What next?' },
    })
    const seat = (seats.now[0] as { id: string }).id
    await go('meeting.record-attendance', { as: chen, at, typed: { seats: [seat] } })
    const after = text(await go('meeting.page', { at }))
    for (const words of ['Staff text', 'Six are broken.', 'We ask for a list.', '1 of 1 came', 'Running now'])
      expect(after).toContain(words)
    expect(text(await go('meeting.all', { at }))).toContain('November 2026')
    const part = await meetingJourneyPart(visitOf({ at }), { id: problem, slug, source: null } as never)
    expect(part).toMatchObject({ state: 'now', figure: '1 of 5 meetings held' })
  })

  test('the calendar of the place and of the case name the page', async () => {
    for (const address of ['meeting.calendar', 'meeting.series-calendar'] as const) {
      const reply = await go(address)
      expect(reply).toMatchObject({ kind: 'file', mediaType: 'text/calendar; charset=utf-8; method=PUBLISH' })
      const events = new ICAL.Component(ICAL.parse(text(reply))).getAllSubcomponents('vevent')
      expect(events.map((event) => event.getFirstPropertyValue('url'))).toEqual([
        `https://folkmoot.example/en/${town.place.slug}/problems/${slug}/meetings/1`,
      ])
    }
  })

  test('staff are reminded of minutes that are missing', async () => {
    const typed = { ...typedPlan, title: ['Forgotten'], day: ['2026-11-20'] }
    await go('meeting.call', { as: town.people.chen, typed })
    expect(await meetingWaitingFor(visitOf({ as: town.people.chen }))).toMatchObject([
      { title: 'Minutes are missing: Forgotten' },
    ])
    expect(await meetingWaitingFor(visitOf({ as: town.people.alice }))).toEqual([])
    expect(text(await go('meeting.page', { number: 2 }))).toContain('after the meeting had begun')
  })
})
