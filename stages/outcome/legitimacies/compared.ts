import { leastForPercent } from '@folkmoot/basics/share.ts'
import type { Figure, FigureKey } from './figures.ts'

/** How the shares of other cases lie: the lowest, the middle and the highest; undefined where fewer than three are known. */
export type Compared = { readonly cases: number; readonly low: number; readonly middle: number; readonly high: number }

/** With fewer than three a comparison would be with one other case by name. */
export const leastCompared = 3

/**
 * Only shares are compared: they count public acts in the same way everywhere. Means of surveys are asked of other people in each
 * case; their intervals stand beside one another on the pages of the surveys. The middle is the median. A share of
 * few things is no share to compare.
 */
export function comparedOf(key: FigureKey, elsewhere: readonly (readonly Figure[])[]): Compared | undefined {
  const shares = elsewhere
    .flatMap((figures) =>
      figures.flatMap((one) =>
        one.key === key && one.kind === 'share' && one.of >= leastForPercent ? [one.share] : [],
      ),
    )
    .toSorted((a, b) => a - b)
  const [low, high] = [shares.at(0), shares.at(-1)]
  if (shares.length < leastCompared || low === undefined || high === undefined) return undefined
  const half = shares.length / 2
  const middle = ((shares[Math.ceil(half) - 1] ?? low) + (shares[Math.floor(half)] ?? high)) / 2
  return { cases: shares.length, low, middle, high }
}
