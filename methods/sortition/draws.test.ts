import { beforeAll, describe, expect, it } from 'vitest'
import { drawOnce } from './draw-once.ts'
import type { Instance } from './instance.ts'
import { legacyDraw } from './legacy-draw.ts'
import { solveLottery, type Lottery } from './lottery.ts'
import { nth } from './nth.ts'
import { numberPanels } from './number-panels.ts'
import { numberOfBeacon, numberOfDice } from './picked-number.ts'
import { explainChance } from './reasons.ts'
import { seatsLeft } from './replacement.ts'
import { loadSolver, type Solver } from './solver.ts'

/** Forty who applied in a town: few are young, many live in the centre, two share a flat. */
const town: Instance = {
  size: 8,
  features: [
    {
      name: 'age',
      quotas: [
        { value: 'under 30', min: 2, max: 3, minFlex: 1, maxFlex: 4 },
        { value: '30 and over', min: 5, max: 6, minFlex: 4, maxFlex: 7 },
      ],
    },
    {
      name: 'lives',
      quotas: [
        { value: 'centre', min: 3, max: 4, minFlex: 2, maxFlex: 6 },
        { value: 'west', min: 4, max: 5, minFlex: 2, maxFlex: 6 },
      ],
    },
  ],
  candidates: Array.from({ length: 40 }, (_, at) => ({
    id: `applicant ${at}`,
    values: [at % 10 === 0 ? 'under 30' : '30 and over', at % 4 === 1 ? 'west' : 'centre'],
    household: at === 3 || at === 4 ? 'Quay Street 4' : undefined,
  })),
}

let solver: Solver
let lottery: Lottery
beforeAll(async () => {
  solver = await loadSolver()
  lottery = solved(town)
})

function solved(instance: Instance, seed = 'a'): Lottery {
  const outcome = solveLottery(solver, instance, { objective: 'leximin', seed })
  if (outcome.kind !== 'lottery') throw new Error(outcome.kind)
  return outcome.lottery
}

describe('ten thousand draws', () => {
  it('give everybody her probability: chi-square over kinds, and nobody beyond five standard deviations', () => {
    const draws = 10_000
    const drawn = new Float64Array(town.candidates.length)
    const panelOf = new Map<string, number>()
    for (let draw = 0; draw < draws; draw += 1) {
      const panel = drawOnce(lottery, `draw ${draw}`)
      for (const one of panel) drawn[one] = nth(drawn, one) + 1
      const seats = lottery.pool.kinds.map((_, kind) => panel.filter((one) => lottery.pool.kindOf[one] === kind).length)
      panelOf.set(seats.join(), (panelOf.get(seats.join()) ?? 0) + 1)
    }
    const expected = new Map<string, number>()
    for (const { seats, weight } of lottery.panels)
      expected.set(seats.join(), (expected.get(seats.join()) ?? 0) + weight)
    const chiSquare = [...expected].reduce(
      (sum, [seats, weight]) => sum + ((panelOf.get(seats) ?? 0) - draws * weight) ** 2 / (draws * weight),
      0,
    )
    const freedom = expected.size - 1
    expect(freedom).toBeGreaterThan(0)
    // Wilson and Hilferty's cube root: the statistic at p = 0.0001.
    expect(chiSquare).toBeLessThan(freedom * (1 - 2 / (9 * freedom) + 3.719 * Math.sqrt(2 / (9 * freedom))) ** 3)
    for (const [one, chance] of lottery.probabilities.entries())
      expect(Math.abs(nth(drawn, one) - draws * chance)).toBeLessThan(
        5 * Math.sqrt(draws * chance * (1 - chance)) + 1e-6,
      )
  })

  it('by dice pick every numbered panel alike', () => {
    const counts = new Float64Array(1000)
    for (let one = 0; one < 10; one += 1)
      for (let two = 0; two < 10; two += 1)
        for (let three = 0; three < 10; three += 1) {
          const number = numberOfDice([one, two, three])
          if (number.ok) counts[number.value] = nth(counts, number.value) + 1
        }
    expect(counts.every((count) => count === 1)).toBe(true)
    expect(numberOfDice([4, 7, 2])).toEqual({ ok: true, value: 472 })
    for (const dice of [[], [10, 1, 1], [-1, 0, 0], [1.5, 2, 3], [Number.NaN, 0, 0]])
      expect(numberOfDice(dice).ok).toBe(false)
  })

  it('by a beacon reject the words that would make a number likelier', () => {
    expect(numberOfBeacon('000001d800000000', 1000)).toEqual({ ok: true, value: 472 })
    // 4,294,967,000 and more would make the first 296 numbers likelier.
    expect(numberOfBeacon('ffffffff000001d8', 1000)).toEqual({ ok: true, value: 472 })
    expect(numberOfBeacon('fffffed7000001d8', 1000)).toEqual({ ok: true, value: 999 })
    for (const text of ['', 'xyz', '0123', 'ffffffffffffffff']) expect(numberOfBeacon(text, 1000).ok).toBe(false)
  })
})

