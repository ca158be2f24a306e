import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
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
  spokesperson: 'Mrs Falk',
  hasAgreed: true,
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

it('keeps every version with who wrote it and why, and names nobody who no longer speaks for it', async () => {
  const { slug, id } = await raised()
  expect(await nameActor(database, town.people.chen, { slug, words: pupils })).toEqual({
    ok: true,
    value: { number: 1 },
  })
  const better: ActorWords = { ...pupils, name: 'Pupils', howMuch: 'a-lot', spokesperson: '', hasAgreed: false }
  const correction = { slug, number: 1, words: better, reason: 'She has moved.', seen: 1 }
  expect(await correctActor(database, town.people.bashir, correction)).toEqual({ ok: true, value: { version: 2 } })
  const read = database.read(town.place.id)
  const [actor] = await store.affectedActors(read, id)
  expect(actor).toMatchObject({ name: 'Pupils', howMuch: 'a-lot', version: 2, spokesperson: '' })
  const versions = await store.versionsOf(read, actor?.id ?? ('' as never))
  expect(versions.map(({ reason, writtenBy }) => [reason, writtenBy])).toEqual([
    ['', town.people.chen.account],
    ['She has moved.', town.people.bashir.account],
  ])
  expect(JSON.stringify(versions)).not.toContain('Falk')
  const facts = (await entries(read, { problem: id })).map(({ kind, public: said }) => ({ kind, said }))
  expect(facts.map(({ kind }) => kind)).toContain('problem.actor-corrected')
  expect(JSON.stringify(facts)).not.toMatch(/Falk|She has moved/)
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
