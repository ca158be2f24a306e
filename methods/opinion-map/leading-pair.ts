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
const exactness = 1e-9
/** After one more vote: six digits of a position, which is more than a page shows; the next map is found from nothing. */
const exactnessFromKept = 1e-8
const mostColumns = 64
const keptAtRestart = 12
// For the next search a few do as well as many, and putting them together anew costs: it is done only when they have become many.
const keptForNext = 6
const keptWhole = 8
const mostRestarts = 200

/**
 * The two eigenvectors of a symmetric positive matrix with the greatest eigenvalues, by block Lanczos with two columns, full
 * orthogonalisation and restarts that keep the best. `gram` is its lower half, row by row. Signs: the greatest entry of each is
 * positive (of equal ones the first). O(C²) a product, 20 to 60 products.
 * Source: Golub and Underwood, The block Lanczos method (1977); Wu and Simon, Thick-restart Lanczos (2000).
 */
export function leadingPair(gram: Float64Array, size: number): LeadingPair {
  return leadingSearch(gram, size).pair
}

/** Directions of length 1 at right angles to each other, and what the matrix makes of each. */
export type Kept = { readonly basis: readonly Float64Array[]; readonly products: readonly Float64Array[] }

export type LeadingSearch = { readonly pair: LeadingPair; readonly keep: () => Kept }

/**
 * The same from what was kept of a search in an almost equal matrix: its best directions with their products, brought up to
 * date. What is left to find lies in what they do not span, so a few products are enough.
 */
export function leadingSearch(gram: Float64Array, size: number, kept?: Kept): LeadingSearch {
  const space: Space = { gram, size, basis: [], products: [], small: [] }
  for (const [at, direction] of (kept?.basis ?? []).entries()) hold(space, direction, kept?.products[at] ?? noEntries)
  const random = seeded('leading pair')
  const scattered = (): Float64Array => Float64Array.from({ length: size }, () => random() - 0.5)
  while (space.basis.length < Math.min(2, size)) extend(space, [scattered(), scattered()])
  for (let restart = 0; restart < mostRestarts; restart += 1) {
    const ritz = search(space, { scattered, isKept: kept !== undefined })
    if (ritz)
      return {
        pair: pairOf(space, ritz),
        keep: () => (space.basis.length <= keptWhole ? space : best(space, ritz, keptForNext)),
      }
  }
  throw new Error('the directions of the votes did not settle') // a bug: symmetric matrices have them
}

type Space = {
  readonly gram: Float64Array
  readonly size: number
  readonly basis: Float64Array[]
  readonly products: Float64Array[]
  /** What the matrix is within the space: row r holds each direction 0 … r times the product of direction r. */
  readonly small: number[][]
}

function hold({ basis, products, small }: Space, direction: Float64Array, product: Float64Array): void {
  basis.push(direction)
  products.push(product)
  small.push(basis.map((column) => dot(column, product)))
}

/** Adds what is new of some directions to the space, with their products. Answers how many were new. */
function extend(space: Space, directions: readonly Float64Array[]): number {
  const fresh: Float64Array[] = []
  for (const direction of directions) {
    const column = atRightAngles(direction, [...space.basis, ...fresh])
    if (column && space.basis.length + fresh.length < space.size) fresh.push(column)
  }
  if (fresh.length > 0)
    for (const [at, product] of productsOf(space, fresh).entries()) {
      const column = fresh[at]
      if (column) hold(space, column, product)
    }
  return fresh.length
}

/** Where less than this is left, what was taken away has left its rounding behind: once more is enough. */
const muchIsLeft = 0.7

/**
 * What of a direction none of the columns holds, of length 1; undefined when that is nothing.
 * Source: Daniel, Gragg, Kaufman, Stewart, Mathematics of Computation 30 (1976).
 */
function atRightAngles(direction: Float64Array, columns: readonly Float64Array[]): Float64Array | undefined {
  const fresh = Float64Array.from(direction)
  const whole = length(fresh)
  for (let pass = 0, before = whole, left = 0; pass < 3; pass += 1, before = left) {
    addAll(fresh, columns, dotsWith(columns, fresh).map(negated))
    left = length(fresh)
    if (left >= muchIsLeft * before) break
  }
  const left = length(fresh)
  if (left <= whole * 1e-13) return undefined
  for (let at = 0; at < fresh.length; at += 1) fresh[at] = (fresh[at] ?? 0) / left
  return fresh
}

type Growing = { readonly scattered: () => Float64Array; readonly isKept: boolean }

/** Grows the space until its two best directions are exact, or it is full: then it keeps the best and answers undefined. */
function search(space: Space, { scattered, isKept }: Growing): Eigen | undefined {
  const full = Math.min(space.size, mostColumns)
  for (let isClosed = false; ;) {
    const ritz = ritzOf(space)
    const rests = [0, 1].map((which) => leftOver(space, ritz, which))
    const most = (isKept ? exactnessFromKept : exactness) * (ritz.values[0] ?? 0)
    const isExact = rests.every((rest) => length(rest) <= most)
    if (isExact || isClosed || space.basis.length === space.size) return ritz
    if (space.basis.length >= full) {
      restart(space, best(space, ritz, keptAtRestart))
      return undefined
    }
    // What is left over of the best two is where they are wrong. From nothing, some steps in Krylov's way save looking each time.
    const isNew = extend(space, rests) > 0 || extend(space, [scattered()]) > 0
    const further = isKept ? 0 : Math.ceil(space.basis.length / 4)
    isClosed = !isNew || !grow(space, Math.min(full, space.basis.length + further), scattered)
  }
}

