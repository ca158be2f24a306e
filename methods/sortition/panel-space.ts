import type { Pool } from './alike.ts'
import { nth } from './nth.ts'
import type { Column, Rows } from './solver.ts'

/** An inequality that every panel meets and the rows before it did not say: Σ coefficient × seats of a kind ≤ bound. */
export type Cut = { readonly coefficients: readonly number[]; readonly bound: number }

/**
 * What every panel meets, as linear rows over the seats each kind has: the size, the quotas, one of a household, and the cuts
 * found so far. Fractional points of it are mixtures of panels, or nearly: a cut takes away one that is not.
 */
export type PanelSpace = {
  readonly pool: Pool
  readonly cuts: readonly Cut[]
  /** Bounds of the rows, in the order: size, cells, household classes, cuts. */
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  /** For each kind the rows it stands in, with its coefficient. */
  readonly entriesOf: readonly (readonly (readonly [row: number, value: number])[])[]
}

export function panelSpace(pool: Pool, cuts: readonly Cut[]): PanelSpace {
  const { size, cells, kinds, classes } = pool
  const afterCells = 1 + cells.length
  const afterClasses = afterCells + classes.length
  const entriesOf = kinds.map((kind): [number, number][] => [
    [0, 1],
    ...kind.cells.map((cell): [number, number] => [1 + cell, 1]),
  ])
  for (const [at, { kinds: own }] of classes.entries())
    for (const kind of own) nth(entriesOf, kind).push([afterCells + at, 1])
  for (const [at, { coefficients }] of cuts.entries())
    for (const [kind, value] of coefficients.entries())
      if (value !== 0) nth(entriesOf, kind).push([afterClasses + at, value])
  return {
    pool,
    cuts,
    lower: [size, ...cells.map(({ min }) => min), ...classes.map(() => 0), ...cuts.map(() => -Infinity)],
    upper: [
      size,
      ...cells.map(({ max }) => max),
      ...classes.map(({ households }) => households.length),
      ...cuts.map(({ bound }) => bound),
    ],
    entriesOf,
  }
}

/** The rows of the space and further ones below them. */
export function rowsWith(space: PanelSpace, lower: readonly number[], upper: readonly number[]): Rows {
  return { lower: [...space.lower, ...lower], upper: [...space.upper, ...upper] }
}

/** One column for each kind: its seats, with the rows of the space and whatever further entries it has. */
export function seatColumns(
  { pool, entriesOf }: PanelSpace,
  further: (kind: number) => readonly (readonly [row: number, value: number])[] = () => [],
): readonly Column[] {
  return pool.kinds.map(({ most }, kind) => ({
    cost: 0,
    lower: 0,
    upper: most,
    entries: [...nth(entriesOf, kind), ...further(kind)],
  }))
}

/** How much of each row these seats use. O(kinds × rows a kind stands in). */
export function activity({ entriesOf, lower }: PanelSpace, seats: ArrayLike<number>): Float64Array {
  const used = new Float64Array(lower.length)
  for (const [kind, entries] of entriesOf.entries()) {
    const seated = nth(seats, kind)
    if (seated !== 0) for (const [row, value] of entries) used[row] = nth(used, row) + value * seated
  }
  return used
}

/**
 * The most that Σ weight × seats can be over the whole space, by these prices of its rows: a bound that needs no solver to
 * check. Each row is taken at the bound its price pulls to, each kind at what is left of its weight. O(kinds × rows).
 */
export function boundBy(space: PanelSpace, weights: ArrayLike<number>, prices: ArrayLike<number>): number {
  let bound = 0
  for (const [row, upper] of space.upper.entries()) {
    const price = nth(prices, row)
    if (price > 0) bound += price * upper
    else if (price < 0) bound += price * nth(space.lower, row)
  }
  for (const [kind, entries] of space.entriesOf.entries()) {
    let left = nth(weights, kind)
    for (const [row, value] of entries) left -= value * nth(prices, row)
    if (left > 0) bound += left * nth(space.pool.kinds, kind).most
  }
  return bound
}
