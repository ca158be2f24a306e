import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { browserOf } from '../app/testing.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { ensureAccount, openSession } from '../platform/identity/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { follow } from '../platform/notices/index.ts'
import * as decision from '../stages/decision/commands.ts'
import { readyCase, type ReadyCase } from '../stages/decision/testing.ts'
import { inBoxes, openPostOffice, type Letter, type PostOffice } from './post-office.ts'
import { killPrograms, newDataFolder, open, urlIn, type Ground, type Program } from './program.ts'

/**
 * A councillor answers, and a thousand people whose words led to it are told by mail: nobody is forgotten and nobody told
 * twice, though the program is killed while it sends, and though the mail server is away for more than an hour. On the
 * program as it is shipped, with a mail server that keeps what it takes.
 */

const people = 1000
const isGiven = Boolean(process.env.DATABASE_URL)
const { data, remove } = newDataFolder()

let given: TestDatabase | undefined
let ground: Ground
let program: Program
let database: Database
let town: Town
let ready: ReadyCase
let post: PostOffice
/** So many letters were there before the story began. */
let before = 0

beforeAll(async () => {
  post = await openPostOffice()
  given = isGiven ? await testDatabase() : undefined
  ground = { data, databaseUrl: given?.url, settings: { SMTP_URL: post.url } }
  program = await open(ground)
  database = openDatabase({ url: given?.url ?? urlIn(data, 'folkmoot') })
  town = await foundTown(database, 'testhavn')
})

beforeEach(async () => {
  ready = await readyCase(database, town)
  const { slug } = ready
  const place = town.place
  expect(await decision.handOver(database, ready.chair, { slug, place, language: 'en' })).toMatchObject({ ok: true })
  const dates = { meetingOn: soon(20), returnOn: soon(200) }
  expect(await decision.setDates(database, town.people.chen, { slug, ...dates })).toMatchObject({ ok: true })
  await quiet()
  await database.transact(town.place.id, null, async (tx) => {
    for (let i = 0; i < people; i += 1) {
      const account = await ensureAccount(tx, `reader${i}@example.org`, i % 2 === 0 ? 'en' : 'da')
      await follow(tx, { account, about: { kind: 'problem', id: ready.problem } })
    }
    await sql`update identity.account set mail_frequency = 'at-once' where email like 'reader%'`.execute(tx)
  })
  before = post.letters.length
})

afterEach(async () => {
  if (program.hasEnded()) program = await open(ground)
})

afterAll(async () => {
  await database.close()
  killPrograms()
  await post.close()
  await given?.drop()
  remove()
})

const soon = (days: number): Temporal.PlainDate => Temporal.Now.plainDateISO('UTC').add({ days })

/** Freja answers the first recommendation on the page, by its form. */
async function frejaAnswers(): Promise<void> {
  const account = town.people.freja.account
  if (!account) throw new Error('Freja has an account')
  const { token } = await database.transact(town.place.id, null, (tx) => openSession(tx, account, { means: 'testing' }))
  const origin = `http://localhost:${program.port}`
  const browser = browserOf(
    (path, init) => fetch(`${origin}${path}`, { ...init, redirect: 'manual' }),
    town.place,
    `folkmoot-testhavn=${token}`,
  )
  const answered = await browser.post(
    `/problems/${ready.slug}/answer/1/edit`,
    { kind: 'accept', reason: 'The storms come sooner than the money.' },
    'en',
    { origin },
  )
  expect(answered.status, answered.html).toBe(303)
}

const lettersToReaders = (): readonly Letter[] => post.letters.slice(before).filter(({ to }) => to.startsWith('reader'))

/** Until nothing waits to be told or sent. */
async function quiet(): Promise<void> {
  const waiting = async (): Promise<number> => {
    const { rows } = await database.queueSql(
      `select id from pgboss.job where state in ('created', 'retry', 'active') limit 1`,
    )
    return rows.length
  }
  await expect.poll(waiting, { timeout: 150_000, interval: 200 }).toBe(0)
}

function expectOneInEachBox(): void {
  const addresses = inBoxes(lettersToReaders()).map(({ to }) => to)
  expect(addresses.toSorted()).toEqual(Array.from({ length: people }, (_, i) => `reader${i}@example.org`).toSorted())
}

it('tells a thousand people once each, though it is killed while it sends', async () => {
  await frejaAnswers()
  await expect.poll(() => lettersToReaders().length, { timeout: 120_000, interval: 20 }).toBeGreaterThanOrEqual(300)
  program.kill('SIGKILL')
  await program.ended
  expect(lettersToReaders().length).toBeLessThan(people)
  program = await open(ground)
  await quiet()
  expectOneInEachBox()
  // Ten are sent at once: so many at most reached the server and were not yet known to be taken, and bear the same id again.
  expect(lettersToReaders().length).toBeLessThanOrEqual(people + 10)
})

it('tells a thousand people once each, though the mail server is away for more than an hour', async () => {
  await post.close()
  await frejaAnswers()
  let waited = 0
  while (waited < 3_700) {
    await sleep(500)
    const { rows } = await database.queueSql(
      `select extract(epoch from max(start_after) - now()) as seconds from pgboss.job where name = 'mail.send' and state = 'retry'`,
    )
    const seconds = Number((rows[0] as { seconds: string | null }).seconds ?? 0)
    if (seconds <= 0) continue
    waited += seconds
    await nextAttemptNow()
  }
  expect(lettersToReaders()).toEqual([])
  await post.reopen()
  await nextAttemptNow()
  await quiet()
  expectOneInEachBox()
  expect(lettersToReaders().length).toBe(people)
})

/** The clock of the queue goes forward to the next attempt. */
async function nextAttemptNow(): Promise<void> {
  await database.queueSql(`update pgboss.job set start_after = now() where name = 'mail.send' and state = 'retry'`)
}
