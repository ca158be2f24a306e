import { beforeAll, describe, expect, it } from 'vitest'
import { checkCertificate, type Fault } from './certificate.ts'
import type { Instance } from './instance.ts'
import { objectives, solveLottery, type Certificate, type Lottery } from './lottery.ts'
import { nth } from './nth.ts'
import { lotteryFromJson, lotteryToJson } from './lottery-file.ts'
import { loadSolver, type Solver } from './solver.ts'

/** Every part of a proof, changed: whoever checks must see it. */

const instance: Instance = {
  size: 6,
  features: [
    {
      name: 'age',
      quotas: [
        { value: 'young', min: 2, max: 3, minFlex: 2, maxFlex: 3 },
        { value: 'old', min: 3, max: 4, minFlex: 3, maxFlex: 4 },
      ],
    },
    {
      name: 'lives',
      quotas: [
        { value: 'centre', min: 1, max: 3, minFlex: 1, maxFlex: 3 },
        { value: 'west', min: 3, max: 5, minFlex: 3, maxFlex: 5 },
      ],
    },
  ],
  candidates: Array.from({ length: 30 }, (_, at) => ({
    id: `${at}`,
    values: [at % 7 === 0 ? 'young' : 'old', at % 3 === 0 ? 'west' : 'centre'],
  })),
}

let solver: Solver
const lotteries = new Map<string, Lottery>()
beforeAll(async () => {
  solver = await loadSolver()
  for (const objective of objectives) {
    const outcome = solveLottery(solver, instance, { objective, seed: 'a' })
    if (outcome.kind !== 'lottery') throw new Error(outcome.kind)
    lotteries.set(objective, outcome.lottery)
  }
})

const lotteryOf = (objective: string): Lottery => {
  const found = lotteries.get(objective)
  if (!found) throw new Error(objective)
  return found
}
const faultsOf = (lottery: Lottery): readonly Fault['what'][] =>
  checkCertificate(instance, lottery).faults.map(({ what }) => what)
const withCertificate = (lottery: Lottery, change: (certificate: Certificate) => Certificate): Lottery => ({
  ...lottery,
  certificate: change(lottery.certificate),
})

describe.each(objectives)('%s', (objective) => {
  it('holds as it is, and not for another lottery', () => {
    expect(faultsOf(lotteryOf(objective))).toEqual([])
    const lottery = lotteryOf(objective)
    // One panel alone, said to be all: everybody on it has 1, everybody else nothing.
    const [panel] = lottery.panels
    if (!panel) throw new Error('a lottery has panels')
    const seats = [{ seats: panel.seats, weight: 1 }]
    const probabilities = Float64Array.from(
      lottery.pool.kindOf,
      (kind) => nth(panel.seats, kind) / nth(lottery.pool.kinds, kind).members.length,
    )
    expect(faultsOf({ ...lottery, panels: seats, probabilities })).not.toEqual([])
  })

  it('notices a panel that breaks a rule, weights that are none, and a chance that is not what the panels give', () => {
    const lottery = lotteryOf(objective)
    const bent = lottery.panels.map(({ seats, weight }, at) => ({
      weight,
      seats: at === 0 ? seats.map((count, kind) => count + (kind === 0 ? 1 : 0)) : seats,
    }))
    expect(faultsOf({ ...lottery, panels: bent })).toContain('panel-breaks-a-rule')
    expect(
      faultsOf({ ...lottery, panels: lottery.panels.map((one) => ({ ...one, weight: one.weight * 1.1 })) }),
    ).toContain('weights')
    expect(faultsOf({ ...lottery, panels: lottery.panels.map((one) => ({ ...one, weight: Number.NaN })) })).toContain(
      'weights',
    )
    const raised = lottery.probabilities.map((chance, one) => (one === 0 ? chance + 1e-5 : chance))
    expect(faultsOf({ ...lottery, probabilities: raised })).toContain('probabilities')
    expect(faultsOf({ ...lottery, probabilities: lottery.probabilities.slice(1) })).toContain('probabilities')
  })
})

