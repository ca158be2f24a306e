import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { socketNumber } from './socket-folder.ts'

/** The server's main process as its own file `postmaster.pid` tells, or null when it is not running. */
export function findPostmaster(cluster: string): number | null {
  const pid = readPid(join(cluster, 'postmaster.pid'))
  return pid !== null && isPostmaster(pid, cluster) ? pid : null
}

/**
 * Asks the server to end at once but in order (PostgreSQL's "fast" shutdown), and waits for it. When it has not ended after
 * half a minute, asks it to drop everything ("immediate": it recovers at the next start), and waits a little longer.
 */
export async function stopPostmaster(cluster: string): Promise<void> {
  const pid = findPostmaster(cluster)
  if (pid === null) return
  for (const { signal, patience } of waysToEnd) {
    if (!tell(pid, signal)) return
    for (let waited = 0; waited < patience; waited += pause) {
      if (findPostmaster(cluster) !== pid) return
      await sleep(pause)
    }
  }
}

const pause = 20 // milliseconds between two looks
const waysToEnd = [
  { signal: 'SIGINT', patience: 30_000 },
  { signal: 'SIGQUIT', patience: 5_000 },
] as const

function tell(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false // it ended between the look and the signal
  }
}

/** Longer than any repair takes: a repair lock older than this was left by a killed process. */
const repairLockAge = 10_000 // milliseconds

// Above every system's highest process number, so never alive.
const noProcess = 2_147_483_646

/**
 * PostgreSQL will not start while the number in `postmaster.pid`, or in the lock file beside its socket, belongs to any living
 * process. After a crash it may belong to a zombie nobody buries (containers without an init) or to a stranger: after a reboot,
 * or where many processes come and go. Then we write a number that belongs to nobody. The files stay: by the other lines of
 * the first PostgreSQL itself makes sure that no process of the crashed server is left.
 */
export function forgetDeadPostmaster(cluster: string, socketFolder: string): void {
  const files = [join(cluster, 'postmaster.pid'), join(socketFolder, `.s.PGSQL.${socketNumber}.lock`)]
  if (!files.some((file) => isForgotten(file, cluster))) return
  const lock = join(cluster, 'postmaster.pid.repair')
  if (!takeLock(lock)) return
  try {
    // Read again under the lock: another start may have repaired them, and a new server written its own.
    for (const file of files) if (isForgotten(file, cluster)) writeNobody(file)
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Whether it names a server of ours that is no more. */
function isForgotten(file: string, cluster: string): boolean {
  const pid = readPid(file)
  return pid !== null && pid !== noProcess && !isPostmaster(pid, cluster)
}

function writeNobody(file: string): void {
  const [, ...others] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [noProcess, ...others].join('\n'))
}

function takeLock(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'))
    return true
  } catch {
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
    if (made !== undefined && Date.now() - made > repairLockAge) rmSync(lock, { force: true })
    return false
  }
}

function readPid(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return pid > 0 ? pid : null
  } catch {
    return null
  }
}

/** Alive, no zombie, and started with this very folder. */
function isPostmaster(pid: number, cluster: string): boolean {
  return commandOf(pid)?.includes(cluster) ?? false
}

function commandOf(pid: number): string | null {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' })
    return stdout && !stdout.startsWith('Z') ? stdout : null
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') || null // a zombie's is empty
  } catch {
    return null
  }
}
