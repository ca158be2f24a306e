import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { signInWords } from '../overview/sign-in/messages/words.ts'
import { everydayWords } from '../platform/i18n/index.ts'
import { consentsOf, ensureAccount } from '../platform/identity/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { openCase, type Case } from '../stages/opinion/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** What somebody agrees to stands apart from what she is told, and is taken back as it was given. */

let house: TestHouse
let town: Town
let at: Case
let her: Id<'account'>
let browser: Browser
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
  await giveRule(house.database, town)
}, 60_000)
afterAll(() => house.close())

beforeEach(async () => {
  at = await openCase(house.database, town, { statements: ['Light the crossings at night'] })
  people += 1
  her = await house.database.transact(town.place.id, null, (tx) => ensureAccount(tx, `yrsa${people}@example.org`, 'en'))
  browser = await house.browser(town.place, her)
})

const who = { name: 'Yrsa Holm', tie: 'lives-here', tieWords: '', as: 'resident', organisation: '', interest: '' }
const welcome = (ticked: Readonly<Record<string, string>>, lang?: string) =>
  browser.post('/welcome', { ...who, language: lang ?? 'en', next: '', ...ticked }, lang)
const vote = () => browser.post(`/problems/${at.slug}/statements/1/vote`, { choice: 'agree' })
const takeBack = (kind: string, by = browser) => by.post('/me/consents', { kind })
const given = async () =>
  (await consentsOf(house.database.read(town.place.id), her)).map(({ kind, wording, takenBackAt }) => [
    kind,
    wording,
    takenBackAt !== null,
  ])
const account = async () =>
  (await house.asOwner('select name, mail_frequency, consented_at from identity.account where id = $1', [her]))[0]
const said = (key: 'welcome.consent' | 'welcome.mails', lang = 'en') =>
  signInWords.say(lang)(key, { place: town.place.name })

it('asks each by itself, ticks neither, and lets her go on with none: she reads and follows, and gives no opinion', async () => {
  const { html } = await browser.get('/welcome')
  for (const name of ['consent', 'mails']) {
    const [box = ''] = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html) ?? []
    expect([name, box !== '', /\bchecked|\brequired/.test(box)]).toEqual([name, true, false])
  }
  expect((await welcome({})).status).toBe(303)
  expect(await account()).toMatchObject({ name: 'Yrsa Holm', mail_frequency: 'never', consented_at: null })
  expect(await given()).toEqual([])
  expect((await browser.get('/me')).status).toBe(200)
  const refused = await vote()
  expect([refused.status, refused.html.includes(everydayWords.say('en')('refused.consent-first'))]).toEqual([403, true])
})

it('keeps in which words and which language she agreed, and shows it to her and in her own data', async () => {
  expect((await welcome({ consent: 'yes' }, 'da')).status).toBe(303)
  expect(await given()).toEqual([['opinions', said('welcome.consent', 'da'), false]])
  expect((await vote()).status).toBe(303)
  expect((await browser.get('/me/consents')).html).toContain(said('welcome.consent', 'da'))
  expect((await browser.post('/me/data')).html).toContain(said('welcome.consent', 'da'))
  const changed = house.database.transact(town.place.id, null, (tx) =>
    tx
      .updateTable('identity.consent')
      .set({ wording: 'I agree to everything' })
      .where('account_id', '=', her)
      .execute(),
  )
  await expect(changed).rejects.toThrow('permission denied')
})

it('takes back with one press: her votes count and are nobody’s, she gives no more, and who agrees again has no second voice', async () => {
  await welcome({ consent: 'yes' })
  expect((await vote()).status).toBe(303)
  expect((await takeBack('opinions')).status).toBe(303)
  expect((await vote()).status).toBe(403)
  const [left] = await house.asOwner(
    `select p.account_id, count(v.id)::int as votes from opinion.participant p
     join opinion.consultation c on c.id = p.consultation_id join opinion.vote v on v.participant_id = p.id
     where c.problem_slug = $1 group by 1`,
    [at.slug],
  )
  expect(left).toEqual({ account_id: null, votes: 1 })
  expect(await given()).toEqual([['opinions', said('welcome.consent'), true]])
  expect(await account()).toMatchObject({ name: 'Yrsa Holm', consented_at: null })
  await welcome({ consent: 'yes' })
  expect((await given()).length).toBe(2)
  expect((await vote()).status).toBe(409)
})

it('mails her where she asked for it, until she takes that back, and for nothing else', async () => {
  await welcome({ consent: 'yes', mails: 'yes' })
  expect(await account()).toMatchObject({ mail_frequency: 'at-once' })
  expect((await takeBack('mails')).status).toBe(303)
  expect(await account()).toMatchObject({ mail_frequency: 'never' })
  expect(await given()).toEqual(
    expect.arrayContaining([
      ['opinions', said('welcome.consent'), false],
      ['mails', said('welcome.mails'), true],
    ]),
  )
  expect((await vote()).status).toBe(303)
  // Chosen again in her settings, it is kept again.
  const settings = { name: 'Yrsa Holm', language: 'en', mailFrequency: 'digest' }
  expect((await browser.post('/me', settings)).status).toBe(303)
  expect((await given()).filter(([kind, , isTakenBack]) => kind === 'mails' && !isTakenBack)).toHaveLength(1)
})

it('rests nothing of an office or a service on a consent', async () => {
  for (const [person, words] of [
    ['dora', 'You hold an office here.'],
    ['chen', 'You work here as a public employee.'],
  ] as const) {
    const official = await house.browser(town.place, town.people[person].account)
    expect((await official.get('/me/consents')).html).toContain(words)
    expect((await takeBack('opinions', official)).status).toBe(403)
    expect((await official.get('/me')).status).toBe(200)
  }
})
