import { seeded } from '@folkmoot/basics/seeded.ts'
import { symmetricEigen, type Eigen } from './symmetric-eigen.ts'

/** Two directions of the statements, each of length 1 (or 0 where the votes have fewer directions), and what they explain. */
export type LeadingPair = {
  readonly first: Float64Array
  readonly second: Float64Array
  /** Eigenvalues of X'X: votes squared. The third is a lower bound, there to tell how far the second is from it. */
  readonly strengths: readonly [number, number, number]
}

/** What is left over of G v - λ v, as a share of the greatest eigenvalue. The angle to the exact direction is this over the gap. */
const exactness = 1e-10
const mostColumns = 64
const keptAtRestart = 6
const mostRestarts = 200

/**
 * The two eigenvectors of a symmetric positive matrix with the greatest eigenvalues, by block Lanczos with two columns, full
 * orthogonalisation and restarts that keep the best. `gram` is its lower half, row by row. From `near`, the pair of an almost equal
 * matrix, fewer products are enough. Signs: the greatest entry of each is positive (of equal ones the first). O(C²) a product.
 * Source: Golub and Underwood, The block Lanczos method (1977); Wu and Simon, Thick-restart Lanczos (2000).
 */
export function leadingPair(gram: Float64Array, size: number, near?: LeadingPair): LeadingPair {
  const space: Space = { gram, size, basis: [], products: [] }
  const random = seeded('leading pair')
  const scattered = (): Float64Array => Float64Array.from({ length: size }, () => random() - 0.5)
  if (near) extend(space, [near.first, near.second])
  while (space.basis.length < Math.min(2, size)) extend(space, [scattered(), scattered()])
  for (let restart = 0; restart < mostRestarts; restart += 1) {
    const found = search(space, scattered)
    if (found) return found
  }
  throw new Error('the directions of the votes did not settle') // a bug: symmetric matrices have them
}

type Space = {
  readonly gram: Float64Array
  readonly size: number
  basis: Float64Array[]
  products: Float64Array[]
}

/** Adds what is new of some directions to the basis, and their products with the matrix. Answers how many were new. */
function extend(space: Space, directions: readonly Float64Array[]): number {
  const before = space.basis.length
  for (const direction of directions) {
    const fresh = Float64Array.from(direction)
    const long = length(fresh)
    for (let pass = 0; pass < 2; pass += 1)
      for (const column of space.basis) subtract(fresh, column, dot(fresh, column))
    const left = length(fresh)
    if (left <= long * 1e-13 || space.basis.length === space.size) continue
    for (let at = 0; at < fresh.length; at += 1) fresh[at] = (fresh[at] ?? 0) / left
    space.basis.push(fresh)
  }
  for (let at = before; at < space.basis.length; at += 2) {
    const fresh = space.basis.slice(at, at + 2)
    space.products.push(...productsOf(space, fresh).slice(0, fresh.length))
  }
  return space.basis.length - before
}

/** Grows the space until its two best directions are exact, or it is full: then it keeps the best and answers undefined. */
function search(space: Space, scattered: () => Float64Array): LeadingPair | undefined {
  const most = Math.min(space.size, mostColumns)
  for (let next = space.basis.length; ; next = Math.min(most, next + Math.max(2, Math.ceil(next / 4)))) {
    const isClosed = !grow(space, next, scattered)
    const ritz = ritzOf(space)
    const rests = [0, 1].map((which) => leftOver(space, ritz, which))
    const isExact = rests.every((rest) => length(rest) <= exactness * (ritz.values[0] ?? 0))
    if (isExact || isClosed || space.basis.length === space.size) return pairOf(space, ritz)
    if (space.basis.length < most) continue
    restart(space, ritz, rests)
    return undefined
  }
}

/** Krylov's way: what the latest two columns become under the matrix. False when there is nothing new anywhere. */
function grow(space: Space, until: number, scattered: () => Float64Array): boolean {
  // Closed under the matrix although not whole: what it has not seen is looked for from elsewhere.
  while (space.basis.length < until)
    if (extend(space, space.products.slice(-2)) === 0 && extend(space, [scattered()]) === 0) return false
  return true
}

function ritzOf({ basis, products }: Space): Eigen {
  const order = basis.length
  const small = Float64Array.from({ length: order ** 2 }, (_, at) =>
    dot(basis[Math.floor(at / order)] ?? noEntries, products[at % order] ?? noEntries),
  )
  return symmetricEigen(small, order)
}

const noEntries = new Float64Array(0)

function leftOver(space: Space, { values, vectors }: Eigen, which: number): Float64Array {
  const weights = vectors[which]
  if (!weights) return new Float64Array(space.size)
  const rest = combine(space.products, weights)
  subtract(rest, combine(space.basis, weights), values[which] ?? 0)
  return rest
}

function restart(space: Space, { vectors }: Eigen, rests: readonly Float64Array[]): void {
  const kept = vectors.slice(0, keptAtRestart)
  const [basis, products] = [
    kept.map((weights) => combine(space.basis, weights)),
    kept.map((weights) => combine(space.products, weights)),
  ]
  space.basis = basis
  space.products = products
  extend(space, rests)
}

function pairOf(space: Space, { values, vectors }: Eigen): LeadingPair {
  const [first, second] = [0, 1].map((which) => {
    const weights = vectors[which]
    const isNothing = !weights || (values[which] ?? 0) <= 1e-12 * (values[0] ?? 0)
    return isNothing ? new Float64Array(space.size) : turned(combine(space.basis, weights))
  })
  const strength = (which: number): number => Math.max(0, values[which] ?? 0)
  return {
    first: first ?? new Float64Array(space.size),
    second: second ?? new Float64Array(space.size),
    strengths: [strength(0), strength(1), strength(2)],
  }
}

function turned(direction: Float64Array): Float64Array {
  const greatest = direction.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0)
  // Entries that are equal but for rounding must not decide by their rounding.
  const sign = Math.sign(direction.find((entry) => Math.abs(entry) >= greatest * (1 - 1e-9)) ?? 1)
  const size = length(direction) * sign
  return direction.map((entry) => entry / size)
}

/** Two products in one walk over the half matrix: reading it is what takes time. */
function productsOf(
  { gram, size }: Space,
  [x, z = new Float64Array(size)]: readonly Float64Array[],
): readonly Float64Array[] {
  const [ofX, ofZ] = [new Float64Array(size), new Float64Array(size)]
  if (!x) return []
  let at = 0
  for (let j = 0; j < size; j += 1) {
    const [xj, zj] = [x[j] ?? 0, z[j] ?? 0]
    let [sumX, sumZ] = [0, 0]
    for (let i = 0; i < j; i += 1) {
      const entry = gram[at + i] ?? 0
      sumX += entry * (x[i] ?? 0)
      sumZ += entry * (z[i] ?? 0)
      ofX[i] = (ofX[i] ?? 0) + entry * xj
      ofZ[i] = (ofZ[i] ?? 0) + entry * zj
    }
    const diagonal = gram[at + j] ?? 0
    ofX[j] = (ofX[j] ?? 0) + sumX + diagonal * xj
    ofZ[j] = (ofZ[j] ?? 0) + sumZ + diagonal * zj
    at += j + 1
  }
  return [ofX, ofZ]
}

function combine(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(columns[0]?.length ?? 0)
  for (const [which, column] of columns.entries()) subtract(sum, column, -(weights[which] ?? 0))
  return sum
}

function subtract(from: Float64Array, column: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at += 1) from[at] = (from[at] ?? 0) - times * (column[at] ?? 0)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function length(direction: Float64Array): number {
  return Math.sqrt(dot(direction, direction))
}
