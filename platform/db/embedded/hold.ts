import type { ChildProcess } from 'node:child_process'
import { closeSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { owner } from './cluster.ts'
import { guardRunning, holdPipe, startGuarded, type GuardianOptions } from './guardian.ts'
import { findPostmaster, forgetDeadPostmaster, stopPostmaster } from './postmaster.ts'
import { socketNumber } from './socket-folder.ts'
import { within } from '../within.ts'

/** Where a server lives and how it is started. */
export type Place = {
  readonly cluster: string
  readonly socketFolder: string
  readonly command: readonly string[]
  readonly guardian: GuardianOptions
}

/** Our hold on a running server: a connection that ends when it does, and the pipe that ends when we do. */
export type Hold = Knocked & { readonly pipe: number; readonly adopted: boolean }

type Knocked = {
  readonly connection: Client
  /** Comes true when the connection ends, also when it did before anybody asked. */
  readonly ended: Promise<void>
}

const pause = 25 // milliseconds between two looks
const patienceWithRefusals = 30_000 // milliseconds: processes of a crashed server may take a while to end
const unreachableAfter = 5_000 // milliseconds after which a running server without a socket is stopped
const patienceWithAnswers = 5_000 // milliseconds: a server that is frozen or has lost its machine never answers

/**
 * Connects to the server; starts it as often as needed; two processes doing so at once end at the same server.
 * Goes on for as long as the server needs to recover, unless it is called off: then it throws.
 */
export async function bringUp(place: Place, calledOff?: AbortSignal): Promise<Hold> {
  const { guardian } = place
  let started: ChildProcess | null = null
  let pipe: number | null = null
  let refusedSince: number | null = null
  try {
    for (;;) {
      calledOff?.throwIfAborted()
      pipe ??= holdPipe(guardian.pipe)
      const answer = await knock(place)
      const hasEnded = started === null || started.exitCode !== null || started.signalCode !== null
      if (typeof answer !== 'string') {
        return { ...answer, pipe: pipe ?? (await newGuardian(place)), adopted: hasEnded }
      }
      if (answer === 'nobody' && hasEnded) {
        if (started !== null) {
          refusedSince ??= Date.now()
          await considerRefusal(place, refusedSince)
        }
        forgetDeadPostmaster(place.cluster, place.socketFolder)
        started = startGuarded(guardian, place.command)
      }
      await sleep(pause)
    }
  } catch (error) {
    if (pipe !== null) closeSync(pipe)
    throw error
  }
}

/** A server that refused to start: because another is there or just ending, which passes, or for good. */
async function considerRefusal({ cluster, guardian }: Place, since: number): Promise<void> {
  const said = readFileSync(guardian.log, 'utf8').slice(-2000)
  const waited = Date.now() - since
  const mayPass = /lock file|shared memory/.test(said)
  if (!mayPass || waited > patienceWithRefusals) throw new Error(`PostgreSQL does not start. Its last words:\n${said}`)
  if (waited > unreachableAfter) await stopPostmaster(cluster)
  await sleep(10 * pause)
}

async function newGuardian({ cluster, guardian }: Place): Promise<number> {
  const postmaster = findPostmaster(cluster)
  if (postmaster !== null) guardRunning(guardian, postmaster)
  for (let waited = 0; waited < 5000; waited += pause) {
    const pipe = holdPipe(guardian.pipe)
    if (pipe !== null) return pipe
    await sleep(pause)
  }
  throw new Error('The shell that watches over the database did not start.')
}

/** Held in common by all applications of a server: who gets it alone is the last one. */
const applicationsLock = 7_308_605

async function knock(place: Place): Promise<Knocked | 'nobody' | 'not yet'> {
  const connection = new Client({
    connectionString: urlOn(place.socketFolder, 'postgres'),
    application_name: 'folkmoot supervisor',
    connectionTimeoutMillis: patienceWithAnswers,
    query_timeout: patienceWithAnswers,
  })
  connection.on('error', () => {}) // its end is what we look at
  // Listened for from the start: a server killed just after it answered must be noticed too.
  const ended = new Promise<void>((resolve) => void connection.once('end', resolve))
  try {
    await connection.connect()
    const { rows } = await connection.query<{ folder: string }>(
      "select pg_advisory_lock_shared($1), current_setting('data_directory') as folder",
      [applicationsLock],
    )
    if (rows[0]?.folder !== place.cluster) throw new Error(`Another database answers in ${place.socketFolder}.`)
    return { connection, ended }
  } catch (error) {
    await hangUp(connection)
    const { code, message } = error as { code?: string; message: string }
    if (timedOut.has(message)) return 'not yet'
    if (code !== undefined && nobodyThere.has(code)) return 'nobody'
    if (code !== undefined && soon.has(code)) return 'not yet'
    throw error
  }
}

const nobodyThere: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED'])
/** Starting or recovering, stopping, all connections taken, ended while we asked. */
const soon: ReadonlySet<string> = new Set(['57P03', '57P01', '57P02', '53300', 'ECONNRESET', 'EPIPE'])

/** `pg` gives these no code: the words of `connectionTimeoutMillis` and of `query_timeout`. */
const timedOut: ReadonlySet<string> = new Set(['timeout expired', 'Query read timeout'])

const patienceWithFarewells = 2_000 // milliseconds

/** Says goodbye; a server that does not hear it notices when our process has gone. */
async function hangUp(connection: Client): Promise<void> {
  await within(patienceWithFarewells, connection.end()).catch(() => {})
}

/**
 * Lets go of the server, and stops it when nobody else holds it. One that does not answer is left to its guardian, which
 * stops it when nobody has come after its grace.
 */
export async function letGo(place: Place, { connection, pipe }: Hold): Promise<void> {
  try {
    await stopIfLast(place, connection)
  } finally {
    closeSync(pipe)
  }
}

/** For who was called off while the server came back: it may have come without being held by anybody. */
export async function letGoOfNewcomer(place: Place): Promise<void> {
  const answer = await knock(place).catch(() => 'nobody' as const) // it has ended again, as it was about to
  if (typeof answer !== 'string') await stopIfLast(place, answer.connection)
}

async function stopIfLast({ cluster }: Place, connection: Client): Promise<void> {
  keepingAlive(connection).ref()
  try {
    if (await isLast(connection)) await stopPostmaster(cluster)
  } finally {
    await hangUp(connection)
  }
}

async function isLast(connection: Client): Promise<boolean> {
  const alone = { is: false }
  const asking = async (): Promise<void> => {
    await connection.query('select pg_advisory_unlock_shared($1)', [applicationsLock])
    const { rows } = await connection.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      applicationsLock,
    ])
    alone.is = rows[0]?.alone ?? false
  }
  // It may have ended by itself, or not answer.
  await within(patienceWithFarewells, asking()).catch(() => {})
  return alone.is
}

/** The connection that watches must not keep a process alive; the one that lets go must. `pg` does not type these. */
export function keepingAlive(connection: Client): { readonly ref: () => void; readonly unref: () => void } {
  return connection as unknown as { ref: () => void; unref: () => void }
}

/** `localhost` is only there for what insists on a host; the socket's folder takes its place. */
export function urlOn(socketFolder: string, database: string): string {
  const folder = encodeURIComponent(socketFolder)
  return `postgres://${owner}@localhost:${socketNumber}/${encodeURIComponent(database)}?host=${folder}`
}
