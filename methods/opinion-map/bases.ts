import type { Positions } from './positions.ts'

/**
 * People who stand close together, as one point, so that what follows costs the same for a thousand people as for a million.
 * `people` is how many they are; `weight` what they weigh where groups are looked for.
 */
export type Bases = Positions & {
  readonly people: Float64Array
  readonly weight: Float64Array
  /** Of each person the base she belongs to; -1 for whoever is not counted. */
  readonly of: Int32Array
}

const mostBases = 100
const rounds = 2

/**
 * At most 100 bases: what is widest (the sum of squares) is halved at its mean across its longer side, again and again; then each
 * person goes to the nearest base, twice. Each weighs what she is `worth`; who is worth 0 is left out. Points at one place stay together. No chance in it, and no order of people: they are
 * taken from left to right. O(P log P + 100 P).
 * Source: median cut, Heckbert (1982), with Lloyd's iteration (1982).
 */
export function basesOf({ x, y }: Positions, worth: Float64Array): Bases {
  const order = Uint32Array.from(Array.from(worth.keys()).filter((person) => (worth[person] ?? 0) > 0)).toSorted(
    (a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0),
  )
  const points = { x, y, worth }
  const parts = order.length === 0 ? [] : [partOf(points, order)]
  while (parts.length < mostBases) {
    const widest = parts.reduce((best, { squares }, at) => (squares > (parts[best]?.squares ?? 0) ? at : best), 0)
    const part = parts[widest]
    if (!part || part.squares <= 0) break
    const halves = halved(points, part)
    if (!halves) break
    parts.splice(widest, 1, ...halves)
  }
  let bases = named(points, parts)
  for (let round = 0; round < rounds; round += 1) bases = settled(points, order, bases)
  return bases
}

type Points = Positions & { readonly worth: Float64Array }

type Part = {
  readonly who: Uint32Array
  readonly weight: number
  readonly meanX: number
  readonly meanY: number
  readonly squaresX: number
  readonly squares: number
}

function partOf({ x, y, worth }: Points, who: Uint32Array): Part {
  let [weight, sumX, sumY] = [0, 0, 0]
  for (const person of who) {
    const one = worth[person] ?? 0
    weight += one
    sumX += one * (x[person] ?? 0)
    sumY += one * (y[person] ?? 0)
  }
  const [meanX, meanY] = [sumX / weight, sumY / weight]
  let [squaresX, squaresY] = [0, 0]
  for (const person of who) {
    const one = worth[person] ?? 0
    squaresX += one * ((x[person] ?? 0) - meanX) ** 2
    squaresY += one * ((y[person] ?? 0) - meanY) ** 2
  }
  return { who, weight, meanX, meanY, squaresX, squares: squaresX + squaresY }
}

function halved(points: Points, { who, meanX, meanY, squaresX, squares }: Part): readonly Part[] | undefined {
  const isAcross = squaresX * 2 >= squares
  const [along, middle] = isAcross ? [points.x, meanX] : [points.y, meanY]
  const left = who.filter((person) => (along[person] ?? 0) <= middle)
  const right = who.filter((person) => (along[person] ?? 0) > middle)
  return left.length === 0 || right.length === 0 ? undefined : [partOf(points, left), partOf(points, right)]
}

function named({ worth }: Points, parts: readonly Part[]): Bases {
  const sorted = parts.toSorted((a, b) => a.meanX - b.meanX || a.meanY - b.meanY)
  const of = new Int32Array(worth.length).fill(-1)
  for (const [base, { who }] of sorted.entries()) for (const person of who) of[person] = base
  return {
    x: Float64Array.from(sorted, ({ meanX }) => meanX),
    y: Float64Array.from(sorted, ({ meanY }) => meanY),
    people: Float64Array.from(sorted, ({ who }) => who.length),
    weight: Float64Array.from(sorted, ({ weight }) => weight),
    of,
  }
}

/** Each person to the nearest base; then each base into the middle of its people. A base nobody is nearest to is gone. */
function settled(points: Points, order: Uint32Array, before: Bases): Bases {
  const count = before.weight.length
  const [sumX, sumY] = [new Float64Array(count), new Float64Array(count)]
  const [people, weight] = [new Float64Array(count), new Float64Array(count)]
  const of = before.of.slice()
  for (const person of order) {
    const [x, y, one] = [points.x[person] ?? 0, points.y[person] ?? 0, points.worth[person] ?? 0]
    const base = nearest(before, x, y)
    of[person] = base
    sumX[base] = (sumX[base] ?? 0) + one * x
    sumY[base] = (sumY[base] ?? 0) + one * y
    people[base] = (people[base] ?? 0) + 1
    weight[base] = (weight[base] ?? 0) + one
  }
  const kept = Array.from(people.keys()).filter((base) => (people[base] ?? 0) > 0)
  const places = new Int32Array(count).fill(-1)
  for (const [place, base] of kept.entries()) places[base] = place
  return {
    x: Float64Array.from(kept, (base) => (sumX[base] ?? 0) / (weight[base] ?? 1)),
    y: Float64Array.from(kept, (base) => (sumY[base] ?? 0) / (weight[base] ?? 1)),
    people: Float64Array.from(kept, (base) => people[base] ?? 0),
    weight: Float64Array.from(kept, (base) => weight[base] ?? 0),
    of: of.map((base) => (base < 0 ? -1 : (places[base] ?? -1))),
  }
}

/** The nearest of some points; of equally near ones the first. O(points). */
export function nearest({ x, y }: Positions, toX: number, toY: number): number {
  let best = 0
  let least = Infinity
  for (let at = 0; at < x.length; at += 1) {
    const across = (x[at] ?? 0) - toX
    const up = (y[at] ?? 0) - toY
    const square = across * across + up * up
    if (square < least) {
      best = at
      least = square
    }
  }
  return best
}
