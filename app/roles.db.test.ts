import { afterAll, beforeAll, expect, it } from 'vitest'
import { settingsWords } from '../overview/settings/messages/words.ts'
import { everydayWords } from '../platform/i18n/index.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { addMembership, addPerson } from '../platform/directory/index.ts'
import { codeMailedTo, openJar, type Jar } from './testing-jar.ts'
import { escaped, openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** Who gets a role, who loses one, and what becomes of her sessions. */

let house: TestHouse
let town: Town
let at: string

beforeAll(async () => {
  house = await openTestHouse(8)
  town = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, town)
  at = '/en/testhavn'
}, 120_000)

afterAll(() => house.close())

const as = (who: Townsperson): Promise<Browser> => house.browser(town.place, town.people[who].account)
const say = settingsWords.say('en')

async function signedIn(email: string): Promise<Jar> {
  const jar = openJar(house.ask, 'testhavn')
  await jar.get(`${at}/sign-in`)
  await jar.post(`${at}/sign-in`, { email })
  await jar.get(`${at}/sign-in/code`)
  await jar.post(`${at}/sign-in/code`, { code: await codeMailedTo(house, email) })
  return jar
}

async function recorded(kind: string): Promise<number> {
  const rows = await house.asOwner('select count(*)::int as n from ledger.event where kind = $1', [kind])
  return Number(rows[0]?.['n'])
}

it('abuse 33: an invitation gives its role at the next sign-in, and one that was revoked gives nothing, whoever signs in with it', async () => {
  const before = await signedIn('bashir@example.org')
  const earlier = await recorded('settings.staff-invited')
  const page = await (await as('ada')).post('/settings/staff', { inviteEmail: 'bashir@example.org', role: 'clerk' })
  expect(page.to).not.toContain('bashir')
  expect(await recorded('settings.staff-invited')).toBe(earlier + 1)
  expect((await before.get(`${at}/me`)).status).toBe(303)
  const after = await signedIn('bashir@example.org')
  expect((await after.get(`${at}/bench`)).status).toBe(200)
  await (
    await as('ada')
  ).post('/settings/staff', { account: town.people.bashir.account ?? '', role: 'clerk', end: 'yes' })
  expect((await after.get(`${at}/me`)).status).toBe(303)
  expect((await (await signedIn('bashir@example.org')).get(`${at}/bench`)).status).toBe(403)
})

it('an administrator who gives herself a role stays signed in', async () => {
  const ada = await signedIn('ada@example.org')
  await ada.get(`${at}/settings`)
  await ada.post(`${at}/settings/staff`, { inviteEmail: 'ada@example.org', role: 'officer' })
  expect((await ada.get(`${at}/settings`)).status).toBe(200)
})

it('abuse 33: an invitation revoked before anybody signed in gives nothing by a code, a link or a change of address', async () => {
  const ada = await as('ada')
  const invite = { inviteEmail: 'late@example.org', role: 'administrator' }
  await ada.post('/settings/staff', invite)
  const rows = await house.asOwner(`select id from identity.account where email = 'late@example.org'`)
  const end = { account: String(rows[0]?.['id']), role: 'administrator', end: 'yes' }
  expect((await ada.post('/settings/staff', end)).status).toBe(303)
  const late = await signedIn('late@example.org')
  expect((await late.get(`${at}/settings`)).status).toBe(403)
  // The invited address taken over by an account of hers brings no role with it either: roles are the account's.
  await ada.post('/settings/staff', { inviteEmail: 'soon@example.org', role: 'clerk' })
  const alice = await signedIn('alice@example.org')
  await alice.get(`${at}/me/sign-in`)
  await alice.post(`${at}/me/sign-in/address`, { email: 'soon@example.org' })
  await alice.get(`${at}/me/sign-in/address`)
  const code = await codeMailedTo(house, 'soon@example.org')
  expect((await alice.post(`${at}/me/sign-in/address/code`, { code })).status).toBe(422)
  expect((await alice.get(`${at}/bench`)).status).toBe(403)
})

it('abuse 35: the session of a removed official has lost her rights at its next request', async () => {
  const [dora, chen] = [await signedIn('dora@example.org'), await signedIn('chen@example.org')]
  expect([(await dora.get(`${at}/desk`)).status, (await chen.get(`${at}/bench`)).status]).toEqual([200, 200])
  // Past the page that ends sessions with the role: the term is over, the role has run out.
  await house.asOwner(`update directory.membership set ends_on = current_date - 2 where person_id = $1`, [
    town.people.dora.person,
  ])
  await house.asOwner(`update identity.staff_role set ends_at = clock_timestamp() where account_id = $1`, [
    town.people.chen.account,
  ])
  expect([(await dora.get(`${at}/desk`)).status, (await chen.get(`${at}/bench`)).status]).toEqual([403, 403])
  expect([(await dora.get(`${at}/me`)).status, (await chen.get(`${at}/me`)).status], 'still signed in').toEqual([
    200, 200,
  ])
  await house.asOwner(`update directory.membership set ends_on = null where person_id = $1`, [town.people.dora.person])
  await house.asOwner(`update identity.staff_role set ends_at = null where account_id = $1`, [town.people.chen.account])
})

