// npm run bench -- sign-ups: people come, SIGN_UPS a second, each from an address of her own, while others vote, VOTES a second, for
// SECONDS. A sign-up is the page, asking for a code, the mail of a real mail server, typing the code: six requests and one mail; who
// is let in counts. Told are the parts and the whole, what failed, and what votes took meanwhile. Everything shares the machine.
// SIGN_UPS=50 VOTES=1000 SECONDS=60 npm run bench -- sign-ups
import { Agent, request as send } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { SMTPServer } from 'smtp-server'
import { inMeasuredPlace } from './bench-place.mjs'
import { cpuOf } from './bench-processes.mjs'
import { voteOf } from './bench-votes.mjs'

const signUps = Number(process.env.SIGN_UPS ?? 50)
const votes = Number(process.env.VOTES ?? 1000)
const seconds = Number(process.env.SECONDS ?? 60)
const statements = 50
const voters = Math.ceil((votes * (seconds + 5)) / statements)
/** Seconds after which a mail that has not come counts as lost. */
const patience = 60

const waiting = new Map()
const post = openPost()
process.env.SMTP_URL = await post.url()

const agent = new Agent({ keepAlive: true, maxSockets: 200 })
await inMeasuredPlace(
  { program: 'measured-town', args: [voters, statements], port: 3798, settle: 10_000 },
  async (ground) => {
    console.log(`${signUps} sign-ups and ${votes} votes a second for ${seconds} s`)
    const [before, began] = [cpuOf(ground, ground.server.pid), Date.now()]
    const [people, cast] = await Promise.all([comeOneAfterAnother(ground), voteMeanwhile(ground)])
    const [after, ended] = [cpuOf(ground, ground.server.pid), Date.now()]
    const cores = (part) => ((1000 * (after[part] - before[part])) / (ended - began)).toFixed(2)
    console.log(`CPU meanwhile: application ${cores('application')} cores, database ${cores('database')} cores`)
    tell(people)
    console.log(
      `votes: ${cast.rate.toFixed(0)} accepted/s; p50 ${cast.p50} ms, p95 at most ${cast.p95} ms${cast.others}`,
    )
  },
)
post.close()
agent.destroy()

/** Each at her time, however long those before her take. */
async function comeOneAfterAnother(ground) {
  const began = performance.now()
  const people = []
  for (let at = 0; at < signUps * seconds; at += 1) {
    const due = began + (1000 * at) / signUps
    if (due > performance.now()) await sleep(due - performance.now())
    people.push(signUp(ground, at).catch((error) => ({ failed: error.message })))
  }
  return Promise.all(people)
}

async function signUp({ port }, at) {
  const email = `resident${at}@example.org`
  const asked = browser({ port, from: `198.${18 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}` })
  const times = {}
  const timed = async (part, act) => {
    const start = performance.now()
    const value = await act()
    times[part] = performance.now() - start
    return value
  }
  await timed('the page', () => asked('GET', '/en/measured/sign-in', 200))
  const mail = mailTo(email)
  await timed('asking for a code', () => asked('POST', '/en/measured/sign-in', 303, { email, next: '' }))
  const code = await timed('the mail', () => mail)
  await timed('the page of the code', () => asked('GET', '/en/measured/sign-in/code', 200))
  const to = await timed('typing the code', () => asked('POST', '/en/measured/sign-in/code', 303, { code, next: '' }))
  if (!to?.includes('/welcome')) throw new Error(`led to ${to}`)
  await timed('the first page inside', () => asked('GET', to, 200))
  times['in all, with the mail'] = Object.values(times).reduce((sum, one) => sum + one, 0)
  return { times }
}

/** Keeps its cookies and the token of the page it shows; resolves with where it is led. */
function browser({ port, from }) {
  const cookies = new Map()
  let token = ''
  return async (method, path, status, typed) => {
    const body = typed && new URLSearchParams({ 'form-token': token, ...typed }).toString()
    const { promise, resolve, reject } = Promise.withResolvers()
    const request = send(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          host: `localhost:${port}`,
          'accept-language': 'en',
          'x-forwarded-for': from,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body && {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': Buffer.byteLength(body),
            origin: `http://localhost:${port}`,
          }),
        },
      },
      (response) => {
        const parts = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () => resolve({ response, text: Buffer.concat(parts).toString() }))
        response.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end(body)
    const { response, text } = await promise
    for (const line of response.headers['set-cookie'] ?? []) {
      const [pair, ...attributes] = line.split('; ')
      const [name, ...value] = pair.split('=')
      if (attributes.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value.join('='))
    }
    token = /name="form-token" value="([^"]+)"/.exec(text)?.[1] ?? token
    if (response.statusCode !== status) throw new Error(`${method} ${path}: ${response.statusCode}`)
    return response.headers.location
  }
}

function mailTo(email) {
  const { promise, resolve, reject } = Promise.withResolvers()
  const late = setTimeout(() => reject(new Error(`no mail within ${patience} s`)), 1000 * patience)
  waiting.set(email, (code) => {
    clearTimeout(late)
    resolve(code)
  })
  promise.catch(() => {}) // told where it is waited for
  return promise
}

/** A mail server that gives each code to whoever waits for it. */
function openPost() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const parts = []
      stream.on('data', (part) => parts.push(part))
      stream.on('end', () => {
        const code = /\b\d{4}(?: \d{4})+\b/.exec(Buffer.concat(parts).toString())?.[0]
        for (const { address } of envelope.rcptTo) waiting.get(address)?.(code)
        done()
      })
    },
  })
  return {
    url: () =>
      new Promise((listening) =>
        server.listen(0, '127.0.0.1', () => listening(`smtp://127.0.0.1:${server.server.address().port}`)),
      ),
    close: () => server.close(),
  }
}

async function voteMeanwhile({ place: { slug, tokens }, port, origin }) {
  let at = 0
  const next = (request) => {
    const token = tokens[Math.floor(at / statements) % tokens.length]
    const number = (at % statements) + 1
    at += 1
    return voteOf(request, { slug, token, number, port, choice: at % 3 === 0 ? 'agree' : 'disagree' })
  }
  const result = await autocannon({
    url: origin,
    connections: 50,
    duration: seconds,
    overallRate: votes,
    requests: [{ method: 'POST', setupRequest: next }],
  })
  const others = Object.entries(result.statusCodeStats ?? {}).filter(([code]) => code !== '303')
  return {
    rate: (result.statusCodeStats?.['303']?.count ?? 0) / result.duration,
    p50: result.latency.p50,
    p95: result.latency.p97_5,
    others: others.map(([code, { count }]) => `; ${count} × ${code}`).join(''),
  }
}

function tell(people) {
  const good = people.filter(({ times }) => times)
  console.log(`sign-ups: ${good.length} of ${people.length} let in`)
  for (const part of Object.keys(good[0]?.times ?? {})) {
    const sorted = good.map(({ times }) => times[part]).toSorted((a, b) => a - b)
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(0)
    console.log(`${part}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, greatest ${at(1)} ms`)
  }
  const failed = Map.groupBy(
    people.flatMap(({ failed: why }) => why ?? []),
    (why) => why.replace(/\d+(?=@)/, 'N'),
  )
  for (const [why, all] of failed) console.log(`failed: ${all.length} × ${why}`)
}
