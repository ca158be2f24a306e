import type { ChildProcess } from 'node:child_process'
import { closeSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { makeDataFolder, serverAccount } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { owner, prepareCluster } from './embedded/cluster.ts'
import { guardRunning, holdPipe, startGuarded, type GuardianOptions } from './embedded/guardian.ts'
import { findPostmaster, forgetDeadPostmaster, stopPostmaster } from './embedded/postmaster.ts'
import { serverSettings } from './embedded/settings.ts'
import { findSocketFolder, pipeIn, socketNumber } from './embedded/socket-folder.ts'

export type EmbeddedServer = {
  readonly socketFolder: string
  /** The address of one database on this server, as the owner of everything. */
  readonly urlFor: (database: string) => string
  /** Whether the server was running already when we came. */
  readonly adopted: boolean
  /** Lets go of the server, and stops it unless another application uses it. */
  readonly stop: () => Promise<void>
}

export type EmbeddedOptions = {
  readonly dataFolder: string
  /** Settings of PostgreSQL beyond ours, for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** Seconds the server outlives the last application. */
  readonly grace?: number
  /** Hears of a server that had to be started again. */
  readonly tell?: (line: string) => void
}

/** Where the data lies unless FOLKMOOT_DATA says otherwise: root's database user cannot enter most folders of root. */
export function defaultDataFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/folkmoot' : resolve('.data')
}

/**
 * Starts PostgreSQL in the data folder, or adopts the one that runs there, and keeps it running until `stop`.
 * However this process ends, the server ends after it, unless another start adopts it first.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await prepare(options)
  const hold = await bringUp(place)
  return supervise(place, hold, options.tell ?? ((line) => console.warn(line)))
}

type Place = {
  readonly cluster: string
  readonly socketFolder: string
  readonly command: readonly string[]
  readonly guardian: GuardianOptions
}

async function prepare({ dataFolder, settings = {}, grace = 10 }: EmbeddedOptions): Promise<Place> {
  const wanted = resolve(dataFolder)
  const account = serverAccount(join(wanted, 'postgres'))
  makeDataFolder(wanted, account)
  const folder = realpathSync(wanted)
  const cluster = join(folder, 'postgres')
  const binaries = findBinaries(folder, account)
  await prepareCluster({ cluster, binaries, account })
  const socketFolder = findSocketFolder(folder, account)
  const all = {
    ...serverSettings,
    unix_socket_directories: socketFolder,
    port: String(socketNumber),
    ...settings,
  }
  const log = join(folder, 'postgres.log')
  keepLogShort(log)
  return {
    cluster,
    socketFolder,
    command: [
      binaries.postgres,
      '-D',
      cluster,
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    guardian: { pipe: pipeIn(socketFolder), account, grace, log },
  }
}

const longestLog = 5_000_000 // bytes; the one before is kept as well

function keepLogShort(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > longestLog) renameSync(log, `${log}.1`)
}

/** Our hold on a running server: a connection that ends when it does, and the pipe that ends when we do. */
type Hold = { readonly connection: Client; readonly pipe: number; readonly adopted: boolean }

const pause = 25 // milliseconds between two looks
const patienceWithRefusals = 30_000 // milliseconds: processes of a crashed server may take a while to end
const unreachableAfter = 5_000 // milliseconds after which a running server without a socket is stopped

/** Connects to the server; starts it as often as needed; two processes doing so at once end at the same server. */
async function bringUp(place: Place): Promise<Hold> {
  const { guardian } = place
  let started: ChildProcess | null = null
  let pipe: number | null = null
  let refusedSince: number | null = null
  for (;;) {
    pipe ??= holdPipe(guardian.pipe)
    const answer = await knock(place)
    if (typeof answer !== 'string') {
      const adopted = started === null || started.exitCode !== null
      return { connection: answer, pipe: pipe ?? (await newGuardian(place)), adopted }
    }
    if (answer === 'nobody' && (started === null || started.exitCode !== null)) {
      if (started !== null) {
        refusedSince ??= Date.now()
        await considerRefusal(place, refusedSince)
      }
      forgetDeadPostmaster(place.cluster)
      started = startGuarded(guardian, place.command)
    }
    await sleep(pause)
  }
}

