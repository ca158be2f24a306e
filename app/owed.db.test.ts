import type { Address } from '@folkmoot/basics/addresses.ts'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn, type Going } from '../platform/http/testing.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { answeredCase, promisedCase, type PromisedCase } from '../stages/delivery/testing.ts'
import { overviewRoutes } from '../overview/index.ts'

/** Emil's promise is late since 10 January, and dora's is kept, reopened by alice, and waits for the chair. */
const winter = Temporal.Instant.from('2027-01-20T09:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let doras: PromisedCase

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  await promisedCase(real, town)
  doras = await answeredCase(real, town)
  const { alice, dora } = town.people
  const promise = {
    recommendation: '1',
    title: '=HYPERLINK("https://evil.example")',
    owner: dora.person ?? '',
    office: 'Harbour <office>',
    needsNoBudget: 'yes',
    'what-1': 'All of it',
    'due-1': '2026-12-20',
    nextReportOn: '2026-12-24',
  }
  await doras.go('delivery.commit', { as: dora, typed: typed(promise) })
  const kept = Temporal.Instant.from('2026-12-19T09:00:00Z')
  await doras.go('delivery.report', { as: dora, at: kept, typed: typed({ text: 'Done.', standing: 'kept' }) })
  await doras.go('delivery.reopen', {
    as: alice,
    at: Temporal.Instant.from('2027-01-04T09:00:00Z'),
    typed: typed({ reopenReason: 'A canary sings' }),
  })
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const get = async (address: Address, query = '', going: Going = {}): Promise<string> =>
  textOf(await answerAt(overviewRoutes, address, visitIn(real, town.place, { at: winter, query, ...going })))

test('what is owed is asked for by body and by politician; what nobody bears asks for all', async () => {
  const all = await get('owed')
  expect(all).toContain('Milestone “Tender” of “Build the gate”')
  for (const query of ['body=nobody', 'person=nobody', 'body=&person='])
    expect(await get('owed', query), query).toContain('Milestone “Tender”')
  expect(await get('owed', 'person=emil')).toContain('Milestone “Tender”')
  expect(await get('owed', 'body=council')).toContain('Milestone “Tender”')
  expect(await get('owed', 'body=works'), 'the committee owes nothing').toContain('Nothing is owed here now.')
  const hers = await get('owed', 'person=dora')
  expect(hers).not.toContain('Tender')
  expect(hers).toContain('=HYPERLINK(')
  expect(hers, 'the links keep the filter').toContain('/owed.atom?person=dora')
  expect(await get('owed', 'person=dora&body=works')).toContain('Nothing is owed here now.')
  expect(await get('owed', 'body=council', { lang: 'da' })).toContain('Som kalender')
})

/** Well-formed as XML 1.0 asks: one root, every tag closed in its order, every sign escaped. */
function tagsOf(xml: string): readonly string[] {
  const open: string[] = []
  const seen: string[] = []
  const body = xml.replace(/^<\?xml version="1.0" encoding="utf-8"\?>\s*/, '')
  for (const [, text = '', close, name = '', , self] of body.matchAll(
    /([^<]*)<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<&]*(?:&\w+;[^"<&]*)*")*)\s*(\/?)>/g,
  )) {
    expect(text.replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&>]/)
    if (close) expect(open.pop()).toBe(name)
    else {
      seen.push(name)
      if (!self) open.push(name)
    }
  }
  expect(open).toEqual([])
  return seen
}

