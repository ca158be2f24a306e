import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { urlOn } from '../platform/db/embedded/hold.ts'
import { findPostmaster } from '../platform/db/embedded/postmaster.ts'
import { within } from '../platform/db/within.ts'

/** The program as it is shipped, in processes that can be killed. */
export type Program = {
  readonly port: number
  readonly kill: (signal: NodeJS.Signals) => void
  /** How it ended: its exit code, or the signal that killed it. Comes true also when it ended before anybody asked. */
  readonly ended: Promise<number | NodeJS.Signals>
  readonly hasEnded: () => boolean
  /** What it wrote so far. */
  readonly said: () => string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const node = join(root, 'node_modules/.bin/node')
const alive = new Set<ChildProcess>()

// However a test ends, no program outlives it: not when it fails half-way, and not when the runner is stopped.
process.on('exit', killPrograms)

export function killPrograms(): void {
  for (const child of alive) child.kill('SIGKILL')
}

/** A folder for data. As root the database runs as somebody else, who must be able to reach it. */
export function newDataFolder(): { readonly data: string; readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'folkmoot-kill-'))
  chmodSync(folder, 0o711)
  // A database just ending may still write beside us.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  return { folder, data: join(folder, 'data'), remove }
}

export type Ground = {
  readonly data: string
  readonly databaseUrl?: string | undefined
  /** Further settings of the program, by their names in the environment. */
  readonly settings?: Readonly<Record<string, string>> | undefined
}

export function environment({ data, databaseUrl = '', settings = {} }: Ground): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...settings,
    FOLKMOOT_DATA: data,
    FOLKMOOT_DEMO: 'off',
    LOG_LEVEL: 'error',
    DATABASE_URL: databaseUrl,
  }
}

/** Starts the program at a place of its own, so that none is taken for its predecessor. */
export async function launch(ground: Ground, command: readonly string[] = [node, 'dist/server/server.js']) {
  const port = await freePort()
  return { ...run(command, { ...environment(ground), PORT: String(port) }, `${ground.data}.log`), port }
}

/** Starts the program and waits until it is open. */
export async function open(ground: Ground): Promise<Program> {
  const program = await launch(ground)
  await opened(program)
  return program
}

/** Waits until it answers and has said so: what it says last is that it can also be ended in order. */
export async function opened(program: Program): Promise<void> {
  await answers(program)
  while (!program.said().includes(`is open at http://localhost:${program.port}`)) {
    if (program.hasEnded()) throw new Error(`the program ended while it was starting:\n${program.said()}`)
    await sleep(20)
  }
}

export async function runScript(options: readonly string[], ground: Ground): Promise<void> {
  const script = run([node, ...options], environment(ground), `${ground.data}.log`)
  const ending = await script.ended
  if (ending !== 0) throw new Error(`${options[0]} ended with ${ending}:\n${script.said()}`)
}

/** Into a file, not into our own output: the runner would wait for whoever still holds that open. */
function run([command = '', ...options]: readonly string[], env: NodeJS.ProcessEnv, log: string) {
  const output = openSync(log, 'a')
  const child = spawn(command, options, { cwd: root, env, stdio: ['ignore', output, output] })
  closeSync(output)
  alive.add(child)
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      alive.delete(child)
      resolve(code ?? signal ?? 0)
    })
  })
  return {
    kill: (signal: NodeJS.Signals): void => void child.kill(signal),
    ended,
    hasEnded: (): boolean => !alive.has(child),
    said: (): string => readFileSync(log, 'utf8').slice(-20_000),
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number } // it listens on TCP
      probe.close(() => found(port))
    })
  })
}

const patienceWithStarts = 120_000 // milliseconds: a machine busy with something else takes ten times as long

/** Waits until pages can be asked for. Throws when the program has ended, or takes far too long. */
export async function answers(program: Program): Promise<void> {
  const limit = performance.now() + patienceWithStarts
  while (performance.now() < limit) {
    if (program.hasEnded()) throw new Error(`the program ended instead of answering:\n${program.said()}`)
    const signal = AbortSignal.timeout(2_000)
    const isThere = await fetch(`http://127.0.0.1:${program.port}/ready`, { signal }).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (isThere) return
    await sleep(20)
  }
  throw new Error(`the program does not answer:\n${program.said()}`)
}

/** How it ended and after how many milliseconds; 'still there' when it did not end within the limit. */
export async function endOf(program: Program, limit: number) {
  const began = performance.now()
  const ending = (await within(limit, program.ended)) ? await program.ended : ('still there' as const)
  return { ending, after: performance.now() - began }
}

export function postmasterOf(data: string): number | null {
  return findPostmaster(join(data, 'postgres'))
}

/** A database on the running server, for somebody who is no application. */
export function urlIn(data: string, database: string): string {
  const elsewhere = join(data, 'socket-folder')
  return urlOn(existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : join(data, 'socket'), database)
}

/** The server's main process and every process it has made. Elsewhere than on Linux the main one alone. */
export function databaseProcesses(data: string): readonly number[] {
  const postmaster = postmasterOf(data)
  if (postmaster === null) return []
  return [postmaster, ...processes().filter((pid) => parentOf(pid) === postmaster)]
}

/** The shell that watches over the server. */
export function guardianOf(data: string): number | null {
  const postmaster = postmasterOf(data)
  const parent = postmaster === null ? null : parentOf(postmaster)
  return parent === null || parent === 1 ? null : parent
}

export function signalAll(pids: readonly (number | null)[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      if (pid !== null) process.kill(pid, signal)
    } catch {
      // ended meanwhile
    }
  }
}

function processes(): readonly number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid))
}

function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) || null
  } catch {
    return null
  }
}