it('a politician gets her account by her mailbox, and an address that was wrong is taken from her again', async () => {
  const person = await house.database.transact(town.place.id, null, async (tx) => {
    const made = await addPerson(tx, { slug: 'ragna', name: 'Ragna Holm' })
    const term = { role: 'Councillor', isChair: false, startsOn: null, endsOn: null }
    await addMembership(tx, { person: made, body: town.council, party: null, ...term })
    return made
  })
  const ada = await as('ada')
  const stranger = await signedIn('stranger@example.org')
  expect((await ada.post('/settings/people', { person, linkEmail: 'stranger@example.org' })).status).toBe(303)
  expect((await stranger.get(`${at}/me`)).status).toBe(303) // her session from before gains nothing
  const again = await ada.post('/settings/people', { person, linkEmail: 'other@example.org' })
  expect(again.html).toContain(escaped(say('refused.person-has-account')))
  expect((await ada.get('/settings')).html).toContain(escaped(say('link-end', { name: 'Ragna Holm' })))
  const wrong = await signedIn('stranger@example.org')
  expect((await wrong.get(`${at}/desk`)).status).toBe(200)
  expect((await ada.post('/settings/people', { person, end: 'yes' })).status).toBe(303)
  expect((await wrong.get(`${at}/desk`)).status).toBe(303)
  expect((await (await signedIn('stranger@example.org')).get(`${at}/desk`)).status).toBe(403)
  expect((await ada.post('/settings/people', { person, linkEmail: 'ragna@example.org' })).status).toBe(303)
  expect((await (await signedIn('ragna@example.org')).get(`${at}/desk`)).status).toBe(200)
  expect([await recorded('settings.person-linked'), await recorded('settings.person-unlinked')]).toEqual([2, 1])
})

it('nobody but an administrator invites, links or takes a link away', async () => {
  const person = town.people.emil.person ?? ''
  for (const who of ['alice', 'dora', 'chen', 'gita', 'ole'] as const) {
    const before = await house.print()
    const browser = await as(who)
    const kept = await house.print()
    expect(kept).not.toEqual(before) // the session itself
    for (const [path, typed] of [
      ['/settings/staff', { inviteEmail: 'me@example.org', role: 'administrator' }],
      ['/settings/people', { person, linkEmail: 'me@example.org' }],
      ['/settings/people', { person, end: 'yes' }],
    ] as const)
      expect((await browser.post(path, typed)).status).toBe(403)
    expect(await house.print()).toEqual(kept)
  }
})

it('nothing is contributed before she agreed that her opinions are kept', async () => {
  const newcomer = await signedIn('newcomer@example.org')
  const raise = { question: 'Who sweeps?', whatHappens: 'Nobody.', whoIsAffected: 'All.' }
  await newcomer.get(`${at}/welcome`)
  const refused = await newcomer.post(`${at}/problems/new`, raise)
  expect(refused.status).toBe(403)
  expect(refused.html).toContain(escaped(everydayWords.say('en')('refused.consent-first')))
  const words = { name: 'Nora New', tie: 'lives-here', as: 'resident', language: 'en' }
  await newcomer.get(`${at}/welcome`)
  // Without the tick she is known, and contributes nothing still.
  expect((await newcomer.post(`${at}/welcome`, words)).status).toBe(303)
  await newcomer.get(`${at}/problems/new`)
  expect((await newcomer.post(`${at}/problems/new`, raise)).status).toBe(403)
  await newcomer.get(`${at}/welcome`)
  expect((await newcomer.post(`${at}/welcome`, { ...words, consent: 'yes' })).status).toBe(303)
  await newcomer.get(`${at}/problems/new`)
  expect((await newcomer.post(`${at}/problems/new`, raise)).status).toBe(303)
})

it('nobody becomes one of the people where it is no demonstration', async () => {
  const visitor = await house.browser(town.place, null)
  expect((await visitor.get('/be')).status).toBe(404)
  expect((await visitor.post('/be', { account: town.people.ada.account ?? '' })).status).toBe(404)
})
