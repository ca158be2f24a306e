// npm run bench -- map: how far the map of opinions and the results are behind those who vote. So many have voted on everything; then
// others come, a hundred at a time, each with fifty votes, RATE votes a second for SECONDS, while the worker of the same program counts
// and draws. One reader asks for the map five times a second, another for the results once. Told are: from the moment of a vote until
// the map that was drawn from it was read (the votes sampled every 100 ms); at any moment the time since the last vote that could be in
// the map that is read; and at each reading of the results the time since the oldest vote that could have been in them and was not: the
// five newest of a statement are held back, and fewer than five more draw nothing. RATE=1000 SECONDS=60 VOTED=8800 STATEMENTS=100 npm run bench -- map
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { inMeasuredPlace, stop } from './bench-place.mjs'
import { cpuOf } from './bench-processes.mjs'
import { readResults, resultsBehind } from './bench-results.mjs'
import { voteOf } from './bench-votes.mjs'

const rate = Number(process.env.RATE ?? 1000)
const seconds = Number(process.env.SECONDS ?? 60)
const statements = Number(process.env.STATEMENTS ?? 100)
const voted = Number(process.env.VOTED ?? 8800)
const atOnce = 100
const votesEach = Math.min(50, statements)
const voters = voted + atOnce * (Math.ceil((rate * seconds) / (atOnce * votesEach)) + 2)

await inMeasuredPlace(
  { program: 'measured-town', args: [voters, statements, voted], port: 3797, settle: 20_000 },
  async (ground) => {
    console.log(`${voted * statements} votes of ${voted} people were there; ${rate} a second for ${seconds} s`)
    const reading = new AbortController()
    const seen = read(ground, reading.signal)
    const results = readResults(ground, reading.signal)
    await sleep(10_000) // the worker counts for the first time, and draws the first map
    const [before, began] = [cpuOf(ground, ground.server.pid), Date.now()]
    const { rate: accepted, others, p50, p95, sent } = await load(ground)
    const [after, ended] = [cpuOf(ground, ground.server.pid), Date.now()]
    console.log(`accepted: ${accepted.toFixed(0)} votes/s; latency p50 ${p50} ms, p95 ${p95} ms${others}`)
    const cores = (part) => ((1000 * (after[part] - before[part])) / (ended - began)).toFixed(2)
    console.log(`CPU meanwhile: application ${cores('application')} cores, database ${cores('database')} cores`)
    await sleep(15_000)
    reading.abort()
    const versions = await seen
    await stop(ground.server)
    tell({ began, ended, versions, maps: ground.make('measured-maps') })
    const behind = resultsBehind(await results, { sent, voted, began, ended })
    console.log(`results read ${behind.length} times; behind: ${partsOf(behind)}; target 10 s`)
  },
)

async function load({ place: { slug, tokens }, port, origin }) {
  let at = 0
  const sent = new Map()
  const next = (request) => {
    // Their beginnings are spread, so that new voters come all the time.
    const place = at % atOnce
    const step = Math.floor(at / atOnce) + Math.floor((place * votesEach) / atOnce)
    const token = tokens[voted + Math.floor(step / votesEach) * atOnce + place]
    const number = (step % votesEach) + 1
    at += 1
    if (!sent.has(number)) sent.set(number, [])
    sent.get(number).push(Date.now())
    const choice = (number + at) % 3 === 0 ? 'agree' : 'disagree'
    return voteOf(request, { slug, token, number, port, choice })
  }
  const result = await autocannon({
    url: origin,
    connections: 50,
    duration: seconds,
    overallRate: rate,
    requests: [{ method: 'POST', setupRequest: next }],
  })
  const good = result.statusCodeStats?.['303']?.count ?? 0
  const others = Object.entries(result.statusCodeStats ?? {}).filter(([code]) => code !== '303')
  return {
    rate: good / result.duration,
    sent,
    p50: result.latency.p50,
    p95: result.latency.p97_5,
    others: others.map(([code, { count }]) => `; ${count} × ${code}`).join(''),
  }
}

/** When each version was first there to read, by its number. */
async function read({ origin, place }, signal) {
  const versions = new Map()
  const headers = { cookie: `folkmoot-measured=${place.tokens[0]}` }
  while (!signal.aborted) {
    const answer = await fetch(`${origin}/en/measured/problems/${place.slug}/statements/map.json`, { headers })
    if (answer.status === 200) {
      const { version } = await answer.json()
      if (!versions.has(version)) versions.set(version, Date.now())
    } else await answer.text()
    await sleep(200)
  }
  return versions
}

function tell({ began, ended, versions, maps }) {
  const shown = maps
    .filter(({ version }) => versions.has(version))
    .map((map) => ({ ...map, seenAt: versions.get(map.version) }))
  const during = shown.filter(({ seenAt }) => seenAt >= began && seenAt <= ended)
  for (const { version, people, countedUntil, drawnAt, seenAt } of shown)
    console.log(
      `map ${version}: ${people} people, seen at ${((seenAt - began) / 1000).toFixed(1)} s, ${((drawnAt - countedUntil) / 1000).toFixed(1)} s to draw`,
    )
  const behind = []
  for (let at = during[0]?.seenAt ?? ended; at < ended; at += 100) {
    const map = shown.findLast(({ seenAt }) => seenAt <= at)
    behind.push((at - map.countedUntil) / 1000)
  }
  const held = []
  for (let at = began; at < ended; at += 100) {
    const map = shown.find(({ countedUntil }) => countedUntil >= at)
    if (map) held.push((map.seenAt - at) / 1000)
  }
  console.log(`${during.length} maps in ${Math.round((ended - began) / 1000)} s; target 10 s`)
  console.log(`from a vote to the map that holds it: ${partsOf(held.toSorted((a, b) => a - b))}`)
  console.log(`the map that is read is behind: ${partsOf(behind.toSorted((a, b) => a - b))}`)
}

function partsOf(sorted) {
  const part = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1)
  return `p50 ${part(0.5)} s, p95 ${part(0.95)} s, greatest ${part(1)} s`
}
