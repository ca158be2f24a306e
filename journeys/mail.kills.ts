import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { setPreferences } from '../platform/identity/index.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { follow, tell } from '../platform/notices/index.ts'
import { killPrograms, newDataFolder, open, type Ground, type Program } from './program.ts'

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
let server: SMTPServer
/** Who was sent a letter the server took. */
const taken: string[] = []
/** How many letters the server still takes; the next one it never answers. */
let stillTakes = Infinity
let heldOne: () => void = () => {}

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      stream.resume()
      stream.on('end', () => {
        if (stillTakes <= 0) {
          heldOne()
          return
        }
        stillTakes -= 1
        taken.push(...envelope.rcptTo.map(({ address }) => address))
        done()
      })
    },
  })
  server.on('error', () => {}) // whoever speaks with it is killed in the middle
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  process.env['MAIL_FROM'] = 'Testhavn <folkmoot@testhavn.example>'
  given = await testDatabase()
  ground = { data, databaseUrl: given.url }
  database = openDatabase({ url: given.url })
  town = await foundTown(database, 'testhavn')
}, 90_000)

afterEach(killPrograms)

afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve))
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
    const program = await open(ground)
    await killedAtLetter(program, takes)
    if (takes === 0) expect(await unmailed(), 'all was marked before anything was sent').toBe(0)
    await quarterOfAnHourPasses()
  }
  stillTakes = Infinity
  const last = await open(ground)
  await expect.poll(() => taken.length, { timeout: 120_000, interval: 200 }).toBe(readers.length)
  await expect.poll(waitingMails, { timeout: 60_000, interval: 200 }).toBe(0)
  last.kill('SIGKILL')
  await last.ended
  expect(taken.toSorted()).toEqual(readers.map((name) => `${name}@example.org`).toSorted())

  // A morning is one mail: whoever starts once more on the same day has nothing to send.
  await open(ground)
  await sleep(65_000)
  expect(taken).toHaveLength(readers.length)
}, 600_000)

async function killedAtLetter(program: Program, takes: number): Promise<void> {
  const { promise: held, resolve } = Promise.withResolvers<void>()
  heldOne = resolve
  stillTakes = takes
  await held
  program.kill('SIGKILL')
  await program.ended
}

/** The queue gives up a job whose worker is gone after a quarter of an hour: here that time is over at once. */
async function quarterOfAnHourPasses(): Promise<void> {
  await database.queueSql(
    "update pgboss.job set started_on = started_on - interval '16 minutes' where state = 'active'",
  )
  await database.queueSql('update pgboss.queue set monitor_on = null, maintain_on = null')
}

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
