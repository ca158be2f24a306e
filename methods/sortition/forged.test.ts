import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { mergeAlike } from './alike.ts'
import { checkCertificate } from './certificate.ts'
import type { Instance } from './instance.ts'
import type { Stage } from './leximin.ts'
import { chancesOf, objectives, solveLottery, type Certificate, type Lottery, type Objective } from './lottery.ts'
import { nth } from './nth.ts'
import { loadSolver, type Solver } from './solver.ts'
import { instances } from './testing-instances.ts'
import { everyPanel, goldilocksOverPanels, leximinOverPanels, nashOverPanels } from './testing-reference.ts'

/** A lottery made worse, with a proof bent to fit it: whoever checks finds a fault, or a gap as wide as the loss. */

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

function right(instance: Instance, objective: Objective): Lottery | undefined {
  const outcome = solveLottery(solver, instance, { objective, seed: 'a' })
  return outcome.kind === 'lottery' ? outcome.lottery : undefined
}

/** Of the chances a fair lottery gives, by trying every panel: how far these are from the best. */
function lossOf(instance: Instance, objective: Objective, chances: Float64Array): number {
  const panels = everyPanel(instance)
  const people = instance.candidates.length
  const fair = leximinOverPanels(solver, people, panels)
  const possible = [...new Set(panels.flat())]
  const least = Math.min(...possible.map((one) => nth(chances, one)))
  const highest = Math.min(...possible.map((one) => nth(fair, one)))
  switch (objective) {
    case 'leximin':
      return Math.max(...fair.map((chance, one) => Math.abs(chance - nth(chances, one))))
    case 'maximin':
      return highest - least
    case 'nash':
      return (
        nashOverPanels(people, panels) - possible.reduce((sum, one) => sum + Math.log(nth(chances, one)), 0) / people
      )
    case 'goldilocks': {
      const ideal = instance.size / people
      const value = Math.max(...chances) / ideal + ideal / least
      return value / goldilocksOverPanels(solver, { size: instance.size, people, highest }, panels) - 1
    }
  }
}

type Bend = (certificate: Certificate, chances: readonly number[]) => Certificate

const onStages =
  (change: (stages: readonly Stage[], chances: readonly number[]) => readonly Stage[]): Bend =>
  (certificate, chances) => ({ ...certificate, stages: change(certificate.stages, chances) })

/** Every kind settled at the chance it has, lowest first, by the weights of the proof there was and a tiny one of its own. */
const asItIs = (tiny: number): Bend =>
  onStages((stages, chances) => {
    if (stages.length === 0) return []
    const levels = [...new Set(chances.map((chance) => Math.round(chance * 1e9)))].toSorted((a, b) => a - b)
    return levels.map((level, at): Stage => {
      const like = nth(stages, Math.min(at, stages.length - 1))
      const kinds = [...chances.keys()].filter((kind) => Math.round(nth(chances, kind) * 1e9) === level)
      return {
        kinds,
        chance: nth(chances, nth(kinds, 0)),
        weights: like.weights.map((weight, kind) => (kinds.includes(kind) ? Math.max(weight, tiny) : weight)),
        prices: like.prices,
      }
    })
  })

/** What a forger might try, alone and together: other claims, fewer stages, other scales, tiny weights, no lines, another aim. */
const bends: readonly Bend[] = [
  asItIs(0),
  asItIs(1e-10),
  asItIs(1e-7),
  onStages((stages, chances) =>
    stages.map((stage) => ({ ...stage, chance: Math.min(...stage.kinds.map((kind) => nth(chances, kind))) })),
  ),
  onStages((stages) => stages.slice(0, 1)),
  onStages((stages) => stages.slice(1)),
  onStages(() => []),
  onStages((stages, chances) =>
    stages.slice(0, 1).map((stage) => ({ ...stage, kinds: [...chances.keys()], chance: Math.min(...chances) })),
  ),
  onStages((stages, chances) => [
    ...stages
      .slice(0, 1)
      .flatMap((stage) =>
        chances.flatMap((chance, kind) =>
          chance < 1e-9 ? [{ ...stage, chance: 0, kinds: [kind], weights: chances.map(() => 0) }] : [],
        ),
      ),
    ...stages,
  ]),
  ...[0, 1e-12, 1e-6, 1e6].map((factor) =>
    onStages((stages) =>
      stages.map((stage) => ({
        ...stage,
        weights: stage.weights.map((weight) => weight * factor),
        prices: stage.prices.map((price) => price * factor),
      })),
    ),
  ),
  onStages((stages) => stages.map((stage) => ({ ...stage, prices: stage.prices.map(() => 0) }))),
  (certificate) =>
    certificate.of === 'goldilocks'
      ? { ...certificate, lines: [] }
      : certificate.of === 'nash'
        ? { ...certificate, prices: certificate.prices.map((price) => price / 2) }
        : certificate,
  (certificate) =>
    certificate.of === 'goldilocks'
      ? {
          ...certificate,
          lines: certificate.lines.map((line) => ({ ...line, below: line.below.map((weight) => weight - 1) })),
        }
      : certificate,
  (certificate) =>
    certificate.of === 'goldilocks'
      ? {
          ...certificate,
          lines: certificate.lines.map((line) => ({ ...line, below: line.below.map((weight) => weight + 1) })),
        }
      : certificate,
  (certificate) => (certificate.of === 'goldilocks' ? { ...certificate, gamma: 1e-9 } : certificate),
  (certificate) => ({ ...certificate, cuts: [{ coefficients: [1e-9], bound: 0 }] }),
]

