import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { giveRule } from './testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import * as commands from './commands.ts'
import { answerFraming, proposeFraming } from './framing-commands.ts'
import { framings } from './framing-store.ts'
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

const words = {
  question: 'How can every child walk to school safely?',
  whatHappens: 'Cars park on the pavement every morning.',
  whoIsAffected: 'Pupils of three schools.',
  language: 'en',
}

async function raised(question = words.question): Promise<string> {
  const result = await commands.raiseProblem(database, town.people.alice, { ...words, question })
  if (!result.ok) throw new Error(result.refusal)
  return result.value.slug
}

it('raises a problem, gives it a readable address, and keeps the words out of the public part of the ledger', async () => {
  const slug = await raised()
  const read = database.read(town.place.id)
  const problem = await store.problemBySlug(read, slug)
  expect(problem?.question).toBe(words.question)
  const [entry] = await entries(read, { problem: problem?.id ?? ('' as never) })
  expect(entry?.kind).toBe('problem.raised')
  expect(JSON.stringify(entry?.public)).not.toContain('pavement')
})

it('gives the same question another address, also when asked ten times at once', async () => {
  const slugs = await Promise.all(Array.from({ length: 10 }, () => raised('Where can we swim?')))
  expect(new Set(slugs).size).toBe(10)
})

it('refuses staff and leaves no trace', async () => {
  const before = await entries(database.read(town.place.id), { limit: 500 })
  const result = await commands.raiseProblem(database, town.people.chen, words)
  expect(result).toEqual({ ok: false, refusal: 'staff-never-raise' })
  expect(await entries(database.read(town.place.id), { limit: 500 })).toHaveLength(before.length)
})

it('shows who put the problem differently, why, and what the sponsor answered', async () => {
  const slug = await raised('How do we stop cars near schools?')
  await commands.sponsorProblem(database, town.people.dora, { slug, words: 'My children walk there.' })
  const reframe = {
    ...words,
    slug,
    kind: 'words' as const,
    question: 'How do children get to school on their own?',
    reason: 'Cars are only one part.',
  }
  const proposed = await proposeFraming(database, town.people.bashir, reframe)
  expect(proposed).toEqual({ ok: true, value: { number: 2 } })
  const answer = { slug, number: 2, isAccepted: true, reason: 'This is the wider question.' }
  expect(await answerFraming(database, town.people.emil, answer)).toEqual({
    ok: false,
    refusal: 'not-yours-to-answer',
  })
  expect(await answerFraming(database, town.people.dora, answer)).toEqual({ ok: true, value: null })
  const problem = await store.problemBySlug(database.read(town.place.id), slug)
  expect(problem?.question).toBe(reframe.question)
  const all = await framings(database.read(town.place.id), problem?.id ?? ('' as never))
  expect(all.map((framing) => framing.state)).toEqual(['earlier', 'current'])
})

it('is not found from another town', async () => {
  const slug = await raised('Who clears the snow?')
  const other = await foundTown(database)
  expect(await store.problemBySlug(database.read(other.place.id), slug)).toBeUndefined()
  const result = await commands.sponsorProblem(database, other.people.dora, { slug, words: '' })
  expect(result).toEqual({ ok: false, refusal: 'no-such-problem' })
})
