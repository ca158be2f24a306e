import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { raiseProblem } from '../commands.ts'
import { problemBySlug } from '../store.ts'
import { giveRule, problemWords } from '../testing.ts'
import { agendaOf, ruleInForce } from './store.ts'

let home: TestDatabase
let database: Database

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

async function raised(town: Town, at = database) {
  const result = await raiseProblem(at, town.people.alice, problemWords)
  if (!result.ok) throw new Error(result.refusal)
  const read = database.read(town.place.id)
  const problem = await problemBySlug(read, result.value.slug)
  if (!problem) throw new Error('not found')
  return { problem, agenda: await agendaOf(read, problem.id) }
}

it('takes nothing from residents where no body must answer, and leaves the politicians their voice', async () => {
  const town = await foundTown(database)
  expect(await raiseProblem(database, town.people.alice, problemWords)).toEqual({ ok: false, refusal: 'no-rule' })
  expect((await raiseProblem(database, town.people.dora, problemWords)).ok).toBe(true)
  await giveRule(database, town)
  expect((await raiseProblem(database, town.people.alice, problemWords)).ok).toBe(true)
})

it('keeps for each problem the rule it was raised under, whatever is set later', async () => {
  const town = await foundTown(database)
  const began = Temporal.Instant.from('2026-03-02T09:00:00Z')
  await giveRule(database.at(began), town, { window: { count: 30, unit: 'days' } })
  const first = await raised(town, database.at(began))
  await giveRule(database.at(began), town, { rungs: [{ threshold: 900, owes: 'answer' }], window: null })
  const second = await raised(town, database.at(began))
  const again = await agendaOf(database.read(town.place.id), first.problem.id)
  expect(again).toEqual(first.agenda)
  expect(again?.rule).toMatchObject({ version: 1, rungs: [{ threshold: 3, owes: 'decision' }] })
  // Thirty days end when their day ends in the town's zone, in summer time by then.
  expect(again?.closesAt?.toString()).toBe('2026-04-01T21:59:59.999Z')
  expect(second.agenda?.rule).toMatchObject({ version: 2, rungs: [{ threshold: 900, owes: 'answer' }] })
  expect(second.agenda?.closesAt).toBeNull()
})

it('numbers the versions one after the other, also when they are set at once', async () => {
  const town = await foundTown(database)
  await Promise.all([1, 2, 3].map(() => giveRule(database, town)))
  expect((await ruleInForce(database.read(town.place.id)))?.version).toBe(3)
})

it('cannot hold a rule without a threshold, nor one whose ladder falls, nor a problem without its rule', async () => {
  const town = await foundTown(database)
  await giveRule(database, town)
  const { id } = town.place
  const copy = (version: number, changes: object) =>
    database.transact(id, null, async (tx) => {
      const row = await tx.selectFrom('problem.agenda_rule').selectAll().executeTakeFirstOrThrow()
      await tx
        .insertInto('problem.agenda_rule')
        .values({ ...row, version, ...changes })
        .execute()
    })
  await expect(copy(2, {})).rejects.toThrow(/agenda_rule.*fkey/)
  await expect(copy(2, { reference: '' })).rejects.toThrow(/reference/)
  await expect(
    database.transact(id, null, (tx) =>
      tx
        .insertInto('problem.agenda_rung')
        .values({ jurisdiction_id: id, version: 1, number: 2, threshold: 2, owes: 'session' })
        .execute(),
    ),
  ).rejects.toThrow('a higher rung needs more supports')
  await expect(
    database.transact(id, null, (tx) =>
      tx
        .insertInto('problem.problem')
        .values({
          jurisdiction_id: id,
          id: newId('problem'),
          slug: 'past-all-rules',
          raised_by: town.people.alice.account,
          raised_at: tx.now,
          language: 'en',
        })
        .execute(),
    ),
  ).rejects.toThrow('raised without a rule')
})
