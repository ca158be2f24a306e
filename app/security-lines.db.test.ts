import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openDevice } from '../platform/identity/testing-passkey.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import type { House } from './house.ts'
import { codeMailedTo, openJar } from './testing-jar.ts'
import { openTestHouse, testOrigin, type TestHouse } from './testing.ts'
import { web } from './web.ts'

/** What the log tells of who comes and goes and of what is tried in vain: enough to see an attack, and nobody in it. */

let test: TestHouse
let town: Town
let isTooMuch = false
const lines: (readonly [what: string, details: Readonly<Record<string, unknown>>])[] = []

beforeAll(async () => {
  test = await openTestHouse(4)
  town = await foundTown(test.database, 'testhavn')
})
afterAll(() => test.close())
beforeEach(() => {
  lines.length = 0
  isTooMuch = false
})

function site(changes: Partial<House> = {}) {
  const { database } = test
  const house: House = {
    ...test.house,
    database,
    pace: () => Promise.resolve(isTooMuch ? 60 : null),
    log: {
      error: (what, _error, details) => void lines.push([what, details ?? {}]),
      info: (what, details) => void lines.push([what, details ?? {}]),
    },
    ...changes,
  }
  const { fetch } = web(house, { assetsFor: house.assetsFor, read: async () => undefined })
  return async (path: string, init?: RequestInit): Promise<Response> =>
    fetch(new Request(`${testOrigin}${path}`, { redirect: 'manual', ...init }))
}

const told = () => lines.map(([what, { at, place, roles }]) => [what, at, place, roles])
const at = '/en/testhavn'

it('coming in, failing to and going out leave a line each, which names nobody', async () => {
  const jar = openJar(site(), 'testhavn')
  await jar.get(`${at}/sign-in`)
  await jar.post(`${at}/sign-in`, { email: 'alice@example.org' })
  await jar.get(`${at}/sign-in/code`)
  await jar.post(`${at}/sign-in/code`, { code: '0000 0000' })
  await jar.post(`${at}/sign-in/code`, { code: await codeMailedTo(test, 'alice@example.org') })
  await jar.get(`${at}/me`)
  await jar.post(`${at}/sign-out`)
  await jar.get(`${at}/sign-in`)
  const asked = await jar.post(`${at}/sign-in/passkeys`)
  const options = /data-options="([^"]+)"/.exec((await jar.get(asked.to ?? '')).html)?.[1]?.replaceAll('&quot;', '"')
  await jar.post(`${at}/sign-in/passkey`, { answer: openDevice(testOrigin).sign(options ?? '') })
  expect(told()).toEqual([
    ['a proof of who somebody is that was none', 'sign-in.enter', 'testhavn', 'nobody'],
    ['a sign-in', 'sign-in.enter', 'testhavn', 'nobody'],
    ['a sign-out', 'sign-out', 'testhavn', 'resident'],
    ['a proof of who somebody is that was none', 'sign-in.by-passkey', 'testhavn', 'nobody'],
  ])
  const all = JSON.stringify(lines)
  for (const secret of ['alice', town.people.alice.account ?? '', ...jar.cookies.values()])
    expect(all).not.toContain(secret)
  expect(new Set(lines.map(([, { request }]) => request)).size, 'a number each').toBe(4)
})

it('a right somebody does not have leaves a line with the row and her roles', async () => {
  const { cookie, token } = await test.browser(town.place, town.people.bashir.account)
  const ask = site()
  expect((await ask(`${at}/settings`, { headers: { cookie } })).status).toBe(403)
  const body = new URLSearchParams({ 'form-token': token })
  const headers = { cookie, origin: testOrigin, 'sec-fetch-site': 'same-origin' }
  expect((await ask(`${at}/settings/bodies`, { method: 'POST', headers, body })).status).toBe(403)
  expect(told()).toEqual([
    ['refused: no right to it', 'settings', 'testhavn', 'resident'],
    ['refused: no right to it', 'settings.body', 'testhavn', 'resident'],
  ])
})

it('a form without its token and a bound that was hit leave a line', async () => {
  const { cookie, token } = await test.browser(town.place, town.people.chen.account)
  const ask = site()
  const headers = { cookie, origin: testOrigin, 'sec-fetch-site': 'same-origin' }
  const post = (typed: Readonly<Record<string, string>>) =>
    ask(`${at}/notices/read`, { method: 'POST', headers, body: new URLSearchParams(typed) })
  expect((await post({})).status).toBe(403)
  isTooMuch = true
  expect((await post({ 'form-token': token })).status).toBe(429)
  expect(told()).toEqual([
    ['a form without its token', 'notices.read', 'testhavn', 'clerk resident'],
    ['a bound was hit: writing', 'notices.read', 'testhavn', 'clerk resident'],
  ])
})

it('a request that broke is told with its number and row and place', async () => {
  const ask = site({ pages: { ...test.house.pages, versionOf: () => Promise.reject(new Error('it broke')) } })
  expect((await ask(`${at}/problems`)).status).toBe(500)
  expect(lines).toEqual([
    ['a request broke', { request: expect.stringMatching(/^[0-9a-f-]{36}$/), at: 'cases', place: 'testhavn' }],
  ])
})

it('what was done as it should be leaves no line', async () => {
  const { cookie } = await test.browser(town.place, town.people.chen.account)
  const ask = site()
  for (const path of ['', '/me', '/bench', '/problems']) await ask(`${at}${path}`, { headers: { cookie } })
  await ask(`${at}/me`)
  expect(lines).toEqual([])
})
