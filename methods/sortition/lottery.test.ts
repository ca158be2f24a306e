import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkCertificate } from './certificate.ts'
import type { Instance } from './instance.ts'
import { objectives, solveLottery, type Lottery, type Objective } from './lottery.ts'
import { nth } from './nth.ts'
import { areWithinOne, deviationOf, numberPanels } from './number-panels.ts'
import { loadSolver, type Solver } from './solver.ts'
import { instances } from './testing-instances.ts'
import { everyPanel, leximinOverPanels } from './testing-reference.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

function lotteryOf(instance: Instance, objective: Objective = 'leximin', seed = 'a'): Lottery | 'infeasible' {
  const outcome = solveLottery(solver, instance, { objective, seed })
  if (outcome.kind === 'cancelled') throw new Error('nobody cancelled it')
  return outcome.kind === 'lottery' ? outcome.lottery : 'infeasible'
}

describe('beside the textbook, which tries every panel', () => {
  it('leximin gives the same chances, and says that there is no panel exactly when there is none', () => {
    let solved = 0
    fc.assert(
      fc.property(instances, (instance) => {
        const panels = everyPanel(instance)
        const lottery = lotteryOf(instance)
        expect(lottery === 'infeasible').toBe(panels.length === 0)
        if (lottery === 'infeasible') return
        solved += 1
        const expected = leximinOverPanels(solver, instance.candidates.length, panels)
        for (const [one, chance] of expected.entries()) expect(lottery.probabilities[one]).toBeCloseTo(chance, 6)
      }),
      { numRuns: 300 },
    )
    expect(solved).toBeGreaterThan(30)
  })
})

describe.each(objectives)('%s', (objective) => {
  it('draws panels that meet every rule, with chances that add up to the size, and a proof that holds', () => {
    fc.assert(
      fc.property(instances, (instance) => {
        const lottery = lotteryOf(instance, objective)
        if (lottery === 'infeasible') return
        expect(lottery.probabilities.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(instance.size, 6)
        expect(checkCertificate(instance, lottery, { solver }).faults).toEqual([])
        const numbered = numberPanels(solver, lottery, { seed: 'b', panels: 100 })
        const allowed = new Set(everyPanel(instance).map(String))
        expect(numbered.filter((panel) => !allowed.has(String(panel)))).toEqual([])
        expect(deviationOf(lottery, numbered)).toBeLessThan(1 + 1e-6)
      }),
      { numRuns: 80 },
    )
  })
})

/** Homes of two to four who may all be of one kind or of two, and as many seats as there are homes or fewer. */
const crowdedHomes = fc
  .record({ homes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 3, maxLength: 9 }), empty: fc.nat(3) })
  .chain(({ homes, empty }) =>
    fc.record({
      homes: fc.constant(homes),
      size: fc.constant(Math.max(1, homes.length - empty)),
      ages: fc.array(fc.constantFrom('young', 'old'), { minLength: 36, maxLength: 36 }),
    }),
  )
  .map(({ homes, size, ages }): Instance => ({
    size,
    features: [
      {
        name: 'age',
        quotas: ['young', 'old'].map((value) => ({ value, min: 0, max: size, minFlex: 0, maxFlex: size })),
      },
    ],
    candidates: homes.flatMap((people, home) =>
      Array.from({ length: people }, (_, one) => ({
        id: `${home} ${one}`,
        values: [nth(ages, home * 4 + one)],
        household: `${home}`,
      })),
    ),
  }))

it('numbers panels of crowded homes with nobody beyond one panel of her chance: some were up to two off', () => {
  fc.assert(
    fc.property(crowdedHomes, (instance) => {
      const lottery = lotteryOf(instance)
      if (lottery === 'infeasible') return
      expect(areWithinOne(lottery, numberPanels(solver, lottery, { seed: 'b' }))).toBe(true)
    }),
    { numRuns: 40 },
  )
})
