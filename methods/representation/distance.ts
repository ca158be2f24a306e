import { binomialAt } from './binomial.ts'

/** The share of each group, from how many people of it there are; they sum to 1. Throws a RangeError where nobody is anywhere. */
export function sharesOf(population: readonly number[]): readonly number[] {
  const all = population.reduce((sum, people) => sum + people, 0)
  if (!(all > 0) || population.some((people) => !(people >= 0 && people < Infinity)))
    throw new RangeError('a population has people, and none less than none')
  return population.map((people) => people / all)
}

/** How many people take part. Throws a RangeError for counts that are no whole numbers. */
export function peopleIn(counts: readonly number[]): number {
  if (counts.some((count) => !Number.isInteger(count) || count < 0))
    throw new RangeError('people are counted in whole numbers')
  return counts.reduce((sum, count) => sum + count, 0)
}

/**
 * How far those who take part are from the population: the share of them who would have to be of another group for every group to
 * have its share. 0 alike, 1 nobody of a group that exists.
 *
 * Total variation distance, ½ Σ|cᵢ/n − qᵢ|; geographers call it the index of dissimilarity (O. D. Duncan and B. Duncan, American
 * Sociological Review 20 (1955) 210–217). An empty group costs its own share and no more: unlike a ratio, a product or a
 * logarithm it does not collapse. O(groups).
 */
export function distance(counts: readonly number[], population: readonly number[]): number {
  if (counts.length !== population.length) throw new RangeError('a count for each group')
  const n = peopleIn(counts)
  if (n === 0) throw new RangeError('nobody takes part')
  const shares = sharesOf(population)
  return half(counts.map((count, i) => count / n - (shares[i] ?? 0)))
}

/**
 * The nearest that so many people can be: nobody is half of one group. People are given one by one to the group that lacks most,
 * beginning with `atLeast`; each step is the best there is, because the sum of such distances is convex.
 *
 * Shape: people to be placed → how many of each group. Cost: O(people × groups).
 */
export function nearestCounts(
  people: number,
  population: readonly number[],
  atLeast: readonly number[] = population.map(() => 0),
): readonly number[] {
  const wanted = sharesOf(population).map((share) => share * people)
  const counts = [...atLeast]
  for (let left = people - peopleIn(atLeast); left > 0; left -= 1) {
    const lacks = wanted.map((want, i) => Math.min(1, want - (counts[i] ?? 0)))
    const most = lacks.indexOf(Math.max(...lacks))
    counts[most] = (counts[most] ?? 0) + 1
  }
  return counts
}

/**
 * The distance one expects of so many people drawn blindly from the population: never 0, and the larger the fewer they are.
 * Exact: E|X − nq| = 2 v (n over v) qᵛ (1 − q)ⁿ⁻ᵛ⁺¹ with v = ⌊nq⌋ + 1, for each group. O(groups).
 *
 * Source: A. de Moivre, Miscellanea analytica (1730); P. Diaconis and S. Zabell, Statistical Science 6 (1991) 284–302, (1.1).
 */
export function expectedDistance(people: number, population: readonly number[]): number {
  return half(sharesOf(population).map((share) => meanDeviation(people, share) / people))
}

function meanDeviation(n: number, q: number): number {
  if (q <= 0 || q >= 1) return 0
  const v = Math.floor(n * q) + 1
  return 2 * v * binomialAt(v, n, q) * (1 - q)
}

function half(differences: readonly number[]): number {
  return differences.reduce((sum, difference) => sum + Math.abs(difference), 0) / 2
}
