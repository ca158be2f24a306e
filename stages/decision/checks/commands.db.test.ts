import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { noticesOf, tellJob } from '../../../platform/notices/index.ts'
import { decisionRoutes } from '../routes.tsx'
import { readyCase, type ReadyCase } from '../testing.ts'
import { answerReply, replyToDirection, sendDirection } from './commands.ts'
import { directionsOf } from './store.ts'

let home: TestDatabase
let real: Database
let town: Town
let at: ReadyCase

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  await real.queueSql('delete from pgboss.job')
  town = await foundTown(real)
  at = await readyCase(real, town)
  expect(await sendDirection(real, at.chair, { slug: at.slug, text: 'A gate.' })).toMatchObject({ ok: true })
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const reply = (by: Townsperson, isForGroup: boolean, questions = 'Who pays?') =>
  replyToDirection(real, town.people[by], { slug: at.slug, number: 1, questions, limits: '', isForGroup })

async function repliesNow() {
  const [direction] = await directionsOf(real.read(town.place.id), at.problem)
  return direction?.replies ?? []
}

async function toldTo(name: Townsperson): Promise<readonly string[]> {
  const work = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
  const { rows } = await real.queueSql("delete from pgboss.job where name = 'notices.tell' returning data")
  for (const { data } of rows as { data: Job }[]) await work(real, data)
  const { account } = town.people[name]
  return account ? (await noticesOf(real.read(town.place.id), account)).map(({ message }) => message) : []
}

test('each member of the parent body is asked, and each party group says its word once, by one of its own', async () => {
  expect(await toldTo('emil')).toEqual(['told.direction-for-you'])
  expect(await toldTo('alice')).toEqual(['told.direction-sent'])
  // Emil and Freja are of one group, Dora of another.
  expect(await reply('emil', true)).toMatchObject({ ok: true })
  expect(await reply('freja', true)).toMatchObject({ refusal: 'group-replied' })
  expect(await reply('freja', false)).toMatchObject({ ok: true })
  expect(await reply('dora', true)).toMatchObject({ ok: true })
  const parties = (await repliesNow()).map(({ party }) => party)
  expect(new Set(parties).size).toBe(3)
  expect(parties.filter((party) => party === null)).toHaveLength(1)
})

test('the group answers each question once, and who asked hears of it', async () => {
  await reply('emil', true)
  const answer = (by = at.chair, text = 'The harbour fund.') =>
    answerReply(real, by, { slug: at.slug, number: 1, person: town.people.emil.person ?? undefined, text })
  expect(await answer(town.people.chen)).toMatchObject({ refusal: 'staff-never' })
  expect(await answer(town.people.dora)).toMatchObject({ refusal: 'only-arena-chair' })
  expect(await answer()).toMatchObject({ ok: true })
  expect(await answer(at.chair, 'Another.')).toMatchObject({ refusal: 'reply-answered' })
  expect(await repliesNow()).toMatchObject([{ answer: { text: 'The harbour fund.' } }])
  expect(await toldTo('emil')).toContain('told.reply-answered')
  const kinds = (await entries(real.read(town.place.id), { problem: at.problem })).map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['decision.direction-answered', 'decision.reply-answered']))
})

test('the database lets nobody reply for a group of others, nor two for one', async () => {
  const { dora, emil, freja } = town.people
  await reply('emil', true)
  const [first] = await repliesNow()
  const byHand = (person: string | null, account: string | null, party: string | null) =>
    real.transact(town.place.id, null, (tx) =>
      sql`insert into decision.direction_reply (jurisdiction_id, direction_id, person_id, account_id, party_id, questions, at)
        select ${town.place.id}, d.id, ${person}, ${account}, ${party}, 'x', now()
        from decision.direction d where d.problem_id = ${at.problem}`.execute(tx),
    )
  const green = first?.party ?? null
  await expect(byHand(dora.person, dora.account, green)).rejects.toThrow('for a group by somebody of another')
  await expect(byHand(freja.person, freja.account, green)).rejects.toThrow('one_a_group')
  expect(emil.person).toBe(first?.person)
})

test('the page names the groups that have not replied, and lets a member choose whom she speaks for', async () => {
  const go = (as: Townsperson, address: 'decision.page' | 'decision.answer-check' = 'decision.page', form = {}) =>
    answerAt(
      decisionRoutes,
      address,
      visitIn(real, town.place, { as: town.people[as], params: { problem: at.slug, number: 1 }, typed: typed(form) }),
    )
  expect(textOf(await go('emil'))).toContain('For the party group Green Shore')
  expect(textOf(await go('alice'))).toContain('Green Shore, Harbour List')
  const empty = await go('emil', 'decision.answer-check', { as: 'group', questions: '', limits: '' })
  expect(empty).toMatchObject({ kind: 'page', status: 422 })
  expect(await go('emil', 'decision.answer-check', { as: 'group', questions: 'Who pays?', limits: '' })).toMatchObject({
    kind: 'redirect',
  })
  const after = textOf(await go('alice'))
  expect(after).toContain('For the group: Green Shore')
  expect(after).toContain('have not said their word: Harbour List')
})
