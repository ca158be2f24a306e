import { atLeast } from './binomial.ts'

/** `low ≤ share ≤ high`, each 0–1. */
export type Interval = { readonly low: number; readonly high: number }

/**
 * Clopper and Pearson's interval of a share: the true share lies in it at least as often as `confidence` says, also for ten
 * people and for a group nobody is of. Wilson's is narrower and holds on the average only; a committee is one group, no average.
 *
 * Shape: `count` of `people` → bounds of the share. Cost: 60 tails of O(√people). Throws a RangeError for counts that cannot be.
 * Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413; numbers in the test from R. G. Newcombe, Statistics in
 * Medicine 17 (1998) 857–872, table I, method 5.
 */
export function shareInterval(count: number, people: number, confidence = 0.95): Interval {
  if (!(Number.isInteger(count) && Number.isInteger(people) && count >= 0 && count <= people && people > 0))
    throw new RangeError('counts that cannot be')
  const half = (1 - confidence) / 2
  return {
    low: count === 0 ? 0 : solve((p) => atLeast(count, people, p) - half),
    high: count === people ? 1 : solve((p) => half - (1 - atLeast(count + 1, people, p))),
  }
}

/** Where a growing function of a share is zero, by halving. */
function solve(grows: (p: number) => number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2
    if (grows(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
