import type { LeadingPair } from './leading-pair.ts'
import type { VoteMatrix } from './votes.ts'

/** Where each stands: `x` along the first direction, `y` along the second. Units: votes, made longer for who has voted on little. */
export type Positions = { readonly x: Float64Array; readonly y: Float64Array }

type Axes = Pick<LeadingPair, 'first' | 'second'>

/**
 * Where each person stands: sqrt(C / n) times the sum over her n votes of (vote - mean) times the direction. O(V).
 * The factor keeps who has voted on few statements from standing in the middle for that alone.
 * Source: Small et al., Polis, Recerca (2021); the formula of the production mathematics.
 */
export function positionsOf(
  { people, statements, start, column, value }: VoteMatrix,
  means: Float64Array,
  axes: Axes,
): Positions {
  const { first, second } = axes
  const [x, y] = [new Float64Array(people.length), new Float64Array(people.length)]
  for (let person = 0; person < people.length; person += 1) {
    const [from, to] = [start[person] ?? 0, start[person + 1] ?? 0]
    let [sumX, sumY] = [0, 0]
    for (let at = from; at < to; at += 1) {
      const place = column[at] ?? 0
      const apart = (value[at] ?? 0) - (means[place] ?? 0)
      sumX += apart * (first[place] ?? 0)
      sumY += apart * (second[place] ?? 0)
    }
    const stretch = Math.sqrt(statements.length / Math.max(1, to - from))
    x[person] = sumX * stretch
    y[person] = sumY * stretch
  }
  return { x, y }
}

/** Where each statement stands: with somebody whose only vote is to agree with it. O(C). */
export function statementPositions(means: Float64Array, { first, second }: Axes): Positions {
  const stretch = Math.sqrt(means.length)
  return {
    x: means.map((mean, place) => (1 - mean) * (first[place] ?? 0) * stretch),
    y: means.map((mean, place) => (1 - mean) * (second[place] ?? 0) * stretch),
  }
}

/** How far from the middle a statement stands: what sets people apart. O(C). */
export function extremityOf({ x, y }: Positions): Float64Array {
  return x.map((across, place) => Math.sqrt(across ** 2 + (y[place] ?? 0) ** 2))
}

/**
 * How unsure each position is, since she voted on n of C statements only: variance of x, of y, and what they share, were the n drawn
 * by chance. C/n · n s² (1 - n/C) with s² the sample variance of her contributions; of who has one vote nothing is known (Infinity).
 * Source: Cochran, Sampling Techniques (1977), 2.6 (simple random sampling without replacement).  O(V).
 */
export type Spread = { readonly xx: Float64Array; readonly xy: Float64Array; readonly yy: Float64Array }

export function spreadOf(
  { people, statements, start, column, value }: VoteMatrix,
  means: Float64Array,
  axes: Axes,
): Spread {
  const { first, second } = axes
  const [xx, xy, yy] = [0, 1, 2].map(() => new Float64Array(people.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ] // three
  for (let person = 0; person < people.length; person += 1) {
    const [from, to] = [start[person] ?? 0, start[person + 1] ?? 0]
    const count = to - from
    let [sumX, sumY, sumXX, sumXY, sumYY] = [0, 0, 0, 0, 0]
    for (let at = from; at < to; at += 1) {
      const place = column[at] ?? 0
      const apart = (value[at] ?? 0) - (means[place] ?? 0)
      const [a, b] = [apart * (first[place] ?? 0), apart * (second[place] ?? 0)]
      sumX += a
      sumY += b
      sumXX += a * a
      sumXY += a * b
      sumYY += b * b
    }
    const share = count < 2 ? Infinity : (statements.length / (count - 1)) * (1 - count / statements.length)
    const of = (square: number, one: number, other: number): number =>
      share === 0 ? 0 : share * Math.max(0, square - (one * other) / count)
    xx[person] = count < 2 ? Infinity : of(sumXX, sumX, sumX)
    yy[person] = count < 2 ? Infinity : of(sumYY, sumY, sumY)
    xy[person] = count < 2 ? 0 : share * (sumXY - (sumX * sumY) / count)
  }
  return { xx, xy, yy }
}
