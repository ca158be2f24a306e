// npm run bench -- ideas: a case with 10,000 ideas, one of which has 2,000 comments; each page at 10 requests a second.
// Nothing here is kept for visitors: each request is made from the database. Times are taken where the answer arrives; beside
// them stands what a page costs of a core, in the application and in its database, which other work on the machine hardly changes.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { measure } from './bench-page.mjs'

const perSecond = Number(process.env.RATE ?? 10)
const seconds = Number(process.env.SECONDS ?? 30)
const ideas = Number(process.env.IDEAS ?? 10_000)
const comments = Number(process.env.COMMENTS ?? 2_000)
const root = new URL('..', import.meta.url).pathname
// `TOWN=folder` keeps the prepared town and takes it again the next time: making it takes minutes.
const folder =
  process.env.TOWN ?? mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'folkmoot-bench-'))
// The database's own user must be able to enter.
mkdirSync(folder, { recursive: true })
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
  const began = performance.now()
  const isThere = existsSync(join(folder, 'town.json'))
  const args = ['dist/server/measured-ideas.js', join(folder, 'town.json'), ideas, comments].map(String)
  if (!isThere && spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status !== 0)
    throw new Error('the measured case could not be made')
  if (!isThere)
    console.log(`${ideas} ideas and ${comments} comments made in ${Math.round((performance.now() - began) / 1000)} s`)
  server = await startServer()
  // So long the database takes to look at tables that grew by thousands, as it does in any place by itself.
  if (!isThere) await sleep(60_000)
  for (const [name, request] of Object.entries(requests(JSON.parse(readFileSync(join(folder, 'town.json'), 'utf8')))))
    await measure(running(), name, request)
  await walk(JSON.parse(readFileSync(join(folder, 'town.json'), 'utf8')))
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
function requests({ slug }) {
  const [lastPage, lastComments] = [Math.ceil(ideas / 20), Math.ceil(comments / 30)]
  const get = (path) => (at) => [
    `/en/measured/problems/${slug}/ideas${path}${path.includes('?') ? '&' : '?'}never=${at}`,
    {},
  ]
  return {
    'varied order, first page': get(''),
    'varied order, last page': get(`?page=${lastPage}`),
    'newest, last page': get(`?order=newest&page=${lastPage}`),
    'by place, half way': get(`?order=place&page=${Math.ceil(lastPage / 2)}`),
    'unheard ideas of one place': get('?order=unheard&kind=idea&area=Library'),
    'the map': get('/map'),
    '2,000 comments, first page': get('/1'),
    '2,000 comments, last page': get(`/1?page=${lastComments}`),
  }
}

/** Every page of every order once: nothing is missing, nothing stands twice. */
async function walk({ slug }) {
  for (const order of ['varied', 'newest', 'place', 'unheard']) {
    const seen = []
    for (let page = 1; page <= Math.ceil(ideas / 20); page += 1) {
      const html = await (
        await fetch(`${origin}/en/measured/problems/${slug}/ideas?order=${order}&page=${page}`)
      ).text()
      for (const [, number] of html.matchAll(/<h3><a href="[^"]*\/ideas\/(\d+)"/g)) seen.push(number)
    }
    console.log(`order ${order}: ${seen.length} on all pages, ${new Set(seen).size} of them different`)
  }
}

function running() {
  return { origin, folder, server, perSecond, seconds }
}