describe('the same', () => {
  it('instance, objective and seed give the same bytes; another seed the same chances', () => {
    const again = solved(town)
    expect(JSON.stringify(again)).toBe(JSON.stringify(lottery))
    expect(numberPanels(solver, again, { seed: 'b' })).toEqual(numberPanels(solver, lottery, { seed: 'b' }))
    const other = solved(town, 'z')
    for (const [one, chance] of other.probabilities.entries())
      expect(chance).toBeCloseTo(nth(lottery.probabilities, one), 9)
  })

  it('chances whatever the order of people, features and values; and equal ones for those who are alike', () => {
    const turned: Instance = {
      size: town.size,
      features: town.features.map(({ name, quotas }) => ({ name, quotas: quotas.toReversed() })).toReversed(),
      candidates: town.candidates.map((one) => ({ ...one, values: one.values.toReversed() })).toReversed(),
    }
    const chances = solved(turned).probabilities.toReversed()
    for (const [one, chance] of lottery.probabilities.entries()) expect(chances[one]).toBeCloseTo(chance, 9)
    const byKind = new Map<number, number>()
    for (const [one, kind] of lottery.pool.kindOf.entries()) {
      expect(lottery.probabilities[one]).toBe(byKind.get(kind) ?? lottery.probabilities[one])
      byKind.set(kind, nth(lottery.probabilities, one))
    }
    // Housemates with the same values are one kind of their own, apart from those who live alone.
    expect(lottery.pool.kindOf[3]).toBe(lottery.pool.kindOf[4])
    expect(lottery.pool.kindOf[3]).not.toBe(lottery.pool.kindOf[2])
  })
})

describe('why a chance is what it is', () => {
  it('names the minimum that few can fill, and the maximum that many share', () => {
    const young = explainChance(lottery, 10)
    expect(young.chance).toBeGreaterThan(young.average)
    expect(young.reasons[0]).toMatchObject({ what: 'minimum', pull: 'up', value: 'under 30', limit: 2, available: 4 })
    const central = explainChance(lottery, 2)
    expect(central.chance).toBeLessThan(central.average)
    expect(central.reasons.map(({ what }) => what)).toContain('maximum')
  })

  // A fault once: it told that others of her home applied, and so whoever had typed her address.
  it('says nothing of housemates: whoever shares a flat has the reasons of one who lives alone and told the same', () => {
    const alone = town.candidates.map((one) => ({ ...one, household: undefined }))
    const reasons = (candidates: Instance['candidates']) => {
      return explainChance(solved({ ...town, candidates }), 3).reasons.map(({ what, value }) => [what, value])
    }
    expect(reasons(town.candidates)).toEqual(reasons(alone))
  })
})

describe('seats that are free again', () => {
  it('are drawn for what the accepted leave to be met, without the declined and the housemates of the accepted', () => {
    const accepted = new Set(['applicant 0', 'applicant 1', 'applicant 3'])
    const left = seatsLeft(town, { accepted, declined: new Set(['applicant 10']) })
    expect(left.size).toBe(5)
    expect(left.candidates.map(({ id }) => id)).not.toContain('applicant 4')
    expect(left.candidates).toHaveLength(40 - 3 - 1 - 1)
    expect(left.features[0]?.quotas[0]).toEqual({ value: 'under 30', min: 1, max: 2, minFlex: 0, maxFlex: 3 })
    for (const panel of numberPanels(solver, solved(left), { seed: 'c', panels: 50 })) {
      const all = [
        ...panel.map((one) => nth(left.candidates, one)),
        ...town.candidates.filter(({ id }) => accepted.has(id)),
      ]
      const young = all.filter(({ values }) => values[0] === 'under 30').length
      expect(young).toBeGreaterThanOrEqual(2)
      expect(young).toBeLessThanOrEqual(3)
      expect(all).toHaveLength(8)
    }
  })
})

