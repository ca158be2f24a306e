// How a page is measured under a steady rate: for every bench that asks pages of a running server.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * So many a second, whether the last one was answered or not: a slow server gets a queue, as it would from people. Where something is to
 * happen before each request, `act` does it, outside the time that is measured.
 */
export async function measure({ origin, folder, server, perSecond, seconds, rounds = 15 }, name, request, act) {
  const cpuTime = () => cpuTimeOf(folder, server)
  const times = []
  const others = new Map()
  const asked = []
  const ask = async (at, isMeasured) => {
    const [path, init] = request(at)
    await act?.()
    const began = performance.now()
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init })
    await response.arrayBuffer()
    if (!isMeasured) return
    times.push(performance.now() - began)
    if (response.status !== 200) others.set(response.status, (others.get(response.status) ?? 0) + 1)
  }
  // The first ones fill what a running server has in memory: pages of the database, plans on each connection.
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(Array.from({ length: 10 }, (_, at) => ask(1_000_000 + round * 10 + at, false)))
  const before = cpuTime()
  const began = performance.now()
  for (let at = 0; at < perSecond * seconds; at += 1) {
    await sleep(Math.max(0, began + (at * 1000) / perSecond - performance.now()))
    asked.push(ask(at, true))
  }
  await Promise.all(asked)
  const spent = cpuTime().map((now, at) => ((now - before[at]) / asked.length).toFixed(1))
  times.sort((a, b) => a - b)
  const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1)
  const wrong = [...others].map(([code, count]) => `; ${count} × ${code}`).join('')
  console.log(
    `${name}: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, p99 ${share(0.99)} ms; ` +
      `application ${spent[0]} ms, database ${spent[1]} ms of a core${wrong}`,
  )
}

/** Milliseconds of a core that the application and the processes of its database have taken; from Linux's /proc. */
function cpuTimeOf(folder, server) {
  const cluster = Number(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0])
  const ticks = { application: 0, database: 0 }
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [, parent, ...own] =
      /\) \S (\d+) (?:\S+ ){9}(\d+) (\d+) (\d+) (\d+)/.exec(readOr(`/proc/${pid}/stat`))?.map(Number) ?? []
    const [user, system, endedUser, endedSystem] = own
    if (Number(pid) === server.pid) ticks.application += user + system
    if (parent === cluster) ticks.database += user + system
    // A connection that has ended is counted where it began.
    if (Number(pid) === cluster) ticks.database += user + system + endedUser + endedSystem
  }
  return [ticks.application * 10, ticks.database * 10]
}

/** Empty for a process that has just ended. */
function readOr(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
