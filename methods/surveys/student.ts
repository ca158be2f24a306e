/**
 * The point below which a share `p` of Student's t distribution lies; with endless degrees of freedom that is the normal
 * distribution. Bisection on the distribution function: slower than a series and right to the last digits.
 *
 * Shape: probability strictly between 0 and 1, degrees of freedom above 0 → t without unit. Cost: about 60 × 200 additions.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964) 26.7.1, 26.5.8; checked against scipy 1.17.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1 && freedom > 0)) throw new RangeError('no such quantile')
  if (p < 0.5) return -studentQuantile(1 - p, freedom)
  const tail = 1 - p
  let [low, high] = [0, 1]
  while (upperTail(high, freedom) > tail) [low, high] = [high, high * 2]
  for (let i = 0; i < 64; i += 1) {
    const middle = (low + high) / 2
    if (upperTail(middle, freedom) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The share above t ≥ 0. */
function upperTail(t: number, freedom: number): number {
  if (freedom === Infinity) return upperNormal(t)
  return betaShare(freedom / (freedom + t ** 2), freedom / 2, 0.5) / 2
}

/** The share of the normal distribution above x ≥ 0: a half of the upper incomplete gamma share of (1/2, x²/2). */
function upperNormal(x: number): number {
  const [a, y] = [0.5, x ** 2 / 2]
  const front = Math.exp(a * Math.log(y) - y - logGamma(a))
  if (y === 0) return 0.5
  if (y < a + 1) {
    let [term, sum] = [1 / a, 1 / a]
    for (let k = 1; k < 500 && Math.abs(term) > sum * 1e-17; k += 1) {
      term *= y / (a + k)
      sum += term
    }
    return (1 - sum * front) / 2
  }
  return (front * continued((k) => [k === 0 ? 1 : -k * (k - a), y + 2 * k + 1 - a])) / 2
}

/** The regularised incomplete beta function I_x(a, b). */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  return (
    front *
    continued((k) => {
      if (k === 0) return [1, 1]
      const m = Math.floor(k / 2)
      const above =
        k % 2 === 0
          ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
          : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
      return [above, 1]
    })
  )
}

/** a₀/(b₀ + a₁/(b₁ + …)) by Lentz's way, until it stands still. */
function continued(at: (k: number) => readonly [above: number, below: number]): number {
  const least = 1e-300
  let [value, c, d] = [least, least, 0]
  for (let k = 0; k < 500; k += 1) {
    const [above, below] = at(k)
    d = 1 / (below + above * d || least)
    c = below + above / c || least
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return value
}

/** ln Γ(x) for x > 0: Stirling's series after lifting x to 12 or more. */
function logGamma(x: number): number {
  let [lifted, lift] = [x, 0]
  for (; lifted < 12; lifted += 1) lift += Math.log(lifted)
  const [y, square] = [1 / lifted, 1 / lifted ** 2]
  const series = y * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return (lifted - 0.5) * Math.log(lifted) - lifted + Math.log(2 * Math.PI) / 2 + series - lift
}
