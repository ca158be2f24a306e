import { byChance, type ByChance } from './by-chance.ts'
import { distance, nearestCounts, peopleIn, sharesOf } from './distance.ts'
import { chanceFrom, quantile } from './draw.ts'
import type { Interval } from './share-interval.ts'

export type Likeness = {
  /** How many of those who take part have told their group. */
  readonly people: number
  /** 0–1: one less the distance. 1 every group has its share. */
  readonly index: number
  /** The highest that so many people can reach. */
  readonly best: number
  /** What blind drawing gives, as distances. */
  readonly chance: ByChance
  /** Between what the index lies for those of whom these are a sample: all who would come if the same way of asking went on. */
  readonly range: Interval
  /** Between what it lies, whatever those who did not tell would say. Both are `index` where all told. */
  readonly withUntold: Interval
}

const draws = 4000

/**
 * One number for how much those who take part are like the population, with what has to be said beside it.
 *
 * A small group is never like the population, however it came about: `chance.mean` is the distance of a blind draw of the same
 * size, `best` the nearest a group of that size comes. An index is to be read between them, not against 1.
 *
 * `range` is the middle 95 % of the index under the Dirichlet distribution with parameters count + 1/groups, so that an empty
 * group widens it instead of ending it (prior: J. O. Berger, J. M. Bernardo, D. Sun, Bayesian Analysis 10 (2015) 189–221, 3.2).
 * A group that sits is no sample: of it `index` is simply true.
 *
 * Why no R-indicator, 1 − 2S(ρ): where ten of 70,000 take part every response rate is near 0, and it says 1 for any ten
 * (B. Schouten, F. Cobben, J. Bethlehem, Survey Methodology 35 (2009) 101–113).
 *
 * Shape: counts and population in the same order of groups; undefined where nobody told. Same seed, same numbers.
 * Cost: at most 40,000 draws of O(groups), or 10,000 of O(people).
 */
export function likeness(
  { counts, untold = 0 }: { readonly counts: readonly number[]; readonly untold?: number },
  population: readonly number[],
  seed: string,
): Likeness | undefined {
  const people = peopleIn(counts)
  if (people === 0) return undefined
  const apart = distance(counts, population)
  return {
    people,
    index: 1 - apart,
    best: 1 - distance(nearestCounts(people, population), population),
    chance: byChance({ people, population }, apart, `${seed} chance`),
    range: rangeOf(counts, population, `${seed} range`),
    withUntold: untoldBounds(counts, untold, population),
  }
}

/** The highest where they fill what lacks; the lowest, because distance is convex, where all of them are of one group. */
function untoldBounds(counts: readonly number[], untold: number, population: readonly number[]): Interval {
  peopleIn([untold])
  const filled = nearestCounts(peopleIn(counts) + untold, population, counts)
  const heaped = counts.map((_, at) =>
    distance(
      counts.map((count, i) => (i === at ? count + untold : count)),
      population,
    ),
  )
  return { low: 1 - Math.max(...heaped), high: 1 - distance(filled, population) }
}

function rangeOf(counts: readonly number[], population: readonly number[], seed: string): Interval {
  const shares = sharesOf(population)
  const { gamma } = chanceFrom(seed)
  const indices = Array.from({ length: draws }, () => {
    const parts = counts.map((count) => gamma(count + 1 / counts.length))
    const all = parts.reduce((sum, part) => sum + part, 0)
    return 1 - parts.reduce((sum, part, i) => sum + Math.abs(part / all - (shares[i] ?? 0)), 0) / 2
  }).toSorted((one, other) => one - other)
  return { low: quantile(indices, 0.025), high: quantile(indices, 0.975) }
}

/**
 * One number over several features (gender, age, part of town): the mean of their indices, and of what chance and size allow.
 * Nothing is said of how the features go together, for of those who take part nobody asked. O(features).
 */
export function overall(all: readonly Likeness[]): Pick<Likeness, 'index' | 'best'> & { readonly byChance: number } {
  if (all.length === 0) throw new RangeError('one feature at least')
  const mean = (of: (one: Likeness) => number): number => all.reduce((sum, one) => sum + of(one), 0) / all.length
  return {
    index: mean(({ index }) => index),
    best: mean(({ best }) => best),
    byChance: mean(({ chance }) => 1 - chance.mean),
  }
}
