import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInWords } from '../overview/sign-in/messages/words.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { escaped, openTestHouse, type TestHouse } from './testing.ts'

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse(4)
  town = await foundTown(house.database)
}, 120_000)

afterAll(() => house.close())

const about = {
  tie: 'lives-here',
  as: 'resident',
  language: 'en',
  consent: 'yes',
  mailFrequency: 'at-once',
}

it.each(['en', 'da'])('at both doors (%s) a politician’s name is refused, with what to do', async (lang) => {
  const alice = await house.browser(town.place, town.people.alice.account)
  for (const path of ['/welcome', '/me']) {
    const before = await house.print()
    const page = await alice.post(path, { ...about, name: 'D\u200bora' }, lang)
    expect(page.status).toBe(422)
    expect(page.html).toContain(escaped(signInWords.say(lang)('refused.name-of-office-holder', { name: 'Dora' })))
    expect(page.html).toContain('<a href="#field-name"')
    expect(await house.print()).toEqual(before)
  }
})

it('the way out that is told works', async () => {
  const alice = await house.browser(town.place, town.people.alice.account)
  expect((await alice.post('/me', { ...about, name: 'Dora, Harbour Street' })).status).toBe(303)
  expect((await alice.get('/me')).html).toContain('Dora, Harbour Street')
})

it('an organisation cannot be the council', async () => {
  const klub = await house.browser(town.place, town.people.klub.account)
  const typed = { ...about, as: 'organisation', name: 'Klub', organisation: 'Town  COUNCIL', interest: 'All of it' }
  const page = await klub.post('/welcome', typed)
  expect(page.status).toBe(422)
  expect(page.html).toContain(escaped(signInWords.say('en')('refused.name-of-authority')))
})

it('a bug once: an organisation said that it was a resident, and voted', async () => {
  const klub = await house.browser(town.place, town.people.klub.account)
  const before = await house.print()
  const page = await klub.post('/welcome', { ...about, name: 'Klub' })
  expect(page.status).toBe(422)
  expect(page.html).toContain(escaped(signInWords.say('en')('refused.stays-organisation')))
  expect(page.html).toContain('<a href="#field-as"')
  expect(await house.print()).toEqual(before)
})
