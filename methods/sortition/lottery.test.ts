import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkCertificate } from './certificate.ts'
import type { Instance } from './instance.ts'
import { objectives, solveLottery, type Lottery, type Objective } from './lottery.ts'
import { deviationOf, numberPanels } from './number-panels.ts'
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
