import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, sought, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { raiseProblem, sponsorProblem } from '../commands.ts'
import { inCase } from '../in-case.ts'
import { holdCase, mergeProblem, undoMerger } from '../merges/commands.ts'
import { problemBySlug, problemsLedBy } from '../store.ts'
import { giveRule } from '../testing.ts'
import { afterOf, afterText, type ListState } from './rules.ts'
import { countByState, listed, type ListQuery } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 4 })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

/** A town of its own, with problems of these questions, raised in this order. */
async function townWith(...questions: readonly string[]): Promise<readonly string[]> {
  town = await foundTown(database)
  await giveRule(database, town)
  const slugs: string[] = []
  for (const question of questions) {
    const words = { question, whatHappens: 'It is so.', whoIsAffected: 'All.', language: 'en' }
    const raised = await raiseProblem(database, town.people.alice, words)
    if (!raised.ok) throw new Error(raised.refusal)
    slugs.push(raised.value.slug)
  }
  return slugs
}

const read = () => database.read(town.place.id)

async function slugsOf(query: Partial<ListQuery> = {}): Promise<readonly string[]> {
  const found = await listed(read(), { limit: 50, order: 'newest', ...query })
  return found.map(({ problem }) => problem.slug)
}

async function stateOf(slug: string): Promise<ListState | undefined> {
  const found = await listed(read(), { limit: 50, order: 'newest' })
  return found.find(({ problem }) => problem.slug === slug)?.state
}

it('goes through all of them page by page, each once, also those raised in one instant', async () => {
  const slugs = await townWith(...Array.from({ length: 11 }, (_, at) => `Question number ${at}?`))
  await database.transact(town.place.id, null, (tx) =>
    sql`update problem.listing set raised_at = ${tx.now} where jurisdiction_id = ${town.place.id}`.execute(tx),
  )
  const seen: string[] = []
  let after: ReturnType<typeof afterOf> = null
  for (let page = 0; page < 10; page += 1) {
    const { rows } = await sql<{ id: string; at: Temporal.Instant }>`
      select problem_id as id, raised_at as at from problem.listing where jurisdiction_id = ${town.place.id}`.execute(
      read(),
    )
    const here = await listed(read(), { limit: 4, order: 'newest', after })
    if (here.length === 0) break
    seen.push(...here.map(({ problem }) => problem.slug))
    const last = here.at(-1)
    const at = rows.find(({ id }) => id === last?.problem.id)?.at
    if (!last || !at) throw new Error('it is on no list')
    after = { at, id: last.problem.id }
  }
  expect(seen).toHaveLength(11)
  expect(new Set(seen)).toEqual(new Set(slugs))
})

it('begins the next page after the last one by its own address', async () => {
  await townWith('One is first?', 'Two is second?', 'Three is third?')
  const [first] = await listed(read(), { limit: 1, order: 'newest' })
  if (!first) throw new Error('there is none')
  expect(await slugsOf({ after: afterOf(afterText(first, 'newest')) })).toEqual(['two-is-second', 'one-is-first'])
  const [soonest] = await listed(read(), { limit: 1, order: 'time-left' })
  if (!soonest) throw new Error('there is none')
  expect(await slugsOf({ order: 'time-left', after: afterOf(afterText(soonest, 'time-left')) })).toHaveLength(2)
})

it('says where each stands as soon as an act has changed it', async () => {
  const [a = '', b = ''] = await townWith('Where is the bench?', 'Who took the bench?')
  expect(await stateOf(a)).toBe('collecting')
  await sponsorProblem(database, town.people.dora, { slug: a, words: 'Mine.' })
  expect(await stateOf(a)).toBe('taken-up')
  expect((await problemsLedBy(read(), town.people.dora.person ?? ('' as never))).map(({ slug }) => slug)).toEqual([a])
  await mergeProblem(database, town.people.chen, { slug: b, into: a, reason: 'One bench.' })
  expect(await stateOf(b)).toBe('merged')
  await undoMerger(database, town.people.chen, b)
  expect(await stateOf(b)).toBe('collecting')
  await inCase(database, town.people.chen, a, (tx, problem) => holdCase(tx, problem))
  expect(await stateOf(a)).toBe('mandate')
  expect(await slugsOf({ isLed: true })).toEqual([a])
  expect(await slugsOf({ state: 'collecting' })).toEqual([b])
  expect(await countByState(read())).toEqual(
    new Map([
      ['mandate', 1],
      ['collecting', 1],
    ]),
  )
})

it('narrows by words and shows nothing hidden', async () => {
  const [gull = ''] = await townWith('Why do gulls scream?', 'Why do gulls nest?', 'Where is the bus?')
  expect(await slugsOf({ words: sought('gull', ['en']) })).toHaveLength(2)
  expect(await slugsOf({ words: sought('gull', ['en']), state: 'merged' })).toEqual([])
  expect(await slugsOf({ words: sought('walrus', ['en']) })).toEqual([])
  const problem = await problemBySlug(read(), gull)
  await database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, {
      about: { kind: 'problem', id: problem?.id ?? ('' as never) },
      rule: 'spam',
      reason: 'An advertisement.',
    }),
  )
  expect(await slugsOf()).not.toContain(gull)
  expect(await slugsOf({ words: sought('gull', ['en']) })).toEqual(['why-do-gulls-nest'])
  expect([...(await countByState(read())).values()]).toEqual([2])
})
