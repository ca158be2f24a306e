import { closeSync, realpathSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeDataFolder, serverAccount } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { prepareCluster } from './embedded/cluster.ts'
import { bringUp, keepingAlive, letGo, letGoOfNewcomer, urlOn, type Hold, type Place } from './embedded/hold.ts'
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
    guardian: { pipe: pipeIn(socketFolder), cluster, account, grace, log },
  }
}

const longestLog = 5_000_000 // bytes; the one before is kept as well

function keepLogShort(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > longestLog) renameSync(log, `${log}.1`)
}

/** Watches the connection of our hold: when it ends before we let go, the server has, and is brought back. */
function supervise(place: Place, first: Hold, tell: (line: string) => void): EmbeddedServer {
  const stopping = new AbortController()
  let hold: Hold | null = null
  let restarting: Promise<void> = Promise.resolve()

  const watch = (held: Hold): void => {
    hold = held
    keepingAlive(held.connection).unref()
    void held.ended.then(() => {
      if (stopping.signal.aborted) return
      hold = null
      closeSync(held.pipe)
      restarting = restart()
    })
  }
  const restart = async (): Promise<void> => {
    let told = ''
    while (!stopping.signal.aborted) {
      try {
        watch(await bringUp(place, stopping.signal))
        tell('The database had ended and was started again.')
        return
      } catch (error) {
        if (stopping.signal.aborted) return
        const line = `The database does not come back: ${(error as Error).message}`
        if (line !== told) tell(line)
        told = line
        await sleep(1000, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }
  watch(first)
  return {
    socketFolder: place.socketFolder,
    urlFor: (database) => urlOn(place.socketFolder, database),
    adopted: first.adopted,
    stop: async () => {
      if (stopping.signal.aborted) return
      stopping.abort()
      await restarting
      await (hold ? letGo(place, hold) : letGoOfNewcomer(place))
    },
  }
}
