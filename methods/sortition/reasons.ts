import type { Lottery } from './lottery.ts'
import { nth } from './nth.ts'

/** One thing that made a candidate's chance higher or lower than the average. */
export type Reason = {
  readonly what: 'minimum' | 'maximum'
  readonly pull: 'up' | 'down'
  /** Index of the feature in the instance. */
  readonly feature: number
  readonly value: string
  readonly limit: number
  /** Candidates with this value, of all. */
  readonly available: number
}

export type Explained = {
  readonly chance: number
  readonly average: number
  readonly least: number
  readonly reasons: readonly Reason[]
}

/** Of expected seats: nearer to a bound than this is at it. */
const atBound = 1e-6

/**
 * Why a candidate's chance is what it is, in what binds: a minimum that few can fill pulls those few up; a maximum that many
 * share pulls down. The strongest first. O(candidates + features). That others of her household are candidates is never a reason
 * here: it would be told of them.
 * A quota can bind others and reach her through them; then the list is short, and that too is said: nothing she told pulls.
 */
export function explainChance(
  { pool, probabilities }: Pick<Lottery, 'pool' | 'probabilities'>,
  candidate: number,
): Explained {
  const average = pool.size / probabilities.length
  const kind = nth(pool.kindOf, candidate)
  const reasons = nth(pool.kinds, kind).cells.flatMap((cell): (readonly [strength: number, reason: Reason])[] => {
    const { feature, value, min, max } = nth(pool.cells, cell)
    let [available, expected] = [0, 0]
    for (const [one, chance] of probabilities.entries()) {
      if (!nth(pool.kinds, nth(pool.kindOf, one)).cells.includes(cell)) continue
      available += 1
      expected += chance
    }
    const of = { feature, value, available }
    if (expected <= min + atBound && min / available > average * (1 + atBound))
      return [[min / available / average, { what: 'minimum', pull: 'up', limit: min, ...of }]]
    if (expected >= max - atBound && max / available < average * (1 - atBound))
      return [[average / Math.max(max / available, 1e-9), { what: 'maximum', pull: 'down', limit: max, ...of }]]
    return []
  })
  return {
    chance: nth(probabilities, candidate),
    average,
    least: Math.min(...probabilities),
    reasons: reasons.toSorted(([a], [b]) => b - a).map(([, reason]) => reason),
  }
}
