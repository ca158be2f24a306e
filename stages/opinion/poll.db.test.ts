import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown } from '../../platform/identity/testing.ts'
import { openPatience } from '../../platform/jobs/index.ts'
import { opinionPoll } from './count.ts'
import { consultationOf } from './store.ts'
import { openCase, type Case } from './testing.ts'

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

async function asOwner(text: string): Promise<void> {
  const client = new Client({ connectionString: home.url })
  await client.connect()
  await client.query(text)
  await client.end()
}

it('a consultation that cannot be closed holds up no other: it is told by its id and tried again later', async () => {
  const town = await foundTown(database)
  const [broken, other] = [await openCase(database, town, { days: 10 }), await openCase(database, town, { days: 20 })]
  const of = async ({ problem }: Case) => {
    const found = await consultationOf(database.read(town.place.id), problem)
    if (!found) throw new Error('it was opened')
    return found
  }
  const { id } = await of(broken)
  await asOwner(`
    create function opinion.break() returns trigger language plpgsql as $$ begin raise exception 'it breaks'; end $$;
    create trigger break before update on opinion.consultation
      for each row when (new.id = '${id}') execute function opinion.break()`)
  const told: string[] = []
  const patience = openPatience((what) => told.push(what))
  const { closesAt } = await of(other)
  await opinionPoll(database.at(closesAt), town.place.id, { patience })
  expect((await of(other)).closedAt).not.toBeNull()
  expect((await of(broken)).closedAt).toBeNull()
  expect(told).toEqual([`close of consultation ${id} failed once; it is tried again in 10 s`])
  await asOwner('drop trigger break on opinion.consultation; drop function opinion.break()')
  await opinionPoll(database.at(closesAt.add({ seconds: 10 })), town.place.id, { patience })
  expect((await of(broken)).closedAt).not.toBeNull()
})

it('who follows a case hears once that voting closed, though nobody closed it', async () => {
  const town = await foundTown(database)
  const { problem } = await openCase(database, town, { days: 10 })
  const opened = await consultationOf(database.read(town.place.id), problem)
  if (!opened) throw new Error('it was opened')
  for (const minutes of [0, 1]) await opinionPoll(database.at(opened.closesAt.add({ minutes })), town.place.id)
  const { rows } = await database.queueSql(
    `select data->>'address' as address, data->'about'->>'id' as about from pgboss.job
     where name = 'notices.tell' and data->>'message' = 'told.closed' and data->>'jurisdiction' = $1`,
    [town.place.id],
  )
  expect(rows).toEqual([{ address: 'opinion.results', about: problem }])
})
