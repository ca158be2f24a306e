import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { openReports } from '../../../platform/moderation/index.ts'
import { raiseProblem } from '../commands.ts'
import { giveRule } from '../testing.ts'
import { problemBySlug } from '../store.ts'
import { correctActor, nameActor } from './commands.ts'
import { nothingMore, type ActorWords } from './rules.ts'
import * as store from './store.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  await giveRule(database, town)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const pupils: ActorWords = {
  ...nothingMore,
  name: 'Pupils of Østre School',
  kind: 'people',
  relation: 'affected',
  how: 'They wait in the sun.',
}

async function raised() {
  const result = await raiseProblem(database, town.people.alice, {
    question: 'Where is shade in summer?',
    whatHappens: 'No tree is left.',
    whoIsAffected: 'Pupils.',
    language: 'en',
  })
  if (!result.ok) throw new Error(result.refusal)
  const problem = await problemBySlug(database.read(town.place.id), result.value.slug)
  if (!problem) throw new Error('not raised')
  return problem
}

it('keeps every version with who wrote it and why', async () => {
  const { slug, id } = await raised()
  expect(await nameActor(database, town.people.chen, { slug, words: pupils })).toEqual({
    ok: true,
    value: { number: 1, isAskedAbout: false },
  })
  const better: ActorWords = { ...pupils, name: 'Pupils', howMuch: 'a-lot' }
  const correction = { slug, number: 1, words: better, reason: 'She has moved.', seen: 1 }
  expect(await correctActor(database, town.people.bashir, correction)).toEqual({
    ok: true,
    value: { version: 2, isAskedAbout: false },
  })
  const read = database.read(town.place.id)
  const [actor] = await store.affectedActors(read, id)
  expect(actor).toMatchObject({ name: 'Pupils', howMuch: 'a-lot', version: 2, spokesperson: '' })
  const versions = await store.versionsOf(read, actor?.id ?? ('' as never))
  expect(versions.map(({ reason, writtenBy }) => [reason, writtenBy])).toEqual([
    ['', town.people.chen.account],
    ['She has moved.', town.people.bashir.account],
  ])
  const facts = (await entries(read, { problem: id })).map(({ kind, public: said }) => ({ kind, said }))
  expect(facts.map(({ kind }) => kind)).toContain('problem.actor-corrected')
  expect(JSON.stringify(facts)).not.toMatch(/She has moved/)
})

it('writes nothing over what somebody else corrected meanwhile, and takes a name once', async () => {
  const { slug } = await raised()
  await nameActor(database, town.people.alice, { slug, words: pupils })
  const twice = await Promise.all(
    ['a-lot', 'little'].map((howMuch) =>
      correctActor(database, town.people.bashir, {
        slug,
        number: 1,
        words: { ...pupils, howMuch: howMuch as ActorWords['howMuch'] },
        reason: 'I know better.',
        seen: 1,
      }),
    ),
  )
  expect(twice.map((one) => (one.ok ? 'saved' : one.refusal)).sort()).toEqual(['changed-meanwhile', 'saved'])
  expect(await nameActor(database, town.people.alice, { slug, words: pupils })).toEqual({
    ok: false,
    refusal: 'named-already',
  })
  const parents = { ...pupils, name: 'Parents' }
  const both = await Promise.all([1, 2].map(() => nameActor(database, town.people.alice, { slug, words: parents })))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

it('asks the moderators to look where it reads like a private person, and hides nothing by itself', async () => {
  const { slug, id } = await raised()
  const words = { ...pupils, how: 'Call Mrs Falk at +45 12 34 56 78.' }
  const named = await nameActor(database, town.people.chen, { slug, words: { ...words, name: 'By staff' } })
  expect(named).toMatchObject({ ok: true, value: { isAskedAbout: false } })
  expect(await nameActor(database, town.people.alice, { slug, words })).toMatchObject({ value: { isAskedAbout: true } })
  const read = database.read(town.place.id)
  const actor = (await store.affectedActors(read, id)).find(({ name }) => name === words.name)
  expect(actor?.how).toBe(words.how)
  const reports = (await openReports(read)).filter(({ about }) => about.id === actor?.id)
  expect(reports).toMatchObject([{ by: null, reason: expect.stringContaining('a telephone number') }])
  const { rows } = await database.queueSql(`select data::text as data from pgboss.job where name = 'notices.tell'`)
  const told = (rows as { data: string }[]).filter(({ data }) => data.includes('told.actor-reads-private'))
  expect(told.map(({ data }) => data).join()).toContain(town.people.gita.account)
  expect(told.map(({ data }) => data).join()).not.toContain('12 34 56 78')
})

it('shows nothing of another town', async () => {
  const { slug, id } = await raised()
  await nameActor(database, town.people.alice, { slug, words: pupils })
  const other = await foundTown(database)
  expect(await store.actorsOf(database.read(other.place.id), id)).toEqual([])
  expect(await nameActor(database, other.people.alice, { slug, words: pupils })).toEqual({
    ok: false,
    refusal: 'no-such-problem',
  })
})
