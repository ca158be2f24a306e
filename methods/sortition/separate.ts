import type { WeightedPanel } from './as-panels.ts'
import { nth } from './nth.ts'
import { seatColumns, type Cut, type PanelSpace } from './panel-space.ts'
import type { Solver } from './solver.ts'

export type Separated =
  | { readonly kind: 'panels'; readonly panels: readonly WeightedPanel[] }
  | { readonly kind: 'cut'; readonly cut: Cut }

/** By how much less than its chance a candidate may get: the tolerance of the certificates is 1e-7. */
const tolerance = 1e-9

/**
 * Either a lottery that gives every kind the seats it should expect, or an inequality that all panels meet and these seats do
 * not: proof that no lottery gives them.
 *
 * Column generation: the master program finds the mixture of known panels with the smallest shortfall of chance; its dual
 * weights ask the exact program for the panel with the largest weighted sum; that panel is a new column, or, when it is none
 * better than those known, the weighted sum of every panel is at most its own and the weights are the cut.
 * Starts from the panels a walk has found, so there is little left to do. Ends: there are finitely many panels.
 */
export function separate(
  solver: Solver,
  space: PanelSpace,
  { seats, panels }: { readonly seats: Float64Array; readonly panels: readonly Int32Array[] },
): Separated {
  const { kinds } = space.pool
  const master = openMaster(solver, space, seats)
  const pricing = solver.program(space, seatColumns(space))
  const known: Int32Array[] = []
  const add = (panel: Int32Array): void => {
    known.push(panel)
    master.addColumn({
      cost: 0,
      lower: 0,
      upper: Infinity,
      entries: [
        [kinds.length, 1],
        ...[...panel.keys()]
          .filter((kind) => panel[kind] !== 0)
          .map((kind): [number, number] => [kind, nth(panel, kind)]),
      ],
    })
  }
  try {
    for (const panel of panels) add(panel)
    if (known.length === 0) add(wholePanel(pricing))
    for (;;) {
      const solved = master.solve()
      if (!solved) throw new Error('the mixture with the smallest shortfall was not found')
      if (-solved.value <= tolerance) return { kind: 'panels', panels: mixed(known, solved.columns) }
      const weights = Float64Array.from(kinds, (_, kind) => Math.max(0, -nth(solved.prices, kind)))
      pricing.setCosts(weights)
      const best = pricing.solveWhole('best')
      if (!best) throw new Error('the space has no whole panel')
      const panel = Int32Array.from(best.columns)
      const bound = weighted(weights, panel)
      if (bound <= nth(solved.prices, kinds.length) + tolerance / 10)
        return { kind: 'cut', cut: { coefficients: [...weights], bound } }
      add(panel)
    }
  } finally {
    master.close()
    pricing.close()
  }
}

/** Least shortfall e with Σ weight × seats + members × e ≥ wanted for each kind, weights adding up to 1. Column 0 is −e. */
function openMaster(solver: Solver, { pool }: PanelSpace, seats: Float64Array): ReturnType<Solver['program']> {
  const rows = { lower: [...seats, 1], upper: [...pool.kinds.map(() => Infinity), 1] }
  return solver.program(rows, [
    {
      cost: -1,
      lower: 0,
      upper: Infinity,
      entries: pool.kinds.map(({ members }, kind): [number, number] => [kind, members.length]),
    },
  ])
}

function wholePanel(pricing: ReturnType<Solver['program']>): Int32Array {
  const found = pricing.solveWhole('any')
  if (!found) throw new Error('the space has no whole panel')
  return Int32Array.from(found.columns)
}

function mixed(known: readonly Int32Array[], columns: Float64Array): readonly WeightedPanel[] {
  const weights = known.map((_, at) => Math.max(0, nth(columns, at + 1)))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return known.flatMap((seats, at) => (nth(weights, at) > 0 ? [{ seats, weight: nth(weights, at) / sum }] : []))
}

function weighted(weights: Float64Array, panel: Int32Array): number {
  return weights.reduce((sum, weight, kind) => sum + weight * nth(panel, kind), 0)
}