/** A server that refused to start: because another is there or just ending, which passes, or for good. */
async function considerRefusal({ cluster, guardian }: Place, since: number): Promise<void> {
  const said = readFileSync(guardian.log, 'utf8').slice(-2000)
  const waited = Date.now() - since
  const mayPass = /lock file|shared memory/.test(said)
  if (!mayPass || waited > patienceWithRefusals)
    throw new Error(`PostgreSQL does not start. Its last words:\n${said}`)
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

async function knock(place: Place): Promise<Client | 'nobody' | 'not yet'> {
  const connection = new Client({
    connectionString: urlOn(place, 'postgres'),
    application_name: 'folkmoot supervisor',
  })
  connection.on('error', () => {}) // its end is what we look at
  try {
    await connection.connect()
    const { rows } = await connection.query<{ folder: string }>(
      "select pg_advisory_lock_shared($1), current_setting('data_directory') as folder",
      [applicationsLock],
    )
    if (rows[0]?.folder !== place.cluster)
      throw new Error(`Another database answers in ${place.socketFolder}.`)
    return connection
  } catch (error) {
    await connection.end().catch(() => {})
    const { code } = error as { code?: string }
    if (code !== undefined && nobodyThere.has(code)) return 'nobody'
    if (code !== undefined && soon.has(code)) return 'not yet'
    throw error
  }
}

const nobodyThere: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED'])
/** Starting or recovering, stopping, all connections taken, ended while we asked. */
const soon: ReadonlySet<string> = new Set(['57P03', '57P01', '57P02', '53300', 'ECONNRESET', 'EPIPE'])

function supervise(place: Place, first: Hold, tell: (line: string) => void): EmbeddedServer {
  let hold = first
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()

  const watch = (): void => {
    keepingAlive(hold.connection).unref()
    hold.connection.once('end', () => {
      if (!stopping) restarting = restart()
    })
  }
  const restart = async (): Promise<void> => {
    closeSync(hold.pipe)
    for (;;) {
      try {
        hold = await bringUp(place)
        break
      } catch (error) {
        tell(`The database does not come back: ${(error as Error).message}`)
        await sleep(1000)
      }
    }
    watch()
    tell('The database had ended and was started again.')
  }
  watch()
  return {
    socketFolder: place.socketFolder,
    urlFor: (database) => urlOn(place, database),
    adopted: first.adopted,
    stop: async () => {
      if (stopping) return
      stopping = true
      await restarting
      await letGo(place, hold)
    },
  }
}

async function letGo({ cluster }: Place, { connection, pipe }: Hold): Promise<void> {
  keepingAlive(connection).ref()
  try {
    if (await isLast(connection)) await stopPostmaster(cluster)
  } finally {
    await connection.end().catch(() => {})
    closeSync(pipe)
  }
}

/** The connection that watches must not keep a process alive; the one that lets go must. `pg` does not type these. */
function keepingAlive(connection: Client): { readonly ref: () => void; readonly unref: () => void } {
  return connection as unknown as { ref: () => void; unref: () => void }
}

async function isLast(connection: Client): Promise<boolean> {
  try {
    await connection.query('select pg_advisory_unlock_shared($1)', [applicationsLock])
    const { rows } = await connection.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      applicationsLock,
    ])
    return rows[0]?.alone ?? false
  } catch {
    return false // it has ended by itself
  }
}

/** `localhost` is only there for what insists on a host; the socket's folder takes its place. */
function urlOn({ socketFolder }: Place, database: string): string {
  const folder = encodeURIComponent(socketFolder)
  return `postgres://${owner}@localhost:${socketNumber}/${encodeURIComponent(database)}?host=${folder}`
}
