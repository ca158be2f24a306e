import { seeded, shuffled } from '@folkmoot/basics/seeded.ts'
import { deal } from './deal.ts'
import { isPanel } from './certificate.ts'
import type { Lottery } from './lottery.ts'
import { nth } from './nth.ts'
import { activity, panelSpace, seatColumns, type PanelSpace } from './panel-space.ts'
import type { Program, Solver } from './solver.ts'
import { wholeCorner } from './whole-corner.ts'

/** Panels 0, 1, 2 …, each the indices of its candidates in ascending order. Each number is as likely as the others. */
export type NumberedPanels = readonly (readonly number[])[]

/** So often it is tried to arrange what is left; each time more of it, with other panels. */
const attempts = 8
/** So many further panels are tried when no arrangement was found. */
const corners = 200

/**
 * A lottery a hall can follow: so many numbered panels, published before three ten-sided dice pick one. Everybody stands on
 * ⌊p × panels⌋ or ⌈p × panels⌉ of them, where p is her chance: within 1/panels of it, in both directions.
 * After Flanigan, Kehne, Procaccia, Fair Sortition Made Transparent (NeurIPS 2021), who round the panels of a lottery; we
 * keep the whole multiples of each panel, round what is left to whole seats for each kind, and write that as panels anew, for
 * which other panels may serve too. That is why the bound holds for everybody and not only on average.
 * Where that comes to a dead end, a whole-number program rounds the panels known by then with the smallest deviation there is.
 * Who of a kind sits where never breaks the bound (`deal.ts`). That no rounding of the seats of kinds keeps it is possible in theory
 * (a discrepancy above one) and was not met in any instance tested; `deviationOf` tells it: ask before you publish.
 * `seed` picks which panels, who of a kind, and the numbers. Deterministic. Cost: a small program for each panel that is left.
 */
export function numberPanels(
  solver: Solver,
  lottery: Pick<Lottery, 'pool' | 'panels' | 'certificate'>,
  { panels = 1000, seed }: { readonly panels?: number; readonly seed: string },
): NumberedPanels {
  const space = panelSpace(lottery.pool, lottery.certificate.cuts)
  const found: Int32Array[] = lottery.panels.map(({ seats }) => seats)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const random = seeded(`${seed}/round/${attempt}`)
    const seats = rounded(solver, space, { lottery, panels, random, spare: attempt, found })
    if (seats) return shuffled(deal(lottery.pool, seats, `${seed}/deal`), `${seed}/numbers`)
  }
  const known = distinct([...found, ...furtherPanels(solver, space, `${seed}/further`)])
  const seats = leastDeviating(solver, lottery, { known, panels })
  return shuffled(deal(lottery.pool, seats, `${seed}/deal`), `${seed}/numbers`)
}

/** What doubles lose in a sum of a thousand chances. */
const rounding = 1e-6

/** Whether everybody stands on ⌊p × panels⌋ or ⌈p × panels⌉ of them. */
export function areWithinOne(lottery: Pick<Lottery, 'probabilities'>, panels: NumberedPanels): boolean {
  return deviationOf(lottery, panels) < 1 + rounding
}

/** The largest difference between the panels somebody stands on and her chance × panels; below 1 where the bound holds. */
export function deviationOf({ probabilities }: Pick<Lottery, 'probabilities'>, panels: NumberedPanels): number {
  const stands = new Float64Array(probabilities.length)
  for (const panel of panels) for (const one of panel) stands[one] = nth(stands, one) + 1
  return Math.max(0, ...probabilities.map((chance, one) => Math.abs(nth(stands, one) - panels.length * chance)))
}

/** Panels at corners of the space, picked by costs of chance: in a small pool all there are. */
function furtherPanels(solver: Solver, space: PanelSpace, seed: string): readonly Int32Array[] {
  const random = seeded(seed)
  const program = solver.program(space, seatColumns(space))
  try {
    return Array.from({ length: corners }, () => {
      program.setCosts(Float64Array.from(space.pool.kinds, () => random() - 0.5))
      return wholeCorner(program, random)
    }).filter((panel) => panel !== undefined)
  } finally {
    program.close()
  }
}

