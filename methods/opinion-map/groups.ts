import { seeded } from '@folkmoot/basics/seeded.ts'
import { adjustedRand } from './adjusted-rand.ts'
import { nearest, type Bases } from './bases.ts'
import { kMeans, type Clusters } from './k-means.ts'
import type { Positions } from './positions.ts'
import { silhouette } from './silhouette.ts'

/** What was found for one number of groups. */
export type Grouping = {
  readonly k: number
  readonly centres: Positions
  /** Of each base its group. */
  readonly ofBase: Int32Array
  readonly silhouette: number
  /** How alike it comes out when other people of the same kind had come: mean adjusted Rand index over the resamples, 0 to 1. */
  readonly stability: number
}

export type Groups = {
  /** The one chosen; undefined when there are fewer than two places anybody stands at. */
  readonly chosen: Grouping | undefined
  /** Those it was chosen from, k = 2 … 5. */
  readonly tried: readonly Grouping[]
  /** Centres of the chosen number of groups in each resample, numbered as the chosen ones. */
  readonly resampled: readonly Positions[]
}

export const resamples = 48
const triesCold = 16
const triesAgain = 3
/** From here on the same groups come out again in nearly every resample: Hennig (2007) calls 0.75 to 0.85 valid, above it stable. */
export const stableFrom = 0.8
const mostGroups = 5
const basesPerGroup = 12

/**
 * Two to five groups: of those that come out again when the people are drawn anew, the number with the greatest silhouette; where
 * none does, the greatest of both multiplied. Of stable ones those in which every group has `least` people come first: whoever shows
 * no smaller group still shows groups where there are some. Groups are numbered by size, the largest 0 (of equal ones the left one).
 * As many as Polis tries: 2 + bases / 12, five at most. O(resamples k bases rounds + bases²).
 * Sources: Rousseeuw (1987); Hennig, Computational Statistics and Data Analysis 52 (2007).
 */
export function groupsOf(bases: Bases, seed: string, least = 0): Groups {
  const most = Math.min(mostGroups, 2 + Math.floor(bases.weight.length / basesPerGroup))
  const found: Found[] = []
  for (let k = 2; k <= most; k += 1) {
    const clusters = kMeans(bases, k, { tries: triesCold, random: seeded(`${seed}/groups ${k}`) })
    if (clusters) found.push(judged(bases, bySize(bases.people, clusters), seed))
  }
  const best = found.toSorted((a, b) => worth(b, least) - worth(a, least))[0]
  return { chosen: best?.grouping, tried: found.map(({ grouping }) => grouping), resampled: best?.resampled ?? [] }
}

type Found = {
  readonly grouping: Grouping
  readonly resampled: readonly Positions[]
  /** People in its smallest group. */
  readonly smallest: number
}

function worth({ grouping, smallest }: Found, least: number): number {
  // A stable one is better than any that is not, whose worth stays below 1; the silhouette lies between -1 and 1.
  if (grouping.stability < stableFrom) return grouping.silhouette * grouping.stability
  return (smallest >= least ? 5 : 2) + grouping.silhouette
}

function bySize(people: Float64Array, { centres, of, squares }: Clusters): Clusters {
  const heavy = new Float64Array(centres.x.length)
  for (const [at, group] of of.entries()) heavy[group] = (heavy[group] ?? 0) + (people[at] ?? 0)
  const order = Array.from(heavy.keys()).toSorted(
    (a, b) => (heavy[b] ?? 0) - (heavy[a] ?? 0) || (centres.x[a] ?? 0) - (centres.x[b] ?? 0),
  )
  return {
    centres: picked(centres, order),
    of: of.map((group) => order.indexOf(group)),
    squares,
  }
}

function picked({ x, y }: Positions, order: readonly number[]): Positions {
  return { x: Float64Array.from(order, (at) => x[at] ?? 0), y: Float64Array.from(order, (at) => y[at] ?? 0) }
}

