// npm run bench: accepted votes a second through the full write path, pages a second, start time and memory.
// `npm run bench -- agenda` measures a place with many problems and supports instead, `npm run bench -- ideas` one with
// 10,000 ideas, `npm run bench -- writing` a text ten write in, `npm run bench -- draft` reading a long one,
// `npm run bench -- thread` following where it came from, `npm run bench -- years` a place that has kept its record for twenty years,
// `npm run bench -- sortition` draws by lot, `npm run bench -- log` appends to a transparency log and proves, `npm run bench -- opinion` maps conversations,
// `npm run bench -- map` asks how far the map and the results are behind those who vote, `npm run bench -- voting` what a vote with the next statement costs,
// `npm run bench -- sign-ups` what coming in takes while others vote.
// Server, database and this load generator share the machine; its own CPU time is told beside each figure.
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { newGround, stop } from './bench-place.mjs'
import { memoryOf } from './bench-processes.mjs'
import { voteOf } from './bench-votes.mjs'

if (
  [
    'agenda',
    'draft',
    'ideas',
    'log',
    'map',
    'opinion',
    'sign-ups',
    'sortition',
    'thread',
    'voting',
    'writing',
    'years',
  ].includes(process.argv[2])
) {
  await import(`./bench-${process.argv[2]}.mjs`)
  process.exit(0)
}

const rounds = Number(process.env.ROUNDS ?? 3)
const seconds = Number(process.env.SECONDS ?? 8)
const voters = 3000
const statements = 60
const ground = newGround({ port: 3790 })

console.log(
  `${cpus().length} cores, ${cpus()[0]?.model}; Node ${process.version}; ${rounds} rounds of ${seconds} s each`,
)
try {
  ground.make('measured-town', [voters, statements])
  await measureStart()
  const server = await ground.start()
  const town = ground.place()
  const votes = voteRequests(town)
  for (const connections of [10, 100])
    await series(`accepted votes/s, ${connections} connections`, () => load({ connections, ...votes }))
  for (const [reader, requests] of Object.entries(pageRequests(town)))
    for (const connections of [10, 100])
      await series(`pages/s (a list of ten cases, ${reader}), ${connections} connections`, () =>
        load({ connections, url: ground.origin, requests }),
      )
  console.log(`memory after the load: ${memoryOf(ground, server.pid)} MB (sum of PSS of application and database)`)
  await stop(server)
  const idle = await ground.start()
  await sleep(60_000)
  console.log(`memory 60 s after the start: ${memoryOf(ground, idle.pid)} MB (sum of PSS of application and database)`)
  await stop(idle)
} finally {
  ground.remove()
}

async function measureStart() {
  const times = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    const server = await ground.start()
    times.push(performance.now() - began)
    await stop(server)
  }
  console.log(
    `start to first page: median ${Math.round(median(times))} ms, ${Math.round(Math.min(...times))}–${Math.round(Math.max(...times))}`,
  )
}

/** Each request is a vote nobody has cast yet: voter and statement go through all pairs. */
function voteRequests({ slug, tokens, statements: count }) {
  let pair = 0
  const next = (request) => {
    const token = tokens[pair % tokens.length]
    const number = (Math.floor(pair / tokens.length) % count) + 1
    pair += 1
    return voteOf(request, { slug, token, number, port: ground.port, choice: pair % 3 === 0 ? 'disagree' : 'agree' })
  }
  return { url: ground.origin, requests: [{ method: 'POST', setupRequest: next }], accepted: 303 }
}

/**
 * One page, three readers. A visitor's page is made once and kept while nothing public happens (`app/kept-pages.ts`); a
 * person who is signed in gets one made for her, from the database; so does a visitor who asks for what nobody asked before.
 */
function pageRequests({ tokens }) {
  const path = '/en/measured/problems'
  let asked = 0
  const next = (change) => [{ method: 'GET', setupRequest: (request) => ({ ...request, ...change((asked += 1)) }) }]
  return {
    'kept for visitors': [{ method: 'GET', path }],
    'made anew for a visitor': next((at) => ({ path: `${path}?never=${at}` })),
    'made for who is signed in': next((at) => ({
      path,
      headers: { cookie: `folkmoot-measured=${tokens[at % tokens.length]}` },
    })),
  }
}

async function load({ url, requests, connections, accepted = 200 }) {
  const before = process.cpuUsage()
  const times = []
  const { promise, resolve, reject } = Promise.withResolvers()
  const options = { url, requests, connections, duration: seconds }
  autocannon(options, (error, ended) => (error ? reject(error) : resolve(ended))).on(
    'response',
    (_client, _code, _bytes, milliseconds) => times.push(milliseconds),
  )
  const result = await promise
  const { user, system } = process.cpuUsage(before)
  const good = result.statusCodeStats?.[accepted]?.count ?? 0
  const others = Object.entries(result.statusCodeStats ?? {}).filter(([code]) => Number(code) !== accepted)
  times.sort((a, b) => a - b)
  const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
  return {
    rate: good / result.duration,
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
    generator: (user + system) / 1e6 / result.duration,
    others: others.map(([code, { count }]) => `${count} × ${code}`).join(', '),
    errors: result.errors,
  }
}

async function series(name, run) {
  const results = []
  for (let round = 0; round < rounds; round += 1) results.push(await run())
  const of = (key) => results.map((result) => result[key])
  const tenth = (key) => median(of(key)).toFixed(1)
  const spread = `${Math.round(Math.min(...of('rate')))}–${Math.round(Math.max(...of('rate')))}`
  console.log(
    `${name}: median ${Math.round(median(of('rate')))} (${spread}); latency p50 ${tenth('p50')} ms, p95 ${tenth('p95')} ms, p99 ${tenth('p99')} ms; ` +
      `load generator ${median(of('generator')).toFixed(2)} cores` +
      (of('others').some(Boolean) ? `; other answers: ${of('others').filter(Boolean).join('; ')}` : '') +
      (of('errors').some(Boolean) ? `; errors: ${of('errors').join(', ')}` : ''),
  )
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
