import { leastInCell, leastInGroup } from '@folkmoot/tally/suppress.ts'
import { votersOf, type Tally } from '@folkmoot/tally/tally.ts'

/** The share of those who agree among who agreed or disagreed, rounded down to ten of 100. */
function stepOf({ agree, disagree }: Tally): number {
  return Math.min(90, Math.floor((10 * agree) / (agree + disagree)) * 10)
}

/**
 * A result with everybody and without those who stand in an anomaly, both in steps of ten. Neither where ten or fewer are left, or stand
 * out, or gave an answer: what is published of the whole must not tell, by the difference, what a few said. O(1).
 */
export function compare(all: Tally, found: Tally): { readonly all: number | null; readonly without: number | null } {
  const rest = { agree: all.agree - found.agree, disagree: all.disagree - found.disagree, pass: all.pass - found.pass }
  const isMany = (tally: Tally): boolean =>
    votersOf(tally) >= leastInGroup && tally.agree + tally.disagree >= leastInGroup
  if (!isMany(all)) return { all: null, without: null }
  if (votersOf(found) === 0) return { all: stepOf(all), without: stepOf(all) }
  const isTold = votersOf(found) >= leastInGroup && isMany(rest) && Math.min(rest.agree, rest.disagree) >= leastInCell
  return { all: stepOf(all), without: isTold ? stepOf(rest) : null }
}
