import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { wordsByStage } from '../overview/stage-words.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'

let home: TestDatabase
let database: Database
let owner: Client
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 2 })
  town = await foundTown(database)
  owner = new Client({ connectionString: home.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
  await home.drop()
})

it('notices sent before their sentence named a reason are read with the sentence they were sent with', async () => {
  const put = (stage: string, message: string, values: object) =>
    owner.query(
      `insert into notices.notice (jurisdiction_id, id, account_id, happening, stage, message, "values", address, params, at, mail)
      values ($1, gen_random_uuid(), $2, gen_random_uuid(), $3, $4, $5, 'me', '{}', now(), 'never')`,
      [town.place.id, town.people.alice.account, stage, message, JSON.stringify(values)],
    )
  await put('draft', 'told.revised', { title: 'A lamp' })
  await put('draft', 'told.revised', { title: 'A bench', reason: 'It was unclear.' })
  await put('mandate', 'told.promise-lowered', { question: 'Where is light?' })
  await owner.query(await readFile('db/migrations/0331_notices_words.sql', 'utf8'))
  const { rows } = await owner.query<{ stage: string; message: string; values: Record<string, string> }>(
    'select stage, message, "values" from notices.notice where jurisdiction_id = $1',
    [town.place.id],
  )
  const read = rows.map(({ stage, message, values }) => wordsByStage[stage]?.sayAny('en')(message, values))
  expect(new Set(read)).toEqual(
    new Set([
      'Less is promised than before: “Where is light?”. You can see what changed.',
      'The recommendation “A bench” was written anew. The reason: It was unclear.',
      'The recommendation “A lamp” was written anew.',
    ]),
  )
})
