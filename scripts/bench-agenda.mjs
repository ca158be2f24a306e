// npm run bench -- agenda: a town with 20,000 problems and 2,000,000 supports; each page at 20 requests a second.
// Nothing here is kept for visitors: each request is made from the database. Times are taken where the answer arrives; beside
// them stands what a page costs of a core, in the application and in its database, which other work on the machine hardly changes.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from './bench-page.mjs'

const perSecond = Number(process.env.RATE ?? 20)
const seconds = Number(process.env.SECONDS ?? 30)
const problems = Number(process.env.PROBLEMS ?? 20_000)
const supports = Number(process.env.SUPPORTS ?? 2_000_000)
const root = new URL('..', import.meta.url).pathname
// `TOWN=folder` keeps the prepared town and takes it again the next time: making it takes minutes.
const folder =
  process.env.TOWN ?? mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'folkmoot-bench-'))
// The database's own user must be able to enter.
mkdirSync(folder, { recursive: true })
chmodSync(folder, 0o711)
const port = Number(process.env.PORT ?? 3791)
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
  const began = performance.now()
  const isThere = existsSync(join(folder, 'town.json'))
  const args = ['dist/server/measured-agenda.js', join(folder, 'town.json'), problems, supports].map(String)
  if (!isThere && spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status !== 0)
    throw new Error('the measured town could not be made')
  if (!isThere)
    console.log(
      `${problems} problems and ${supports} supports made in ${Math.round((performance.now() - began) / 1000)} s`,
    )
  server = await startServer()
  // So long the database takes to look at tables that grew by millions, as it does in any place by itself.
  if (!isThere) await sleep(90_000)
  for (const [name, request] of Object.entries(requests(JSON.parse(readFileSync(join(folder, 'town.json'), 'utf8')))))
    await measure(running(), name, request)
  console.log(`load after: ${load().join(' ')}`)
} finally {
  server?.kill('SIGTERM')
  if (server) await new Promise((ended) => server.once('exit', ended))
  if (!process.env.TOWN) rmSync(folder, { recursive: true, force: true })
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

/** What is asked, by its name; never twice the same, so that nothing kept answers. */
function requests({ tokens, slugs, texts }) {
  const words = (at, count) =>
    texts[(at * 7) % texts.length]
      .replace(/^Why is there |\?$/g, '')
      .split(' ')
      .slice(0, count)
      .join(' ')
  const deep = new Date(Date.now() - (problems / 2) * 7 * 60_000).getTime() * 1000
  const get = (pathOf) => (at) => [`/en/measured${pathOf(at)}`, {}]
  return {
    list: get((at) => `/problems?never=${at}`),
    'list, half way down': get((at) => `/problems?after=${deep - at}_${'0f0e0d0c-0b0a-4908-8706-050403020100'}`),
    'list by state and time left': get((at) => `/problems?state=collecting&order=time-left&never=${at}`),
    'list narrowed by words': get((at) => `/problems?q=${encodeURIComponent(words(at, 2))}&never=${at}`),
    search: get((at) => `/search?q=${encodeURIComponent(words(at, 2))}&never=${at}`),
    'near while typing': (at) => {
      const token = tokens[at % tokens.length]
      const body = new URLSearchParams({
        'form-token': createHash('sha256').update(`form\n${token}`).digest('base64url'),
        question: `${words(at, 7)} ${at}`,
      })
      const headers = { cookie: `folkmoot-measured=${token}`, origin: `http://localhost:${port}`, 'x-island': '1' }
      return ['/en/measured/problems/near', { method: 'POST', body, headers }]
    },
    'the body’s list': get((at) => `/agenda?never=${at}`),
    home: get((at) => `?never=${at}`),
    'journey of one problem': get((at) => `/problems/${slugs[at % slugs.length]}?never=${at}`),
  }
}

function running() {
  return { origin, folder, server, perSecond, seconds }
}
