import { normalTail, wilson, z975 } from './normal.ts'

/** How many of `of` people agree: between `least` and `most`, which are one number where the count is published exactly. */
export type Known = { readonly least: number; readonly most: number; readonly of: number }

/** A share or a difference of two, with its interval. */
export type Between = { readonly value: number; readonly low: number; readonly high: number }

/** O(1). Of a step its middle, and the interval that holds whichever number it stands for. */
export function shareOf({ least, most, of }: Known, z = z975): Between {
  const value = of === 0 ? 0.5 : (least + most) / 2 / of
  return { value, low: wilson(least, of, z).low, high: wilson(most, of, z).high }
}

/**
 * How much larger one share is than another, from −1 to 1. O(1).
 * Source: Newcombe, Statistics in Medicine 17 (1998), method 10: the two Wilson intervals put together.
 */
export function differenceOf(one: Known, other: Known, z = z975): Between {
  const [a, b] = [shareOf(one, z), shareOf(other, z)]
  const value = a.value - b.value
  return {
    value,
    low: Math.max(-1, value - Math.hypot(a.value - a.low, b.high - b.value)),
    high: Math.min(1, value + Math.hypot(a.high - a.value, b.value - b.low)),
  }
}

/**
 * The mean of the differences without their signs, over statements; undefined without any. The same people answer many statements,
 * so their differences hang together in ways nobody knows. The interval holds whatever they are: each of the n differences is taken
 * at 1 − 0.05 / n, so all n hold at once in 95 of 100 cases (Bonferroni), and with them their mean. Wider than a resampling of three
 * politicians would say, needs no chance, and anybody can reckon it again.  O(n).
 */
export function meanGap(pairs: readonly (readonly [Known, Known])[]): Between | undefined {
  if (pairs.length === 0) return undefined
  const z = twoSided(0.05 / pairs.length)
  const gaps = pairs.map(([one, other]) => {
    const { value, low, high } = differenceOf(one, other, z)
    const [near, far] = [Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))]
    return { value: Math.abs(value), low: low <= 0 && high >= 0 ? 0 : near, high: far }
  })
  const mean = (part: keyof Between): number => gaps.reduce((sum, gap) => sum + gap[part], 0) / gaps.length
  return { value: mean('value'), low: mean('low'), high: mean('high') }
}

/** So far from the middle lies a share of `rare` of the normal law, both ends together. Found by halving, to 12 digits. O(50). */
export function twoSided(rare: number): number {
  let [low, high] = [0, 12]
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2
    if (2 * normalTail(middle) > rare) low = middle
    else high = middle
  }
  return (low + high) / 2
}
