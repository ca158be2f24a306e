import { nth } from './nth.ts'
import { seatColumns, type PanelSpace } from './panel-space.ts'
import type { Column, Solver } from './solver.ts'

/** `prices` of the rows prove how far the result can be from the best: see `nashGap` in `certificate.ts`. */
export type Nash = { readonly seats: Float64Array; readonly prices: readonly number[] }

/** Grid points on each side of where a kind stands now: the next grid, so many times finer, reaches the neighbouring points. */
const points = 4
/** The last grid, as a share of a kind's seats: the gap is of its order. */
const finest = 1e-9

/**
 * The largest product of chances, the largest Σ log chance (Nash welfare; Flanigan and others 2021, supplement).
 *
 * The sum is separable and concave: each logarithm is replaced by its chords over a grid around the last result, which is one
 * linear program; the grid is made finer until it is finer than the tolerance. Then the gradient's own program gives the prices.
 * Kinds no panel can hold (`isPossible` false) are left out: their logarithm has no value.
 * Cost: about twenty linear programs with nine columns for each kind.
 */
export function nash(
  solver: Solver,
  space: PanelSpace,
  { start, isPossible }: { readonly start: Float64Array; readonly isPossible: readonly boolean[] },
): Nash {
  let seats: Float64Array = Float64Array.from(start)
  for (let grid = 0.5; grid > finest; grid /= points) {
    // A kind that ran to the edge of its grid goes on from there; what has not come to rest after so many rounds is at a bound.
    for (let round = 0; round < 12; round += 1) {
      const next = onGrid(solver, space, { seats, grid, isPossible })
      const isAtRest = next.every(
        (now, kind) => Math.abs(Math.log(now / nth(seats, kind))) < (points - 1) * Math.log1p(grid),
      )
      seats = next
      if (isAtRest) break
    }
  }
  return { seats, prices: pricesOf(solver, space, gradient(space, seats, isPossible)) }
}

/** By how much Σ log chance grows with a seat more of each kind: members / seats. */
export function gradient({ pool }: PanelSpace, seats: ArrayLike<number>, isPossible: readonly boolean[]): Float64Array {
  return Float64Array.from(pool.kinds, ({ members }, kind) =>
    nth(isPossible, kind) ? members.length / nth(seats, kind) : 0,
  )
}

function onGrid(
  solver: Solver,
  space: PanelSpace,
  {
    seats,
    grid,
    isPossible,
  }: { readonly seats: Float64Array; readonly grid: number; readonly isPossible: readonly boolean[] },
): Float64Array {
  const owner: number[] = []
  const columns = seatColumns(space).flatMap(({ upper, entries }, kind): Column[] => {
    const breaks = nth(isPossible, kind) ? breaksAround(nth(seats, kind), grid, upper) : [0, upper]
    return breaks.slice(1).map((to, at) => {
      owner.push(kind)
      const from = nth(breaks, at)
      const members = nth(space.pool.kinds, kind).members.length
      const cost = nth(isPossible, kind) ? (members * Math.log(to / Math.max(from, to * 1e-6))) / (to - from) : 0
      return { cost, lower: 0, upper: to - from, entries }
    })
  })
  const program = solver.program(space, columns)
  try {
    const solved = program.solve()
    if (!solved) throw new Error('the rows were met before and are not now')
    const next = new Float64Array(seats.length)
    for (const [at, kind] of owner.entries()) next[kind] = nth(next, kind) + nth(solved.columns, at)
    return next
  } finally {
    program.close()
  }
}

/** Points between which the logarithm is a chord: 0, a grid around `seats` by factors, and the most a panel can hold. */
function breaksAround(seats: number, grid: number, most: number): readonly number[] {
  const breaks = [0]
  for (let at = -points; at <= points; at += 1) {
    const point = seats * (1 + grid) ** at
    if (point < most * (1 - 1e-12)) breaks.push(point)
  }
  return [...breaks, most]
}

function pricesOf(solver: Solver, space: PanelSpace, weights: Float64Array): readonly number[] {
  const program = solver.program(space, seatColumns(space))
  try {
    program.setCosts(weights)
    const solved = program.solve()
    if (!solved) throw new Error('the rows were met before and are not now')
    return [...solved.prices]
  } finally {
    program.close()
  }
}