test('the feed is Atom: what happened to what is owed, each entry once and for ever, and nothing private', async () => {
  const xml = await get('owed.feed')
  const tags = tagsOf(xml)
  expect(tags[0]).toBe('feed')
  const entries = tags.filter((tag) => tag === 'entry').length
  for (const [tag, more] of [
    ['id', 1],
    ['title', 1],
    ['updated', 1],
  ] as const)
    expect(tags.filter((one) => one === tag)).toHaveLength(entries + more)
  const all = (pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = '']) => found)
  const ids = all(/<id>(urn:[^<]+)<\/id>/g)
  expect(new Set(ids).size).toBe(entries)
  const updated = all(/<updated>([^<]+)<\/updated>/g).map((at) => Temporal.Instant.from(at))
  expect(updated.slice(1)).toEqual(updated.slice(1).toSorted((a, b) => Temporal.Instant.compare(b, a)))
  for (const words of ['New promise: Build the gate', 'Kept: =HYPERLINK(&quot;', 'Reopened: ', 'rel="self"'])
    expect(xml).toContain(words)
  const own = [town.people.alice, town.people.dora, town.people.emil].map(({ account }) => account ?? 'nobody')
  for (const private_ of ['canary', 'Alice', '@', ...own]) expect(xml, private_).not.toContain(private_)

  const emil = await get('owed.feed', 'person=emil')
  expect(emil).toContain('New promise: Build the gate')
  expect(emil).not.toContain('HYPERLINK')
  expect(emil).toContain('/owed.atom?person=emil')
  tagsOf(await get('owed.feed', 'body=works'))
  expect(await get('owed.feed', 'body=works')).not.toContain('<entry>')
})

test('the calendar is read by a calendar program: each day that is owed, of whom one asked for', async () => {
  const events = async (query: string, lang = 'en') => {
    const calendar = new ICAL.Component(ICAL.parse(await get('owed.calendar', query, { lang })))
    return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  }
  const all = await events('')
  const tender = all.find(({ summary }) => summary.includes('Tender'))
  expect(tender?.startDate.toString()).toBe('2027-01-10')
  expect(tender?.description).toContain('Owner: Emil')
  expect(tender?.description).toContain('How does the harbour stay dry?')
  const danish = (await events('', 'da')).find(({ summary }) => summary.includes('Tender'))
  expect(danish?.uid, 'one event, in whatever language').toBe(tender?.uid)
  expect((await events('person=emil')).map(({ summary }) => summary)).toEqual([tender?.summary])
  expect(await events('body=works')).toEqual([])
})

test.each(['1.5', '1e30', 'Infinity', '99999999999', '-1', '2026;drop'])(
  'a year that is none, %s, is no year and breaks nothing',
  async (year) => {
    expect(await get('owed.table', `year=${encodeURIComponent(year)}`)).toBe(await get('owed.table', ''))
  },
)

test('each figure says what it counts, and its rows can be counted again', async () => {
  const page = await get('owed.figures', 'year=2026')
  for (const words of ['0 of 1', '2 of 4', 'The median: half of the answers', 'figures/in-time?year=2026'])
    expect(page).toContain(words)
  expect(page, 'of few no percentage is said').not.toMatch(/\d ?%\)/)
  const rows = await get('owed.figure', 'year=2026', { params: { figure: 'accepted' } })
  expect(rows.match(/Recommendation 1: How does the harbour stay dry\?/g)).toHaveLength(2)
  expect(rows).not.toContain('Recommendation 2')
  expect(await get('owed.figure', 'year=2026', { params: { figure: 'on-schedule' } })).toContain('=HYPERLINK(')
  expect(
    await answerAt(overviewRoutes, 'owed.figure', visitIn(real, town.place, { params: { figure: 'ranking' } })),
  ).toEqual({
    kind: 'not-found',
  })
  expect(await get('owed.figures', 'year=1066'), 'a year without figures shows the latest').toContain('2 of 4')
})

test('the tables open in a spreadsheet, and no cell of them is run', async () => {
  const read = async (query: string): Promise<readonly Record<string, string>[]> =>
    parse(await get('owed.table', query), { columns: true, bom: true })
  const answers = await read('year=2026')
  expect(answers.map((row) => [row['Answer'], row['In time'], row['Body']])).toEqual([
    ['Accepted', 'Yes', 'Town council'],
    ['Rejected', 'Yes', 'Town council'],
    ['Accepted', 'Yes', 'Town council'],
    ['Rejected', 'Yes', 'Town council'],
  ])
  const promises = await read('of=promises')
  expect(promises.map((row) => row['Promise'])).toContain(`'=HYPERLINK("https://evil.example")`)
  // A gate promised for next year stood there as not on schedule.
  for (const row of promises)
    expect(row['On schedule'] === '', row['Promise']).toBe(
      row['Kept on'] === '' && String(row['Promised for']) >= '2027-01-20',
    )
  for (const row of [...answers, ...promises])
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@]/)
})
