import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { lockExclusive, openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { ensureAccount } from '../platform/identity/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { entries } from '../platform/ledger/index.ts'
import { noticesOf } from '../platform/notices/index.ts'
import { answerMany, putApplication } from '../stages/arena/application-store.ts'
import { recordAll } from '../stages/arena/facts.ts'
import { lockPool, setLimits } from '../stages/arena/lottery/commands.ts'
import { fileHash, panelsFile } from '../stages/arena/lottery/commitment.ts'
import { solveLotteries } from '../stages/arena/lottery/jobs.ts'
import { askForPanels } from '../stages/arena/lottery/making.ts'
import { lastRunOf, panelsOf } from '../stages/arena/lottery/panels-store.ts'
import { leastLimits, solveHere, waitingCase } from '../stages/arena/lottery/testing.ts'
import { foundCall } from '../stages/arena/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { killPrograms, newDataFolder, open, type Ground, type Program } from './program.ts'

/**
 * kill -9 while the panels of a draw are made and while a case is forgotten, at moments nobody chose: the panels are made once and
 * are those of a run nobody disturbed, everybody hears of them once, and nothing is left half erased. On the program as it is shipped.
 */

const { data, remove } = newDataFolder()
const secretWords = 'I walk there every evening with my dog Karo.'

let given: TestDatabase
let database: Database
let ground: Ground
let town: Town

beforeAll(async () => {
  given = await testDatabase()
  ground = { data, databaseUrl: given.url }
  database = openDatabase({ url: given.url })
  town = await foundTown(database, 'testhavn')
  await giveRule(database, town)
  // What a killed worker had taken up is given back sooner than in real use: nobody here waits for its heart for half a minute.
  await database.queueSql('update pgboss.queue set heartbeat_seconds = 2, retry_delay = 1, retry_backoff = false')
}, 120_000)

afterEach(killPrograms)

afterAll(async () => {
  await database.close()
  await given.drop()
  remove()
})

const read = () => database.read(town.place.id)

async function killed(program: Program): Promise<void> {
  program.kill('SIGKILL')
  await program.ended
}

/** Somebody who acts on a case, or on something of it, for as long as she likes. */
async function acting(what: (tx: Parameters<Parameters<Database['transact']>[2]>[0]) => Promise<unknown>) {
  const { promise: isDone, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>()
  const act = database.transact(town.place.id, null, async (tx) => {
    await what(tx)
    held()
    await isDone
  })
  await isHeld
  return async () => {
    letGo()
    await act
  }
}

it('makes the panels once, as if nobody had disturbed it, and tells nobody twice', async () => {
  const of = await waitingCase(database, town, {
    seats: 6,
    tellings: Array.from({ length: 24 }, (_, at) => ({ gender: at % 2, age: at % 3 === 0 ? 0 : 1 })),
  })
  const { problem, people, closedAt } = of
  const at = { problem: problem.id, lottery: 1 }
  const then = database.at(closedAt)
  const { chen } = town.people
  const features = await leastLimits(read(), of, [6])
  expect(await setLimits(then, chen, { slug: problem.slug, population: '', features })).toMatchObject({ ok: true })
  expect(await lockPool(then, chen, problem.slug)).toMatchObject({ ok: true })
  // What was told by now is told: from here on there is only the draw.
  await database.queueSql('delete from pgboss.job')
  expect(await askForPanels(then, chen, problem.slug)).toMatchObject({ ok: true })
  const stateNow = async () => (await lastRunOf(read(), at))?.state
  const undisturbed = await undisturbedRun(at)

  // Killed somewhere in the work; then with all of it done but written; then in the moment in which it is written.
  const letGo = await acting((tx) => lockExclusive(tx, problem.id))
  const first = await open(ground)
  await expect.poll(stateNow, { timeout: 60_000, interval: 5 }).toBe('running')
  await sleep(Math.random() * 300)
  await killed(first)
  await sleep(200)
  const ghosts = await waitingForLocks() // who is dead and waits does not hear of it before she is let in
  const second = await open(ground)
  await expect.poll(waitingForLocks, { timeout: 60_000, interval: 20 }).toBeGreaterThan(ghosts)
  await killed(second)
  expect(await panelsOf(read(), at)).toBeUndefined()
  await letGo()
  const third = await open(ground)
  await expect.poll(stateNow, { timeout: 60_000, interval: 1 }).toBe('made')
  await killed(third)
  await open(ground)
  await expect.poll(waitingJobs, { timeout: 60_000, interval: 100 }).toBe(0)

  const made = await panelsOf(read(), at)
  if (!made) throw new Error('the panels are made')
  expect(panelsFile(made.panels)).toBe(undisturbed.file)
  expect(made.hash).toBe(fileHash(undisturbed.file))
  expect(made.certificate).toEqual(undisturbed.certificate)
  expect(await factsOf(problem.id, 'arena.lottery-panels-published')).toHaveLength(1)
  for (const { account } of people) {
    const notices = account ? await noticesOf(read(), account) : []
    expect(notices.filter(({ message }) => message === 'told.panels-published')).toHaveLength(1)
  }
})

/** The same job on a copy of the database, in one go. */
async function undisturbedRun(at: { readonly problem: Id<'problem'>; readonly lottery: number }) {
  await database.close()
  const copy = await testDatabase(new URL(given.url).pathname.slice(1))
  database = openDatabase({ url: given.url })
  const there = openDatabase({ url: copy.url })
  try {
    await solveLotteries(solveHere)(there, { jurisdiction: town.place.id, ...at, run: 1 })
    const made = await panelsOf(there.read(town.place.id), at)
    if (!made) throw new Error('an undisturbed run makes panels')
    return { file: panelsFile(made.panels), certificate: made.certificate }
  } finally {
    await there.close()
    await copy.drop()
  }
}

async function waitingForLocks(): Promise<number> {
  const { rows } = await database.queueSql("select from pg_locks where locktype = 'advisory' and not granted")
  return rows.length
}

async function waitingJobs(): Promise<number> {
  const { rows } = await database.queueSql(
    "select from pgboss.job where name in ('lottery.solve', 'notices.tell') and state in ('created', 'retry', 'active')",
  )
  return rows.length
}

it('erases everything of everybody, and nothing by half, when it is killed again and again', async () => {
  const { problem, people } = await longAnswered(450)
  const erased = async () => (await leftOf(problem)).filter(({ isErased }) => isErased).length
  // Somebody of the second two hundred is just being looked at: the worker waits for her in the middle of its second transaction.
  const someone = people[300]
  const letGo = await acting((tx) => sql`select from arena.application where id = ${someone} for update`.execute(tx))
  const first = await open(ground)
  await expect.poll(erased, { timeout: 60_000, interval: 20 }).toBe(200)
  await sleep(Math.random() * 200)
  await killed(first)
  await letGo()
  expect(await erased()).toBe(200)
  await expectNothingByHalf(problem)
  expect(await factsOf(problem, 'arena.forgotten')).toEqual([])

  const second = await open(ground)
  await expect.poll(erased, { timeout: 60_000, interval: 1 }).toBeGreaterThan(200)
  await sleep(Math.random() * 50)
  await killed(second)
  await expectNothingByHalf(problem)
  await open(ground)
  await expect
    .poll(() => factsOf(problem, 'arena.forgotten').then(({ length }) => length), { timeout: 60_000, interval: 50 })
    .toBe(1)
  expect(await erased()).toBe(450)
  await expectNothingByHalf(problem)
  const [fact] = await factsOf(problem, 'arena.forgotten')
  expect(fact?.public).toMatchObject({ applications: 450 })
})

/** A case whose day of forgetting was yesterday, and so many who asked for a seat and were told no, the first first. */
async function longAnswered(count: number) {
  const closedAt = Temporal.Now.instant().subtract({ hours: 24 * 62 })
  const { problem, profile } = await foundCall(database.at(closedAt.subtract({ hours: 48 })), town, closedAt)
  const { account: by } = town.people.dora
  if (!by) throw new Error('dora has an account')
  const people = await database.at(closedAt.subtract({ hours: 24 })).transact(town.place.id, null, async (tx) => {
    const applied: { readonly id: Id<'application'>; readonly account: Id<'account'> }[] = []
    const words = { motivation: secretWords, tie: 'Karo lives here.', gender: null }
    for (let number = 1; number <= count; number += 1) {
      const account = await ensureAccount(tx, `${newId('vote')}@example.org`, 'en')
      applied.push({ id: await putApplication(tx, problem, { number, account, profile, ...words }), account })
    }
    await recordAll(
      tx,
      applied.map(({ account }) => ({
        kind: 'arena.applied',
        problem,
        public: {},
        secret: { account, ...words },
        time: 'coarse',
      })),
    )
    return applied.map(({ id }) => id).toSorted()
  })
  await database
    .at(closedAt.add({ hours: 24 }))
    .transact(town.place.id, null, (tx) => answerMany(tx, people, { answer: 'Others live nearer to Karo.', by }))
  return { problem, people }
}

type Left = { readonly isErased: boolean; readonly hasWords: boolean; readonly hasSecret: boolean }

/** What is left of each who asked: in her application, and in what the record commits to. */
async function leftOf(problem: Id<'problem'>): Promise<readonly Left[]> {
  const { rows } = await sql<Left>`
    select a.erased_at is not null as "isErased", to_jsonb(a)::text like '%Karo%' as "hasWords", exists (
      select from ledger.event e
      join ledger.event_secret s on s.jurisdiction_id = e.jurisdiction_id and s.event_id = e.id
      where e.problem_id = a.problem_id and e.kind = 'arena.applied' and s.payload ->> 'account' = a.account_id::text
    ) as "hasSecret"
    from arena.application a
    where a.problem_id = ${problem}`.execute(read())
  return rows
}

async function expectNothingByHalf(problem: Id<'problem'>): Promise<void> {
  for (const one of await leftOf(problem))
    expect(one).toEqual({ isErased: one.isErased, hasWords: !one.isErased, hasSecret: !one.isErased })
}

async function factsOf(problem: Id<'problem'>, kind: string) {
  return (await entries(read(), { problem, limit: 1000 })).filter((one) => one.kind === kind)
}