describe.each(objectives)('%s, made worse', (objective) => {
  it('is noticed, whatever is done to its proof: a fault, or a gap as wide as the true loss', () => {
    fc.assert(
      fc.property(
        instances,
        fc.record({
          panel: fc.nat(),
          share: fc.constantFrom(0.001, 0.1, 0.5, 1),
          bent: fc.array(fc.nat(bends.length - 1), { maxLength: 3 }),
        }),
        (instance, { panel, share, bent }) => {
          const lottery = right(instance, objective)
          if (!lottery) return
          const { kindOf, kinds } = mergeAlike(instance)
          const every = everyPanel(instance)
          const seated = nth(every, panel % every.length)
          const seats = Int32Array.from(kinds, (_, kind) => seated.filter((one) => kindOf[one] === kind).length)
          const panels = [
            ...lottery.panels.flatMap((one) => (share < 1 ? [{ ...one, weight: one.weight * (1 - share) }] : [])),
            { seats, weight: share },
          ]
          const probabilities = chancesOf(lottery.pool, panels)
          const chances = kinds.map(({ members }) => nth(probabilities, nth(members, 0)))
          const certificate = bent.reduce<Certificate>((now, at) => nth(bends, at)(now, chances), lottery.certificate)
          const verdict = checkCertificate(instance, { ...lottery, panels, probabilities, certificate }, { solver })
          if (verdict.faults.length > 0) return
          const loss = lossOf(instance, objective, probabilities)
          expect(verdict.gap).toBeGreaterThan(loss - 1e-6)
        },
      ),
      { numRuns: 80 },
    )
  })
})

/** Ten of whom one is drawn, and three of whom one is: `b 0` stands alone, the other two are alike. */
const unequal: Instance = {
  size: 2,
  features: [
    {
      name: 'lives',
      quotas: ['a', 'b'].map((value) => ({ value, min: 1, max: 1, minFlex: 1, maxFlex: 1 })),
    },
    {
      name: 'age',
      quotas: ['young', 'old'].map((value) => ({ value, min: 0, max: 2, minFlex: 0, maxFlex: 2 })),
    },
  ],
  candidates: [
    ...Array.from({ length: 10 }, (_, at) => ({ id: `a ${at}`, values: ['a', 'old'] })),
    ...Array.from({ length: 3 }, (_, at) => ({ id: `b ${at}`, values: ['b', at === 0 ? 'young' : 'old'] })),
  ],
}

/** Who of the three: `b 0` with this chance. */
function unfair(objective: Objective, alone: number): Lottery {
  const lottery = right(unequal, objective)
  if (!lottery) throw new Error('there are panels')
  const panels = [
    { seats: Int32Array.of(1, 1, 0), weight: alone },
    { seats: Int32Array.of(1, 0, 1), weight: 1 - alone },
  ].filter(({ weight }) => weight > 0)
  return { ...lottery, panels, probabilities: chancesOf(lottery.pool, panels) }
}

const rows = { none: [0, 0, 0, 0, 0], lives: [0, 1, 0, 0, 0], other: [0, 0, 1, 0, 0] }

describe('a forged proof that was once accepted', () => {
  it('of leximin: a weight of 1e-10 settled somebody at a third of her chance', () => {
    const stages: Stage[] = [
      { chance: 0.1, kinds: [0, 1], weights: [0.1, 1e-10, 0], prices: rows.lives.map((price) => price * 0.1) },
      { chance: 0.45, kinds: [2], weights: [0, 1, 1], prices: rows.other },
    ]
    const verdict = checkCertificate(unequal, {
      ...unfair('leximin', 0.1),
      certificate: { of: 'leximin', cuts: [], stages },
    })
    expect(verdict.faults).toContainEqual({ what: 'gap-too-wide' })
    expect(verdict.gap).toBeGreaterThan(1 / 3 - 0.1)
  })

  it('of goldilocks: it had no lines, and proved the highest chance by claiming it', () => {
    const lottery = unfair('goldilocks', 0.1)
    const highest: Stage = { chance: 1e9, kinds: [], weights: [0, 0, 0], prices: rows.none }
    const certificate: Certificate = { of: 'goldilocks', cuts: [], gamma: 1, stages: [highest], lines: [] }
    expect(checkCertificate(unequal, { ...lottery, certificate }).faults).toContainEqual({ what: 'gap-too-wide' })
  })

  it.each(['nash', 'goldilocks', 'maximin'] as const)(
    'of %s: it gave somebody nothing and called her impossible',
    (objective) => {
      const lottery = unfair(objective, 0)
      expect(checkCertificate(unequal, lottery).faults).not.toEqual([])
      const { certificate } = lottery
      const impossible: Stage = { chance: 0, kinds: [1], weights: [0, 0, 0], prices: rows.none }
      const stages = [impossible, ...certificate.stages]
      expect(checkCertificate(unequal, { ...lottery, certificate: { ...certificate, stages } }).faults).not.toEqual([])
    },
  )

  it('of maximin: handed in for leximin, or without a stage', () => {
    const lottery = unfair('maximin', 0.1)
    expect(checkCertificate(unequal, lottery).faults).toEqual([])
    expect(checkCertificate(unequal, { ...lottery, objective: 'leximin' }).faults).toContainEqual({ what: 'objective' })
    const certificate: Certificate = { of: 'maximin', cuts: [], stages: [] }
    expect(checkCertificate(unequal, { ...lottery, certificate }).faults).toContainEqual({ what: 'stages-incomplete' })
  })
})
