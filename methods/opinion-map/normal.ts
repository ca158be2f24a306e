/**
 * The upper tail of the standard normal law: the chance of z or more. Summed as a series below 3, as a continued fraction above,
 * good to 14 digits.  O(50).
 * Sources: Marsaglia, Journal of Statistical Software 11 (2004); Abramowitz and Stegun (1964) 26.2.14.
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z)
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z < 3) {
    let [sum, term] = [z, z]
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
      term *= (z * z) / odd
      sum += term
    }
    return 0.5 - density * sum
  }
  let fraction = z
  for (let step = 80; step >= 1; step -= 1) fraction = z + step / fraction
  return density / fraction
}

/** One-sided: who is above it would be so by chance in one of ten (0.90) or one of twenty (0.95) cases. Polis' constants. */
export const z90 = 1.2816
export const z95 = 1.6449
/** Two-sided 95 %, for intervals. */
export const z975 = 1.959963984540054

/**
 * A share of n with its interval, which stays within 0 and 1 and is honest for few. O(1).
 * Source: Wilson, Journal of the American Statistical Association 22 (1927).
 */
export function wilson(count: number, n: number, z = z975): { readonly low: number; readonly high: number } {
  if (n === 0) return { low: 0, high: 1 }
  const share = count / n
  const middle = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n)
  const whole = 1 + (z * z) / n
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) }
}

/**
 * For each p-value the smallest share of false ones among all those called special up to it (Benjamini and Hochberg's adjusted
 * value). O(n log n).  Source: Journal of the Royal Statistical Society B 57 (1995).
 */
export function falseDiscovery(ps: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: ps.length }, (_, at) => at).toSorted((a, b) => (ps[b] ?? 0) - (ps[a] ?? 0))
  const adjusted = new Float64Array(ps.length)
  let least = 1
  for (const [place, at] of order.entries()) {
    least = Math.min(least, ((ps[at] ?? 0) * ps.length) / (ps.length - place))
    adjusted[at] = least
  }
  return adjusted
}
