import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'
import { web } from './web.ts'

/** Hosts that each stand for one place, beside the one that stands for all. */

let house: TestHouse
let town: Town
let other: Town
let site: ReturnType<typeof web>
let alice: Browser

beforeAll(async () => {
  house = await openTestHouse(4)
  town = await foundTown(house.database, 'testhavn')
  other = await foundTown(house.database, 'nordby')
  for (const place of [town, other]) await giveRule(house.database, place)
  const hosts = new Map([
    ['testhavn.example', 'testhavn'],
    ['nordby.example', 'nordby'],
  ])
  site = web({ ...house.house, hosts }, { assetsFor: house.house.assetsFor, read: async () => undefined })
  alice = await house.browser(town.place, town.people.alice.account)
}, 60_000)

afterAll(() => house.close())

const ask = async (host: string, path: string, init?: RequestInit): Promise<Response> =>
  site.fetch(new Request(`http://${host}${path}`, { redirect: 'manual', ...init }))

it('abuse 37: a host stands for its place alone, and what it was asked of another is refused', async () => {
  for (const [host, own, foreign] of [
    ['testhavn.example', 'testhavn', 'nordby'],
    ['nordby.example', 'nordby', 'testhavn'],
  ] as const) {
    expect((await ask(host, '/')).headers.get('location')).toBe(`/${own}`)
    expect((await ask(host, `/en/${own}/problems`)).status).toBe(200)
    for (const path of [
      `/${foreign}`,
      `/en/${foreign}`,
      `/en/${foreign}/problems`,
      `/files/${foreign}/x`,
      `/theme/${foreign}/x`,
    ])
      expect((await ask(host, path)).status, `${host}${path}`).toBe(421)
    expect((await ask('localhost:3000', `/en/${foreign}/problems`)).status, 'the house has all').toBe(200)
  }
  expect((await ask('elsewhere.example', '/en/testhavn')).status).toBe(421)
})

it('abuse 37: a sign-in of one place is nothing at the host of another, whatever its cookie is called there', async () => {
  for (const cookie of [alice.cookie, alice.cookie.replace('folkmoot-testhavn=', 'folkmoot-nordby=')]) {
    const { status, headers } = await ask('nordby.example', '/en/nordby/me', { headers: { cookie } })
    expect(status === 403 || headers.get('location')?.includes('/sign-in')).toBe(true)
  }
  expect((await ask('testhavn.example', '/en/testhavn/me', { headers: { cookie: alice.cookie } })).status).toBe(200)
})

it('abuse 56: a form is taken at the host its page came from, and from no other', async () => {
  const raise = (host: string, origin: string, question: string): Promise<Response> =>
    ask(host, '/en/testhavn/problems/new', {
      method: 'POST',
      headers: { cookie: alice.cookie, origin },
      body: new URLSearchParams({ 'form-token': alice.token, question, whatHappens: 'Nobody.', whoIsAffected: 'All.' }),
    })
  for (const origin of ['http://nordby.example', 'http://elsewhere.example', 'http://localhost:3000'])
    expect((await raise('testhavn.example', origin, `Who comes from ${origin}?`)).status, origin).toBe(403)
  expect((await raise('localhost:3000', 'http://testhavn.example', 'Who comes from outside?')).status).toBe(403)
  expect((await raise('testhavn.example', 'http://testhavn.example', 'Who sweeps the quay?')).status).toBe(303)
})
