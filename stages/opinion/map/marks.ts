import type { Positions } from '@folkmoot/opinion-map/positions.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'

/** Where ten to nineteen people stand on average. */
export type Mark = { readonly x: number; readonly y: number }

/**
 * Everybody drawn, nobody alone: as many marks as there are tens of people, each at the mean of ten to nineteen. What holds twenty or
 * more is cut across its longer side, again and again, near its middle. Fewer than ten have no mark. O(P log² P).
 * Source: microaggregation, Domingo-Ferrer and Mateo-Sanz, IEEE Transactions on Knowledge and Data Engineering 14 (2002), cut as in
 * LeFevre's Mondrian (2006).
 */
export function marksOf(positions: Positions, people: readonly number[]): readonly Mark[] {
  const parts = Math.floor(people.length / leastInGroup)
  if (parts === 0) return []
  if (parts === 1) return [meanOf(positions, people)]
  const along = spanOf(positions.x, people) >= spanOf(positions.y, people) ? positions.x : positions.y
  const across = along === positions.x ? positions.y : positions.x
  const order = people.toSorted(
    (a, b) => (along[a] ?? 0) - (along[b] ?? 0) || (across[a] ?? 0) - (across[b] ?? 0) || a - b,
  )
  // The first part holds as many tens as the second, or one more.
  const cut = Math.floor((order.length * Math.ceil(parts / 2)) / parts)
  return [...marksOf(positions, order.slice(0, cut)), ...marksOf(positions, order.slice(cut))]
}

function meanOf({ x, y }: Positions, people: readonly number[]): Mark {
  const mean = (of: Float64Array): number => people.reduce((sum, one) => sum + (of[one] ?? 0), 0) / people.length
  return { x: mean(x), y: mean(y) }
}

function spanOf(of: Float64Array, people: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity]
  for (const one of people) {
    least = Math.min(least, of[one] ?? 0)
    most = Math.max(most, of[one] ?? 0)
  }
  return most - least
}

/** How directions become places in the picture: `x` and `y` of its middle, and how long one unit is. */
export type Frame = { readonly x: number; readonly y: number; readonly unit: number }

/** The picture is so large. Up in the directions is up in it. */
export const picture = { width: 1000, height: 700, edge: 120 } as const

/** All marks fit, equally long in both directions: what is near in the picture is near in the votes. */
export function frameOf(marks: readonly Mark[]): Frame {
  if (marks.length === 0) return { x: 0, y: 0, unit: 1 }
  const [left, right] = [Math.min(...marks.map(({ x }) => x)), Math.max(...marks.map(({ x }) => x))]
  const [low, high] = [Math.min(...marks.map(({ y }) => y)), Math.max(...marks.map(({ y }) => y))]
  const fits = [
    (picture.width - 2 * picture.edge) / (right - left),
    (picture.height - 2 * picture.edge) / (high - low),
  ].filter(Number.isFinite)
  return { x: (left + right) / 2, y: (low + high) / 2, unit: fits.length === 0 ? 1 : Math.min(...fits) }
}

/** One spot of the picture: `tens` marks, that is ten to nineteen people each. */
export type Spot = Mark & { readonly tens: number }

const spotsApart = 40

/**
 * Where it is drawn: on a grid so coarse that one vote of somebody else, which moves everything by a hair, is hardly ever seen, nor
 * found out by changing one's own and watching. Who stands far out is drawn at the edge.
 */
export function inPicture({ x, y, unit }: Frame, at: Mark): Mark {
  const onGrid = (value: number, most: number): number => {
    const within = Math.min(most - spotsApart, Math.max(spotsApart, value))
    return Math.round(within / spotsApart) * spotsApart
  }
  return {
    x: onGrid(picture.width / 2 + (at.x - x) * unit, picture.width),
    y: onGrid(picture.height / 2 - (at.y - y) * unit, picture.height),
  }
}

/** Marks as they are published: what falls onto one spot is counted. From left to right. O(marks log marks). */
export function spotsOf(frame: Frame, marks: readonly Mark[]): readonly Spot[] {
  const spots = new Map<string, Spot>()
  for (const mark of marks) {
    const at = inPicture(frame, mark)
    const key = `${at.x} ${at.y}`
    spots.set(key, { ...at, tens: (spots.get(key)?.tens ?? 0) + 1 })
  }
  return [...spots.values()].toSorted((a, b) => a.x - b.x || a.y - b.y)
}
