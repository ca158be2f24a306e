import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { setPreferences } from '../platform/identity/index.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { follow, tell } from '../platform/notices/index.ts'
import { inBoxes, openPostOffice, type PostOffice } from './post-office.ts'
import { killPrograms, newDataFolder, open, type Ground } from './program.ts'

/**
 * kill -9 between the moment the news of a day is marked as mailed and the moment the mail server has it: nobody's mail is lost,
 * nobody gets it twice. On the program as it is shipped, with its own worker and queue, and a mail server that speaks SMTP.
 */

const readers = ['alice', 'bashir', 'klub', 'aisha'] as const satisfies readonly Townsperson[]
const { data, remove } = newDataFolder()

let given: TestDatabase
let database: Database
let ground: Ground
let town: Town
let post: PostOffice

beforeAll(async () => {
  post = await openPostOffice()
  given = await testDatabase()
  ground = { data, databaseUrl: given.url, settings: { SMTP_URL: post.url } }
  database = openDatabase({ url: given.url })
  town = await foundTown(database, 'testhavn')
})

afterEach(killPrograms)

afterAll(async () => {
  await post.close()
  await database.close()
  await given.drop()
  remove()
})

it('loses no digest and sends none twice when the worker is killed between marking and sending, again and again', async () => {
  const idea: Thing = { kind: 'idea', id: newId('idea') }
  await database.transact(town.place.id, null, async (tx) => {
    for (const name of readers) {
      await setPreferences(tx, idOf(name), { name, language: 'en', mailFrequency: 'digest' })
      await follow(tx, { account: idOf(name), about: idea })
    }
  })
  const dayAgo = Temporal.Now.instant().subtract({ hours: 25 })
  for (const question of ['One?', 'Two?']) {
    await database.at(dayAgo).transact(town.place.id, null, (tx) =>
      tell(tx, {
        about: idea,
        stage: 'problem',
        message: 'told.sponsored',
        values: { question, politician: 'Dora' },
        address: 'journey',
        params: { problem: 'harbour' },
      }),
    )
  }

  // The first letter is never answered; the next time two are taken and the third is not.
  for (const takes of [0, 2]) {
    const silent = post.fallSilentAfter(takes)
    const program = await open(ground)
    await silent
    program.kill('SIGKILL')
    await program.ended
    if (takes === 0) expect(await unmailed(), 'all was marked before anything was sent').toBe(0)
  }
  post.answerAgain()
  const last = await open(ground)
  await expect.poll(() => inBoxes(post.letters).length, { timeout: 120_000, interval: 200 }).toBe(readers.length)
  await expect.poll(waitingMails, { timeout: 60_000, interval: 200 }).toBe(0)
  last.kill('SIGKILL')
  await last.ended
  const addresses = inBoxes(post.letters).map(({ to }) => to)
  expect(addresses.toSorted()).toEqual(readers.map((name) => `${name}@example.org`).toSorted())

  // A morning is one mail: whoever starts once more on the same day has nothing to send.
  const before = post.letters.length
  await open(ground)
  await sleep(10_000) // mornings are looked for soon after the start
  expect(post.letters).toHaveLength(before)
})

async function unmailed(): Promise<number> {
  const rows = await database
    .read(town.place.id)
    .selectFrom('notices.notice')
    .select('id')
    .where('mailed_at', 'is', null)
    .execute()
  return rows.length
}

async function waitingMails(): Promise<number> {
  const { rows } = await database.queueSql(
    "select id from pgboss.job where name = 'mail.send' and state <> 'completed'",
  )
  return rows.length
}

function idOf(name: Townsperson): Id<'account'> {
  const { account } = town.people[name]
  if (!account) throw new Error(`${name} has no account`)
  return account
}
