import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startEmbedded } from '../platform/db/embedded.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { times } from './how-often.ts'
import {
  answers,
  databaseProcesses,
  endOf,
  guardianOf,
  killPrograms,
  newDataFolder,
  open,
  runScript,
  signalAll,
  type Ground,
  type Program,
} from './program.ts'

/**
 * kill -9 in the middle of a stream of votes: every acknowledged vote is there. On the program as it is shipped.
 * A server given by DATABASE_URL is not ours to kill: there only the application is.
 */

const killsOfApplication = times({ promised: 20, usual: 5 })
const killsOfDatabase = times({ promised: 10, usual: 4 })
const isGiven = Boolean(process.env.DATABASE_URL)
const { folder, data, remove } = newDataFolder()

type Town = { readonly slug: string; readonly tokens: readonly string[]; readonly statements: number }
type Pair = { readonly voter: number; readonly number: number }
let given: TestDatabase | undefined
let ground: Ground
let town: Town
let votes: Generator<Pair>

beforeAll(async () => {
  given = isGiven ? await testDatabase() : undefined
  ground = { data, databaseUrl: given?.url }
  const file = join(folder, 'town.json')
  await runScript(['dist/server/measured-town.js', file, '400', '60'], ground)
  town = JSON.parse(readFileSync(file, 'utf8')) as Town // written by the line above
  votes = allPairs(town)
})

afterEach(killPrograms)

afterAll(async () => {
  await given?.drop()
  remove()
})

it(`keeps every acknowledged vote when the application is killed ${killsOfApplication} times`, async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < killsOfApplication; round += 1) {
    const program = await open(ground)
    const kill = (): void => program.kill('SIGKILL')
    acknowledged.push(...(await voteUntil(program, program.ended, { after: votesBeforeKill(round), act: kill })))
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(killsOfApplication * votesBeforeKill(0))
  await expectAllCounted(acknowledged)
})

it.skipIf(isGiven)(`keeps every acknowledged vote when the database is killed ${killsOfDatabase} times`, async () => {
  const acknowledged: string[] = []
  const program = await open(ground)
  for (let round = 0; round < killsOfDatabase; round += 1) {
    await answers(program)
    // People go on voting into the gap: what is refused or broken off there was not acknowledged.
    const { promise: over, resolve: end } = Promise.withResolvers<void>()
    const kill = (): void => {
      // Every other time the shell that watches over it as well.
      signalAll([round % 2 === 0 ? null : guardianOf(data), ...databaseProcesses(data)], 'SIGKILL')
      setTimeout(end, 300)
    }
    acknowledged.push(...(await voteUntil(program, over, { after: votesBeforeKill(round), act: kill })))
  }
  await answers(program)
  program.kill('SIGTERM')
  expect((await endOf(program, 10_000)).ending).toBe(0)
  expect(acknowledged.length).toBeGreaterThanOrEqual(killsOfDatabase * votesBeforeKill(0))
  await expectAllCounted(acknowledged)
})

function* allPairs({ tokens, statements }: Town): Generator<Pair> {
  for (let number = 1; number <= statements; number += 1) {
    for (let voter = 0; voter < tokens.length; voter += 1) yield { voter, number }
  }
}

/** In the middle of the stream, and at another point each time. */
function votesBeforeKill(round: number): number {
  return 12 + round * 3
}

type Blow = { readonly after: number; readonly act: () => void }

const pauseAfterFailure = 100 // milliseconds: each vote is cast once, and there are only so many
const patienceWithStreams = 40_000 // milliseconds

/** Ten at a time; strikes after so many acknowledged votes and goes on until `end`. Returns "voter statement" of what was acknowledged. */
async function voteUntil(program: Program, end: Promise<unknown>, { after, act }: Blow): Promise<readonly string[]> {
  const limit = performance.now() + patienceWithStreams
  let isOver = false
  void end.then(() => {
    isOver = true
  })
  const done: string[] = []
  const stream = async (): Promise<void> => {
    while (!isOver) {
      if (performance.now() > limit) throw new Error(`only ${done.length} votes were taken:\n${program.said()}`)
      // Without this a server would go unkilled, and no test would know.
      const { value: pair, done: isSpent } = votes.next() as IteratorResult<Pair, undefined>
      if (isSpent) throw new Error('there are not enough voters and statements for so many kills')
      if (!(await isAcknowledged(program, pair))) {
        await sleep(pauseAfterFailure)
        continue
      }
      done.push(`voter-${pair.voter + 1}@example.org ${pair.number}`)
      if (done.length === after) act()
    }
  }
  await Promise.all(Array.from({ length: 10 }, stream))
  return done
}

/** When it is not acknowledged it may be there or not. */
async function isAcknowledged({ port }: Program, { voter, number }: Pair): Promise<boolean> {
  const token = town.tokens[voter] ?? ''
  const formToken = createHash('sha256').update(`form\n${token}`).digest('base64url')
  try {
    const { status } = await fetch(
      `http://127.0.0.1:${port}/en/measured/problems/${town.slug}/statements/${number}/vote`,
      {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ 'form-token': formToken, choice: 'agree' }),
        headers: { cookie: `folkmoot-measured=${token}`, origin: `http://localhost:${port}` },
        signal: AbortSignal.timeout(5_000),
      },
    )
    return status === 303
  } catch {
    return false
  }
}

async function expectAllCounted(acknowledged: readonly string[]): Promise<void> {
  const server = given ? undefined : await startEmbedded({ dataFolder: data })
  const client = new Client({ connectionString: given?.url ?? server?.urlFor('folkmoot') })
  await client.connect()
  try {
    const { rows } = await client.query<{ vote: string; rows: number }>(`
      select a.email || ' ' || s.number as vote, count(*)::int as rows
      from opinion.vote v
      join opinion.statement s on s.id = v.statement_id
      join opinion.participant p on p.id = v.participant_id
      join identity.account a on a.id = p.account_id
      group by 1`)
    const kept = new Map(rows.map((row) => [row.vote, row.rows]))
    expect(acknowledged.filter((vote) => !kept.has(vote))).toEqual([])
    expect([...kept.values()].filter((count) => count !== 1)).toEqual([])
    const { rows: facts } = await client.query<{ votes: number; facts: number }>(`
      select (select count(*)::int from opinion.vote) as votes,
        (select count(*)::int from ledger.event where kind = 'opinion.vote-cast') as facts`)
    expect(facts[0]?.facts).toBe(facts[0]?.votes)
  } finally {
    await client.end()
    await server?.stop()
  }
}
