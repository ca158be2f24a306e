import { seeded } from '@folkmoot/basics/seeded.ts'

/** Chance that anyone can draw again from the same seed: normal and gamma numbers from `seeded`. */
export type Chance = {
  readonly normal: () => number
  readonly gamma: (shape: number) => number
  readonly even: () => number
}

export function chanceFrom(seed: string): Chance {
  const random = seeded(seed)
  // Never 0, whose logarithm there is not.
  const even = (): number => 1 - random()
  const normal = (): number => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * random())
  return { even, normal, gamma: (shape) => gamma(shape, { even, normal }) }
}

/**
 * A gamma number of scale 1 and any shape above 0.
 * Source: G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000) 363–372; below shape 1 their
 * section 6. O(1) on the average.
 */
function gamma(shape: number, chance: Pick<Chance, 'even' | 'normal'>): number {
  if (shape < 1) return gamma(shape + 1, chance) * chance.even() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = chance.normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(chance.even()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** The value below which a share `p` of sorted numbers lies. */
export function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? 0
}
