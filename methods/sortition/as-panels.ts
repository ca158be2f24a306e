import { seeded } from '@folkmoot/basics/seeded.ts'
import { nth } from './nth.ts'
import { activity, seatColumns, type PanelSpace } from './panel-space.ts'
import type { Program, Solver } from './solver.ts'
import { wholeCorner } from './whole-corner.ts'

/** A panel by kinds, and its chance. */
export type WeightedPanel = { readonly seats: Int32Array; readonly weight: number }

/** What is left of a mixture when panels were taken out of it: the weight, and the seats of each kind. */
type Rest = { weight: number; readonly seats: Float64Array }

/** Under this a weight or a share of a seat is what doubles lose on the way. */
const lost = 1e-11

export type Mixture = {
  readonly panels: readonly WeightedPanel[]
  /** The weight no panel was found for; nought when the seats are a mixture of panels. */
  readonly rest: number
}

/**
 * Writes expected seats as a mixture of whole panels: a lottery in which each kind gets just these seats on average.
 *
 * Carathéodory's argument, walked: a whole panel on the smallest face the rest lies on is taken out with the largest weight
 * that leaves a mixture; then the rest lies on a smaller face. So there are at most as many panels as kinds and rows. The
 * panel is looked for near the rest, each kind and each row between its floor and its ceiling: a corner of that box is mostly
 * whole; where it is not, other costs lead to another corner, and at last an exact program finds one.
 * A face without a whole panel leaves a rest: the caller starts again elsewhere or separates.
 * `seed` picks the costs. Cost: a small linear program for each panel.
 */
export function asPanels(
  solver: Solver,
  space: PanelSpace,
  { seats, seed }: { readonly seats: Float64Array; readonly seed: string },
): Mixture {
  const random = seeded(seed)
  const program = solver.program(space, seatColumns(space))
  const rest: Rest = { weight: 1, seats: Float64Array.from(seats) }
  const panels: WeightedPanel[] = []
  try {
    while (rest.weight > lost) {
      const panel = panelOnFace(program, space, rest, random)
      if (!panel) break
      const weight = largestStep(space, rest, panel)
      if (weight <= 0) break
      take(rest, panel, weight)
      panels.push({ seats: panel, weight })
    }
    return { panels, rest: rest.weight }
  } finally {
    program.close()
  }
}

type Box = {
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
}

/** Floor and ceiling of what is left, per unit of weight; where a bound of the space is met it stays met. */
function boxAround(space: PanelSpace, { weight, seats }: Rest): Box {
  const { kinds } = space.pool
  const used = activity(space, seats)
  const { lower, upper } = roundedBox(seats, weight, {
    least: new Float64Array(kinds.length),
    most: kinds.map(({ most }) => most),
  })
  const rows = roundedBox(used, weight, { least: space.lower, most: space.upper })
  return { lower, upper, rowLower: rows.lower, rowUpper: rows.upper }
}

function roundedBox(
  left: Float64Array,
  weight: number,
  { least, most }: { readonly least: ArrayLike<number>; readonly most: ArrayLike<number> },
): { readonly lower: Float64Array; readonly upper: Float64Array } {
  const lower = new Float64Array(left.length)
  const upper = new Float64Array(left.length)
  for (const [at, sum] of left.entries()) {
    const [low, high] = [nth(least, at), nth(most, at)]
    const each = sum / weight
    lower[at] = high * weight - sum < lost ? high : Math.max(low, Math.floor(each + 1e-9))
    upper[at] = sum - low * weight < lost ? low : Math.min(high, Math.ceil(each - 1e-9))
  }
  return { lower, upper }
}

function panelOnFace(program: Program, space: PanelSpace, rest: Rest, random: () => number): Int32Array | undefined {
  const box = boxAround(space, rest)
  program.setColumnBounds(box.lower, box.upper)
  program.setAllRowBounds(box.rowLower, box.rowUpper)
  program.setCosts(rest.seats.map((sum) => sum / rest.weight - Math.floor(sum / rest.weight) + 0.3 * random()))
  const near = wholeCorner(program, random)
  if (near) return near
  program.setColumnBounds(
    ...faceOf(
      rest.seats,
      rest.weight,
      space.pool.kinds.map(() => 0),
      space.pool.kinds.map(({ most }) => most),
    ),
  )
  program.setAllRowBounds(...faceOf(activity(space, rest.seats), rest.weight, space.lower, space.upper))
  const far = program.solveWhole('any')
  return far && Int32Array.from(far.columns)
}

/** The whole face: what is met stays met, everything else keeps the bounds of the space. */
function faceOf(
  left: Float64Array,
  weight: number,
  least: ArrayLike<number>,
  most: ArrayLike<number>,
): [Float64Array, Float64Array] {
  return [
    left.map((sum, at) => (nth(most, at) * weight - sum < lost ? nth(most, at) : nth(least, at))),
    left.map((sum, at) => (sum - nth(least, at) * weight < lost ? nth(least, at) : nth(most, at))),
  ]
}

/** The largest weight of this panel that leaves a point of the space, scaled: no kind and no row beyond its bounds. */
function largestStep(space: PanelSpace, { weight, seats }: Rest, panel: Int32Array): number {
  let step = weight
  const bind = (left: number, taken: number, low: number, high: number): void => {
    if (taken > low) step = Math.min(step, (left - low * weight) / (taken - low))
    if (taken < high && Number.isFinite(high)) step = Math.min(step, (high * weight - left) / (high - taken))
  }
  for (const [kind, { most }] of space.pool.kinds.entries()) bind(nth(seats, kind), nth(panel, kind), 0, most)
  const [left, taken] = [activity(space, seats), activity(space, panel)]
  for (const [row, low] of space.lower.entries())
    bind(nth(left, row), nth(taken, row), Number.isFinite(low) ? low : -1e12, nth(space.upper, row))
  return step
}

function take(rest: Rest, panel: Int32Array, weight: number): void {
  for (const [kind, taken] of panel.entries()) rest.seats[kind] = Math.max(0, nth(rest.seats, kind) - weight * taken)
  rest.weight -= weight
}
