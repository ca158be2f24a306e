import type { Instance } from './instance.ts'
import { nth } from './nth.ts'
import type { Solver } from './solver.ts'

/**
 * The textbook beside ours: every panel of a small instance by trying all, and leximin over them with a column for each panel
 * and a row for each candidate. No kinds, no rows of quotas, no walk. For instances of about a dozen candidates.
 */
export function everyPanel({ size, features, candidates }: Instance): readonly (readonly number[])[] {
  const found: number[][] = []
  const counts = features.map(({ quotas }) => new Map(quotas.map(({ value }) => [value, 0])))
  const homes = new Set<string>()
  const chosen: number[] = []
  const isPanel = (): boolean =>
    features.every(({ quotas }, at) =>
      quotas.every(({ value, min, max }) => {
        const count = nth(counts, at).get(value) ?? 0
        return count >= min && count <= max
      }),
    )
  const move = (candidate: number, by: 1 | -1): void => {
    for (const [at, value] of nth(candidates, candidate).values.entries())
      nth(counts, at).set(value, (nth(counts, at).get(value) ?? 0) + by)
  }
  const from = (next: number): void => {
    if (chosen.length === size) {
      if (isPanel()) found.push([...chosen])
      return
    }
    for (let candidate = next; candidate < candidates.length; candidate += 1) {
      const { household } = nth(candidates, candidate)
      if (household !== undefined && homes.has(household)) continue
      if (household !== undefined) homes.add(household)
      chosen.push(candidate)
      move(candidate, 1)
      from(candidate + 1)
      move(candidate, -1)
      chosen.pop()
      if (household !== undefined) homes.delete(household)
    }
  }
  from(0)
  return found
}

/** The fairest chances over these panels, candidate by candidate. */
export function leximinOverPanels(
  solver: Solver,
  people: number,
  panels: readonly (readonly number[])[],
): readonly number[] {
  const settled: (number | undefined)[] = Array.from({ length: people }, () => undefined)
  while (settled.includes(undefined)) {
    const program = solver.program(
      { lower: [1, ...settled.map((chance) => (chance ?? 0) - 1e-12)], upper: [1, ...settled.map(() => Infinity)] },
      [
        ...panels.map((panel) => ({
          cost: 0,
          lower: 0,
          upper: 1,
          entries: [[0, 1], ...panel.map((one): [number, number] => [1 + one, 1])] as [number, number][],
        })),
        {
          cost: 1,
          lower: 0,
          upper: Infinity,
          entries: settled.flatMap((chance, one): [number, number][] => (chance === undefined ? [[1 + one, -1]] : [])),
        },
      ],
    )
    const solved = program.solve()
    program.close()
    if (!solved) throw new Error('the reference found no lottery')
    for (const [one, chance] of settled.entries())
      if (chance === undefined && nth(solved.prices, 1 + one) < -1e-9) settled[one] = solved.value
  }
  return settled.map((chance) => chance ?? 0)
}

/**
 * The mean log chance of those any panel holds, as large as can be, from below: each panel's weight grows with what its members lack
 * (Cover's algorithm for log-optimal portfolios, which ends at the optimum).
 */
export function nashOverPanels(people: number, panels: readonly (readonly number[])[]): number {
  let weights = panels.map(() => 1 / panels.length)
  const chancesNow = (): Float64Array => {
    const chances = new Float64Array(people)
    for (const [at, panel] of panels.entries())
      for (const one of panel) chances[one] = nth(chances, one) + nth(weights, at)
    return chances
  }
  const possible = new Set(panels.flat())
  for (let round = 0; round < 300; round += 1) {
    const chances = chancesNow()
    weights = panels.map(
      (panel, at) => (nth(weights, at) * panel.reduce((sum, one) => sum + 1 / nth(chances, one), 0)) / possible.size,
    )
  }
  const chances = chancesNow()
  return [...possible].reduce((sum, one) => sum + Math.log(nth(chances, one)), 0) / people
}

/** The smallest value of goldilocks (γ = 1), from above: the smallest greatest chance for each of so many floors. */
export function goldilocksOverPanels(
  solver: Solver,
  { size, people, highest }: { readonly size: number; readonly people: number; readonly highest: number },
  panels: readonly (readonly number[])[],
): number {
  const possible = [...new Set(panels.flat())]
  const ideal = size / people
  const floors = Array.from({ length: 25 }, (_, at) => (highest * (at + 1)) / 25)
  return Math.min(
    ...floors.map((floor) => {
      const program = solver.program(
        {
          lower: [1, ...possible.map(() => floor - 1e-12), ...possible.map(() => -Infinity)],
          upper: [1, ...possible.map(() => Infinity), ...possible.map(() => 0)],
        },
        [
          ...panels.map((panel) => ({
            cost: 0,
            lower: 0,
            upper: 1,
            entries: [
              [0, 1],
              ...panel.flatMap((one): [number, number][] => [
                [1 + possible.indexOf(one), 1],
                [1 + possible.length + possible.indexOf(one), 1],
              ]),
            ] as [number, number][],
          })),
          {
            cost: -1,
            lower: 0,
            upper: 1,
            entries: possible.map((_, at): [number, number] => [1 + possible.length + at, -1]),
          },
        ],
      )
      const solved = program.solve()
      program.close()
      return solved ? -solved.value / ideal + ideal / floor : Infinity
    }),
  )
}
