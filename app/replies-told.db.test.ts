import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { foundTown, townspeople, type Town, type Townsperson } from '../platform/identity/testing.ts'
import type { Job } from '../platform/jobs/index.ts'
import { hide } from '../platform/moderation/index.ts'
import { tellJob } from '../platform/notices/index.ts'
import { replyToWords } from '../stages/inquiry/replies/commands.ts'
import { repliesUnder } from '../stages/inquiry/replies/store.ts'
import { openConsultation, writeStatement } from '../stages/opinion/commands.ts'
import { castVote, consultationOf, mapsPoll, statementsIn, type Statement } from '../stages/opinion/index.ts'
import { statements as texts, voteAll } from '../stages/opinion/map/testing.ts'
import { closeVoting, residents } from '../stages/opinion/testing.ts'
import { giveRule, raised } from '../stages/problem/testing.ts'
import { wordsByStage } from './bindings.ts'
import { openTestHouse, testOrigin, type TestHouse } from './testing.ts'

/** A politician replies to statements: who wrote them and who voted on them hear; it is read where it belongs, until it is hidden. */

let house: TestHouse
let town: Town
let slug: string
let problem: Id<'problem'>
let statements: readonly Statement[]

const start = Temporal.Instant.from('2026-11-24T08:00:00Z')

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

beforeEach(async () => {
  town = await foundTown(house.database, `town-${crypto.randomUUID().slice(0, 8)}`)
  await giveRule(house.database, town)
  ;({ slug, id: problem } = await raised(house.database, town.people.alice))
  const { timeZone } = town.place
  const until = Temporal.Now.plainDateISO(timeZone).add({ days: 20 })
  const opening = { slug, until, timeZone, shows: 'after-five', decided: '' } as const
  kept(await openConsultation(house.database, chair(), opening))
  for (const text of texts)
    kept(await writeStatement(house.database, town.people.alice, { slug, text, language: 'en' }))
  const consultation = await consultationOf(read(), problem)
  statements = consultation ? await statementsIn(read(), consultation.id) : []
})

const read = () => house.database.read(town.place.id)

function chair() {
  const { dora } = town.people
  return { ...dora, roles: [...dora.roles, { name: 'arena-chair', scope: problem } as const] }
}

function kept<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string },
): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.value
}

async function reply(by: Townsperson, number: number, text = 'I read this.', at = start): Promise<void> {
  const id = statements.find((one) => one.number === number)?.id
  if (!id) throw new Error(`there is no statement ${number}`)
  const about = { kind: 'statement', id } as const
  const { timeZone } = town.place
  const replying = { slug, about, text, language: 'en', timeZone }
  kept(await replyToWords(house.database.at(at), town.people[by], replying))
}

const settings = {
  origin: () => testOrigin,
  say: (stage: string, lang: string) => wordsByStage[stage]?.sayAny(lang) ?? (() => `nobody speaks for ${stage}`),
}

/** Lets the worker do each job twice, and says who has which news. */
async function told(message: string): Promise<readonly string[]> {
  const jobs = await house.asOwner("select data from pgboss.job where name = 'notices.tell'")
  for (const { data } of [...jobs, ...jobs]) await tellJob(settings)(house.database, data as Job)
  const rows = await house.asOwner(
    `select account_id from notices.notice where message = '${message}' and jurisdiction_id = '${town.place.id}'`,
  )
  return rows
    .map((row) => townspeople.find((name) => town.people[name].account === row['account_id']) ?? 'somebody')
    .toSorted()
}

it('tells who voted once a day of each politician, in the mail of the morning, and who wrote it of each reply', async () => {
  const { bashir, aisha } = town.people
  for (const number of [1, 2]) kept(await castVote(house.database, bashir, { slug, number, choice: 'disagree' }))
  kept(await castVote(house.database, aisha, { slug, number: 2, choice: 'pass' }))
  // She wrote them and votes too: she hears of each reply as their author, and not again.
  kept(await castVote(house.database, town.people.alice, { slug, number: 1, choice: 'agree' }))
  kept(await castVote(house.database, town.people.emil, { slug, number: 1, choice: 'agree' }))
  await house.asOwner(`update identity.account set mail_frequency = 'at-once' where id = '${bashir.account}'`)
  await house.asOwner("delete from pgboss.job where name in ('notices.tell', 'mail.send')")
  for (const number of [1, 2, 3]) await reply('emil', number)
  expect(await told('told.replied-to-voted')).toEqual(['aisha', 'bashir'])
  expect(await told('told.replied')).toEqual(['alice', 'alice', 'alice'])
  const mails = await house.asOwner("select data from pgboss.job where name = 'mail.send'")
  expect(JSON.stringify(mails)).not.toContain(`${bashir.account}`)
  expect(mails.filter(({ data }) => JSON.stringify(data).includes('bashir@'))).toEqual([])

  // Another politician the same day, and the same one the day after, are news.
  await reply('freja', 1)
  await reply('emil', 1, 'Once more.', start.add({ hours: 24 }))
  const all = await told('told.replied-to-voted')
  expect(all.filter((name) => name === 'bashir')).toHaveLength(3)
  expect(all).not.toContain('klub')
})

it('is read beside the statement, on the map and on her record, until it is hidden', async () => {
  const people = await residents(house.database, town, 20)
  await voteAll(house.database, slug, people)
  await mapsPoll(house.database, town.place.id)
  const words = 'I will ask for lamps at the library.'
  await reply('emil', 11, words)
  await reply('emil', 1, 'I want to know more.')
  const visitor = await house.browser(town.place, null)
  const voter = await house.browser(town.place, people[0]?.account ?? null)
  const at = `/problems/${slug}/statements`
  const { slug: emil } = await person('emil')
  const everywhere = [
    [voter, `${at}/11`],
    [voter, `${at}/map`],
    [visitor, `/people/${emil}`],
  ] as const
  for (const [browser, path] of everywhere) expect((await browser.get(path)).html, path).toContain(words)

  // Who has not voted on it reads no name beside it; neither does who may not see results read the map.
  for (const path of [`${at}/11`, `${at}/map`]) expect((await visitor.get(path)).html).not.toContain(words)
  const five = await house.browser(town.place, town.people.bashir.account)
  for (const number of [1, 2, 3, 4, 5])
    kept(await castVote(house.database, town.people.bashir, { slug, number, choice: 'agree' }))
  const hers = (await five.get(`${at}/map`)).html
  expect(hers).toContain('I want to know more.')
  expect(hers).not.toContain(words)

  const [written] = await repliesUnder(
    read(),
    statements.filter(({ number }) => number === 11).map(({ id }) => id),
  )
  if (!written) throw new Error('it was written')
  await house.database.transact(town.place.id, null, (tx) =>
    hide(tx, town.people.gita, { about: { kind: 'reply', id: written.id }, rule: 'spam', reason: 'An advertisement' }),
  )
  for (const [browser, path] of everywhere) expect((await browser.get(path)).html, path).not.toContain(words)
  await closeVoting(house.database, chair().jurisdiction, slug)
  await mapsPoll(house.database, town.place.id)
  for (const path of [`${at}/11`, `${at}/map`, `/problems/${slug}/take-up`, `/search?q=lamps`])
    expect((await visitor.get(path)).html, path).not.toContain(words)
  expect((await visitor.get(`${at}/map`)).html).toContain('I want to know more.')
})

async function person(name: Townsperson): Promise<{ readonly slug: string }> {
  const [row] = await house.asOwner(`select slug from directory.person where id = '${town.people[name].person}'`)
  return { slug: String(row?.['slug']) }
}
