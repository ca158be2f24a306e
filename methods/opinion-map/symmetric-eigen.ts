/** Eigenvalues, greatest first, each with its eigenvector of length 1. */
export type Eigen = { readonly values: readonly number[]; readonly vectors: readonly Float64Array[] }

/**
 * Everything a small symmetric matrix (order × order, row by row) consists of: Householder's reduction to three diagonals, then
 * QL with implicit shifts. O(order³).
 * Source: Martin, Reinsch, Wilkinson, Numerische Mathematik 11 (1968); Bowdler et al., the same 11 (1968) (EISPACK tred2, tql2).
 */
export function symmetricEigen(matrix: Float64Array, order: number): Eigen {
  const rows = Array.from({ length: order }, (_, i) => matrix.slice(i * order, (i + 1) * order))
  const { diagonal, beside } = tridiagonal(rows)
  iterate(rows, diagonal, beside)
  const ranked = Array.from(diagonal.keys()).toSorted((i, j) => (diagonal[j] ?? 0) - (diagonal[i] ?? 0))
  return {
    values: ranked.map((at) => diagonal[at] ?? 0),
    vectors: ranked.map((at) => Float64Array.from(rows, (row) => row[at] ?? 0)),
  }
}

type Rows = readonly Float64Array[]

const get = (rows: Rows, i: number, j: number): number => rows[i]?.[j] ?? 0
const set = (rows: Rows, i: number, j: number, value: number): void => {
  const row = rows[i]
  if (row) row[j] = value
}

/** Leaves in `rows` the rotation that makes the matrix tridiagonal: its diagonal, and what stands beside it (from index 1). */
function tridiagonal(rows: Rows): { readonly diagonal: Float64Array; readonly beside: Float64Array } {
  const order = rows.length
  const [diagonal, beside] = [new Float64Array(order), new Float64Array(order)]
  for (let i = order - 1; i > 0; i -= 1) diagonal[i] = reflect(rows, i, beside)
  for (let i = 0; i < order; i += 1) {
    if ((diagonal[i] ?? 0) !== 0)
      for (let j = 0; j < i; j += 1) {
        let sum = 0
        for (let k = 0; k < i; k += 1) sum += get(rows, i, k) * get(rows, k, j)
        for (let k = 0; k < i; k += 1) set(rows, k, j, get(rows, k, j) - sum * get(rows, k, i))
      }
    diagonal[i] = get(rows, i, i)
    set(rows, i, i, 1)
    for (let j = 0; j < i; j += 1) {
      set(rows, j, i, 0)
      set(rows, i, j, 0)
    }
  }
  return { diagonal, beside }
}

/** Clears row i left of its neighbour. Returns half the square of the reflecting vector, 0 where there is nothing to clear. */
function reflect(rows: Rows, i: number, beside: Float64Array): number {
  let scale = 0
  for (let k = 0; k < i; k += 1) scale += Math.abs(get(rows, i, k))
  if (i === 1 || scale === 0) {
    beside[i] = get(rows, i, i - 1)
    return 0
  }
  let half = 0
  for (let k = 0; k < i; k += 1) {
    set(rows, i, k, get(rows, i, k) / scale)
    half += get(rows, i, k) ** 2
  }
  const last = get(rows, i, i - 1)
  const root = last >= 0 ? -Math.sqrt(half) : Math.sqrt(half)
  beside[i] = scale * root
  half -= last * root
  set(rows, i, i - 1, last - root)
  let together = 0
  for (let j = 0; j < i; j += 1) {
    set(rows, j, i, get(rows, i, j) / half)
    let sum = 0
    for (let k = 0; k <= j; k += 1) sum += get(rows, j, k) * get(rows, i, k)
    for (let k = j + 1; k < i; k += 1) sum += get(rows, k, j) * get(rows, i, k)
    beside[j] = sum / half
    together += (beside[j] ?? 0) * get(rows, i, j)
  }
  const share = together / (half + half)
  for (let j = 0; j < i; j += 1) {
    const of = get(rows, i, j)
    const rest = (beside[j] ?? 0) - share * of
    beside[j] = rest
    for (let k = 0; k <= j; k += 1) set(rows, j, k, get(rows, j, k) - of * (beside[k] ?? 0) - rest * get(rows, i, k))
  }
  return half
}

/** Turns what stands beside the diagonal to nothing; `rows` turns along and holds the eigenvectors in its columns. */
function iterate(rows: Rows, diagonal: Float64Array, beside: Float64Array): void {
  const order = diagonal.length
  for (let i = 1; i < order; i += 1) beside[i - 1] = beside[i] ?? 0
  if (order > 0) beside[order - 1] = 0
  for (let low = 0; low < order; low += 1) {
    for (let turn = 0; turn < 60; turn += 1) {
      const split = splitFrom(low, diagonal, beside)
      if (split === low) break
      chase(rows, { diagonal, beside, low, split })
    }
  }
}

function splitFrom(low: number, diagonal: Float64Array, beside: Float64Array): number {
  for (let at = low; at + 1 < diagonal.length; at += 1) {
    const near = Math.abs(diagonal[at] ?? 0) + Math.abs(diagonal[at + 1] ?? 0)
    if (Math.abs(beside[at] ?? 0) <= near * Number.EPSILON) return at
  }
  return diagonal.length - 1
}

type Chase = {
  readonly diagonal: Float64Array
  readonly beside: Float64Array
  readonly low: number
  readonly split: number
}

function chase(rows: Rows, { diagonal, beside, low, split }: Chase): void {
  const half = ((diagonal[low + 1] ?? 0) - (diagonal[low] ?? 0)) / (2 * (beside[low] ?? 0))
  const root = Math.sqrt(half * half + 1)
  let g = (diagonal[split] ?? 0) - (diagonal[low] ?? 0) + (beside[low] ?? 0) / (half + (half >= 0 ? root : -root))
  let [s, c, p] = [1, 1, 0]
  for (let i = split - 1; i >= low; i -= 1) {
    const f = s * (beside[i] ?? 0)
    const b = c * (beside[i] ?? 0)
    const r = Math.sqrt(f * f + g * g)
    beside[i + 1] = r
    if (r === 0) {
      diagonal[i + 1] = (diagonal[i + 1] ?? 0) - p
      beside[split] = 0
      return
    }
    s = f / r
    c = g / r
    g = (diagonal[i + 1] ?? 0) - p
    const t = ((diagonal[i] ?? 0) - g) * s + 2 * c * b
    p = s * t
    diagonal[i + 1] = g + p
    g = c * t - b
    for (const row of rows) {
      const [one, other] = [row[i + 1] ?? 0, row[i] ?? 0]
      row[i + 1] = s * other + c * one
      row[i] = c * other - s * one
    }
  }
  diagonal[low] = (diagonal[low] ?? 0) - p
  beside[low] = g
  beside[split] = 0
}
