// npm run bench -- thread: the thread of a case with a text of 400 clauses, 5,000 contributions and 20,000 citations, read at 10 requests a
// second by a member, for whom no page is kept. "First" is measured after something public was recorded before each request, so that
// nothing of the thread is kept either; "repeated" while nothing happens. Beside the times stands what a page costs of a core, in the
// application and in its database; of the first ones it includes the act that was recorded.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from './bench-page.mjs'

const perSecond = Number(process.env.RATE ?? 10)
const seconds = Number(process.env.SECONDS ?? 30)
const root = new URL('..', import.meta.url).pathname
const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'folkmoot-bench-'))
// The database's own user must be able to enter.
chmodSync(folder, 0o711)
const port = Number(process.env.PORT ?? 3796)
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
  const act = actOf(text)
  for (const [name, request] of Object.entries(requests(text))) {
    await measure(running(), `${name}, first`, request, act)
    await measure(running(), `${name}, repeated`, request)
  }
  console.log(`load after: ${load().join(' ')}`)
} finally {
  server?.kill('SIGTERM')
  if (server) await new Promise((ended) => server.once('exit', ended))
  rmSync(folder, { recursive: true, force: true })
}

function requests({ slug, token, idea }) {
  const headers = { cookie: `folkmoot-measured=${token}` }
  const get = (path) => (at) => [
    `/en/measured/problems/${slug}${path}${path.includes('?') ? '&' : '?'}never=${at}`,
    { headers },
  ]
  return {
    'the thread': get('/thread'),
    'the journey with its thread': get(''),
    'the last page of 5,000 experiences': get('/thread/experience?page=100'),
    'the clauses of one box': get('/thread/recommendations-1-3'),
    'what became of one contribution': get(`/thread/idea/${idea}`),
  }
}

/** Something small that is public: a comment in the margin of a clause. */
function actOf({ slug, token, clause }) {
  const path = `${origin}/en/measured/problems/${slug}/draft/clauses/${clause}/remarks`
  const formToken = createHash('sha256').update(`form\n${token}`).digest('base64url')
  let said = 0
  return async () => {
    said += 1
    const sent = await fetch(path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `folkmoot-measured=${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'form-token': formToken, remark: `A comment, the ${said}th` }),
    })
    if (sent.status !== 303) throw new Error(`the comment was not taken: ${sent.status}`)
    await sent.arrayBuffer()
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

function running() {
  return { origin, folder, server, perSecond, seconds }
}
