import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Client } from 'pg'
import { startEmbedded, type EmbeddedServer } from '../platform/db/embedded.ts'

/** kill -9 in the middle of a stream of votes: every acknowledged vote is there. On the program as it is shipped. */

const root = fileURLToPath(new URL('..', import.meta.url))
const node = join(root, 'node_modules/.bin/node')
/** Where the server of the moment listens: another place each time, so that none is taken for its predecessor. */
let port = 0
let running: ChildProcess | undefined
const killsOfApplication = 20
const killsOfDatabase = 10
// As root the database runs as somebody else, who must be able to reach its folder.
const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'folkmoot-kill-'))
chmodSync(folder, 0o711)
const data = join(folder, 'data')
const env = {
  ...process.env,
  FOLKMOOT_DATA: data,
  FOLKMOOT_DEMO: 'off',
  LOG_LEVEL: 'error',
  DATABASE_URL: '',
}

type Town = { readonly slug: string; readonly tokens: readonly string[]; readonly statements: number }
let town: Town
let votes: AsyncGenerator<{ readonly voter: number; readonly number: number }>

beforeAll(async () => {
  await finished(
    spawn(node, ['dist/server/bench.js', join(folder, 'town.json'), '400', '30'], { cwd: root, env, stdio: 'inherit' }),
  )
  town = JSON.parse(readFileSync(join(folder, 'town.json'), 'utf8')) as Town // written by the line above
  votes = allPairs(town)
}, 120_000)

afterAll(() => {
  running?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

it(`keeps every acknowledged vote when the application is killed ${killsOfApplication} times`, async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < killsOfApplication; round += 1) {
    const server = await startServer()
    const dies = exited(server)
    const kill = (): void => void server.kill('SIGKILL')
    acknowledged.push(...(await voteUntil(dies, { after: votesBeforeKill(round), act: kill })))
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(killsOfApplication * votesBeforeKill(0))
  await expectAllCounted(acknowledged)
}, 180_000)

it(`keeps every acknowledged vote when the database is killed ${killsOfDatabase} times`, async () => {
  const acknowledged: string[] = []
  const server = await startServer()
  for (let round = 0; round < killsOfDatabase; round += 1) {
    await untilItAnswers()
    // People go on voting into the gap: what is refused or broken off there was not acknowledged.
    const { promise: over, resolve: end } = Promise.withResolvers<void>()
    const kill = (): void => {
      killDatabase()
      setTimeout(end, 300)
    }
    acknowledged.push(...(await voteUntil(over, { after: votesBeforeKill(round), act: kill })))
  }
  await untilItAnswers()
  server.kill('SIGTERM')
  await exited(server)
  expect(acknowledged.length).toBeGreaterThanOrEqual(killsOfDatabase * votesBeforeKill(0))
  await expectAllCounted(acknowledged)
}, 180_000)

async function* allPairs({ tokens, statements }: Town): AsyncGenerator<{ voter: number; number: number }> {
  for (let number = 1; number <= statements; number += 1) {
    for (let voter = 0; voter < tokens.length; voter += 1) yield { voter, number }
  }
}

/** In the middle of the stream, and at another point each time. */
function votesBeforeKill(round: number): number {
  return 12 + round * 3
}

type Blow = { readonly after: number; readonly act: () => void }

/** Ten at a time; strikes after so many acknowledged votes and goes on until `end`. Returns "voter statement" of what was acknowledged. */
async function voteUntil(end: Promise<unknown>, { after, act }: Blow): Promise<readonly string[]> {
  let isOver = false
  void end.then(() => {
    isOver = true
  })
  const done: string[] = []
  const stream = async (): Promise<void> => {
    while (!isOver) {
      const { value: pair } = await votes.next()
      if (!pair) return
      try {
        const response = await fetch(
          `http://127.0.0.1:${port}/en/bench/problems/${town.slug}/statements/${pair.number}/vote`,
          voteOf(pair.voter),
        )
        if (response.status !== 303) continue
        done.push(`voter-${pair.voter + 1}@example.org ${pair.number}`)
        if (done.length === after) act()
      } catch {
        // not acknowledged: it may be there or not
      }
    }
  }
  await Promise.all(Array.from({ length: 10 }, stream))
  return done
}

function voteOf(voter: number): RequestInit {
  const token = town.tokens[voter] ?? ''
  const formToken = createHash('sha256').update(`form\n${token}`).digest('base64url')
  return {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ 'form-token': formToken, choice: 'agree' }),
    headers: { cookie: `folkmoot-bench=${token}`, origin: `http://localhost:${port}` },
    signal: AbortSignal.timeout(5_000),
  }
}

async function expectAllCounted(acknowledged: readonly string[]): Promise<void> {
  const server: EmbeddedServer = await startEmbedded({ dataFolder: data })
  const client = new Client({ connectionString: server.urlFor('folkmoot') })
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
    await server.stop()
  }
}

async function startServer(): Promise<ChildProcess> {
  port = await freePort()
  const server = spawn(node, ['dist/server/server.js'], {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running = server
  await untilItAnswers()
  return server
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number } // it listens on TCP
      probe.close(() => found(free))
    })
  })
}

async function untilItAnswers(): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const isThere = await fetch(`http://127.0.0.1:${port}/ready`).then(
      (response) => response.status === 200,
      () => false,
    )
    if (isThere) return
    await new Promise((later) => setTimeout(later, 20))
  }
  throw new Error('the server does not answer')
}

/** Every process of the database in our folder, at once. */
function killDatabase(): void {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const path = `/proc/${name}/cmdline`
    if (!existsSync(path)) continue
    try {
      const command = readFileSync(path, 'utf8')
      const isPostmaster = command.includes(join(data, 'postgres')) && command.includes('postgres\0-D')
      if (isPostmaster) process.kill(Number(name), 'SIGKILL')
    } catch {
      // ended meanwhile
    }
  }
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done())
  })
}

async function finished(child: ChildProcess): Promise<void> {
  const code = await new Promise<number | null>((done) => child.once('exit', done))
  if (code !== 0) throw new Error(`it ended with ${code}`)
}
