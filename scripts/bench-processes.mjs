// What the application and every PostgreSQL process of its data folder take.
import { readFileSync, readdirSync } from 'node:fs'

/** Proportional set size, in MB. */
export function memoryOf(ground, application) {
  const kilobytes = ours(ground, application).map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  )
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024)
}

/** CPU seconds so far, of the application and of the database; what has ended meanwhile is not in it. */
export function cpuOf(ground, application) {
  const seconds = { application: 0, database: 0 }
  for (const pid of ours(ground, application)) {
    const [user = 0, system = 0] = readOr(`/proc/${pid}/stat`).split(') ').at(-1).split(' ').slice(11, 13).map(Number)
    seconds[pid === application ? 'application' : 'database'] += (user + system) / ticksPerSecond
  }
  return seconds
}

const ticksPerSecond = 100

function ours(ground, application) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isOurs(ground, pid, application))
}

function isOurs(ground, candidate, application) {
  for (let at = candidate; at > 1;) {
    if (at === application) return true
    if (readOr(`/proc/${at}/cmdline`).includes(ground.folder)) return true
    at = Number(/^PPid:\s+(\d+)/m.exec(readOr(`/proc/${at}/status`))?.[1] ?? 0)
  }
  return false
}

function readOr(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
