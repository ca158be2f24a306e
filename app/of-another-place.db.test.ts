import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { putInto } from '../stages/problem/handovers/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { browserOf, openTestHouse, testOrigin, type TestHouse } from './testing.ts'
import { web } from './web.ts'

/** Abuse 37: what opens one place is shown at another: a town, the region it lies in, a town beside it. */

let house: TestHouse
let town: Town
let region: Town
let beside: Town
const lines: string[] = []
let ask: TestHouse['ask']

beforeAll(async () => {
  house = await openTestHouse(4)
  region = await foundTown(house.database, 'region')
  town = await putInto(house.database, await foundTown(house.database, 'testhavn'), region.place.id)
  beside = await putInto(house.database, await foundTown(house.database, 'nordby'), region.place.id)
  for (const place of [town, region, beside]) await giveRule(house.database, place)
  const log = {
    error: (...said: unknown[]) => void lines.push(JSON.stringify(said)),
    info: (...said: unknown[]) => void lines.push(JSON.stringify(said)),
  }
  const site = web({ ...house.house, log }, { assetsFor: house.house.assetsFor, read: async () => undefined })
  ask = async (path, init) => site.fetch(new Request(`${testOrigin}${path}`, { redirect: 'manual', ...init }))
}, 60_000)

afterAll(() => house.close())

const raise = { question: 'Who sweeps?', whatHappens: 'Nobody.', whoIsAffected: 'All.', person: '' }

it('abuse 37: a sign-in of one place is refused at every other, as its own cookie and under the name of that place', async () => {
  let tried = 0
  for (const from of [town, region, beside]) {
    for (const who of ['alice', 'dora', 'chen', 'ada'] as const) {
      const { cookie } = await house.browser(from.place, from.people[who].account)
      const print = await house.print()
      for (const to of [town, region, beside]) {
        if (to === from) continue
        for (const shown of [cookie, cookie.replace(`folkmoot-${from.place.slug}=`, `folkmoot-${to.place.slug}=`)]) {
          const browser = browserOf(ask, to.place, shown)
          for (const { status, to: sent } of [await browser.get('/me'), await browser.get('/settings')])
            expect(status === 403 || sent?.includes('/sign-in'), `${who} at ${to.place.slug}`).toBe(true)
          expect((await browser.post('/problems/new', raise)).status).toBe(403)
          tried += 1
        }
      }
      expect(await house.print()).toEqual(print)
    }
  }
  expect(tried).toBe(3 * 4 * 2 * 2)
})

it('abuse 37: each is an event in the log, which says where and never what opens a door', async () => {
  for (const isForged of [false, true]) {
    lines.length = 0
    const { cookie } = await house.browser(town.place, town.people.dora.account)
    const shown = isForged ? cookie.replace('folkmoot-testhavn=', 'folkmoot-nordby=') : cookie
    await browserOf(ask, beside.place, shown).post('/problems/new', raise)
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      ['a sign-in that is not of this place', expect.objectContaining({ place: 'nordby', at: 'problem.raise' })],
    ])
    expect(lines.join()).not.toContain(cookie.slice(cookie.indexOf('=') + 1))
  }
})

it('abuse 37: who only looks at another place, and who is signed in at both, is no event', async () => {
  lines.length = 0
  const { cookie } = await house.browser(town.place, town.people.dora.account)
  expect((await browserOf(ask, beside.place, cookie).get('/problems')).status).toBe(200)
  const there = await house.browser(beside.place, beside.people.alice.account)
  expect((await browserOf(ask, beside.place, `${there.cookie}; ${cookie}`).get('/settings')).status).toBe(403)
  expect(lines.filter((line) => line.includes('not of this place'))).toEqual([])
})
