import { nth } from './nth.ts'
import { rowsWith, seatColumns, type PanelSpace } from './panel-space.ts'
import type { Solver } from './solver.ts'

/**
 * Why no lottery can do better for those it fixes: with `weights` on the seats of kinds, the weighted sum cannot exceed what
 * the `prices` of the rows allow, so the least chance among those not fixed before is at most `chance`.
 */
export type Stage = {
  readonly chance: number
  /** The kinds whose chance is settled here. */
  readonly kinds: readonly number[]
  /** At least 0, by kind. */
  readonly weights: readonly number[]
  /** By row of the space: positive pulls to the upper bound, negative to the lower. */
  readonly prices: readonly number[]
}

/** The seats each kind can expect, by kind, and the stages that prove it. */
export type Leximin = { readonly seats: Float64Array; readonly stages: readonly Stage[] }

/** What chances lose in the solver. */
const nought = 1e-9
/** A weight below this share of the largest settles nobody yet: it would multiply the error of the sums in the proof. */
const decisive = 1e-4

/**
 * The fairest chances over the space: the least chance as large as can be, then the next least, and so on to the last.
 *
 * Each stage is one linear program, largest z with seats ≥ members × z for all kinds not yet fixed and their settled chances
 * for the others. Kinds with a positive weight in its dual have chance z in every optimum (strict complementarity) and are
 * fixed, as are those that no panel can hold more of. Over panels themselves this is the LEXIMIN of Flanigan, Gölz, Gupta,
 * Hennig, Procaccia, Fair algorithms for selecting citizens' assemblies, Nature 596 (2021); here it runs over the rows all
 * panels meet, with one column for a kind instead of one for a panel, and `asPanels` shows that the result is a lottery.
 * Stops after the first stage with `isFirstOnly`: that is MAXIMIN.
 * Undefined when no fractional panel meets the rows. Cost: at most one program for each kind, each started from the last.
 */
export function leximin(
  solver: Solver,
  space: PanelSpace,
  { isFirstOnly = false }: { readonly isFirstOnly?: boolean } = {},
): Leximin | undefined {
  const { kinds } = space.pool
  const firstOwn = space.lower.length
  const least = kinds.length
  const program = solver.program(
    rowsWith(
      space,
      kinds.map(() => 0),
      kinds.map(() => Infinity),
    ),
    [
      ...seatColumns(space, (kind) => [[firstOwn + kind, 1]]),
      {
        cost: 1,
        lower: 0,
        upper: Infinity,
        entries: kinds.map(({ members }, kind): [number, number] => [firstOwn + kind, -members.length]),
      },
    ],
  )
  try {
    const chances = new Float64Array(kinds.length).fill(-1)
    const stages: Stage[] = []
    let seats = new Float64Array(kinds.length)
    while (chances.includes(-1)) {
      const solved = program.solve()
      if (!solved) return undefined
      const chance = Math.min(1, nth(solved.columns, least))
      const weights = kinds.map((_, kind) => Math.max(0, -nth(solved.prices, firstOwn + kind)))
      const people = kinds.map(({ members }, kind) =>
        nth(chances, kind) < 0 ? nth(weights, kind) * members.length : 0,
      )
      const enough = Math.max(nought, decisive * Math.max(...people))
      const settled = [...kinds.keys()].filter((kind) => {
        const { members, most } = nth(kinds, kind)
        return nth(chances, kind) < 0 && (nth(people, kind) > enough || most <= members.length * chance * (1 + nought))
      })
      if (settled.length === 0) throw new Error('a stage of leximin settled nobody')
      for (const kind of settled) {
        chances[kind] = chance
        program.setEntry(firstOwn + kind, least, 0)
        program.setRowBounds(firstOwn + kind, nth(kinds, kind).members.length * chance, Infinity)
      }
      stages.push({ chance, kinds: settled, weights, prices: [...solved.prices.subarray(0, firstOwn)] })
      seats = solved.columns.slice(0, kinds.length)
      if (isFirstOnly) return { seats, stages }
    }
    return { seats: seats.map((_, kind) => nth(kinds, kind).members.length * nth(chances, kind)), stages }
  } finally {
    program.close()
  }
}
