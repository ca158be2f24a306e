import { nth } from './nth.ts'
import { rowsWith, seatColumns, type PanelSpace } from './panel-space.ts'
import type { Solver } from './solver.ts'

/**
 * Why the greatest chance cannot be smaller: for any lottery in which everybody has at least `a`, the greatest chance is at
 * least the value of this line at `a`. `above` and `below` are the weights it is proved with, `prices` those of the rows.
 */
export type Line = {
  readonly above: readonly number[]
  readonly below: readonly number[]
  readonly prices: readonly number[]
}

export type Minimax = {
  readonly seats: Float64Array
  readonly greatest: number
  readonly slope: number
  readonly line: Line
}

/**
 * The smallest greatest chance when nobody has less than `floor`: one linear program, smallest M with members × floor ≤ seats
 * ≤ members × M. Kinds no panel can hold (`isPossible` false) have no floor. Undefined when the floor is too high.
 */
export function minimax(
  solver: Solver,
  space: PanelSpace,
  { floor, isPossible }: { readonly floor: number; readonly isPossible: readonly boolean[] },
): Minimax | undefined {
  const { kinds } = space.pool
  const firstAbove = space.lower.length
  const firstBelow = firstAbove + kinds.length
  const floors = kinds.map(({ members }, kind) => (nth(isPossible, kind) ? members.length * floor : 0))
  const program = solver.program(
    rowsWith(space, [...kinds.map(() => -Infinity), ...floors], [...kinds.map(() => 0), ...kinds.map(() => Infinity)]),
    [
      ...seatColumns(space, (kind) => [
        [firstAbove + kind, 1],
        [firstBelow + kind, 1],
      ]),
      {
        cost: -1,
        lower: 0,
        upper: Infinity,
        entries: kinds.map(({ members }, kind): [number, number] => [firstAbove + kind, -members.length]),
      },
    ],
  )
  try {
    const solved = program.solve()
    if (!solved) return undefined
    const above = kinds.map((_, kind) => Math.max(0, nth(solved.prices, firstAbove + kind)))
    const below = kinds.map((_, kind) =>
      nth(isPossible, kind) ? Math.max(0, -nth(solved.prices, firstBelow + kind)) : 0,
    )
    return {
      seats: solved.columns.slice(0, kinds.length),
      greatest: -solved.value,
      slope: below.reduce((sum, weight, kind) => sum + weight * nth(kinds, kind).members.length, 0),
      line: { above, below, prices: [...solved.prices.subarray(0, firstAbove)] },
    }
  } finally {
    program.close()
  }
}
