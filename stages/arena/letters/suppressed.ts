import { leastInCell, leastVoters } from '@folkmoot/tally/suppress.ts'

/** A number of people, or that it is kept back because it says too much about few. */
export type Shown = number | 'few'

/**
 * What may be shown of a column of numbers beside its sum. Below five a cell is kept back; a single one kept back would be the sum
 * minus the others, so the smallest other goes with it. Where fewer than ten people stand behind the whole, nothing is shown.
 */
export function suppressed(counts: readonly number[]): readonly Shown[] {
  const sum = counts.reduce((all, count) => all + count, 0)
  if (sum < leastVoters) return counts.map(() => 'few')
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < leastInCell ? [at] : [])))
  if (hidden.size === 1) {
    const others = [...counts.keys()]
      .filter((at) => !hidden.has(at))
      .toSorted((a, b) => rank(counts, a) - rank(counts, b))
    if (others[0] !== undefined) hidden.add(others[0])
  }
  return counts.map((count, at) => (hidden.has(at) ? 'few' : count))
}

/** A zero hides nobody: it is taken last. */
function rank(counts: readonly number[], at: number): number {
  const count = counts[at] ?? 0
  return count === 0 ? Number.MAX_SAFE_INTEGER : count
}

/** A sum over a few is no better than a cell of a few. */
export function suppressedSum(count: number): Shown {
  return count > 0 && count < leastInCell ? 'few' : count
}