/** Krylov's way: what the latest two columns become under the matrix. False when there is nothing new anywhere. */
function grow(space: Space, until: number, scattered: () => Float64Array): boolean {
  // Closed under the matrix although not whole: what it has not seen is looked for from elsewhere.
  while (space.basis.length < until)
    if (extend(space, space.products.slice(-2)) === 0 && extend(space, [scattered()]) === 0) return false
  return true
}

function ritzOf({ small }: Space): Eigen {
  const order = small.length
  const whole = Float64Array.from({ length: order ** 2 }, (_, at) => {
    const [i, j] = [Math.floor(at / order), at % order]
    return small[Math.max(i, j)]?.[Math.min(i, j)] ?? 0
  })
  return symmetricEigen(whole, order)
}

const noEntries = new Float64Array(0)

function leftOver(space: Space, { values, vectors }: Eigen, which: number): Float64Array {
  const weights = vectors[which]
  if (!weights) return new Float64Array(space.size)
  const rest = combine(space.products, weights)
  const value = values[which] ?? 0
  addAll(
    rest,
    space.basis,
    weights.map((weight) => -value * weight),
  )
  return rest
}

function restart(space: Space, { basis, products }: Kept): void {
  for (const list of [space.basis, space.products, space.small]) list.length = 0
  for (const [at, direction] of basis.entries()) hold(space, direction, products[at] ?? noEntries)
}

function best({ basis, products }: Space, { vectors }: Eigen, count: number): Kept {
  const weights = vectors.slice(0, count)
  return {
    basis: weights.map((one) => combine(basis, one)),
    products: weights.map((one) => combine(products, one)),
  }
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

/** Two products in one walk over the half matrix, two of its rows at a time: reading and writing is what takes time. */
function productsOf(
  { gram, size }: Space,
  [x, z = new Float64Array(size)]: readonly Float64Array[],
): readonly Float64Array[] {
  const [ofX, ofZ] = [new Float64Array(size), new Float64Array(size)]
  if (!x) return []
  const odd = size % 2
  // A matrix with an odd number of rows begins with a row of one entry.
  if (odd === 1) {
    ofX[0] = (gram[0] ?? 0) * (x[0] ?? 0)
    ofZ[0] = (gram[0] ?? 0) * (z[0] ?? 0)
  }
  for (let j = odd, upper = odd; j < size; upper += 2 * j + 3, j += 2) {
    const lower = upper + j + 1
    const [xj, xk, zj, zk] = [x[j] ?? 0, x[j + 1] ?? 0, z[j] ?? 0, z[j + 1] ?? 0]
    let [xOfJ, xOfK, zOfJ, zOfK] = [0, 0, 0, 0]
    for (let i = 0; i < j; i += 1) {
      const entry = gram[upper + i] ?? 0
      const below = gram[lower + i] ?? 0
      const xi = x[i] ?? 0
      const zi = z[i] ?? 0
      xOfJ += entry * xi
      xOfK += below * xi
      zOfJ += entry * zi
      zOfK += below * zi
      ofX[i] = (ofX[i] ?? 0) + entry * xj + below * xk
      ofZ[i] = (ofZ[i] ?? 0) + entry * zj + below * zk
    }
    const [corner, beside, last] = [gram[upper + j] ?? 0, gram[lower + j] ?? 0, gram[lower + j + 1] ?? 0]
    ofX[j] = xOfJ + corner * xj + beside * xk
    ofX[j + 1] = xOfK + beside * xj + last * xk
    ofZ[j] = zOfJ + corner * zj + beside * zk
    ofZ[j + 1] = zOfK + beside * zj + last * zk
  }
  return [ofX, ofZ]
}

function combine(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(columns[0]?.length ?? 0)
  addAll(sum, columns, weights)
  return sum
}

const negated = (number: number): number => -number

/** Two columns in one walk. */
function addAll(to: Float64Array, columns: readonly Float64Array[], weights: Float64Array): void {
  const none = columns.length % 2 === 1 ? new Float64Array(to.length) : noEntries
  for (let which = 0; which < columns.length; which += 2) {
    const column = columns[which] ?? none
    const next = columns[which + 1] ?? none
    const weight = weights[which] ?? 0
    const itsWeight = weights[which + 1] ?? 0
    for (let at = 0; at < to.length; at += 1)
      to[at] = (to[at] ?? 0) + weight * (column[at] ?? 0) + itsWeight * (next[at] ?? 0)
  }
}

function dotsWith(columns: readonly Float64Array[], direction: Float64Array): Float64Array {
  return Float64Array.from(columns, (column) => dot(column, direction))
}

/** Two sums side by side: one would wait for itself. */
function dot(a: Float64Array, b: Float64Array): number {
  let [even, odd] = [0, 0]
  const last = a.length - 1
  for (let at = 0; at < last; at += 2) {
    even += (a[at] ?? 0) * (b[at] ?? 0)
    odd += (a[at + 1] ?? 0) * (b[at + 1] ?? 0)
  }
  return a.length % 2 === 1 ? even + odd + (a[last] ?? 0) * (b[last] ?? 0) : even + odd
}

function length(direction: Float64Array): number {
  return Math.sqrt(dot(direction, direction))
}
