import { accept, refuse } from '@folkmoot/basics/result.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { giveRule } from './testing.ts'
import { raiseProblem } from './commands.ts'
import { proposeFraming } from './framing-commands.ts'
import { inCase } from './in-case.ts'
import { answerFraming } from './framing-store.ts'
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

async function raised(): Promise<string> {
  const result = await raiseProblem(database, town.people.alice, words)
  if (!result.ok) throw new Error(result.refusal)
  return result.value.slug
}

async function somebodyWaits(): Promise<void> {
  const waiting = `
    select from pg_locks
    where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(async () => (await database.queueSql(waiting)).rows).toHaveLength(1)
}

test('what waited for the lock sees what was committed while it waited', async () => {
  const slug = await raised()
  const reframe = {
    ...words,
    slug,
    kind: 'words' as const,
    question: 'How do children get about on their own?',
    reason: 'It is wider.',
  }
  await proposeFraming(database, town.people.bashir, reframe)
  const { account, person } = town.people.dora
  if (!account || !person) throw new Error('dora is a politician with an account')

  const [isHeld, mayWrite] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const earlier = inCase(database, town.people.dora, slug, async (tx, problem) => {
    isHeld.resolve()
    await mayWrite.promise
    await store.putSponsorship(tx, problem.id, { person, account, words: 'My children walk there.' })
    return accept(
      await answerFraming(tx, problem.id, 2, {
        state: 'current',
        answer: 'Yes.',
        language: 'en',
        by: account,
        as: 'sponsor',
      }),
    )
  })
  await isHeld.promise
  // Begun when nobody sponsors it and it is asked in the first words.
  const later = inCase(database, town.people.emil, slug, async (_, { question, sponsors }) =>
    accept({ question, sponsors }),
  )
  await somebodyWaits()
  mayWrite.resolve()
  await earlier
  expect(await later).toEqual({ ok: true, value: { question: reframe.question, sponsors: [person] } })
})

test('a refusal inside leaves no trace, and a case that is not there is refused before anything is done', async () => {
  const slug = await raised()
  const refused = await inCase(database, town.people.dora, slug, async (tx, problem) => {
    const { person, account } = town.people.dora
    if (person && account) await store.putSponsorship(tx, problem.id, { person, account, words: '' })
    return refuse('thought-better-of-it')
  })
  expect(refused).toEqual({ ok: false, refusal: 'thought-better-of-it' })
  expect((await store.problemBySlug(database.read(town.place.id), slug))?.sponsors).toEqual([])
  const nowhere = await inCase(database, town.people.dora, 'nowhere', async () => accept('done'))
  expect(nowhere).toEqual({ ok: false, refusal: 'no-such-problem' })
})
