import { request, Agent } from 'node:http'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, describe, expect, it, onTestFinished } from 'vitest'
import {
  databaseProcesses,
  endOf,
  guardianOf,
  killPrograms,
  launch,
  newDataFolder,
  open,
  opened,
  postmasterOf,
  signalAll,
  urlIn,
  type Program,
} from './program.ts'

/** Told to end, the program ends: within ten seconds, which is what Docker gives it, whatever hangs. */

const longestEnd = 10_000 // milliseconds
const graceOfGuardian = 10_000 // milliseconds a server outlives the last application
const isGiven = Boolean(process.env.DATABASE_URL)
const { data, remove } = newDataFolder()
const ground = { data }
const unknownCode = 404 // the status of the page we ask for

// A server given by DATABASE_URL cannot be frozen, killed or started by us; how the program ends is the same there.
describe.skipIf(isGiven)('told to end', () => {
  afterEach(killPrograms)
  afterAll(() => {
    killPrograms()
    remove()
  })

  it('two starts at once on a folder in which nothing is yet share one database, which ends with the second', async () => {
    const fresh = newDataFolder()
    onTestFinished(fresh.remove)
    const programs = await Promise.all([launch(fresh), launch(fresh)])
    await Promise.all(programs.map(opened))
    const server = postmasterOf(fresh.data)
    expect(server).not.toBeNull()
    for (const program of programs) {
      expect(postmasterOf(fresh.data)).toBe(server)
      expect(await page(program)).toBe(unknownCode)
      program.kill('SIGTERM')
      await expectEnd(program, 0)
    }
    await expectNoDatabase(fresh.data)
  })

  it('ends in order although a browser goes on asking on the connection it keeps', async () => {
    const program = await open(ground)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    onTestFinished(() => agent.destroy())
    let isAsking = true
    const asking = (async () => {
      for (; isAsking; await sleep(20)) if ((await page(program, agent)) === null) isAsking = false
    })()
    await sleep(200)
    program.kill('SIGTERM')
    await expectEnd(program, 0)
    await expectNoDatabase()
    await asking
  })

  it('answers what was asked before it ends', async () => {
    const program = await open(ground)
    const locked = await lockPage()
    const asked = page(program)
    await sleep(300)
    program.kill('SIGTERM')
    await sleep(300)
    await locked.letGo()
    expect(await asked).toBe(unknownCode)
    await expectEnd(program, 0)
  })

  it('ends within ten seconds although a request waits for what somebody else has locked', async () => {
    const program = await open(ground)
    await lockPage()
    const asked = page(program)
    await sleep(300)
    program.kill('SIGTERM')
    await expectEnd(program, 0)
    expect(await asked).toBeNull()
  })

  it('ends at once when told a second time, but not by the echo of the first', async () => {
    const program = await open(ground)
    await lockPage()
    void page(program)
    await sleep(300)
    program.kill('SIGINT')
    await sleep(100)
    program.kill('SIGINT')
    await sleep(1_500)
    expect(program.hasEnded()).toBe(false)
    program.kill('SIGINT')
    const { ending, after } = await endOf(program, longestEnd)
    expect(ending).toBe(130)
    expect(after).toBeLessThan(2_000)
  })

  it('ends within ten seconds on SIGTERM while the database is down and cannot come back', async () => {
    const program = await open(ground)
    const cluster = join(data, 'postgres')
    signalAll([guardianOf(data), ...databaseProcesses(data)], 'SIGKILL')
    renameSync(cluster, `${cluster}.away`)
    onTestFinished(() => renameSync(`${cluster}.away`, cluster))
    await expect.poll(() => program.said(), { timeout: 10_000 }).toContain('The database does not come back')
    program.kill('SIGTERM')
    await expectEnd(program, 0)
  })

  it('ends within ten seconds on SIGTERM just when the database is killed and started again', async () => {
    for (const pause of [0, 30, 120]) {
      const program = await open(ground)
      signalAll(databaseProcesses(data), 'SIGKILL')
      await sleep(pause)
      program.kill('SIGTERM')
      await expectEnd(program, 0)
    }
    await expectNoDatabase()
  })

  it('ends within ten seconds on SIGTERM while the database is frozen, which then ends by itself', async () => {
    const program = await open(ground)
    const frozen = databaseProcesses(data)
    onTestFinished(() => signalAll(frozen, 'SIGCONT'))
    signalAll(frozen, 'SIGSTOP')
    void page(program)
    await sleep(300)
    program.kill('SIGTERM')
    expect((await endOf(program, longestEnd)).ending).not.toBe('still there')
    signalAll(frozen, 'SIGCONT')
    await expectNoDatabase()
  })

  it('ends on SIGTERM while it is starting, and leaves no database behind', async () => {
    const program = await launch(ground)
    await expect.poll(() => postmasterOf(data), { timeout: 20_000 }).not.toBeNull()
    program.kill('SIGTERM')
    // As a signal before it listens for any, as 143 while it starts, as 0 when it had just finished.
    expect(['SIGTERM', 143, 0]).toContain((await endOf(program, longestEnd)).ending)
    await expectNoDatabase()
  })

  it('ends with `npm start` when that is told to', async () => {
    const program = await launch(ground, ['npm', 'start'])
    await opened(program)
    program.kill('SIGTERM')
    expect((await endOf(program, longestEnd)).ending).not.toBe('still there')
    await expectNoDatabase()
    expect(await page(program)).toBeNull()
  })
})

async function expectEnd(program: Program, code: number): Promise<void> {
  const { ending } = await endOf(program, longestEnd)
  expect(ending, program.said()).toBe(code)
}

/** At once in most cases; after the grace when the program could not ask whether it was the last. */
async function expectNoDatabase(where = data): Promise<void> {
  await expect.poll(() => postmasterOf(where), { timeout: graceOfGuardian + 10_000 }).toBeNull()
}

/** The status of a page that asks the database each time, or null when it was not answered. */
function page({ port }: Program, agent?: Agent): Promise<number | null> {
  return new Promise((told) => {
    const asked = request({ host: '127.0.0.1', port, path: '/set-up/no-code', agent }, (response) => {
      response.on('end', () => told(response.statusCode ?? null)).on('error', () => told(null))
      response.resume()
    })
    asked.on('error', () => told(null)).end()
  })
}

/** Somebody else at the database, such as a person with psql in an unfinished transaction. */
async function lockPage(): Promise<{ readonly letGo: () => Promise<void> }> {
  const client = new Client({ connectionString: urlIn(data, 'folkmoot') })
  client.on('error', () => {}) // it may end with the server
  onTestFinished(() => client.end())
  await client.connect()
  await client.query('begin')
  await client.query('lock table folkmoot.setting in access exclusive mode')
  return { letGo: () => client.end() }
}