describe('the stages of leximin', () => {
  const stagesOf = (certificate: Certificate): Extract<Certificate, { of: 'leximin' | 'maximin' }>['stages'] => {
    if (certificate.of !== 'leximin' && certificate.of !== 'maximin') throw new Error(certificate.of)
    return certificate.stages
  }
  it('are noticed when weights, prices, chances or kinds were changed, and when one is missing', () => {
    const lottery = lotteryOf('leximin')
    const stages = stagesOf(lottery.certificate)
    const tried: (typeof stages)[] = [
      stages.slice(0, -1),
      stages.map((stage) => ({ ...stage, weights: stage.weights.map((weight) => weight * 2) })),
      stages.map((stage) => ({ ...stage, weights: stage.weights.map(() => -1) })),
      stages.map((stage) => ({ ...stage, weights: stage.weights.map(() => Number.NaN) })),
      stages.map((stage) => ({ ...stage, prices: stage.prices.map((price) => price + 0.01) })),
      stages.map((stage) => ({ ...stage, chance: stage.chance + 1e-5 })),
      stages.map((stage, at) => ({ ...stage, kinds: at === 0 ? [...lottery.pool.kinds.keys()] : [] })),
    ]
    for (const changed of tried)
      expect(faultsOf(withCertificate(lottery, () => ({ of: 'leximin', cuts: [], stages: changed })))).not.toEqual([])
  })
})

describe('a cut', () => {
  it('is believed only with an exact program, and not when a panel breaks it', () => {
    const lottery = lotteryOf('leximin')
    const never = { coefficients: lottery.pool.kinds.map(() => 1), bound: 5 }
    const always = { coefficients: lottery.pool.kinds.map(() => 1), bound: 6 }
    const stagesFor = (cut: typeof never): Lottery =>
      withCertificate(lottery, (certificate) =>
        certificate.of === 'leximin'
          ? {
              ...certificate,
              cuts: [cut],
              stages: certificate.stages.map((stage) => ({ ...stage, prices: [...stage.prices, 0] })),
            }
          : certificate,
      )
    expect(checkCertificate(instance, stagesFor(always)).faults).toContainEqual({ what: 'cut', cut: 0 })
    expect(checkCertificate(instance, stagesFor(always), { solver }).faults).toEqual([])
    expect(checkCertificate(instance, stagesFor(never), { solver }).faults).toContainEqual({ what: 'cut', cut: 0 })
  })
})

describe('nash and goldilocks', () => {
  it('are noticed when their prices or lines prove nothing', () => {
    const nash = withCertificate(lotteryOf('nash'), (certificate) =>
      certificate.of === 'nash' ? { ...certificate, prices: certificate.prices.map(() => 0) } : certificate,
    )
    expect(faultsOf(nash)).toContain('gap-too-wide')
    const goldilocks = withCertificate(lotteryOf('goldilocks'), (certificate) =>
      certificate.of === 'goldilocks' ? { ...certificate, lines: [] } : certificate,
    )
    expect(faultsOf(goldilocks)).toContain('gap-too-wide')
  })
})

describe('a lottery as a file', () => {
  it.each(objectives)('%s: comes back as it was, and its proof holds', (objective) => {
    const lottery = lotteryOf(objective)
    const back = lotteryFromJson(instance, JSON.parse(JSON.stringify(lotteryToJson(lottery))))
    expect(back).toEqual(lottery)
  })

  it('that is none is refused, or no proof survives it', () => {
    const json = lotteryToJson(lotteryOf('leximin'))
    for (const wrong of [
      undefined,
      null,
      1,
      [],
      {},
      { ...json, objective: 'best' },
      { ...json, certificate: { of: 'leximin' } },
      { ...json, panels: 'all' },
    ])
      expect(lotteryFromJson(instance, wrong)).toBeUndefined()
    for (const bent of [
      { ...json, panels: [{}] },
      { ...json, panels: [{ seats: [0.5], weight: 1 }] },
      { ...json, probabilities: ['1'] },
    ]) {
      const lottery = lotteryFromJson(instance, bent)
      expect(lottery && faultsOf(lottery)).not.toEqual([])
    }
  })
})
