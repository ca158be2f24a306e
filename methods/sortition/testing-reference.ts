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
