import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown } from '../../../platform/identity/testing.ts'
import { openPatience } from '../../../platform/jobs/index.ts'
import { owedOf } from '../answers/owing.ts'
import { giveRule, raised } from '../testing.ts'
import { enterSignatures, supportProblem } from './commands.ts'
import { agendaPoll } from './jobs.ts'
import { tallyOf } from './store.ts'

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

const march = Temporal.Instant.from('2026-03-02T09:00:00Z')

/** A place where one support is enough, and what the worker wrote there: how many transactions. */
async function place() {
  const town = await foundTown(database)
  await giveRule(database.at(march), town, { rungs: [{ threshold: 1, owes: 'decision' }] })
  const counting = { begun: 0 }
  const at = (instant: Temporal.Instant): Database => {
    const here = database.at(instant)
    const transact: Database['transact'] = (...asked) => {
      counting.begun += 1
      return here.transact(...asked)
    }
    return { ...here, transact }
  }
  return { town, at, counting, read: database.read(town.place.id) }
}

async function asOwner(text: string): Promise<void> {
  const client = new Client({ connectionString: home.url })
  await client.connect()
  await client.query(text)
  await client.end()
}

it('only reads where nothing is due', async () => {
  const { town, at, counting } = await place()
  const problem = await raised(database.at(march), town.people.alice)
  await agendaPoll(at(march), town.place.id)
  expect(counting.begun).toBe(0)
  await supportProblem(database.at(march), town.people.bashir, problem.slug)
  await agendaPoll(at(march), town.place.id)
  expect(counting.begun).toBe(1)
  await agendaPoll(at(march), town.place.id)
  expect(counting.begun).toBe(1)
})

it('ends a window once, and forgets signatures once', async () => {
  const { town, at, counting, read } = await place()
  const { slug, id } = await raised(database.at(march), town.people.alice)
  const sheet = { slug, channel: 'paper', lines: 'Ida Holm; Quay Street 12' } as const
  expect(await enterSignatures(database.at(march), town.people.chen, sheet)).toMatchObject({ ok: true })
  await agendaPoll(at(march), town.place.id)
  const october = Temporal.Instant.from('2026-10-05T09:00:00Z')
  counting.begun = 0
  await agendaPoll(at(october), town.place.id)
  expect(counting.begun).toBe(2)
  const kept = await read
    .selectFrom('problem.agenda')
    .select(['signature_key as key', 'closed_at as closed'])
    .where('problem_id', '=', id)
    .executeTakeFirstOrThrow()
  expect([kept.key, kept.closed?.toString()]).toEqual([null, october.toString()])
  await agendaPoll(at(october), town.place.id)
  expect(counting.begun).toBe(2)
})

it('a bug once: one problem that could not be counted stopped the whole place', async () => {
  const { town, at, counting, read } = await place()
  const inMarch = database.at(march)
  const broken = await raised(inMarch, town.people.alice, { question: 'Which one is broken?' })
  const others = [
    await raised(inMarch, town.people.alice, { question: 'Who is first?' }),
    await raised(inMarch, town.people.alice, { question: 'Who is last?' }),
  ]
  for (const { slug } of [broken, ...others]) await supportProblem(inMarch, town.people.bashir, slug)
  await asOwner(`
    create function problem.break() returns trigger language plpgsql
      as $$ begin raise exception 'it breaks for %', 'Bashir'; end $$;
    create trigger break before insert or update on problem.support_tally
      for each row when (new.problem_id = '${broken.id}') execute function problem.break()`)
  const told: string[] = []
  const patience = openPatience((what) => told.push(what))
  await agendaPoll(at(march), town.place.id, patience)
  for (const { id } of others) expect(await owedOf(read, id)).toHaveLength(1)
  expect(await owedOf(read, broken.id)).toEqual([])
  expect(told).toEqual([`problem ${broken.id} failed once; it is tried again in 10 s`])
  // Not at once again; later, and then it is as if nothing had been.
  counting.begun = 0
  await agendaPoll(at(march.add({ seconds: 5 })), town.place.id, patience)
  expect([counting.begun, told.length]).toEqual([0, 1])
  await asOwner('drop trigger break on problem.support_tally; drop function problem.break()')
  await agendaPoll(at(march.add({ seconds: 10 })), town.place.id, patience)
  expect((await tallyOf(read, broken.id)).total).toBe(1)
  expect([counting.begun, told.length]).toEqual([1, 1])
})
