import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { lockExclusive, openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { entries } from '../platform/ledger/index.ts'
import { noticesOf } from '../platform/notices/index.ts'
import { handOver } from '../stages/decision/commands.ts'
import { packageOf } from '../stages/decision/store.ts'
import { readyCase } from '../stages/decision/testing.ts'
import { inBoxes, openPostOffice, type PostOffice } from './post-office.ts'
import { killPrograms, newDataFolder, open, type Ground } from './program.ts'

/**
 * kill -9 in the middle of the reminders: between two of them, between a reminder and its notices, and between its notices and its mails.
 * None is lost and none comes twice, on the program as it is shipped.
 */

const council = ['dora', 'emil', 'freja'] as const satisfies readonly Townsperson[]
const cases = 10
const { data, remove } = newDataFolder()

let given: TestDatabase
let database: Database
let ground: Ground
let town: Town
let post: PostOffice
const packages: Id<'package'>[] = []

beforeAll(async () => {
  post = await openPostOffice()
  given = await testDatabase()
  ground = { data, databaseUrl: given.url, settings: { SMTP_URL: post.url } }
  database = openDatabase({ url: given.url })
  town = await foundTown(database, 'testhavn')
  // Sixty days to answer, of which five are left: the members of the council are to be reminded of each.
  const then = database.at(Temporal.Now.instant().subtract({ hours: 24 * 55 }))
  for (let made = 0; made < cases; made += 1) {
    const { slug, problem, chair } = await readyCase(database, town)
    expect(await handOver(then, chair, { slug, place: town.place, language: 'en' })).toMatchObject({ ok: true })
    const pack = await packageOf(database.read(town.place.id), problem)
    if (pack) packages.push(pack.id)
  }
  // What the hand-overs told is told: from here on there are only reminders.
  await database.queueSql('delete from pgboss.job')
  await database.transact(town.place.id, null, (tx) =>
    sql`update identity.account set mail_frequency = 'at-once'`.execute(tx),
  )
}, 120_000)

afterEach(killPrograms)

afterAll(async () => {
  await post.close()
  await database.close()
  await given.drop()
  remove()
})

it('loses no reminder and tells none twice when the worker is killed in the middle, again and again', async () => {
  // Somebody acts on the sixth case for as long as this lasts: the worker has told of five and waits for her.
  const sixth = packages[5]
  if (!sixth) throw new Error('ten were handed over')
  const { promise: isDone, resolve: done } = Promise.withResolvers<void>()
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>()
  const acting = database.transact(town.place.id, null, async (tx) => {
    await lockExclusive(tx, sixth)
    held()
    await isDone
  })
  await isHeld
  const first = await open(ground)
  await expect.poll(reminders, { timeout: 60_000, interval: 50 }).toBe(5)
  first.kill('SIGKILL')
  await first.ended
  done()
  await acting
  expect(await reminders()).toBe(5)

  // The next one is killed while its eighth letter is on its way.
  const silent = post.fallSilentAfter(7)
  const second = await open(ground)
  await silent
  second.kill('SIGKILL')
  await second.ended
  post.answerAgain()
  await open(ground)
  await expect
    .poll(() => inBoxes(post.letters).length, { timeout: 180_000, interval: 200 })
    .toBe(cases * council.length)
  await expect.poll(waiting, { timeout: 60_000, interval: 200 }).toBe(0)

  expect(await reminders()).toBe(cases)
  const facts = await entries(database.read(town.place.id), { limit: 500 })
  expect(facts.filter(({ kind }) => kind === 'decision.reminded')).toHaveLength(cases)
  for (const name of council) {
    const notices = await noticesOf(database.read(town.place.id), accountOf(name))
    expect(
      notices.filter(({ message }) => message === 'told.late-answers-those'),
      name,
    ).toHaveLength(cases)
    expect(
      inBoxes(post.letters).filter(({ to }) => to === `${name}@example.org`),
      name,
    ).toHaveLength(cases)
  }
}, 600_000)

async function reminders(): Promise<number> {
  const rows = await database.read(town.place.id).selectFrom('decision.reminder').select('about_id').execute()
  return rows.length
}

async function waiting(): Promise<number> {
  const { rows } = await database.queueSql(
    "select id from pgboss.job where name in ('mail.send', 'notices.tell') and state in ('created', 'retry', 'active')",
  )
  return rows.length
}

function accountOf(name: Townsperson): Id<'account'> {
  const { account } = town.people[name]
  if (!account) throw new Error(`${name} has no account`)
  return account
}
