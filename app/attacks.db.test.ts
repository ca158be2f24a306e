import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'
import { web } from './web.ts'

/** What an attacker tried and what happens now. */

let house: TestHouse
let town: Town
let alice: Browser

beforeAll(async () => {
  house = await openTestHouse(4)
  town = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, town)
  alice = await house.browser(town.place, town.people.alice.account)
}, 60_000)

afterAll(() => house.close())

const form = 'application/x-www-form-urlencoded'
/** As long as a browser's. The runtime ends a value where the boundary's own letters stand in it, and every second token has an “x”. */
const boundary = '----of-a-form-in-a-test'

function post(path: string, body: string, type = form): Promise<Response> {
  return house.ask(`/en/testhavn${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, cookie: alice.cookie },
  })
}

it('abuse 47: does not stand still for a form of four million fields without a value', async () => {
  const began = process.cpuUsage()
  const visitor = await house.ask('/en/testhavn/sign-in', {
    method: 'POST',
    body: 'a&'.repeat(4_000_000),
    headers: { 'content-type': form },
  })
  expect(visitor.status).toBe(403)
  expect((await post('/problems/new', 'a&'.repeat(4_000_000))).status).toBe(413)
  expect((await post('/problems/new', 'a&'.repeat(2_900_000))).status).toBe(403)
  expect((await post('/problems/new', 'a&'.repeat(5_000))).status).toBe(403)
  // Parsing them took minutes; refusing them takes as long as counting to five hundred. In the work done, not by the clock.
  const { user } = process.cpuUsage(began)
  expect(user / 1_000).toBeLessThan(6_000)
})

it('abuse 47: does not stand still for a hundred thousand empty parts, nor for one part as large as a picture', async () => {
  const part = (name: string, value: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  // The token is right: without the limits the form would be read and done.
  const ours = part('form-token', alice.token)
  const bodies = [
    [part('a', '').repeat(100_000), 403],
    [part('a', '').repeat(500), 403],
    [part('a', 'a'.repeat(8_000_000)), 413],
  ] as const
  for (const [body, status] of bodies) {
    const sent = await post(
      '/notices/read',
      `${ours}${body}--${boundary}--\r\n`,
      `multipart/form-data; boundary=${boundary}`,
    )
    expect(sent.status).toBe(status)
  }
})

it('reads a form of parts as it reads any', async () => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ 'form-token': alice.token, name: 'Alice A', language: 'en' }))
    body.append(name, value)
  body.append('mailFrequency', 'never')
  const saved = await house.ask('/en/testhavn/me', { method: 'POST', body, headers: { cookie: alice.cookie } })
  expect(saved.status).toBe(303)
})

it('abuse 47: what is no form, or a broken one, gets a sentence and no error', async () => {
  for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
    const response = await post('/notices/read', '{"a":1}', type)
    expect(response.status, type).toBe(403)
  }
})

it('abuse 47: two hundred levels of JSON, and a million, are not read at all', async () => {
  for (const levels of [200, 1_000_000]) {
    const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
    expect((await post('/notices/read', deep, 'application/json')).status).toBe(403)
  }
})

it('abuse 59: the names every object has change nothing, in JSON, in a form, in parts of one and in an address', async () => {
  const names = [
    '__proto__',
    'constructor',
    'prototype',
    '__proto__[isAdmin]',
    'constructor.prototype.isAdmin',
    'toString',
  ]
  for (const name of names) {
    expect((await post('/notices/read', `{"${name}":{"isAdmin":true}}`, 'application/json')).status).toBe(403)
    expect((await post('/notices/read', `${encodeURIComponent(name)}=yes&form-token=${alice.token}`)).status).toBe(303)
    const parts = new FormData()
    parts.append('form-token', alice.token)
    parts.append(name, 'yes')
    parts.append(name, new Blob(['a']), name)
    const sent = await house.ask('/en/testhavn/notices/read', {
      method: 'POST',
      body: parts,
      headers: { cookie: alice.cookie },
    })
    expect(sent.status, name).toBe(303)
    for (const path of [
      `/search?${encodeURIComponent(name)}=yes`,
      `/problems/${encodeURIComponent(name)}`,
      `/problems?q=${name}`,
    ])
      expect((await house.ask(`/en/testhavn${path}`)).status, path).toBeLessThan(500)
  }
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  expect(({} as Record<string, unknown>)['yes']).toBeUndefined()
})

it('abuse 46: finds nothing under an address with a NUL in it', async () => {
  for (const path of ['/problems/%00', '/people/%00', '/search?q=%00']) {
    expect((await house.ask(`/en/testhavn${path}`)).status, path).toBe(404)
  }
})

it('a bug once: a NUL in what a form sends back, or in the words of a picture, broke the page', async () => {
  const words = { question: 'Who lights the steps?', whatHappens: 'They are dark.', whoIsAffected: 'Us', point: '' }
  for (const odd of [{ earlier: 'a\u0000b' }, { alt: 'a\u0000b' }]) {
    const body = new URLSearchParams({ ...words, ...odd, 'form-token': alice.token })
    const said = await house.ask('/en/testhavn/problems/new', {
      method: 'POST',
      body,
      headers: { cookie: alice.cookie },
    })
    expect(said.status, JSON.stringify(odd)).toBe(422)
    expect(await said.text()).toContain('They are dark.')
  }
})

it('writes nobody’s form token into what somebody typed', async () => {
  const page = await (
    await house.ask('/en/testhavn/search?q=the-token-of-whoever-looks', { headers: { cookie: alice.cookie } })
  ).text()
  const tokens = [...page.matchAll(/name="form-token" value="([^"]+)"/g)].map(([, token]) => token)
  for (const token of tokens) expect(page.split(token ?? '').length - 1).toBe(tokens.length)
})

it('remembers nothing of who asks for the set-up page again and again', async () => {
  const asked = new Set<unknown>()
  const watched = Object.assign(Object.create(house.database), {
    read: (place: Parameters<typeof house.database.read>[0]) => (asked.add(place), house.database.read(place)),
  }) as typeof house.database // the same, watched
  const site = web(
    { ...house.house, database: watched },
    { assetsFor: house.house.assetsFor, read: async () => undefined },
  )
  for (let i = 0; i < 9; i += 1) expect((await site.request(`/set-up/guess-${i}`)).status).toBe(404)
  // The database keeps a reader for each place it was ever asked about.
  expect(asked.size).toBeLessThan(3)
})

it('abuse 60: writes nobody’s address into the address of a page', async () => {
  const ada = await house.browser(town.place, town.people.ada.account)
  const { to } = await ada.post('/settings/staff', { inviteEmail: 'vera@testhavn.example', role: 'clerk' })
  expect(to).toBe('/en/testhavn/settings?done=invited')
})

it('answers any month somebody asks for, also in a year the database does not have', async () => {
  for (const month of ['0000-01', '0001-01', '9999-12', '2026-13', '275760-09', '-271821-04', 'x'])
    expect((await house.ask(`/en/testhavn/meetings?month=${month}`)).status, month).toBe(200)
})

it('raises a problem once when the form is pressed twice', async () => {
  const words = {
    question: 'Who mends the crane on the quay?',
    whatHappens: 'It stands still.',
    whoIsAffected: 'Fishers',
  }
  const pages = await Promise.all([1, 2].map(() => alice.post('/problems/new', words)))
  expect(pages.map(({ to }) => to)).toEqual(Array(2).fill('/en/testhavn/problems/who-mends-the-crane-on-the-quay'))
})

it('drives nothing out of the feed by votes', async () => {
  await alice.post('/problems/new', { question: 'Who sweeps the quay?', whatHappens: 'Nobody.', whoIsAffected: 'All' })
  await house.asOwner(`
    insert into ledger.event (jurisdiction_id, id, kind, at, public, leaf_hash)
    select '${town.place.id}', gen_random_uuid(), 'opinion.vote-cast', now() + interval '1 hour', '{}', decode(repeat('00', 32), 'hex')
    from generate_series(1, 300)`)
  expect(await (await house.ask('/en/testhavn/feed.atom')).text()).toContain('Who sweeps the quay?')
})
