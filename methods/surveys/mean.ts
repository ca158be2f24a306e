import type { Interval } from './proportion.ts'
import type { Block, PublishedGroup } from './publish.ts'
import { studentQuantile } from './student.ts'

type Shown = { readonly group: PublishedGroup; readonly blocks: readonly Block[] }

/**
 * Between which two numbers the mean of those who answered lies, as the published blocks tell it; one number where every block
 * is one answer. It is worked out from nothing but what is published, so it tells nothing more of anybody.
 *
 * Shape: people per block → mean index of the answers, lowest and highest possible. Cost: O(blocks).
 */
export function meanRange({ group: { answers, counts }, blocks }: Shown): Interval {
  const sum = (end: 0 | 1): number => blocks.reduce((total, block, at) => total + (counts[at] ?? 0) * block[end], 0)
  return { low: sum(0) / answers, high: sum(1) / answers }
}

/**
 * Where the mean of all who could have answered lies: the widest of the intervals that any answers fitting the published
 * blocks would give, so it is never too narrow.
 *
 * Shape: people per block, and how many could have answered (`of`; none: endlessly many) → bounds of the mean index, cut at
 * the ends of the scale. Cost: O(n × k) for n answers on a scale of k. Source: Student's t; W. G. Cochran, Sampling
 * Techniques (1977) 2.6–2.8 for the finite population correction.
 */
export function meanInterval(
  { group, blocks }: Shown,
  { of = Infinity, confidence = 0.95 }: { readonly of?: number | undefined; readonly confidence?: number } = {},
): Interval {
  const { answers } = group
  if (answers > of) throw new RangeError('more answers than people')
  const correction = of === Infinity ? 1 : Math.sqrt(1 - answers / of)
  const t = studentQuantile((1 + confidence) / 2, answers - 1) * correction
  const range = meanRange({ group, blocks })
  let [low, high] = [range.low, range.high]
  for (let sum = Math.round(range.low * answers); sum <= Math.round(range.high * answers); sum += 1) {
    const mean = sum / answers
    const squares = mostSquares({ group, blocks }, sum)
    const half = (t * Math.sqrt(Math.max(0, squares - mean ** 2 * answers) / (answers - 1))) / Math.sqrt(answers)
    low = Math.min(low, mean - half)
    high = Math.max(high, mean + half)
  }
  return { low: Math.max(0, low), high: Math.min(blocks.at(-1)?.[1] ?? 0, high) }
}

/** The largest sum of squares of answers in these blocks with this sum: all stand at the ends of their blocks, but one. */
function mostSquares({ group: { counts }, blocks }: Shown, sum: number): number {
  const parts = blocks.map(([from, to], at) => ({ from, to, people: counts[at] ?? 0 }))
  let squares = parts.reduce((total, { from, people }) => total + people * from ** 2, 0)
  let left = sum - parts.reduce((total, { from, people }) => total + people * from, 0)
  // To raise a person from one end of her block to the other yields (from + to) squares for each step: the highest first.
  for (const { from, to, people } of parts.toSorted((a, b) => b.from + b.to - a.from - a.to)) {
    const raised = Math.min(Math.max(0, left), people * (to - from))
    squares += raised * (from + to)
    left -= raised
  }
  return squares
}

/**
 * How far the mean could have been moved by those who did not answer: had all of them given the lowest, or the highest.
 *
 * Shape: the mean of those who answered, how many, of how many, on which scale → bounds that hold whoever stayed away. O(1).
 * Source: C. F. Manski, Nonparametric Bounds on Treatment Effects, AER 80 (1990) 319–323.
 */
export function boundsWithSilent({
  mean,
  answers,
  of,
  from,
  to,
}: {
  readonly mean: number
  readonly answers: number
  readonly of: number
  readonly from: number
  readonly to: number
}): Interval {
  if (!(answers <= of && answers >= 0 && of > 0)) throw new RangeError('more answers than people')
  const share = answers / of
  return { low: share * mean + (1 - share) * from, high: share * mean + (1 - share) * to }
}
