import { leastInCell, leastInGroup } from './suppress.ts'

/** How many people, or why that is not said: `few` is below five, `withheld` keeps a `few` from being worked out. */
export type PublishedCount = number | 'few' | 'withheld'

/**
 * What may be said of how many people belong to each group, where everybody is in one group and the whole is known.
 *
 * Below ten people nothing. Else all, when each group holds five or more. When one holds fewer, it is not said, and the largest
 * groups are withheld, one after the other, until each hidden number below five could be any from 0 to 4 as well: not even a
 * reader who knows this method works it out. The test tries every small table.
 * O(groups²). Source: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (2001), secondary suppression.
 */
export function publishCounts(counts: readonly number[]): readonly PublishedCount[] {
  const whole = sum(counts)
  const isFew = counts.map((count) => count < leastInCell)
  if (whole < leastInGroup) return counts.map(() => 'withheld')
  if (!isFew.includes(true)) return counts
  const fewCount = isFew.filter(Boolean).length
  // The largest first; of equal ones the first in the order given.
  const order = counts.map((_, at) => at).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  const large = order.filter((at) => isFew[at] !== true)
  for (let hidden = 1; hidden < large.length; hidden += 1) {
    const withheld = new Set(large.slice(0, hidden))
    const shown = large.slice(hidden).map((at) => counts[at] ?? 0)
    const unsaid = whole - sum(shown)
    // Each of the few at 4 must leave the withheld ones at least as large as what is shown.
    if (unsaid - (leastInCell - 1) * fewCount >= hidden * Math.max(...shown))
      return publish(counts, { isFew, withheld })
  }
  // Where so few are spread over so many groups, which of them are small would say how many are in each.
  if (whole <= leastInCell * large.length + (leastInCell - 1) * fewCount) return counts.map(() => 'withheld')
  return publish(counts, { isFew, withheld: new Set(large) })
}

/** A sum over a few is no better than a cell of a few; that nobody did something betrays nobody. */
export function publishSum(count: number): number | 'few' {
  return count > 0 && count < leastInCell ? 'few' : count
}

type Hiding = { readonly isFew: readonly boolean[]; readonly withheld: ReadonlySet<number> }

function publish(counts: readonly number[], { isFew, withheld }: Hiding): readonly PublishedCount[] {
  return counts.map((count, at) => (isFew[at] ? 'few' : withheld.has(at) ? 'withheld' : count))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0)
}
