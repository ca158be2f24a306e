import { nth } from './nth.ts'
import type { Program } from './solver.ts'

/** How often other costs are tried before the exact program looks for a whole point. */
const tries = 12
/** What is nearer to a whole number than this is one: the solver keeps its rows to 1e-9. */
const near = 1e-6

/**
 * A whole point of a program with its costs as they stand. A corner of a linear program over panels is mostly whole; where it is
 * not, other costs for what is split lead to another corner, and at last the exact program finds one. Undefined when there is none.
 */
export function wholeCorner(program: Program, random: () => number): Int32Array | undefined {
  for (let tried = 0; tried < tries; tried += 1) {
    const solved = program.solve()
    if (!solved) return undefined
    const split = [...solved.columns.keys()].filter((at) => !isWhole(nth(solved.columns, at)))
    if (split.length === 0) return Int32Array.from(solved.columns, Math.round)
    for (const at of split) program.setCost(at, 2 * random() - 1)
  }
  const found = program.solveWhole('any')
  return found && Int32Array.from(found.columns)
}

const isWhole = (number: number): boolean => Math.abs(number - Math.round(number)) < near
