import { afterAll, beforeAll, expect, it } from 'vitest'
import { putJurisdiction } from '../platform/directory/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** A place that names a language its pages do not speak. */

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse(4)
  town = await foundTown(house.database, 'union')
  await giveRule(house.database, town)
  await house.database.transact(town.place.id, null, (tx) =>
    putJurisdiction(tx, { ...town.place, languages: ['en', 'fr'] }),
  )
  house.house.places.forget()
}, 60_000)
afterAll(() => house.close())

it('shows nobody English words under the name of French', async () => {
  const french = await house.ask('/fr/union')
  expect([french.status, french.headers.get('location')]).toEqual([302, '/union'])
  const wanted = await house.ask('/union', { headers: { 'accept-language': 'fr' } })
  expect(wanted.headers.get('location')).toBe('/en/union')
  const { html } = await (await house.browser(town.place, null)).get('')
  expect(html).not.toContain('/fr/union')
  expect(html).toContain('You can also write here in French.')
})

it('lets people say in which language they write, and keeps it with their words', async () => {
  const alice = await house.browser(town.place, town.people.alice.account)
  const question = 'Comment dormir en été ?'
  const second = await alice.post('/problems/near', { question })
  expect(second.html).toMatch(/<select[^>]*name="language"/)
  const raised = await alice.post('/problems/new', {
    question,
    whatHappens: 'Il fait trop chaud.',
    whoIsAffected: 'Tout le monde.',
    language: 'fr',
  })
  expect(raised.status).toBe(303)
  const page = await alice.get(`${raised.to?.replace('/en/union', '') ?? ''}/problem`)
  expect(page.html).toMatch(/lang="fr"[^>]*>(<p[^>]*>)?Il fait trop chaud/)
})

it('takes no language for a text that the place does not name', async () => {
  const alice = await house.browser(town.place, town.people.alice.account)
  await alice.post('/problems/new', {
    question: 'What about the winter?',
    whatHappens: 'It is cold.',
    whoIsAffected: 'All.',
    language: 'xx',
  })
  const rows = await house.asOwner(`select language from problem.problem where slug = 'what-about-the-winter'`)
  expect(rows).toEqual([{ language: 'en' }])
})