function judged(bases: Bases, { centres, of }: Clusters, seed: string): Found {
  const k = centres.x.length
  const random = seeded(`${seed}/resamples ${k}`)
  const resampled: Positions[] = []
  let alike = 0
  for (let resample = 0; resample < resamples; resample += 1) {
    const drawn = drawnAgain(bases.people, random)
    // Whoever comes again weighs as before.
    const weight = drawn.map((people, at) => (people * (bases.weight[at] ?? 0)) / (bases.people[at] ?? 1))
    const clusters = kMeans({ ...bases, weight }, k, { tries: triesAgain, random })
    if (!clusters) continue
    const again = of.map((_, at) => nearest(clusters.centres, bases.x[at] ?? 0, bases.y[at] ?? 0))
    alike += adjustedRand(of, again, bases.people)
    resampled.push(picked(clusters.centres, matching(again, of, { k, weight: bases.people })))
  }
  const grouping = {
    k,
    centres,
    ofBase: of,
    silhouette: silhouette({ ...bases, weight: bases.people }, of, k),
    stability: resampled.length === 0 ? 0 : alike / resampled.length,
  }
  const people = new Float64Array(k)
  for (const [at, group] of of.entries()) people[group] = (people[group] ?? 0) + (bases.people[at] ?? 0)
  return { grouping, resampled, smallest: Math.min(...people) }
}

/** As many people again, each drawn from all (the bootstrap): how many of each base. O(people). */
function drawnAgain(of: Float64Array, random: () => number): Float64Array {
  const people = of.reduce((sum, one) => sum + one, 0)
  const again = new Float64Array(of.length)
  let [left, share] = [people, people]
  // One base after the other: of those still to be drawn each falls into this one with its share of what is left.
  for (const [at, one] of of.entries()) {
    const into = binomial(left, share <= one ? 1 : one / share, random)
    again[at] = into
    left -= into
    share -= one
  }
  return again
}

const drawnOneByOne = 40

/** How many of n come, each with probability p. Above 40 by the normal law, rounded and kept within 0 … n. */
function binomial(n: number, p: number, random: () => number): number {
  if (p >= 1 || n === 0) return n
  const mean = n * p
  if (mean > drawnOneByOne && n - mean > drawnOneByOne) {
    // The sum of twelve uniform numbers less six: no logarithm, so the same bytes everywhere.
    let normal = -6
    for (let one = 0; one < 12; one += 1) normal += random()
    return Math.min(n, Math.max(0, Math.round(mean + normal * Math.sqrt(mean * (1 - p)))))
  }
  return mean > n / 2 ? n - countedUp(n, 1 - p, random) : countedUp(n, p, random)
}

/** By turning the distribution function around: few steps where few come. */
function countedUp(n: number, p: number, random: () => number): number {
  if (p <= 0) return 0
  const odds = p / (1 - p)
  let chance = power(1 - p, n)
  let left = random() - chance
  let count = 0
  while (left > 0 && count < n) {
    count += 1
    chance *= (odds * (n - count + 1)) / count
    left -= chance
    if (chance < 1e-18 && count > n * p) break
  }
  return count
}

/** By squaring: Math.pow may round its last bit otherwise elsewhere. */
function power(base: number, exponent: number): number {
  let [result, square] = [1, base]
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square
    square *= square
  }
  return result
}

/**
 * Which of the new groups is which of the old ones, so that most people keep their number: all ways are tried, there are 120 at
 * most. Answers the new number to put at each old place.
 */
export function matching(
  fresh: ArrayLike<number>,
  old: ArrayLike<number>,
  { k, weight }: { readonly k: number; readonly weight?: ArrayLike<number> },
): readonly number[] {
  const shared = Array.from({ length: k }, () => new Float64Array(k))
  for (let at = 0; at < old.length; at += 1) {
    const row = shared[old[at] ?? -1]
    const column = fresh[at] ?? -1
    if (row && column >= 0 && column < k) row[column] = (row[column] ?? 0) + (weight ? (weight[at] ?? 0) : 1)
  }
  let [best, most] = [[] as readonly number[], -1] // filled by the first order
  for (const order of ordersOf(k)) {
    const kept = order.reduce((sum, column, row) => sum + (shared[row]?.[column] ?? 0), 0)
    if (kept > most) [best, most] = [order, kept]
  }
  return best
}

function ordersOf(k: number): readonly (readonly number[])[] {
  if (k === 0) return [[]]
  return ordersOf(k - 1).flatMap((order) =>
    Array.from({ length: k }, (_, at) => [...order.slice(0, at), k - 1, ...order.slice(at)]),
  )
}
