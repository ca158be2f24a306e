// npm run bench -- opinion: every conversation of ../shared/data/opinion, each round in a process of its own: the whole map (CPU
// seconds without reading the file, peak memory with it), its directions beside a dense method, its groups beside those Polis
// exported, and one more vote. Then made-up voters at four sizes. Beside each the peer's figure (red-dwarf; same kind of machine,
// another day). ROUNDS=5 SIZES=125000,250000,500000,1000000 npm run bench -- opinion
import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse'

const folder = join(import.meta.dirname, '../../shared/data/opinion')
const methods = join(import.meta.dirname, '../methods/opinion-map')
// Measured as it is shipped: built, so that the part of Node that reads TypeScript (some 30 MB) is not taken for ours.
const parts = ['adjusted-rand', 'live-map', 'opinion-map', 'pair-counts', 'polis-rows', 'symmetric-eigen']
const built = process.env.BUILT ?? mkdtempSync(join(tmpdir(), 'folkmoot-bench-'))
const part = (name) => import(pathToFileURL(join(built, `${name}.mjs`)).href)

// CPU seconds and MB of red-dwarf, its adjusted Rand index with the groups Polis exported; target: CPU seconds and MB of ours.
const conversations = {
  '15-per-hour-seattle': {},
  'brexit-consensus': { cpu: '0.069 (wall)', alike: 0.64 },
  'football-concussions': { cpu: '1.17 (wall)', alike: 0.15 },
  'scoop-hivemind.biodiversity': { cpu: '0.198', mb: 165, alike: 0.78 },
  'vtaiwan.uberx': { cpu: '0.602', mb: 185, alike: 0.83 },
  'austria-climate.5twd2jsnkf.2022-08-08': {},
  'american-assembly.bowling-green': { cpu: '0.845', mb: 331, alike: 0.75, target: 'CPU 0.20 s, 120 MB' },
}

if (process.argv[3] === 'made-up') await madeUp(Number(process.argv[4]))
else if (process.argv[3]) await one(process.argv[3])
else {
  try {
    await all()
  } finally {
    rmSync(built, { recursive: true })
  }
}

