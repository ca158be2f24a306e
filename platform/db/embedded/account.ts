import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whom the server runs as. PostgreSQL refuses to run as root, so root lends it an unprivileged user. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number }

/** The user for the server, or null when we are not root and it simply runs as us. */
export function serverAccount(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readAccounts()
  // An existing cluster keeps its owner, even if a better name has appeared since.
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid
  const chosen =
    accounts.find(({ uid }) => uid === owner && uid !== 0) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody')
  if (!chosen)
    throw new Error('The database cannot run as root, and there is no user `postgres` or `nobody` to run it as.')
  return chosen
}

function readAccounts(): readonly Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && Number.isInteger(uid) && Number.isInteger(gid))
}

/** Options for a child process that runs as the account. */
export function runningAs(account: Account | null): { readonly uid?: number; readonly gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

/** Makes a folder that only the account may enter. */
export function makePrivateFolder(path: string, account: Account | null): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  if (account) chownSync(path, account.uid, account.gid)
}

/**
 * Makes the data folder and lets the account pass through it. Folders above it are not ours to open:
 * if one is closed, says so.
 */
export function makeDataFolder(path: string, account: Account | null): void {
  mkdirSync(dirname(path), { recursive: true })
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (!account || canEnter(path, account)) return
  chownSync(path, process.getuid?.() ?? 0, account.gid)
  chmodSync(path, 0o710)
  if (canEnter(path, account)) return
  throw new Error(
    `The database runs as the unprivileged user ${account.name}, which cannot enter ${path}. ` +
      'Name another folder in FOLKMOOT_DATA, for instance /var/lib/folkmoot.',
  )
}

function canEnter(path: string, account: Account): boolean {
  return tryAs(account, 'cd "$1"', path)
}

export function canRun(path: string, account: Account | null): boolean {
  return account === null || tryAs(account, 'test -x "$1" && test -r "$1"', path)
}

/** Asks the system itself: groups, lists of access and mounts all count. */
function tryAs(account: Account, script: string, path: string): boolean {
  const options = { cwd: '/', stdio: 'ignore', uid: account.uid, gid: account.gid } as const
  const { status, error } = spawnSync('/bin/sh', ['-c', script, 'sh', path], options)
  if (error) throw new Error(`Cannot become the user ${account.name} to run the database.`, { cause: error })
  return status === 0
}
