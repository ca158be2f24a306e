import type { WeightedPoints } from './k-means.ts'

/**
 * How clearly clusters stand apart: the mean over all people of (b - a) / max(a, b), a her mean distance to the others of her
 * cluster, b to those of the nearest other one. Between -1 and 1; who is alone in a cluster counts 0. O(points²).
 * People at one point are nothing apart. Source: Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987).
 */
export function silhouette({ x, y, weight }: WeightedPoints, of: Int32Array, k: number): number {
  const heavy = new Float64Array(k)
  for (const [at, cluster] of of.entries()) heavy[cluster] = (heavy[cluster] ?? 0) + (weight[at] ?? 0)
  let [sum, people] = [0, 0]
  for (const [at, cluster] of of.entries()) {
    const apart = new Float64Array(k)
    for (const [other, itsCluster] of of.entries())
      apart[itsCluster] =
        (apart[itsCluster] ?? 0) +
        (weight[other] ?? 0) * Math.sqrt(((x[at] ?? 0) - (x[other] ?? 0)) ** 2 + ((y[at] ?? 0) - (y[other] ?? 0)) ** 2)
    const own = heavy[cluster] ?? 0
    people += weight[at] ?? 0
    if (own <= 1) continue
    const a = (apart[cluster] ?? 0) / (own - 1)
    const b = apart.reduce(
      (least, all, group) =>
        group === cluster || heavy[group] === 0 ? least : Math.min(least, all / (heavy[group] ?? 1)),
      Infinity,
    )
    const greater = Math.max(a, b)
    if (greater > 0 && Number.isFinite(b)) sum += ((weight[at] ?? 0) * (b - a)) / greater
  }
  return people === 0 ? 0 : sum / people
}
