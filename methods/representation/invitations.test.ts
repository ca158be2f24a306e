import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance } from './distance.ts'
import { nextInvitations, type InvitedCell } from './invitations.ts'

const cell = (values: readonly number[], people: number, rate?: number): InvitedCell => ({ values, people, rate })

/** The distance after everybody invited has come. */
function after(counts: readonly number[], population: readonly number[], given: readonly number[]): number {
  return distance(
    counts.map((count, i) => count + (given[i] ?? 0)),
    population,
  )
}

describe('whom to invite next', () => {
  it('closes a gap one can see', () => {
    // 10 men in a town of half and half: ten women.
    const cells = [cell([0], 5000), cell([1], 5000)]
    expect(nextInvitations({ counts: [[0, 10]], cells, invitations: 10 })).toEqual([{ cell: 0, invitations: 10 }])
    // Nobody yet: as the town is.
    const three = [cell([0], 500), cell([1], 300), cell([2], 200)]
    expect(nextInvitations({ counts: [[0, 0, 0]], cells: three, invitations: 10 })).toEqual([
      { cell: 0, invitations: 5 },
      { cell: 1, invitations: 3 },
      { cell: 2, invitations: 2 },
    ])
  })

  it('looks at two features at once: whoever is missing in both is asked first', () => {
    const cells = [cell([0, 0], 250), cell([0, 1], 250), cell([1, 0], 250), cell([1, 1], 250)]
    const counts = [
      [2, 6],
      [2, 6],
    ]
    expect(nextInvitations({ counts, cells, invitations: 4 })).toEqual([{ cell: 0, invitations: 4 }])
  })

  it('asks more often where people come less often', () => {
    const cells = [cell([0], 500, 0.1), cell([1], 500, 0.5)]
    const lines = nextInvitations({ counts: [[5, 5]], cells, invitations: 12 })
    const of = (at: number) => lines.find((line) => line.cell === at)?.invitations ?? 0
    expect(of(0)).toBeGreaterThan(of(1))
    expect(of(0) + of(1)).toBe(12)
  })

  it('asks nobody twice: a cell has no more invitations than people', () => {
    const cells = [cell([0], 2), cell([1], 98)]
    const given = nextInvitations({ counts: [[0, 50]], cells, invitations: 10 })
    expect(given.find((line) => line.cell === 0)?.invitations).toBe(1)
    expect(nextInvitations({ counts: [[0, 0]], cells: [cell([0], 1), cell([1], 2)], invitations: 9 })).toEqual([
      { cell: 0, invitations: 1 },
      { cell: 1, invitations: 2 },
    ])
  })

  it('is the best there is for one feature, found by trying all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }),
        fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 6 }),
        (counts, population, invitations) => {
          const cells = population.map((people, i) => cell([i], people))
          const given = population.map(() => 0)
          for (const line of nextInvitations({ counts: [counts], cells, invitations }))
            given[line.cell] = line.invitations
          const all = Array.from({ length: invitations + 1 }, (_, a) =>
            Array.from({ length: invitations - a + 1 }, (__, b) =>
              after(counts, population, [a, b, invitations - a - b]),
            ),
          ).flat()
          expect(given.reduce((sum, one) => sum + one, 0)).toBe(invitations)
          expect(after(counts, population, given)).toBeCloseTo(Math.min(...all), 9)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('does not depend on how large the population is, nor which group is named first', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 20, max: 90 }), { minLength: 3, maxLength: 3 }),
        fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }),
        (population, counts) => {
          const at = (order: readonly number[], times: number) => {
            const lines = nextInvitations({
              counts: [order.map((i) => counts[i] ?? 0)],
              cells: order.map((i, place) => cell([place], (population[i] ?? 0) * times)),
              invitations: 5,
            })
            const given = [0, 0, 0]
            for (const line of lines) given[order[line.cell] ?? 0] = line.invitations
            return after(counts, population, given)
          }
          expect(at([2, 0, 1], 7)).toBeCloseTo(at([0, 1, 2], 1), 9)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('refuses a rate nobody can have', () => {
    const asked = (rate: number) =>
      nextInvitations({ counts: [[1, 1]], cells: [cell([0], 5, rate), cell([1], 5)], invitations: 1 })
    expect(() => asked(0)).toThrow(RangeError)
    expect(() => asked(1.1)).toThrow(RangeError)
    expect(() => nextInvitations({ counts: [[1]], cells: [cell([0, 0], 1)], invitations: 1 })).toThrow(RangeError)
  })
})
