/**
 * ln n! for whole n ≥ 0: summed below 128, Stirling's series above, whose first left-out term is below 1e-15 there.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964) 6.1.41.  O(1) after the first call.
 */
export function logFactorial(n: number): number {
  const small = table[n]
  if (small !== undefined) return small
  const x = n + 1
  const square = 1 / x ** 2
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series
}

const table: readonly number[] = Array.from({ length: 128 }, (_, n) => n).reduce<number[]>((sums, n) => {
  sums.push(n === 0 ? 0 : (sums[n - 1] ?? 0) + Math.log(n))
  return sums
}, [])

/** The probability of exactly `x` of `n`, each with probability `p`. O(1). */
export function binomialAt(x: number, n: number, p: number): number {
  if (x < 0 || x > n) return 0
  if (p <= 0) return x === 0 ? 1 : 0
  if (p >= 1) return x === n ? 1 : 0
  const ways = logFactorial(n) - logFactorial(x) - logFactorial(n - x)
  return Math.exp(ways + x * Math.log(p) + (n - x) * Math.log1p(-p))
}

/**
 * The probability of `x` or more of `n`, each with probability `p`. The shorter tail is summed away from the middle until its
 * terms no longer count, so that it costs O(√n) and loses no digits of a small tail.
 */
export function atLeast(x: number, n: number, p: number): number {
  if (x <= 0) return 1
  if (x > n) return 0
  return x > n * p ? tail(x, 1, { n, p }) : 1 - tail(x - 1, -1, { n, p })
}

function tail(from: number, step: 1 | -1, { n, p }: { readonly n: number; readonly p: number }): number {
  let sum = 0
  for (let x = from; x >= 0 && x <= n; x += step) {
    const term = binomialAt(x, n, p)
    sum += term
    if (term < sum * 1e-17) break
  }
  return Math.min(1, sum)
}
