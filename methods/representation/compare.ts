import { peopleIn, sharesOf } from './distance.ts'
import { shareInterval, type Interval } from './share-interval.ts'

export type GroupComparison = {
  readonly count: number
  /** 0–1, of those who told. */
  readonly share: number
  readonly interval: Interval
  /** 0–1, of the population. */
  readonly expected: number
  /** Share less expected share. */
  readonly difference: number
  /** Whole people that lack for the group to have its share; below 0 where there are too many. */
  readonly lacks: number
  /** `fewer`, `more`: the population's share lies outside the interval, so that it is hardly chance. */
  readonly verdict: 'fewer' | 'near' | 'more'
}

/**
 * Each group against its share of the population, with Clopper and Pearson's interval. Groups are looked at one by one: of twenty
 * about one comes out `fewer` or `more` by chance alone. Whether the whole is off, `likeness` says of all groups at once.
 *
 * Shape: counts and population in the same order of groups → one line each; none where nobody told. O(groups × √people).
 */
export function compareGroups(
  counts: readonly number[],
  population: readonly number[],
  confidence = 0.95,
): readonly GroupComparison[] {
  if (counts.length !== population.length) throw new RangeError('a count for each group')
  const people = peopleIn(counts)
  if (people === 0) return []
  const shares = sharesOf(population)
  return counts.map((count, i) => {
    const expected = shares[i] ?? 0
    const interval = shareInterval(count, people, confidence)
    return {
      count,
      share: count / people,
      interval,
      expected,
      difference: count / people - expected,
      // Never −0, which prints as such.
      lacks: Math.trunc(expected * people - count + Math.sign(expected * people - count) * 1e-9) + 0,
      verdict: expected > interval.high ? 'fewer' : expected < interval.low ? 'more' : 'near',
    }
  })
}