describe('quotas that cannot be met', () => {
  it('are named, only those that are in each other’s way, with the cheapest ways out inside the flexible bounds', () => {
    const [age, lives] = town.features
    if (!age || !lives) throw new Error('the town has two features')
    const young = { ...nth(age.quotas, 0), min: 5, max: 6, maxFlex: 6 }
    const outcome = solveLottery(
      solver,
      { ...town, features: [{ name: 'age', quotas: [young, { ...nth(age.quotas, 1), min: 2, minFlex: 2 }] }, lives] },
      { objective: 'leximin', seed: 'a' },
    )
    if (outcome.kind !== 'infeasible') throw new Error(outcome.kind)
    expect(outcome.conflict.bounds).toEqual([
      { feature: 'age', value: 'under 30', bound: 'min', limit: 5, available: 4 },
    ])
    expect(outcome.conflict.relaxations[0]).toEqual({
      changes: [{ feature: 'age', value: 'under 30', bound: 'min', from: 5, to: 4 }],
      cost: 1 + 2 / 5,
      isWithinFlex: true,
    })
  })

  it('of two features against each other: the set is irreducible and each way out opens it', () => {
    const quota = (value: string, min: number, max: number): (typeof town.features)[number]['quotas'][number] => ({
      value,
      min,
      max,
      minFlex: min,
      maxFlex: max,
    })
    // All women live in the west, and at most one of the west is wanted beside three women.
    const instance: Instance = {
      size: 5,
      features: [
        { name: 'gender', quotas: [quota('woman', 3, 4), quota('man', 0, 5)] },
        { name: 'lives', quotas: [quota('west', 0, 1), quota('centre', 0, 5)] },
      ],
      candidates: Array.from({ length: 20 }, (_, at) => ({
        id: `${at}`,
        values: at < 10 ? ['woman', 'west'] : ['man', 'centre'],
      })),
    }
    const outcome = solveLottery(solver, instance, { objective: 'leximin', seed: 'a' })
    if (outcome.kind !== 'infeasible') throw new Error(outcome.kind)
    expect(outcome.conflict.bounds.map(({ value, bound }) => `${value} ${bound}`).toSorted()).toEqual([
      'west max',
      'woman min',
    ])
    expect(outcome.conflict.relaxations.length).toBeGreaterThan(1)
    for (const { changes, isWithinFlex } of outcome.conflict.relaxations) {
      expect(isWithinFlex).toBe(false)
      const opened: Instance = {
        ...instance,
        features: instance.features.map(({ name, quotas }) => ({
          name,
          quotas: quotas.map((one) =>
            changes.reduce(
              (now, { feature, value, bound, to }) =>
                feature === name && value === one.value ? { ...now, [bound]: to, minFlex: 0, maxFlex: 9 } : now,
              one,
            ),
          ),
        })),
      }
      expect(solveLottery(solver, opened, { objective: 'leximin', seed: 'a' }).kind).toBe('lottery')
    }
  })

  it('or a pool smaller than the panel', () => {
    const outcome = solveLottery(
      solver,
      { ...town, features: [], candidates: [{ id: 'alice', values: [] }] },
      { objective: 'nash', seed: 'a' },
    )
    expect(outcome).toEqual({ kind: 'infeasible', conflict: { size: 8, candidates: 1, bounds: [], relaxations: [] } })
  })
})

it('stops when it is told to, between programs', () => {
  const steps: string[] = []
  const outcome = solveLottery(solver, town, {
    objective: 'leximin',
    seed: 'a',
    onProgress: ({ step }) => steps.push(step),
    isCancelled: () => steps.includes('chances'),
  })
  expect(outcome).toEqual({ kind: 'cancelled' })
  expect(steps).toEqual(['chances'])
})

it('draws the older way too, within every rule', () => {
  for (let draw = 0; draw < 200; draw += 1) {
    const panel = legacyDraw(town, `${draw}`)
    expect(panel).toHaveLength(8)
    const values = (panel ?? []).map((one) => nth(town.candidates, one).values)
    expect(values.filter(([age]) => age === 'under 30').length).toBeGreaterThanOrEqual(2)
    expect(values.filter(([, lives]) => lives === 'west').length).toBeGreaterThanOrEqual(4)
    expect([3, 4].every((one) => panel?.includes(one))).toBe(false)
  }
  expect(legacyDraw({ ...town, size: 41 }, 'a')).toBeUndefined()
})
