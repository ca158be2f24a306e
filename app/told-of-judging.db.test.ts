import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { setPreferences } from '../platform/identity/index.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import type { Job } from '../platform/jobs/index.ts'
import type { Mail } from '../platform/mail/index.ts'
import { follow, mailDigests, tellJob } from '../platform/notices/index.ts'
import { wordsByStage } from './bindings.ts'
import { openTestHouse, testOrigin, type TestHouse, type Typed } from './testing.ts'

/** Whose text is hidden or shown again is told so by mail, with the rule and the reason; nobody else reads the text. */

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
  await giveRule(house.database, town)
}, 60_000)
afterAll(() => house.close())

const secret = 'Ramps at the slip, says neighbour Holm'

beforeEach(async () => {
  await house.asOwner('delete from pgboss.job')
  for (const table of ['notices.notice', 'moderation.hidden', 'moderation.report'])
    await house.asOwner(`delete from ${table}`)
  for (const name of ['alice', 'bashir'] as const) await prefers(name, 'en')
})

it('whoever wrote it hears in her language that it was hidden, under which rule, why, and what she can do', async () => {
  const idea = await anIdea()
  await prefers('alice', 'da')
  await hide(idea)
  const { alice, gita, ...others } = await mails()
  expect(alice).toContain('Din idé er blevet skjult')
  expect(alice).toContain('ingen personoplysninger om andre')
  expect(alice).toContain('Names a neighbour')
  expect(alice).toContain('bed om et nyt blik')
  expect(alice).toContain(`/da/${town.place.slug}/moderation`)
  expect(gita, 'who hid it knows').toBeUndefined()
  expect(JSON.stringify({ alice, ...others })).not.toContain(secret)
  expect((await (await as('alice')).get('/me', 'da')).html).toContain('Din idé er blevet skjult')
  expect((await (await as('bashir')).get('/me')).html).not.toContain('was hidden')
  // The number at her name once said that so many things wait for her; it counts what she has not read.
  const { html } = await (await as('alice')).get('/problems')
  expect(html).toContain('<b class="fm-count">1 <span class="fm-count__word">unread</span></b>')
})

it('whoever reported it hears that it was dealt with, and who follows the case hears nothing', async () => {
  const idea = await anIdea()
  await (await as('klub')).post('/moderation/reports', { ...idea, reason: 'A name' })
  const about: Thing = { kind: 'problem', id: await problemId() }
  await house.database.transact(town.place.id, null, (tx) => follow(tx, { account: idOf('aisha'), about }))
  await house.asOwner('delete from pgboss.job')
  await hide(idea)
  const sent = await mails()
  expect(Object.keys(sent).toSorted((a, b) => a.localeCompare(b))).toEqual(['alice', 'klub'])
  expect(sent['klub']).toContain('A text you reported was hidden')
})

it('abuse 70: she asks for another look, a colleague of who hid it answers, she hears that it stays hidden, and hears when it can be read again', async () => {
  const idea = await anIdea()
  await hide(idea)
  await mails()
  const alice = await as('alice')
  expect((await alice.get('/moderation')).html).toContain('You wrote this. Ask for another look')
  expect((await (await as('bashir')).get('/moderation')).html).not.toContain('You wrote this')
  expect((await alice.post('/moderation/reports', { ...idea, reason: 'Holm is a shop' })).status).toBe(200)
  const gita = await as('gita')
  const own = (await gita.get('/moderation')).html
  expect(own).toContain('You hid this yourself, so a colleague answers.')
  expect(own).not.toContain('Let it stay hidden')
  expect((await gita.post('/moderation/hidden', { ...idea, act: 'keep', reason: 'A man too' })).status).toBe(403)
  const chen = await as('chen')
  const { html } = await chen.get('/moderation')
  expect(html).toContain('Holm is a shop')
  expect(html).toContain('Let it stay hidden')
  expect((await chen.post('/moderation/hidden', { ...idea, act: 'keep', reason: 'A man too' })).status).toBe(303)
  expect((await mails())['alice']).toContain('It stays hidden. The reason: A man too')
  expect((await gita.post('/moderation/restored', { ...idea, reason: 'He agrees' })).status).toBe(303)
  expect((await mails())['alice']).toContain('Your idea can be read again. The reason: He agrees')
})

