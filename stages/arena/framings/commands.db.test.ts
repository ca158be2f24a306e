import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { framings, type Problem } from '../../problem/index.ts'
import { giveRule, raised } from '../../problem/testing.ts'
import { putConfirmation } from '../store.ts'
import { seatAtOnce } from '../testing.ts'
import { backFraming, draftFraming, putFramingForward } from './commands.ts'
import { draftsOf } from './store.ts'

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

function accountOf(who: Townsperson): Id<'account'> {
  const { account } = town.people[who]
  if (!account) throw new Error(`${who} has an account`)
  return account
}

/** A confirmed group of three, which dora chairs. */
async function confirmedGroup(): Promise<Problem> {
  const problem = await raised(database, town.people.alice, { howOften: 'Every summer', place: 'The schoolyard' })
  await database.transact(town.place.id, town.people.dora, async (tx) => {
    for (const who of ['dora', 'bashir', 'aisha'] as const) {
      await seatAtOnce(tx, problem.id, {
        account: accountOf(who),
        person: town.people[who].person,
        kind: who === 'dora' ? 'politician' : 'citizen',
        profile: who === 'dora' ? null : newId('profile'),
        isChair: who === 'dora',
      })
    }
    await putConfirmation(tx, problem.id, { by: accountOf('dora'), exception: 'Small.' })
  })
  return problem
}

function inGroup(who: Townsperson, problem: Problem): Actor {
  const actor = town.people[who]
  const chair = who === 'dora' ? [{ name: 'arena-chair', scope: problem.id } as const] : []
  return { ...actor, roles: [...actor.roles, { name: 'member', scope: problem.id }, ...chair] }
}

const words = {
  kind: 'another-problem',
  question: 'Why is the schoolyard sealed?',
  whatHappens: 'Asphalt from wall to wall.',
  whoIsAffected: 'Pupils and teachers.',
  reason: 'Shade is a sign of it.',
} as const

it('becomes a version in the group’s name once more than half stand behind it, and only once', async () => {
  const problem = await confirmedGroup()
  const { slug } = problem
  expect(await draftFraming(database, town.people.alice, { ...words, slug })).toEqual({
    ok: false,
    refusal: 'only-members',
  })
  expect((await draftFraming(database, inGroup('bashir', problem), { ...words, slug })).ok).toBe(true)
  const forward = { slug, number: 1, groupName: 'the task committee' }
  const chair = inGroup('dora', problem)
  expect(await putFramingForward(database, chair, forward)).toEqual({ ok: false, refusal: 'not-half-yet' })
  await backFraming(database, inGroup('aisha', problem), { slug, number: 1, isBehind: true })
  await backFraming(database, inGroup('aisha', problem), { slug, number: 1, isBehind: true })
  expect(await putFramingForward(database, inGroup('aisha', problem), forward)).toEqual({
    ok: false,
    refusal: 'only-chair',
  })
  const both = await Promise.all([1, 2].map(() => putFramingForward(database, chair, forward)))
  expect(both.map((one) => (one.ok ? 'forward' : one.refusal)).sort()).toEqual(['forward', 'put-forward-already'])
  const read = database.read(town.place.id)
  expect((await framings(read, problem.id)).at(-1)).toMatchObject({
    number: 2,
    state: 'proposed',
    kind: 'another-problem',
    group: { name: 'the task committee', backers: 2 },
    // What is known of the problem is not lost with its old words.
    howOften: 'Every summer',
    place: 'The schoolyard',
  })
  expect(await draftsOf(read, problem.id)).toMatchObject([{ framing: 2 }])
  expect(await backFraming(database, inGroup('dora', problem), { slug, number: 1, isBehind: true })).toEqual({
    ok: false,
    refusal: 'put-forward-already',
  })
})

it('lets a member change her mind before', async () => {
  const problem = await confirmedGroup()
  const { slug } = problem
  const bashir = inGroup('bashir', problem)
  await draftFraming(database, bashir, { ...words, slug })
  expect((await backFraming(database, bashir, { slug, number: 1, isBehind: false })).ok).toBe(true)
  expect(await draftsOf(database.read(town.place.id), problem.id)).toMatchObject([{ backers: [] }])
  expect(await backFraming(database, bashir, { slug, number: 9, isBehind: true })).toEqual({
    ok: false,
    refusal: 'no-such-draft',
  })
})
