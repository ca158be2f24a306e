import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePrivateFolder, runningAs, type Account } from './account.ts'

/** The number in the socket's name; no network port is opened. */
export const socketNumber = 5432

// The shortest limit of a socket's path among our systems is macOS' 104 bytes with its closing zero.
const longestPath = 103
const longestName = `/.s.PGSQL.${socketNumber}.lock`

/** What lies in the folder beside PostgreSQL's socket: the pipe each running application holds open. */
export function pipeIn(socketFolder: string): string {
  return join(socketFolder, 'applications')
}

/**
 * The folder of the server's socket: only the server's account may enter it, which is what makes `trust` safe.
 * It lies in the data folder, or, where its path would be too long or the file system has no pipes,
 * in a short temporary folder remembered in the data folder.
 */
export function findSocketFolder(dataFolder: string, account: Account | null): string {
  const usual = join(dataFolder, 'socket')
  const isShort = Buffer.byteLength(usual + longestName) <= longestPath
  if (isShort && prepare(usual, account)) return usual
  const note = join(dataFolder, 'socket-folder')
  const remembered = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  if (remembered && isPrivate(remembered, account) && prepare(remembered, account)) return remembered
  const made = mkdtempSync(join(shortTemporaryFolder(), 'folkmoot-'))
  if (!prepare(made, account)) throw new Error(`No folder for the database's socket: ${made} cannot hold a pipe.`)
  writeFileSync(note, made)
  return made
}

function shortTemporaryFolder(): string {
  const longest = Buffer.byteLength(join(tmpdir(), 'folkmoot-XXXXXX') + longestName)
  return longest <= longestPath ? tmpdir() : '/tmp'
}

function prepare(folder: string, account: Account | null): boolean {
  makePrivateFolder(folder, account)
  if (!isPrivate(folder, account)) {
    throw new Error(`The folder ${folder} must be closed to other users, and its file system does not keep it so.`)
  }
  const pipe = pipeIn(folder)
  if (existsSync(pipe) && !lstatSync(pipe).isFIFO()) rmSync(pipe)
  if (existsSync(pipe)) return true
  spawnSync('mkfifo', ['-m', '600', pipe], { cwd: '/', stdio: 'ignore', ...runningAs(account) })
  return existsSync(pipe)
}

/** Ours, a real folder, and closed to everybody else. */
function isPrivate(folder: string, account: Account | null): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return false
  const owner = account?.uid ?? process.getuid?.()
  return found.uid === owner && (found.mode & 0o077) === 0
}