it('a report without ground is told to whoever made it, not to whoever wrote the text', async () => {
  const idea = await anIdea()
  await (await as('klub')).post('/moderation/reports', { ...idea, reason: 'I disagree' })
  await house.asOwner('delete from pgboss.job')
  await (await as('gita')).post('/moderation/hidden', { ...idea, act: 'keep', reason: 'An opinion' })
  const sent = await mails()
  expect(Object.keys(sent)).toEqual(['klub'])
  expect(sent['klub']).toContain('A text you reported stays as it is. The reason: An opinion')
})

it('what was told before it was hidden is read on in no notice and in no digest', async () => {
  const slug = await aProblem()
  const bashir = await as('bashir')
  const again = { kind: 'words', question: secret, whatHappens: 'Steep.', whoIsAffected: 'Rowers', reason: 'Clearer' }
  expect((await bashir.post(`/problems/${slug}/problem/reframe`, again)).status).toBe(303)
  await (await as('dora')).post(`/problems/${slug}/problem/sponsor`, { words: 'I take it up' })
  await house.asOwner('delete from pgboss.job')
  await prefers('bashir', 'en', 'digest')
  await (await as('dora')).post(`/problems/${slug}/problem/framings/2`, { answer: 'decline', reason: 'Too narrow' })
  await runTelling()
  expect((await bashir.get('/me')).html).toContain('was not taken over')
  const [framing] = await house.asOwner('select id from problem.framing where number = 2')
  await hide({ kind: 'framing', id: String(framing?.['id']) })
  await runTelling()
  await house.asOwner("update notices.notice set at = at - interval '2 days'")
  await mailDigests(house.database, town.place, settings)
  const { bashir: digest } = await mails()
  expect(digest).toContain('[…]')
  expect(digest).not.toContain(secret)
})

async function aProblem(): Promise<string> {
  const raised = await (
    await as('aisha')
  ).post('/problems/new', { question: 'How do boats get in?', whatHappens: 'It is steep.', whoIsAffected: 'Rowers' })
  return /problems\/([^/?]+)/.exec(raised.to ?? '')?.[1] ?? ''
}

async function anIdea(): Promise<{ readonly kind: 'idea'; readonly id: string }> {
  const slug = await aProblem()
  const written = await (
    await as('alice')
  ).post(`/problems/${slug}/ideas`, { kind: 'idea', title: secret, text: 'Concrete ramps.', place: '' })
  expect(written.status).toBe(303)
  const [idea] = await house.asOwner('select id from draft.idea order by written_at desc')
  await house.asOwner('delete from pgboss.job')
  return { kind: 'idea', id: String(idea?.['id']) }
}

async function problemId(): Promise<Id<'problem'>> {
  const [row] = await house.asOwner('select id from problem.problem order by raised_at desc')
  return row?.['id'] as Id<'problem'> // its own column
}

async function hide(thing: Typed): Promise<void> {
  const words = { act: 'hide', rule: 'personal-data', reason: 'Names a neighbour' }
  expect((await (await as('gita')).post('/moderation/hidden', { ...thing, ...words })).status).toBe(303)
}

const settings = {
  origin: () => testOrigin,
  say: (stage: string, lang: string) => wordsByStage[stage]?.sayAny(lang) ?? (() => `nobody speaks for ${stage}`),
}

async function runTelling(): Promise<void> {
  for (const job of await jobs('notices.tell')) await tellJob(settings)(house.database, job)
  await house.asOwner("delete from pgboss.job where name = 'notices.tell'")
}

/** What lies in the mail after everybody was told, by who gets it; each mail is seen once. */
async function mails(): Promise<Readonly<Record<string, string>>> {
  await runTelling()
  const sent = (await jobs('mail.send')) as unknown as readonly Mail[] // written by `post`
  await house.asOwner('delete from pgboss.job')
  return Object.fromEntries(sent.map(({ to, text }) => [to.split('@')[0] ?? '', text]))
}

async function jobs(queue: string): Promise<readonly Job[]> {
  const rows = await house.asOwner('select data from pgboss.job where name = $1 order by created_on', [queue])
  return rows.map(({ data }) => data as Job)
}

function as(who: Townsperson) {
  return house.browser(town.place, idOf(who))
}

function prefers(name: Townsperson, language: string, mailFrequency: 'at-once' | 'digest' = 'at-once'): Promise<void> {
  return house.database.transact(town.place.id, null, (tx) =>
    setPreferences(tx, idOf(name), { name, language, mailFrequency }),
  )
}

function idOf(name: Townsperson): Id<'account'> {
  const { account } = town.people[name]
  if (!account) throw new Error(`${name} has no account`)
  return account
}
