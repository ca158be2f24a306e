import { nearest } from './bases.ts'
import type { Positions } from './positions.ts'

export type WeightedPoints = Positions & { readonly weight: Float64Array }

export type Clusters = {
  readonly centres: Positions
  /** Of each point the cluster it belongs to. */
  readonly of: Int32Array
  /** Weighted sum of squares to the centres. */
  readonly squares: number
}

const mostRounds = 100

/**
 * The best of `tries` runs of weighted k-means, each begun by k-means++ (the first centre by weight, each next one by weight times
 * the square of how far it is from those before). Undefined when fewer than k places are taken. O(tries k points rounds).
 * Source: Arthur and Vassilvitskii, SODA (2007); Lloyd, IEEE Transactions on Information Theory 28 (1982).
 */
export function kMeans(
  points: WeightedPoints,
  k: number,
  { tries, random }: { readonly tries: number; readonly random: () => number },
): Clusters | undefined {
  let best: Clusters | undefined
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const begun = spreadOut(points, k, random)
    if (!begun) return undefined
    const run = lloyd(points, begun)
    if (!best || run.squares < best.squares * (1 - 1e-12)) best = run
  }
  return best
}

function spreadOut({ x, y, weight }: WeightedPoints, k: number, random: () => number): Positions | undefined {
  const chosen: number[] = []
  const chance = Float64Array.from(weight)
  const apart = new Float64Array(weight.length).fill(Infinity)
  while (chosen.length < k) {
    const sum = chance.reduce((all, one) => all + one, 0)
    if (!(sum > 0)) return undefined
    let left = random() * sum
    let pick = 0
    // Rounding may leave a rest after the last: then it is the last that can be picked.
    for (let at = 0; at < chance.length && left >= 0; at += 1) {
      if ((chance[at] ?? 0) > 0) pick = at
      left -= chance[at] ?? 0
    }
    chosen.push(pick)
    for (let at = 0; at < weight.length; at += 1) {
      const square = ((x[at] ?? 0) - (x[pick] ?? 0)) ** 2 + ((y[at] ?? 0) - (y[pick] ?? 0)) ** 2
      apart[at] = Math.min(apart[at] ?? 0, square)
      chance[at] = (weight[at] ?? 0) * (apart[at] ?? 0)
    }
  }
  return { x: Float64Array.from(chosen, (at) => x[at] ?? 0), y: Float64Array.from(chosen, (at) => y[at] ?? 0) }
}

function lloyd(points: WeightedPoints, begun: Positions): Clusters {
  const of = new Int32Array(points.weight.length).fill(-1)
  let centres = begun
  for (let round = 0; round < mostRounds && assign(points, centres, of); round += 1)
    centres = middles(points, of, centres)
  return { centres, of, squares: squaresOf(points, of, centres) }
}

/** Each point to its nearest centre. False when all are there already. */
function assign({ x, y }: Positions, centres: Positions, of: Int32Array): boolean {
  let isChanged = false
  for (let at = 0; at < of.length; at += 1) {
    const cluster = nearest(centres, x[at] ?? 0, y[at] ?? 0)
    if (cluster === of[at]) continue
    of[at] = cluster
    isChanged = true
  }
  return isChanged
}

function middles({ x, y, weight }: WeightedPoints, of: Int32Array, before: Positions): Positions {
  const k = before.x.length
  const [sumX, sumY, sum] = [new Float64Array(k), new Float64Array(k), new Float64Array(k)]
  for (let at = 0; at < of.length; at += 1) {
    const cluster = of[at] ?? 0
    const heavy = weight[at] ?? 0
    sumX[cluster] = (sumX[cluster] ?? 0) + heavy * (x[at] ?? 0)
    sumY[cluster] = (sumY[cluster] ?? 0) + heavy * (y[at] ?? 0)
    sum[cluster] = (sum[cluster] ?? 0) + heavy
  }
  // A cluster nobody is in stays where it was: another round may need it.
  const middle = (sums: Float64Array, last: Float64Array): Float64Array =>
    sums.map((all, cluster) => ((sum[cluster] ?? 0) > 0 ? all / (sum[cluster] ?? 1) : (last[cluster] ?? 0)))
  return { x: middle(sumX, before.x), y: middle(sumY, before.y) }
}

function squaresOf({ x, y, weight }: WeightedPoints, of: Int32Array, centres: Positions): number {
  let sum = 0
  for (let at = 0; at < of.length; at += 1) {
    const cluster = of[at] ?? 0
    const across = (x[at] ?? 0) - (centres.x[cluster] ?? 0)
    const up = (y[at] ?? 0) - (centres.y[cluster] ?? 0)
    sum += (weight[at] ?? 0) * (across * across + up * up)
  }
  return sum
}
