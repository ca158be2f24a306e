/**
 * How likely so many or more are, where so many are expected: the upper tail of Poisson's distribution. Summed from the first term on,
 * whose logarithm is Stirling's series for ln n!; exact to nine digits. O(count) at worst, mostly a few terms.
 */
export function poissonTail(count: number, expected: number): number {
  if (count <= 0) return 1
  if (expected <= 0) return 0
  if (count <= expected) return 1 // it is never small there, and nobody asks how large
  let term = 1
  let sum = 1
  for (let next = count + 1; term > sum * 1e-15; next += 1) {
    term *= expected / next
    sum += term
  }
  return Math.min(1, Math.exp(count * Math.log(expected) - expected - lnFactorial(count)) * sum)
}

function lnFactorial(n: number): number {
  if (n < 10) return Math.log(Array.from({ length: n }, (_, at) => at + 1).reduce((all, one) => all * one, 1))
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3)
}
