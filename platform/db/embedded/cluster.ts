import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makePrivateFolder, runningAs, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'

type ClusterOptions = {
  readonly cluster: string
  readonly binaries: Binaries
  readonly account: Account | null
}

/** The superuser who owns everything; the application itself works as a role that owns nothing. */
export const owner = 'folkmoot'

/** Makes PostgreSQL's files on the first start, and refuses files of another major version ever after. */
export async function prepareCluster(options: ClusterOptions): Promise<void> {
  if (!existsSync(join(options.cluster, 'PG_VERSION'))) await makeCluster(options)
  refuseOtherVersion(options)
}

function refuseOtherVersion({ cluster, binaries }: ClusterOptions): void {
  const major = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  if (major === binaries.major) return
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${major}, and this release brings PostgreSQL ${binaries.major}. ` +
      'With the release that made it, run `folkmoot backup FILE`; with this one and an empty FOLKMOOT_DATA, `folkmoot restore FILE`.',
  )
}

/**
 * Made under another name and renamed at the end: a start that is killed half-way leaves no half cluster,
 * and of two starts at once one wins and the other takes what the winner made.
 */
async function makeCluster({ cluster, binaries, account }: ClusterOptions): Promise<void> {
  removeUnfinished(cluster)
  const unfinished = `${cluster}.new-${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  makePrivateFolder(unfinished, account)
  await runInitdb(binaries.initdb, unfinished, account)
  try {
    renameSync(unfinished, cluster)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
  }
}

const abandonedAfter = 10 * 60_000 // milliseconds; initdb takes seconds

function removeUnfinished(cluster: string): void {
  const folder = dirname(cluster)
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!path.startsWith(`${cluster}.new-`)) continue
    if (Date.now() - statSync(path).mtimeMs > abandonedAfter) rmSync(path, { recursive: true, force: true })
  }
}

async function runInitdb(initdb: string, folder: string, account: Account | null): Promise<void> {
  const options = [
    `--pgdata=${folder}`,
    `--username=${owner}`,
    '--encoding=UTF8',
    // Sorts by code point and knows upper and lower case of every script, the same on every system.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    // Who may enter the socket's folder is the owner: see socket-folder.ts. Nobody comes by network.
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
  ]
  const child = spawn(initdb, options, { cwd: '/', env: bareEnvironment(), ...runningAs(account) })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.once('error', reject)
  child.once('close', resolve)
  const code = await promise.catch((cause: unknown) => {
    throw new Error(`PostgreSQL's programs do not run on this machine. Name your own server in DATABASE_URL.`, {
      cause,
    })
  })
  if (code !== 0) throw new Error(`PostgreSQL could not make its files in ${folder}:\n${said}`)
}

/** What the server needs of our environment: none of our secrets, none of PostgreSQL's own variables. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' }
}
