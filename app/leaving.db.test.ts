import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { leavingPoll } from '../overview/index.ts'
import { tablesWith } from '../platform/db/testing.ts'
import { ensureAccount, introduce, openSession } from '../platform/identity/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { foundCall, foundGroup } from '../stages/arena/testing.ts'
import { openCase, type Case } from '../stages/opinion/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** Somebody deletes her account: what goes, what stays, and what she can take back. */

let house: TestHouse
let town: Town
let at: Case

/** No word of any language: whatever it stands in was told for this case. */
let name: string
let mailbox: string
let address: string
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
  house.setClock(null)
  at = await openCase(house.database, town, { statements: ['Light the crossings at night'] })
  people += 1
  const letter = 'abcdefgh'.charAt(people)
  name = `Zibelda Quist${letter}gaard`
  mailbox = `zibelda.quist${letter}gaard`
  address = `${mailbox}@example.org`
  her = await house.database.transact(town.place.id, null, async (tx) => {
    const account = await ensureAccount(tx, address, 'en')
    const words = { name, language: 'en', tieWords: '', organisation: null, interest: '' }
    await introduce(tx, account, { ...words, tie: 'lives-here' })
    return account
  })
  browser = await house.browser(town.place, her)
})

/** Past the days of grace, the worker comes. */
async function daysLater(days: number): Promise<void> {
  house.setClock(Temporal.Now.instant().add({ hours: 24 * days + 1 }))
  await leavingPoll(house.database, town.place.id)
}

const leave = (typed = address) => browser.post('/me/delete', { words: 'stay', email: typed, understood: 'yes' })
const vote = (who: Browser) => who.post(`/problems/${at.slug}/statements/1/vote`, { choice: 'agree' })
const accountRow = async () =>
  (await house.asOwner('select * from identity.account where id = $1', [her]))[0] as Record<string, unknown>

/** Votes, writes, raises, follows and is told: whatever a resident does. */
async function takePart(): Promise<string> {
  expect((await vote(browser)).status).toBe(303)
  const words = 'Close the street at eight in the morning'
  expect((await browser.post(`/problems/${at.slug}/statements/new`, { text: words, looked: 'yes' })).status).toBe(303)
  const question = `How do boats get in, number ${people}?`
  const raised = await browser.post('/problems/new', { question, whatHappens: 'It is steep.', whoIsAffected: 'Rowers' })
  expect(raised.status).toBe(303)
  const slug = /problems\/([^/?]+)/.exec(raised.to ?? '')?.[1] ?? ''
  const idea = { kind: 'idea', title: `A ramp, number ${people}`, text: 'Of wood.', place: '', looked: 'yes' }
  expect((await browser.post(`/problems/${slug}/ideas`, idea)).status).toBe(303)
  return slug
}

it('abuse 70: who deletes her account leaves her words without a name, her votes counted, and nothing that leads to her', async () => {
  const slug = await takePart()
  expect(await tablesWith(house.url, name)).toContain('identity.account')
  expect(await tablesWith(house.url, address)).toContain('identity.account')
  expect((await leave()).status).toBe(303)
  const visitor = await house.browser(town.place, null)
  expect((await visitor.get(`/problems/${slug}`)).html).not.toContain(name)
  expect(await tablesWith(house.url, name)).toEqual([])
  await daysLater(14)
  expect(await tablesWith(house.url, name)).toEqual([])
  expect(await tablesWith(house.url, mailbox)).toEqual([])
  expect(await accountRow()).toMatchObject({ name: '', mailbox: null, tie: null, consented_at: null })
  // Her words stand, and votes are counted.
  expect((await visitor.get(`/problems/${slug}`)).html).toContain(`number ${people}`)
  const [left] = await house.asOwner(
    `select p.account_id, p.has_left, count(v.id)::int as votes from opinion.participant p
     join opinion.consultation c on c.id = p.consultation_id join opinion.vote v on v.participant_id = p.id
     where c.problem_slug = $1 group by 1, 2`,
    [at.slug],
  )
  expect(left).toEqual({ account_id: null, has_left: true, votes: 1 })
})

