import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, sought, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { hide } from '../../../platform/moderation/index.ts'
import * as commands from '../commands.ts'
import { answerFraming, proposeFraming } from '../framing-commands.ts'
import { framings } from '../framing-store.ts'
import { problemBySlug, type Problem } from '../store.ts'
import { giveRule } from '../testing.ts'
import { nearProblems } from './near.ts'
import { searchProblems } from './search-store.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 4 })
  town = await foundTown(database)
  await giveRule(database, town)
  for (const question of [
    'Why are the parks so dark?',
    'Who clears the snow?',
    'Where can dogs run?',
    'Is the water clean?',
  ])
    await raised(question, 'Nobody knows.')
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

async function raised(question: string, whatHappens: string, more = {}): Promise<Problem> {
  const input = { question, whatHappens, whoIsAffected: 'Everybody.', language: 'en', ...more }
  const result = await commands.raiseProblem(database, town.people.alice, input)
  if (!result.ok) throw new Error(result.refusal)
  const problem = await problemBySlug(database.read(town.place.id), result.value.slug)
  if (!problem) throw new Error('it was not raised')
  return problem
}

async function near(words: string, more = {}): Promise<readonly string[]> {
  const found = await nearProblems(database.read(town.place.id), { words, languages: ['en', 'da'], ...more })
  return found.map(({ problem }) => problem.id)
}

it('is found by other forms of its words, and says which of hers it shares', async () => {
  const buses = await raised('Why do no buses go to the harbour in the evenings?', 'The last one leaves at six.')
  const [first] = await nearProblems(database.read(town.place.id), {
    words: 'At evening buses shun our harbours',
    languages: ['en', 'da'],
  })
  expect(first?.problem.id).toBe(buses.id)
  expect(first?.words.toSorted()).toEqual(['buses', 'evening', 'harbours'])
})

it('is never itself, nor what is hidden, nor another town’s', async () => {
  const lamp = await raised('Why does the lamp at Quay Square flicker?', 'It flickers all night.')
  expect(await near('lamp flickers Quay Square')).toEqual([lamp.id])
  expect(await near('lamp flickers Quay Square', { except: lamp.id })).toEqual([])
  const other = await foundTown(database)
  const elsewhere = await nearProblems(database.read(other.place.id), { words: 'lamp flickers', languages: ['en'] })
  expect(elsewhere).toEqual([])
  await database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: { kind: 'problem', id: lamp.id }, rule: 'spam', reason: 'An advertisement.' }),
  )
  expect(await near('lamp flickers Quay Square')).toEqual([])
  expect(await searchProblems(database.read(town.place.id), sought('flicker', ['en']), 10)).toEqual([])
})

it('follows the framing in use: words of a proposed one are searched, and near only once it is accepted', async () => {
  const problem = await raised('How do we get rid of the gulls?', 'They take our bread.')
  const reframe = {
    slug: problem.slug,
    question: 'How do we keep litter from the esplanade?',
    whatHappens: 'Bins overflow.',
    whoIsAffected: 'All.',
    kind: 'words' as const,
    reason: 'Gulls come for the litter.',
  }
  await proposeFraming(database, town.people.bashir, reframe)
  const read = database.read(town.place.id)
  expect(await searchProblems(read, sought('esplanade', ['en']), 10)).toMatchObject([{ id: problem.id }])
  expect(await near('litter on the esplanade')).toEqual([])
  await answerFraming(database, town.people.alice, {
    slug: problem.slug,
    number: 2,
    isAccepted: true,
    reason: 'Yes.',
  })
  expect(await near('litter on the esplanade')).toEqual([problem.id])
  expect(await near('rid of the gulls')).toEqual([])
  expect(await framings(read, problem.id)).toHaveLength(2)
})

it('in shared stems is symmetric: what is near to one has that one near to it', async () => {
  const words = ['tram', 'tunnel', 'chimney', 'orchard', 'pavilion', 'meadow'] as const
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...words], { minLength: 3, maxLength: 3 }), async (three) => {
      const [a, b] = [await raised(three.join(' '), 'x'), await raised(three.toReversed().join(' '), 'x')]
      const [fromA, fromB] = [await shared(a, b), await shared(b, a)]
      expect(fromA?.toSorted()).toEqual(fromB?.toSorted())
      expect(fromA).toHaveLength(3)
    }),
    { numRuns: 2 }, // more would push the first ones out of the five that are shown
  )
})

async function shared(from: Problem, to: Problem): Promise<readonly string[] | undefined> {
  const found = await nearProblems(database.read(town.place.id), {
    words: from.question,
    languages: ['en'],
    except: from.id,
  })
  return found.find(({ problem }) => problem.id === to.id)?.words
}
