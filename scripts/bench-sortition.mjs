// npm run bench -- sortition: every instance of ../shared/data/sortition, each round in a process of its own: least and
// greatest chance, Gini coefficient, gap of the certificate, CPU seconds with loading the solver, peak memory, panels; then the
// 1,000 numbered panels. Beside each the peer's figure (sortition-algorithms on HiGHS; same kind of machine, another day).
// ROUNDS=5 OBJECTIVES=leximin,maximin,nash,goldilocks npm run bench -- sortition
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = join(import.meta.dirname, '../../shared/data/sortition')

// Target and peer: CPU seconds of leximin. Peer's maximin in brackets where its leximin was not run; published: Gurobi, 2020.
const instances = {
  example_small_20: { in: 'replication/data/example_small_20', size: 20, peer: '6.3', published: '2.7' },
  example_large_200: {
    in: 'replication/data/example_large_200',
    size: 200,
    target: 0.1,
    peer: '(over 600)',
    published: '1161.8',
  },
  opendlp_monitoring: { in: 'opendlp/monitoring', size: 30, target: 0.2, peer: '4.1' },
  sf_fixture_22: {
    in: 'sortition-algorithms',
    size: 22,
    target: 0.5,
    peer: '8.8',
    files: ['features.csv', 'candidates.csv'],
  },
  syn_sfc_44: { in: 'synthetic/syn_sfc_44', size: 44, peer: '(9.0)' },
  syn_sfa_35: { in: 'synthetic/syn_sfa_35', size: 35, target: 6, peer: '69.2' },
  syn_cca_75: { in: 'synthetic/syn_cca_75', size: 75, target: 30 },
  syn_nexus_170: { in: 'synthetic/syn_nexus_170', size: 170, target: 60 },
}

if (!existsSync(folder)) {
  console.log('The instances lie in ../shared/data/sortition, which is not here: nothing to measure.')
  process.exit(0)
}
if (process.argv[3]) await one(process.argv[3], process.argv[4])
else all()

function all() {
  const rounds = Number(process.env.ROUNDS ?? 5)
  const objectives = (process.env.OBJECTIVES ?? 'leximin,maximin,nash,goldilocks').split(',')
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model}; Node ${process.version}; ${rounds} rounds, median (least–most)\n`,
  )
  for (const objective of objectives) {
    console.log(`### ${objective}\n`)
    console.log(
      '| instance | pool | kinds | least | greatest | Gini | gap | CPU s | target | peer | published | peak MB | panels | 1,000 panels: CPU s | off by at most |',
    )
    console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|')
    for (const [name, { target, peer, published }] of Object.entries(instances)) {
      const runs = Array.from({ length: rounds }, () =>
        JSON.parse(
          execFileSync(process.execPath, [import.meta.filename, 'sortition', name, objective], { encoding: 'utf8' }),
        ),
      )
      const [run] = runs
      const peers = objective === 'leximin' ? [target ?? '', peer ?? '', published ?? ''] : ['', '', '']
      const cells = [
        name,
        run.pool,
        run.kinds,
        run.least.toFixed(5),
        run.greatest.toFixed(4),
        run.gini.toFixed(4),
        run.gap.toExponential(0),
        spread(runs.map(({ cpu }) => cpu)),
        ...peers,
        Math.max(...runs.map(({ memory }) => memory)),
        run.panels,
        spread(runs.map(({ numbering }) => numbering)),
        `${run.deviation.toFixed(3)}/1000`,
      ]
      console.log(`| ${cells.join(' | ')} |`)
    }
    console.log('')
  }
}

function spread(seconds) {
  const sorted = seconds.toSorted((a, b) => a - b)
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(2)} (${sorted[0].toFixed(2)}–${sorted.at(-1).toFixed(2)})`
}

/** One round: reads the files, loads the solver, solves, checks the proof, numbers the panels; prints what it measured. */
async function one(name, objective) {
  const methods = join(import.meta.dirname, '../methods/sortition')
  const load = (file) => import(join(methods, file))
  const { readQuotas, readCandidates } = await load('files.ts')
  const { loadSolver } = await load('solver.ts')
  const { solveLottery } = await load('lottery.ts')
  const { checkCertificate } = await load('certificate.ts')
  const { deviationOf, numberPanels } = await load('number-panels.ts')
  const { in: within, size, files = ['categories.csv', 'respondents.csv'] } = instances[name]
  const rows = files.map((file) =>
    parse(readFileSync(join(folder, within, file)), { bom: true, relax_column_count: true }),
  )
  const features = readQuotas(rows[0])
  const candidates = features.ok && readCandidates(rows[1], features.value)
  if (!features.ok || !candidates.ok) throw new Error(JSON.stringify(features.faults ?? candidates.faults))
  const instance = { size, features: features.value, candidates: candidates.value }

  const began = process.cpuUsage()
  const solver = await loadSolver()
  const outcome = solveLottery(solver, instance, { objective, seed: 'bench' })
  const cpu = used(began)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  if (outcome.kind !== 'lottery') throw new Error(outcome.kind)
  const { lottery } = outcome
  const verdict = checkCertificate(instance, lottery, { solver })
  if (verdict.faults.length > 0) throw new Error(JSON.stringify(verdict))
  const numberingBegan = process.cpuUsage()
  const numbered = numberPanels(solver, lottery, { seed: 'bench' })
  const numbering = used(numberingBegan)
  const chances = [...lottery.probabilities].toSorted((a, b) => a - b)
  const gini =
    chances.reduce((sum, chance, at) => sum + (2 * (at + 1) - chances.length - 1) * chance, 0) /
    (chances.length * chances.reduce((sum, chance) => sum + chance, 0))
  console.log(
    JSON.stringify({
      pool: chances.length,
      kinds: lottery.pool.kinds.length,
      least: chances[0],
      greatest: chances.at(-1),
      gini: Math.abs(gini),
      gap: Math.max(0, verdict.gap),
      cpu,
      memory,
      panels: lottery.panels.length,
      numbering,
      deviation: deviationOf(lottery, numbered),
    }),
  )
}

function used(began) {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}
