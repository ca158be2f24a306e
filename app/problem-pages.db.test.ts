import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** What a problem's pages say where it has changed its way: to somebody who comes to them fresh. */

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, town)
}, 60_000)
afterAll(() => house.close())

const as = (who: Townsperson): Promise<Browser> => house.browser(town.place, town.people[who].account)

/** A problem Alice has raised; its path. */
async function raised(question: string): Promise<string> {
  const { to } = await (
    await as('alice')
  ).post('/problems/new', { question, whatHappens: 'It is dark.', whoIsAffected: 'Walkers.', language: 'en' })
  return to?.replace(/^.*?testhavn/, '').replace(/[?#].*$/, '') ?? ''
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
