import { afterAll, beforeAll, expect, it } from 'vitest'
import { paced } from '../platform/identity/pace.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { appWords } from './messages/words.ts'
import { browserOf, escaped, openTestHouse, type Browser, type TestHouse } from './testing.ts'
import { web } from './web.ts'

/** What is done too often waits, in words; the counts are kept in the database. */

let test: TestHouse
let town: Town
let ask: TestHouse['ask']

beforeAll(async () => {
  test = await openTestHouse(4)
  town = await foundTown(test.database, 'testhavn')
  await giveRule(test.database, town)
  const limits = { writing: 3, knocking: 3, searching: 3 }
  const house = {
    ...test.house,
    database: test.database,
    pace: (asked: Parameters<typeof paced>[1]) => paced(test.database, asked, limits),
  }
  const site = web(house, { assetsFor: house.assetsFor, read: async () => undefined })
  // What Node hands on: the network address a request comes from.
  const env = { incoming: { socket: { remoteAddress: '192.0.2.7' } } }
  ask = async (path, init) =>
    site.fetch(new Request(`http://localhost:3000${path}`, { redirect: 'manual', ...init }), env)
})

afterAll(() => test.close())

async function as(who: 'alice' | 'bashir' | 'chen' | null): Promise<Browser> {
  const { cookie } = await test.browser(town.place, who && town.people[who].account)
  return browserOf(ask, town.place, cookie)
}

const raised = (number: number) => ({
  question: `Who lights the lamp with the number ${number}?`,
  whatHappens: 'It has been dark for weeks, and children fall over it.',
  whoIsAffected: 'Us',
})

it('writing too much waits: what was typed comes back, nothing is written, and others go on', async () => {
  const alice = await as('alice')
  for (const number of [1, 2, 3]) expect((await alice.post('/problems/new', raised(number))).status).toBe(303)
  const before = await test.asOwner('select count(*)::int as count from ledger.event')
  for (const lang of ['en', 'da']) {
    const late = await alice.post('/problems/new', raised(4), lang)
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(late.headers.get('retry-after'))).toBeLessThanOrEqual(600)
    expect(late.html).toContain(escaped(appWords.say(lang)('too-many.title')))
    expect(late.html).toContain('children fall over it')
  }
  expect(await test.asOwner('select count(*)::int as count from ledger.event')).toEqual(before)
  expect((await (await as('bashir')).post('/problems/new', raised(5))).status).toBe(303)
  // Reading is free.
  expect((await alice.get('/problems/new')).status).toBe(200)
})

it('a form from another site uses up nobody’s turns', async () => {
  const bashir = await as('bashir')
  for (let turn = 0; turn < 6; turn += 1)
    expect((await bashir.post('/problems/new', raised(6), 'en', { origin: 'https://evil.example' })).status).toBe(403)
  expect((await bashir.post('/problems/new', raised(6))).status).toBe(303)
})

it('a visitor’s forms wait by where they come from, whatever cookie they have', async () => {
  const statuses: number[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const { status } = await (await as(null)).post('/sign-in', { email: `a${turn}@example.org` })
    statuses.push(status)
  }
  expect(statuses).toEqual([303, 303, 303, 429, 429])
})

it('searching waits too, and only with words to look for', async () => {
  const visitor = await as(null)
  const search = async (query: string) => (await visitor.get(`/search${query}`)).status
  for (let turn = 0; turn < 6; turn += 1) expect(await search('')).toBe(200)
  for (const status of [200, 200, 200, 429]) expect(await search('?q=lamp')).toBe(status)
})

it('abuse 34: who sets out for a provider of identities again and again waits before anybody is asked', async () => {
  const chen = await as('chen')
  const setOut = async () => (await chen.post('/sign-in/with/nobody', { purpose: 'prove', next: '' })).status
  for (const status of [404, 404, 404, 429]) expect(await setOut()).toBe(status)
})
