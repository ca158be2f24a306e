import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { agendaPoll } from '../stages/problem/index.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** What a problem's pages say where it has changed its way: to somebody who comes to them fresh. */

let house: TestHouse
let town: Town
let ruleTown: Town
let lateTown: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, town)
  // Towns of their own, for what a whole place shows; they are founded before the first request.
  ruleTown = await anotherTown('rulehavn')
  lateTown = await anotherTown('latehavn')
}, 60_000)
afterEach(() => house.setClock(null))
afterAll(() => house.close())

const as = (who: Townsperson, there = town): Promise<Browser> => house.browser(there.place, there.people[who].account)

async function anotherTown(slug: string): Promise<Town> {
  const there = await foundTown(house.database, slug)
  await giveRule(house.database, there)
  return there
}

/** A problem Alice has raised; its path. */
async function raised(question: string, there = town): Promise<string> {
  const { to } = await (
    await as('alice', there)
  ).post('/problems/new', { question, whatHappens: 'It is dark.', whoIsAffected: 'Walkers.', language: 'en' })
  return to?.replace(/^.*?(?=\/problems\/)/, '').replace(/[?#].*$/, '') ?? ''
}

it('a bug once: the journey of a problem that goes on in another one asked for support and named no other', async () => {
  const [from, into] = [await raised('Why is the pier slippery?'), await raised('Who salts the pier?')]
  const chen = await as('chen')
  const merged = await chen.post(`${from}/problem/merge`, { into: into.replace('/problems/', ''), reason: 'One pier.' })
  expect(merged.status).toBe(303)
  for (const who of [null, town.people.bashir.account, town.people.chen.account, town.people.dora.account]) {
    const browser = await house.browser(town.place, who)
    for (const path of [from, `${from}/problem`]) {
      const { html } = await browser.get(path)
      expect(html).toContain('This problem goes on in another one')
      expect(html).toContain('Who salts the pier?')
      for (const act of ['Support this problem', 'Sign in to support', 'Collecting supports', 'Enter signatures'])
        expect([path, act, html.includes(act)]).toEqual([path, act, false])
      expect(html).not.toMatch(/No supports yet|Take this up|I see another problem behind it/)
    }
  }
})

it('a bug once: an older problem led to the new rule as its own, and each change opened the place anew', async () => {
  const there = ruleTown
  const at = await raised('Who empties the bins?', there)
  const ada = await as('ada', there)
  const rule = {
    body: there.council,
    threshold1: '9',
    owes1: 'decision',
    answerCount: '3',
    answerUnit: 'months',
    windowCount: '6',
    windowUnit: 'months',
    threshold2: '',
    threshold3: '',
    owes2: '',
    owes3: '',
    preset: '',
    openTo: 'tied',
    leastAssurance: 'low',
    againAfterMonths: '12',
    reference: 'Item 77',
  }
  const set = await ada.post('/settings/agenda-rule', rule)
  expect(set.status).toBe(303)
  const said = (await ada.get('/settings/agenda-rule')).html
  expect(said).not.toContain('Residents can raise problems now')
  const { html } = await (await as('bashir', there)).get(`${at}/problem`)
  const [, anchor = ''] = /\/agenda#(rule-\d+)"/.exec(html) ?? []
  const agenda = (await (await as('bashir', there)).get('/agenda')).html
  const its = agenda.slice(agenda.indexOf(`id="${anchor}"`))
  expect(anchor).toBe('rule-1')
  expect(its).toContain('Item 4')
  expect(its).not.toContain('Item 77')
  expect(agenda).toContain('id="rule-2"')
})

it('a bug once: a sponsor was told to take up what she had just taken up', async () => {
  const at = await raised('Who paints the shed?')
  const dora = await as('dora')
  expect((await dora.get(`${at}/problem`)).html).toContain('your way is to take the problem up by name')
  expect((await dora.post(`${at}/problem/sponsor`, { words: 'Mine.' })).status).toBe(303)
  const { html } = await dora.get(`${at}/problem`)
  expect(html).toContain('You have taken this problem up by name')
  expect(html).not.toContain('your way is to take the problem up by name')
})

it('a bug once: the last day for supports stood above an overdue answer and read as its deadline', async () => {
  house.setClock(Temporal.Instant.from('2026-03-02T09:00:00Z'))
  const there = lateTown
  const at = await raised('Who drains the path?', there)
  for (const name of ['bashir', 'aisha', 'alice'] as const) await (await as(name, there)).post(`${at}/problem/support`)
  await agendaPoll(house.database, there.place.id)
  // Due within two months: on 2 May at midnight.
  house.setClock(Temporal.Instant.from('2026-05-07T09:00:00Z'))
  const visitor = await house.browser(there.place, null)
  const { html } = await visitor.get(`${at}/problem`)
  expect(html).toContain('Supports can still be given until')
  expect(html).not.toMatch(/>Until /)
  const home = (await visitor.get('')).html
  expect(home).toContain('The answer: 5 days overdue')
  // What was due counts, and nothing else.
  expect(home).toContain('0 of 1 promises due so far are done')
})

it('a bug once: a clerk who writes down a call was asked for her own position, and shut doors named no way', async () => {
  const chen = await as('chen')
  expect((await chen.get('/problems/by-staff')).html).not.toContain('fm-position')
  const refusal = (await chen.get('/desk')).html
  expect(refusal).toContain('stands on the bench')
  expect(refusal).toMatch(/<main[\s\S]*href="[^"]*\/bench"[\s\S]*<\/main>/)
})

it('a bug once: another version that changed nothing was taken', async () => {
  const at = await raised('Who mows the bank?')
  const same = { question: 'Who mows the bank?', whatHappens: 'It is dark.', whoIsAffected: 'Walkers.' }
  const bashir = await as('bashir')
  const typed = { ...same, kind: 'another-problem', reason: 'x' }
  const refused = await bashir.post(`${at}/problem/reframe`, typed)
  expect(refused.html).toContain('This version changes nothing')
  expect((await bashir.post(`${at}/problem/reframe`, { ...typed, question: 'Who owns the bank?' })).status).toBe(303)
})
