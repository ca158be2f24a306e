import { mergeAlike } from './alike.ts'
import type { Instance } from './instance.ts'
import { nth } from './nth.ts'
import { panelSpace, seatColumns } from './panel-space.ts'
import type { Column, Program, Solver } from './solver.ts'

/** One bound of one quota. `available` is how many candidates have the value. */
export type Bound = {
  readonly feature: string
  readonly value: string
  readonly bound: 'min' | 'max'
  readonly limit: number
  readonly available: number
}

export type Change = {
  readonly feature: string
  readonly value: string
  readonly bound: 'min' | 'max'
  readonly from: number
  readonly to: number
}

/** A set of changes after which there is a panel. `isWithinFlex`: none goes beyond its flexible bounds. */
export type Relaxation = { readonly changes: readonly Change[]; readonly cost: number; readonly isWithinFlex: boolean }

/**
 * Why there is no panel. `bounds`: these cannot be met together, and without any one of them the others can be; with none
 * of them, it is the size alone, or the households. `relaxations`: the cheapest changes first.
 */
export type Conflict = {
  readonly size: number
  readonly candidates: number
  readonly bounds: readonly Bound[]
  readonly relaxations: readonly Relaxation[]
}

/** How many ways out are offered: a clerk compares three, not thirty. */
const ways = 3

/**
 * Which quotas are in each other's way, and the cheapest ways out.
 *
 * The conflict is an irreducible set: bound after bound is lifted; where there is still no panel it stays lifted (deletion
 * filter). A relaxation is a whole-number program that moves bounds at a cost; lowering a minimum of l costs 1 + 2/l a person,
 * for the last person of a small group weighs most, raising a maximum costs 1: the weights of the field's own tools. Each
 * further way out has to leave one of the moved bounds of each earlier one alone. First within the flexible bounds; if there
 * is no way within them, beyond.
 */
export function explainConflict(solver: Solver, instance: Instance): Conflict {
  const pool = mergeAlike(instance)
  const relaxations = relaxed(solver, instance, { isWithinFlex: true })
  return {
    size: instance.size,
    candidates: instance.candidates.length,
    bounds: irreducible(solver, instance).map(([cell, bound]) => {
      const { feature, value, min, max } = nth(pool.cells, cell)
      return {
        feature: nth(instance.features, feature).name,
        value,
        bound,
        limit: bound === 'min' ? min : max,
        available: instance.candidates.filter(({ values }) => values[feature] === value).length,
      }
    }),
    relaxations: relaxations.length > 0 ? relaxations : relaxed(solver, instance, { isWithinFlex: false }),
  }
}

type Side = readonly [cell: number, bound: 'min' | 'max']

function irreducible(solver: Solver, instance: Instance): readonly Side[] {
  const pool = mergeAlike(instance)
  const space = panelSpace(pool, [])
  const program = solver.program(space, seatColumns(space))
  const sides = pool.cells.flatMap(({ min, max }, cell): Side[] => [
    ...(min > 0 ? [[cell, 'min'] as const] : []),
    ...(max < instance.size ? [[cell, 'max'] as const] : []),
  ])
  const kept = new Set(sides)
  const put = (cell: number): void => {
    const has = (bound: 'min' | 'max'): boolean => [...kept].some(([of, side]) => of === cell && side === bound)
    const { min, max } = nth(pool.cells, cell)
    program.setRowBounds(1 + cell, has('min') ? min : 0, has('max') ? max : instance.size)
  }
  try {
    for (const side of sides) {
      kept.delete(side)
      put(side[0])
      if (!isMet(program)) continue
      kept.add(side)
      put(side[0])
    }
    return [...kept]
  } finally {
    program.close()
  }
}

const isMet = (program: Program): boolean => program.solve() !== undefined && program.solveWhole('any') !== undefined

/**
 * The cheapest changes, then the next. Columns after the kinds: for each cell by how much its minimum is lowered, by how much
 * its maximum is raised, and for each of the two whether it is moved at all.
 */
function relaxed(
  solver: Solver,
  instance: Instance,
  { isWithinFlex }: { readonly isWithinFlex: boolean },
): readonly Relaxation[] {
  const pool = mergeAlike(instance)
  const space = panelSpace(pool, [])
  const quotas = instance.features.flatMap(({ quotas: own }) => own)
  const moves = pool.cells.flatMap(({ min, max }, cell) => {
    const { minFlex, maxFlex } = nth(quotas, cell)
    const down = isWithinFlex ? min - minFlex : min
    const up = Math.max(0, (isWithinFlex ? Math.min(maxFlex, instance.size) : instance.size) - max)
    return [
      { cell, bound: 'min' as const, most: down, cost: min > 0 ? 1 + 2 / min : 0, way: 1 },
      { cell, bound: 'max' as const, most: up, cost: 1, way: -1 },
    ].filter(({ most }) => most > 0)
  })
  const rows = space.lower.length
  const firstMove = pool.kinds.length
  // Rows: those of the space as they are lifted, then moved ≤ most × is-moved, then one for each way out already found.
  const lower = [...space.lower, ...moves.map(() => -Infinity), ...Array.from({ length: ways }, () => -Infinity)]
  const upper = [...space.upper, ...moves.map(() => 0), ...Array.from({ length: ways }, () => Infinity)]
  for (const [cell, { min, max }] of pool.cells.entries()) {
    lower[1 + cell] = min
    upper[1 + cell] = max
  }
  const columns: Column[] = [
    ...seatColumns(space),
    ...moves.map(({ cell, most, cost, way }, at): Column => ({
      cost: -cost,
      lower: 0,
      upper: most,
      entries: [
        [1 + cell, way],
        [rows + at, 1],
      ],
    })),
    ...moves.map(({ most }, at): Column => ({ cost: 0, lower: 0, upper: 1, entries: [[rows + at, -most]] })),
  ]
  const program = solver.program({ lower, upper }, columns)
  const found: Relaxation[] = []
  try {
    for (let way = 0; way < ways; way += 1) {
      const solved = program.solveWhole('best')
      if (!solved) break
      const moved = moves.flatMap((move, at) => {
        const by = nth(solved.columns, firstMove + at)
        return by > 0 ? [{ ...move, at, by }] : []
      })
      if (moved.length === 0) break
      found.push({
        changes: moved.map(({ cell, bound, by }) => {
          const { feature, value, min, max } = nth(pool.cells, cell)
          const from = bound === 'min' ? min : max
          return {
            feature: nth(instance.features, feature).name,
            value,
            bound,
            from,
            to: bound === 'min' ? from - by : from + by,
          }
        }),
        cost: moved.reduce((sum, { cost, by }) => sum + cost * by, 0),
        isWithinFlex,
      })
      for (const { at } of moved) program.setEntry(rows + moves.length + way, firstMove + moves.length + at, 1)
      program.setRowBounds(rows + moves.length + way, -Infinity, moved.length - 1)
    }
    return found
  } finally {
    program.close()
  }
}
