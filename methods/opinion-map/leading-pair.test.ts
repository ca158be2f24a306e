import { seeded } from '@folkmoot/basics/seeded.ts'
import { describe, expect, it } from 'vitest'
import { leadingPair, leadingSearch } from './leading-pair.ts'
import { rowOf } from './pair-counts.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/** A matrix with known eigenvalues: random directions made orthogonal, then put together again. */
function withStrengths(
  strengths: readonly number[],
  seed: string,
): { readonly half: Float64Array; readonly whole: Float64Array } {
  const size = strengths.length
  const random = seeded(seed)
  const columns: Float64Array[] = []
  while (columns.length < size) {
    const column = Float64Array.from({ length: size }, () => random() - 0.5)
    for (const before of [...columns, ...columns]) {
      const along = before.reduce((sum, entry, at) => sum + entry * (column[at] ?? 0), 0)
      for (const [at, entry] of before.entries()) column[at] = (column[at] ?? 0) - along * entry
    }
    const long = Math.sqrt(column.reduce((sum, entry) => sum + entry * entry, 0))
    columns.push(column.map((entry) => entry / long))
  }
  const whole = new Float64Array(size * size)
  const half = new Float64Array(rowOf(size))
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const entry = strengths.reduce((sum, one, at) => sum + one * (columns[at]?.[i] ?? 0) * (columns[at]?.[j] ?? 0), 0)
      whole[i * size + j] = entry
      if (j <= i) half[rowOf(i) + j] = entry
    }
  return { half, whole }
}

describe('the two leading directions', () => {
  it.each([
    ['two alone', [5, 2]],
    ['one of three', [4, 0, 0]],
    ['near each other', [10, 9.99, 1, 0.5, 0.1, 0]],
    ['many alike behind them', [10, 5, ...Array.from({ length: 98 }, (_, at) => 3 - at / 100)]],
    ['hardly apart from the third', [10, 5, 4.99, ...Array.from({ length: 150 }, (_, at) => 4 - at / 50)]],
  ])('%s: their strengths, and the directions a dense method finds', (_, strengths) => {
    const { half, whole } = withStrengths(strengths, 'alice')
    const found = leadingPair(half, strengths.length)
    const dense = symmetricEigen(whole, strengths.length)
    for (const [which, direction] of [found.first, found.second].entries()) {
      expect(found.strengths[which]).toBeCloseTo(strengths[which] ?? 0, 8)
      if ((strengths[which] ?? 0) === 0) {
        expect(direction.every((entry) => entry === 0)).toBe(true)
        continue
      }
      const cosine = direction.reduce((sum, entry, at) => sum + entry * (dense.vectors[which]?.[at] ?? 0), 0)
      expect(Math.abs(cosine)).toBeGreaterThan(1 - 1e-9)
    }
  })

  it('has no direction where there is nothing', () => {
    expect(leadingPair(new Float64Array(0), 0).first).toHaveLength(0)
    const flat = leadingPair(new Float64Array(rowOf(4)), 4)
    expect([...flat.first, ...flat.second, ...flat.strengths].every((entry) => entry === 0)).toBe(true)
  })

  it('does not depend on where it was begun', () => {
    const { half } = withStrengths([9, 6, 3, 2, 1, 0.5, 0.2], 'bashir')
    const { pair, keep } = leadingSearch(half, 7)
    const changed = half.map((entry, at) => entry + 0.001 * Math.sin(at))
    const products = keep().basis.map((direction) => times(changed, direction))
    const [warm, cold] = [leadingSearch(changed, 7, { ...keep(), products }).pair, leadingPair(changed, 7)]
    expect(Math.abs((cold.first[0] ?? 0) - (pair.first[0] ?? 0))).toBeGreaterThan(1e-6)
    for (const [at, entry] of cold.first.entries()) expect(warm.first[at]).toBeCloseTo(entry, 9)
    for (const [at, entry] of cold.second.entries()) expect(warm.second[at]).toBeCloseTo(entry, 9)
  })
})

function times(half: Float64Array, direction: Float64Array): Float64Array {
  return direction.map((_, i) =>
    direction.reduce((sum, entry, j) => sum + entry * (half[i >= j ? rowOf(i) + j : rowOf(j) + i] ?? 0), 0),
  )
}

describe('all directions of a small matrix', () => {
  it('of a matrix known from a textbook', () => {
    // Golub and Van Loan's example of Jacobi: 2 2 / 2 5 has 6 and 1.
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 2, 2, 5), 2)
    expect(values[0]).toBeCloseTo(6, 12)
    expect(values[1]).toBeCloseTo(1, 12)
    expect((vectors[0]?.[1] ?? 0) / (vectors[0]?.[0] ?? 1)).toBeCloseTo(2, 12)
  })
})
