import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkCertificate } from './certificate.ts'
import { readCandidates, readQuotas, type Rows } from './files.ts'
import type { Instance } from './instance.ts'
import { legacyDraw } from './legacy-draw.ts'
import { objectives, solveLottery, type Lottery, type Objective } from './lottery.ts'
import { nth } from './nth.ts'
import { numberPanels } from './number-panels.ts'
import { loadSolver, type Solver } from './solver.ts'

/** The field's own instances, beside what others published or measured of them. Skipped where the data is not there. */

const folder = join(import.meta.dirname, '../../../shared/data/sortition')

type Published = { readonly size: number; readonly least: number; readonly greatest?: number; readonly gini?: number }

/** Leximin by others: [sortition-algorithms] run on HiGHS, or [Nature] the published output with Gurobi. */
const instances: Record<string, readonly [files: readonly [string, string], published: Published]> = {
  'replication/data/example_small_20': [
    ['categories.csv', 'respondents.csv'],
    { size: 20, least: 0.1, greatest: 0.1, gini: 0 },
  ], // [Nature]
  'replication/data/example_large_200': [
    ['categories.csv', 'respondents.csv'],
    { size: 200, least: 0.1, greatest: 0.1, gini: 0 },
  ], // [Nature]
  'opendlp/monitoring': [['categories.csv', 'respondents.csv'], { size: 30, least: 0.2967, gini: 0.0103 }],
  'sortition-algorithms': [
    ['features.csv', 'candidates.csv'],
    { size: 22, least: 0.09091, greatest: 0.4709, gini: 0.14035 },
  ],
  'synthetic/syn_sfc_44': [['categories.csv', 'respondents.csv'], { size: 44, least: 0.23529 }],
  'synthetic/syn_sfa_35': [['categories.csv', 'respondents.csv'], { size: 35, least: 0.07273 }],
  'synthetic/syn_cca_75': [['categories.csv', 'respondents.csv'], { size: 75, least: 0.06908 }],
  'synthetic/syn_nexus_170': [['categories.csv', 'respondents.csv'], { size: 170, least: 0 }],
}

const rowsOf = (path: string): Rows => parse(readFileSync(join(folder, path)), { bom: true, relax_column_count: true })

function instanceOf(name: string): Instance {
  const [files, { size }] = nth(Object.values(instances), Object.keys(instances).indexOf(name))
  const features = readQuotas(rowsOf(join(name, files[0])))
  if (!features.ok) throw new Error(JSON.stringify(features.faults))
  const candidates = readCandidates(rowsOf(join(name, files[1])), features.value)
  if (!candidates.ok) throw new Error(JSON.stringify(candidates.faults))
  return { size, features: features.value, candidates: candidates.value }
}

function giniOf(chances: readonly number[]): number {
  const sorted = chances.toSorted((a, b) => a - b)
  const weighted = sorted.reduce((sum, chance, at) => sum + (2 * (at + 1) - sorted.length - 1) * chance, 0)
  return weighted / (sorted.length * sorted.reduce((sum, chance) => sum + chance, 0))
}

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

function lotteryOf(instance: Instance, objective: Objective): Lottery {
  const outcome = solveLottery(solver, instance, { objective, seed: 'a' })
  if (outcome.kind !== 'lottery') throw new Error(outcome.kind)
  return outcome.lottery
}

describe.skipIf(!existsSync(folder))('instances of the field', () => {
  it.each(Object.entries(instances))('%s: leximin as others have it, or better by a proof', (name, [, published]) => {
    const lottery = lotteryOf(instanceOf(name), 'leximin')
    const chances = [...lottery.probabilities]
    // The peers stop at 5e-4: a least chance may lie that far above theirs, never below.
    expect(Math.min(...chances)).toBeGreaterThan(published.least - 5e-6)
    if (published.least > 0) expect(Math.min(...chances)).toBeLessThan(published.least + 5e-4)
    if (published.greatest !== undefined) expect(Math.max(...chances)).toBeCloseTo(published.greatest, 4)
    if (published.gini !== undefined) expect(Math.abs(giniOf(chances) - published.gini)).toBeLessThan(5e-4)
  })

  it.each(Object.keys(instances).flatMap((name) => objectives.map((objective) => [name, objective] as const)))(
    '%s, %s: the proof holds, and on 1,000 numbered panels everybody is within 1/1,000 of her chance',
    (name, objective) => {
      const instance = instanceOf(name)
      const lottery = lotteryOf(instance, objective)
      const verdict = checkCertificate(instance, lottery)
      expect(verdict.faults).toEqual([])
      expect(verdict.gap).toBeLessThan(1e-7)
      const stands = new Float64Array(instance.candidates.length)
      for (const panel of numberPanels(solver, lottery, { seed: 'b' }))
        for (const one of panel) stands[one] = nth(stands, one) + 1
      for (const [one, chance] of lottery.probabilities.entries())
        expect(Math.abs(nth(stands, one) - 1000 * chance)).toBeLessThan(1 + 1e-6)
    },
  )

  it('the older way gives the few of example_small a tenth of the fair chance, as published', () => {
    const instance = instanceOf('replication/data/example_small_20')
    const drawn = new Float64Array(instance.candidates.length)
    const draws = 4_000
    for (let draw = 0; draw < draws; draw += 1)
      for (const one of legacyDraw(instance, `${draw}`) ?? []) drawn[one] = nth(drawn, one) + 1
    const { kinds } = lotteryOf(instance, 'leximin').pool
    const chances = kinds.map(
      ({ members }) => members.reduce((sum, one) => sum + nth(drawn, one), 0) / members.length / draws,
    )
    // Published: 0.96 % in 10,000 draws, at most 1.21 % with 99 % confidence. Of 4,000 three standard deviations more.
    expect(Math.min(...chances)).toBeGreaterThan(0.005)
    expect(Math.min(...chances)).toBeLessThan(0.0121 + 3 * Math.sqrt((0.0096 * 0.9904) / draws))
  })
})
