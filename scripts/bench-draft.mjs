// npm run bench -- draft: a text of 60 pages, 400 clauses, 5,000 contributions and 20,000 citations, read at 10 requests a second by
// a member, for whom nothing is kept: each page is made from the database. Times are taken where the answer arrives; beside them
// stands what a page costs of a core, in the application and in its database, which other work on the machine hardly changes.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const perSecond = Number(process.env.RATE ?? 10)
const seconds = Number(process.env.SECONDS ?? 30)
const root = new URL('..', import.meta.url).pathname
const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'folkmoot-bench-'))
// The database's own user must be able to enter.
chmodSync(folder, 0o711)
const port = Number(process.env.PORT ?? 3793)
const origin = `http://127.0.0.1:${port}`
const env = {
  ...process.env,
  FOLKMOOT_DATA: join(folder, 'data'),
  FOLKMOOT_DEMO: 'off',
  PORT: String(port),
  LOG_LEVEL: 'error',
}

const load = () => loadavg().map((one) => one.toFixed(1))
console.log(`${cpus().length} cores, ${cpus()[0]?.model}; Node ${process.version}; load before: ${load().join(' ')}`)
let server
try {
  const file = join(folder, 'text.json')
  const made = spawnSync(process.execPath, ['dist/server/measured-draft.js', file], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  if (made.status !== 0) throw new Error('the measured text could not be made')
  const text = JSON.parse(readFileSync(file, 'utf8'))
  console.log(`${text.cites} citations`)
  server = await startServer()
  for (const [name, request] of Object.entries(requests(text))) await measure(name, request)
  console.log(`load after: ${load().join(' ')}`)
} finally {
  server?.kill('SIGTERM')
  if (server) await new Promise((ended) => server.once('exit', ended))
  rmSync(folder, { recursive: true, force: true })
}

function requests({ slug, token, clause, section }) {
  const headers = { cookie: `folkmoot-measured=${token}` }
  const get = (path) => (at) => [
    `/en/measured/problems/${slug}/draft${path}${path.includes('?') ? '&' : '?'}never=${at}`,
    { headers },
  ]
  return {
    'the text': get(''),
    'a clause with its sources': get(`/clauses/${clause}`),
    'two versions side by side': get('/versions/1/3'),
    'the form of a section': get(`/write/${section}`),
  }
}

async function startServer() {
  const started = spawn(process.execPath, ['dist/server/server.js'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let tries = 0; tries < 1500; tries += 1) {
    try {
      if ((await fetch(`${origin}/en/measured`)).status === 200) return started
    } catch {
      // not listening yet
    }
    await sleep(20)
  }
  throw new Error('the server did not answer')
}

/** So many a second, whether the last one was answered or not: a slow server gets a queue, as it would from people. */
async function measure(name, request) {
  const times = []
  const others = new Map()
  const asked = []
  const ask = async (at, isMeasured) => {
    const [path, init] = request(at)
    const began = performance.now()
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init })
    await response.arrayBuffer()
    if (!isMeasured) return
    times.push(performance.now() - began)
    if (response.status !== 200) others.set(response.status, (others.get(response.status) ?? 0) + 1)
  }
  // The first ones fill what a running server has in memory: pages of the database, plans on each connection.
  for (let round = 0; round < 15; round += 1)
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
function cpuTime() {
  const cluster = Number(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0])
  const ticks = { application: 0, database: 0 }
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [, parent, user, system] = /\) \S (\d+) (?:\S+ ){9}(\d+) (\d+)/.exec(readOr(`/proc/${pid}/stat`)) ?? []
    const of = Number(pid) === server.pid ? 'application' : Number(parent) === cluster ? 'database' : undefined
    if (of) ticks[of] += Number(user) + Number(system)
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