/** Whole copies of known panels, so that no kind's seats lie further from what it expects, per member, than can be helped. */
function leastDeviating(
  solver: Solver,
  { pool, panels: weighted }: Pick<Lottery, 'pool' | 'panels'>,
  { known, panels }: { readonly known: readonly Int32Array[]; readonly panels: number },
): readonly Int32Array[] {
  const { kinds } = pool
  const expected = kinds.map(
    (_, kind) => panels * weighted.reduce((sum, { seats, weight }) => sum + weight * nth(seats, kind), 0),
  )
  // Rows: all copies, then for each kind a floor with the deviation added and a ceiling with it taken off.
  const program = solver.program(
    {
      lower: [panels, ...expected, ...kinds.map(() => -Infinity)],
      upper: [panels, ...kinds.map(() => Infinity), ...expected],
    },
    [
      ...known.map((seats) => ({
        cost: 0,
        lower: 0,
        upper: panels,
        entries: [
          [0, 1],
          ...kinds.flatMap((_, kind): [number, number][] =>
            nth(seats, kind) === 0
              ? []
              : [
                  [1 + kind, nth(seats, kind)],
                  [1 + kinds.length + kind, nth(seats, kind)],
                ],
          ),
        ] as [number, number][],
      })),
      {
        cost: -1,
        lower: 0,
        upper: Infinity,
        isFractional: true,
        entries: kinds.flatMap(({ members }, kind): [number, number][] => [
          [1 + kind, members.length],
          [1 + kinds.length + kind, -members.length],
        ]),
      },
    ],
  )
  try {
    const solved = program.solveWhole('best')
    if (!solved) throw new Error('the copies of a lottery could not be made whole')
    return known.flatMap((seats, at) => Array.from({ length: Math.round(nth(solved.columns, at)) }, () => seats))
  } finally {
    program.close()
  }
}

function distinct(panels: readonly Int32Array[]): readonly Int32Array[] {
  return [...new Map(panels.map((seats) => [seats.join(), seats])).values()]
}

type Rounding = {
  readonly lottery: Pick<Lottery, 'panels'>
  readonly panels: number
  readonly random: () => number
  /** How many further copies of each panel are given back, so that more is left to arrange. */
  readonly spare: number
  /** Takes in every panel met on the way. */
  readonly found: Int32Array[]
}

/** Seats by kind of each of so many panels, or nothing when this attempt came to a dead end. */
function rounded(
  solver: Solver,
  space: PanelSpace,
  { lottery, panels, random, spare, found }: Rounding,
): readonly Int32Array[] | undefined {
  const kept: Int32Array[] = []
  const left = new Float64Array(space.pool.kinds.length)
  for (const { seats, weight } of lottery.panels) {
    const copies = Math.max(0, Math.floor(weight * panels + 1e-9) - spare)
    for (let copy = 0; copy < copies; copy += 1) kept.push(seats)
    for (const [kind, count] of seats.entries()) left[kind] = nth(left, kind) + (weight * panels - copies) * count
  }
  const wanted = panels - kept.length
  if (wanted === 0) return kept
  const program = solver.program(space, seatColumns(space))
  try {
    const whole = roundedSum(program, space, { left, wanted, random })
    const rest = whole && peeled(program, space, { sum: whole, wanted, random, met: found })
    return rest && [...kept, ...rest]
  } finally {
    program.close()
  }
}

type Left = { readonly left: Float64Array; readonly wanted: number; readonly random: () => number }

/** What is left, rounded up or down for each kind so that the sums of all rows can still be those of so many panels. */
function roundedSum(program: Program, space: PanelSpace, { left, wanted, random }: Left): Int32Array | undefined {
  const lower = left.map((sum) => Math.floor(sum + 1e-7))
  const upper = left.map((sum) => Math.ceil(sum - 1e-7))
  program.setColumnBounds(lower, upper)
  program.setAllRowBounds(
    Float64Array.from(space.lower, (low) => low * wanted),
    Float64Array.from(space.upper, (high) => high * wanted),
  )
  program.setCosts(left.map((sum) => sum - Math.floor(sum) + 0.5 * random()))
  const found = program.solveWhole('any')
  return found && Int32Array.from(found.columns)
}

/** A sum of so many panels taken apart, one by one: each leaves a sum that can be one of the others. */
function peeled(
  program: Program,
  space: PanelSpace,
  {
    sum,
    wanted,
    random,
    met,
  }: { readonly sum: Int32Array; readonly wanted: number; readonly random: () => number; readonly met: Int32Array[] },
): readonly Int32Array[] | undefined {
  const left = Int32Array.from(sum)
  const found: Int32Array[] = []
  for (let others = wanted - 1; others >= 0; others -= 1) {
    const used = activity(space, left)
    const most = space.pool.kinds.map((kind) => kind.most)
    program.setColumnBounds(
      Float64Array.from(left, (count, kind) =>
        Math.max(0, count - others * nth(most, kind), Math.floor(count / (others + 1))),
      ),
      Float64Array.from(left, (count, kind) => Math.min(nth(most, kind), Math.ceil(count / (others + 1)))),
    )
    program.setAllRowBounds(
      Float64Array.from(used, (count, row) =>
        Math.max(nth(space.lower, row), count - times(others, nth(space.upper, row))),
      ),
      Float64Array.from(used, (count, row) =>
        Math.min(nth(space.upper, row), count - times(others, nth(space.lower, row))),
      ),
    )
    program.setCosts(Float64Array.from(left, (count) => (count % (others + 1)) / (others + 1) + 0.3 * random()))
    const panel = wholeCorner(program, random)
    if (!panel || !isPanel(space, panel)) return undefined
    for (const [kind, count] of panel.entries()) left[kind] = nth(left, kind) - count
    found.push(panel)
    met.push(panel)
  }
  return found
}

/** Nothing of a bound that is none is nothing. */
const times = (others: number, bound: number): number => (others === 0 ? 0 : others * bound)