it('abuse 70: after it her id stands only where words of hers stand, and beside no vote, notice, session or secret', async () => {
  await takePart()
  await leave()
  await daysLater(14)
  const allowed = ['draft.idea', 'identity.account', 'opinion.statement', 'problem.framing', 'problem.problem']
  expect((await tablesWith(house.url, her)).filter((table) => !allowed.includes(table))).toEqual([])
})

it('abuse 12: who comes back with the same address is somebody else, and does not vote a second time', async () => {
  expect((await vote(browser)).status).toBe(303)
  await leave()
  await daysLater(14)
  const again = await house.database.transact(town.place.id, null, async (tx) => {
    const account = await ensureAccount(tx, address, 'en')
    await introduce(tx, account, {
      name: 'Bo',
      language: 'en',
      tie: 'lives-here',
      tieWords: '',
      organisation: null,
      interest: '',
    })
    return account
  })
  expect(again).not.toBe(her)
  const refused = await vote(await house.browser(town.place, again))
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('You have voted in this case already')
})

it('who signs in within 14 days takes it back, by whatever means, and a day later it is gone', async () => {
  await leave()
  expect((await browser.get('/me')).status).not.toBe(200)
  await daysLater(13)
  expect(await accountRow()).toMatchObject({ email: address, left_at: null })
  await house.database.transact(town.place.id, null, (tx) => openSession(tx, her, { means: 'testing' }))
  await daysLater(14)
  expect(await accountRow()).toMatchObject({ email: address, left_at: null })
})

it('nothing is deleted without her address, from an old sign-in, in an office or of staff', async () => {
  const wrong = await leave('somebody.else@example.org')
  expect([wrong.status, wrong.html.includes('This is not your address.')]).toEqual([422, true])
  expect((await browser.post('/me/delete', { email: address })).status).toBe(422)
  for (const [who, words] of [
    ['dora', 'You hold an office here.'],
    ['chen', 'You work here as a public employee.'],
  ] as const) {
    const official = await house.browser(town.place, town.people[who].account)
    expect((await official.get('/me/delete')).html).toContain(words)
    const typed = { words: 'stay', email: `${who}@example.org`, understood: 'yes' }
    expect((await official.post('/me/delete', typed)).status).toBe(403)
  }
  await house.database.transact(town.place.id, null, (tx) =>
    sql`update identity.session set authenticated_at = authenticated_at - interval '61 minutes' where account_id = ${her}`.execute(
      tx,
    ),
  )
  expect((await browser.get('/me/delete')).html).toContain('You signed in more than an hour ago.')
  expect((await leave()).status).toBe(422)
  expect(await house.asOwner('select 1 from identity.leaving')).toEqual([])
})

it('abuse 70: her seat in a group is free, her application is taken back without its words, and what the group wrote stays', async () => {
  const group = await foundGroup(house.database, town, { more: [her] })
  const closesAt = Temporal.Now.instant().add({ hours: 24 * 40 })
  const call = await foundCall(house.database, town, closesAt)
  const asked = { profile: call.profile, tie: `${name}vej`, motivation: `For ${name}`, gender: 'none' }
  expect((await browser.post(`/problems/${call.slug}/people/apply`, asked)).status).toBe(303)
  await leave()
  await daysLater(14)
  expect(await tablesWith(house.url, name)).toEqual([])
  const [seat] = await house.asOwner('select ended_why from arena.seat where problem_id = $1 and account_id = $2', [
    group.problem,
    her,
  ])
  expect(seat).toEqual({ ended_why: 'left' })
  const [application] = await house.asOwner(
    'select state, motivation, tie from arena.application where account_id = $1',
    [her],
  )
  expect(application).toEqual({ state: 'withdrawn', motivation: '–', tie: '–' })
})

it('every table of identity that is about an account is emptied of it, also those that come later', async () => {
  const tables = await house.asOwner(
    `select c.table_name as name from information_schema.columns c
     where c.table_schema = 'identity' and c.column_name = 'account_id' and c.table_name not in ('staff_role', 'delegation')`,
  )
  expect(tables.map(({ name: table }) => table)).toEqual(expect.arrayContaining(['leaving', 'session']))
  for (const { name: table } of tables) {
    const [{ may } = { may: false }] = await house.asOwner(
      `select has_table_privilege('folkmoot_app', $1, 'delete') as may`,
      [`identity.${String(table)}`],
    )
    expect([table, may]).toEqual([table, true])
  }
})
