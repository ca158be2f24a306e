import { minimax, type Line } from './minimax.ts'
import { nth } from './nth.ts'
import { boundBy, type PanelSpace } from './panel-space.ts'
import type { Solver } from './solver.ts'

export type Goldilocks = { readonly seats: Float64Array; readonly lines: readonly Line[]; readonly gamma: number }

/** The lines meet the curve closer than this, as a share of its value: well within the gap of 1e-4 that is asked for. */
const closeness = 1e-7

/**
 * Neither too high nor too low: smallest (n/k) × greatest chance + γ × (k/n) / least chance, after Baharav and Flanigan, Fair,
 * Manipulation-Robust, and Transparent Sortition (EC 2024). A high chance tempts people to say what gives it; a low one shuts
 * them out.
 *
 * With the least chance held at `a`, the smallest greatest chance is a linear program, and as a function of `a` it is convex
 * and made of lines: each program gives the value and the line there. The smallest value of the highest line plus the
 * hyperbola is a lower bound and the next `a`. Ends when bound and value meet; the lines are the certificate.
 * `highest` is the maximin chance: no floor lies above it.
 */
export function goldilocks(
  solver: Solver,
  space: PanelSpace,
  {
    highest,
    isPossible,
    gamma,
  }: { readonly highest: number; readonly isPossible: readonly boolean[]; readonly gamma: number },
): Goldilocks {
  const candidates = space.pool.kindOf.length
  const ideal = space.pool.size / candidates
  const valueAt = (floor: number, greatest: number): number => greatest / ideal + (gamma * ideal) / floor
  const lines: Line[] = []
  let best: { readonly value: number; readonly seats: Float64Array } | undefined
  let floor = highest * (1 - 1e-12)
  for (let round = 0; round < 200; round += 1) {
    const solved = minimax(solver, space, { floor, isPossible })
    if (!solved) break
    const value = valueAt(leastOf(space, solved.seats, isPossible), solved.greatest)
    if (!best || value < best.value) best = { value, seats: solved.seats }
    lines.push(solved.line)
    const low = lowestOf(space, { lines, gamma, highest, isPossible })
    if (best.value - low.value <= closeness * best.value) break
    floor = low.floor
  }
  if (!best) throw new Error('no lottery gives everybody the maximin chance')
  return { seats: best.seats, lines, gamma }
}

/** The least chance of those who can be drawn at all. */
export function leastOf({ pool }: PanelSpace, seats: ArrayLike<number>, isPossible: readonly boolean[]): number {
  return pool.kinds.reduce(
    (least, { members }, kind) => (nth(isPossible, kind) ? Math.min(least, nth(seats, kind) / members.length) : least),
    Infinity,
  )
}

/** What the lines prove: no lottery has a smaller value, and at which least chance it would lie. Ternary search on a convex curve. */
export function lowestOf(
  space: PanelSpace,
  {
    lines,
    gamma,
    highest,
    isPossible,
  }: {
    readonly lines: readonly Line[]
    readonly gamma: number
    readonly highest: number
    readonly isPossible: readonly boolean[]
  },
): { readonly value: number; readonly floor: number } {
  const ideal = space.pool.size / space.pool.kindOf.length
  const proved = lines.map((line) => provedBy(space, line, isPossible))
  const value = (floor: number): number =>
    Math.max(0, ...proved.map(({ base, slope }) => base + slope * floor)) / ideal + (gamma * ideal) / floor
  const lowest = highest * 1e-9
  let [low, high] = [lowest, highest]
  for (let round = 0; round < 200; round += 1) {
    const [third, twoThirds] = [low + (high - low) / 3, high - (high - low) / 3]
    if (value(third) < value(twoThirds)) high = twoThirds
    else low = third
  }
  const floor = (low + high) / 2
  // Below the smallest floor that was tried the hyperbola alone is larger than this.
  return { value: Math.min(value(floor), value(high), value(low), (gamma * ideal) / lowest), floor }
}

/** The line some weights and prices prove, worked out from them alone: greatest chance ≥ base + slope × least chance. */
function provedBy(
  space: PanelSpace,
  { above, below, prices }: Line,
  isPossible: readonly boolean[],
): { readonly base: number; readonly slope: number } {
  const { kinds } = space.pool
  // Nobody promises a floor to those who can never be drawn, and a weight below nought would turn a bound around.
  if (![...above, ...below].every((weight) => weight >= 0)) return { base: 0, slope: 0 }
  if (below.some((weight, kind) => weight > 0 && !nth(isPossible, kind))) return { base: 0, slope: 0 }
  const scale = above.reduce((sum, weight, kind) => sum + weight * nth(kinds, kind).members.length, 0)
  if (scale <= 0) return { base: 0, slope: 0 }
  const downwards = above.map((weight, kind) => nth(below, kind) - weight)
  const slope = below.reduce((sum, weight, kind) => sum + weight * nth(kinds, kind).members.length, 0)
  return { base: -boundBy(space, downwards, prices) / scale, slope: slope / scale }
}