async function build() {
  const vite = await import('vite')
  const input = Object.fromEntries(parts.map((name) => [name, join(methods, `${name}.ts`)]))
  await vite.build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: built,
      rolldownOptions: {
        input: { ...input, seeded: join(methods, '../../basics/seeded.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  })
}

async function all() {
  await build()
  const rounds = Number(process.env.ROUNDS ?? 5)
  const sizes = (process.env.SIZES ?? '125000,250000,500000,1000000').split(',')
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model}; Node ${process.version}; ${rounds} rounds, median (least–most)\n`,
  )
  if (existsSync(folder)) {
    console.log(
      '| conversation | people | statements | votes | CPU s, first in its process | CPU s, again | peak MB | peer: CPU s | peer: MB | target | directions: 1 − cos | k | alike with Polis’ groups | peer | one more vote: p50 | p95 | peer |',
    )
    console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|')
    for (const [name, peer] of Object.entries(conversations)) {
      const runs = Array.from({ length: rounds }, () => run([name]))
      const { people, statements, votes, k, alike, cosine } = runs[0]
      const figure = (key, digits) =>
        spread(
          runs.map((round) => round[key]),
          digits,
        )
      console.log(
        `| ${name} | ${people} | ${statements} | ${votes} | ${figure('cold', 3)} | ${figure('warm', 3)} | ${figure('mb', 0)} | ${peer.cpu ?? '–'} | ${peer.mb ?? '–'} | ${peer.target ?? '–'} | ${cosine.toExponential(0)} | ${k} | ${alike.toFixed(2)} | ${peer.alike ?? '–'} | ${figure('p50', 2)} ms | ${figure('p95', 2)} ms | 2–11 s |`,
      )
    }
  } else
    console.log('The conversations lie in ../shared/data/opinion, which is not here: only made-up voters are measured.')
  console.log(
    '\n| made-up voters, 1,000 statements | votes | counting pairs: CPU s | the whole map: CPU s | CPU µs a vote | peak MB | target |',
  )
  console.log('|---|---|---|---|---|---|---|')
  for (const size of sizes) {
    const runs = Array.from({ length: Math.min(3, rounds) }, () => run(['made-up', size]))
    const votes = runs[0].votes
    const figure = (key, digits) =>
      spread(
        runs.map((round) => round[key]),
        digits,
      )
    const each = spread(
      runs.map(({ cpu }) => (cpu / votes) * 1e6),
      2,
    )
    console.log(
      `| ${Number(size).toLocaleString('en')} | ${votes.toLocaleString('en')} | ${figure('pairs', 1)} | ${figure('cpu', 1)} | ${each} | ${figure('mb', 0)} | ${size === '1000000' ? '20 s, 1 GB' : '–'} |`,
    )
  }
}

function run(args) {
  return JSON.parse(
    execFileSync(process.execPath, [import.meta.filename, 'opinion', ...args], {
      encoding: 'utf8',
      env: { ...process.env, BUILT: built },
    }),
  )
}

async function one(name) {
  const { cellsReader } = await part('polis-rows')
  const { mapOpinions } = await part('opinion-map')
  const { adjustedRand } = await part('adjusted-rand')
  const rows = createReadStream(join(folder, name, 'participants-votes.csv')).pipe(parse({ bom: true }))
  let [reader, line] = [undefined, 1]
  for await (const row of rows) {
    if (!reader) ({ reader } = cellsReader(row))
    else {
      const fault = reader.read(row, line)
      if (fault) throw new Error(fault)
    }
    line += 1
  }
  const matrix = reader.matrix()
  const groups = reader.groups()
  const [map, cold] = timed(() => mapOpinions(matrix, { seed: 'bench' }))
  const mb = process.resourceUsage().maxRSS / 1024
  const [, warm] = timed(() => mapOpinions(matrix, { seed: 'bench' }))
  const both = matrix.people.keys().filter((at) => map.groupOf[at] >= 0 && groups.get(matrix.people[at]) !== '')
  const pairs = [...both].map((at) => [Number(groups.get(matrix.people[at])), map.groupOf[at]])
  const alike = adjustedRand(
    pairs.map(([theirs]) => theirs),
    pairs.map(([, ours]) => ours),
  )
  console.log(
    JSON.stringify({
      people: matrix.people.length,
      statements: matrix.statements.length,
      votes: matrix.column.length,
      k: map.groups.chosen?.k ?? 0,
      cold,
      warm,
      mb,
      alike,
      cosine: await apart(matrix, map),
      ...(await oneMore(matrix)),
    }),
  )
}

/** How far the directions lie from a dense method's: 1 - |cos|, the worse of the two. */
async function apart(matrix, { means, axes }) {
  const { symmetricEigen } = await part('symmetric-eigen')
  const size = matrix.statements.length
  const whole = new Float64Array(size * size)
  for (let person = 0; person < matrix.people.length; person += 1) {
    const row = new Float64Array(size)
    for (let at = matrix.start[person]; at < matrix.start[person + 1]; at += 1)
      row[matrix.column[at]] = matrix.value[at] - means[matrix.column[at]]
    for (let i = 0; i < size; i += 1)
      if (row[i] !== 0) for (let j = 0; j < size; j += 1) whole[i * size + j] += row[i] * row[j]
  }
  const { vectors } = symmetricEigen(whole, size)
  const cosines = [axes.first, axes.second].map((direction, which) =>
    Math.abs(direction.reduce((sum, entry, at) => sum + entry * vectors[which][at], 0)),
  )
  return Math.max(0, 1 - Math.min(...cosines))
}

/** Three hundred votes changed one after the other: each with its sums, its row of covariances and both directions found again. */
async function oneMore(matrix) {
  const { axesOf, liveMapOf, setVote } = await part('live-map')
  const { seeded } = await part('seeded')
  const live = liveMapOf(matrix)
  axesOf(live)
  const random = seeded('one more')
  const times = Array.from({ length: 300 }, () => {
    const person = matrix.people[Math.floor(random() * matrix.people.length)]
    const statement = matrix.statements[Math.floor(random() * matrix.statements.length)]
    const began = performance.now()
    setVote(live, { person, statement, vote: [-1, 0, 1][Math.floor(random() * 3)] })
    axesOf(live)
    return performance.now() - began
  }).toSorted((a, b) => a - b)
  return { p50: times[150], p95: times[285] }
}

/** People of three minds, each on about fifty of a thousand statements: most of the first ones, as in any list. */
async function madeUp(people) {
  const { seeded } = await part('seeded')
  const { mapOpinions } = await part('opinion-map')
  const { countPairs } = await part('pair-counts')
  const statements = 1000
  const random = seeded('made up')
  const start = new Int32Array(people + 1)
  const [column, value] = [new Int32Array(people * 60), new Int8Array(people * 60)]
  let filled = 0
  for (let person = 0; person < people; person += 1) {
    start[person] = filled
    const mind = person % 3
    for (let place = Math.floor(random() * 2); place < statements; place += 1 + Math.floor(random() * 39)) {
      if (filled === (person + 1) * 60) break
      const leans = place % 3 === mind ? 0.85 : 0.35
      column[filled] = place
      value[filled] = random() < 0.1 ? 0 : random() < leans ? 1 : -1
      filled += 1
    }
  }
  start[people] = filled
  const matrix = {
    people: Array.from({ length: people }, (_, at) => `${at}`),
    statements: Array.from({ length: statements }, (_, at) => `${at}`),
    start,
    column: column.subarray(0, filled),
    value: value.subarray(0, filled),
  }
  const [, pairs] = timed(() => countPairs(matrix))
  const [, cpu] = timed(() => mapOpinions(matrix, { seed: 'bench' }))
  console.log(JSON.stringify({ votes: filled, pairs, cpu, mb: process.resourceUsage().maxRSS / 1024 }))
}

function timed(work) {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return [result, (user + system) / 1e6]
}

function spread(numbers, digits) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const text = (number) => number.toFixed(digits)
  return `${text(sorted[Math.floor(sorted.length / 2)])} (${text(sorted[0])}–${text(sorted.at(-1))})`
}
