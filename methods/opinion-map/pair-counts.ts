import type { VoteMatrix } from './votes.ts'

/**
 * What the covariances of all pairs of statements i ≤ j are made of, as whole numbers: over the people who voted on both, how many
 * they are, the sum of v_i v_j, of v_i and of v_j. Whole numbers do not depend on the order they came in, so neither does anything
 * made of them. The pair (i, j) stands at `rowOf(j) + i`: another statement is added at the end. 16 bytes a pair.
 */
export type PairCounts = {
  readonly size: number
  readonly both: Int32Array
  readonly product: Int32Array
  readonly first: Int32Array
  readonly second: Int32Array
}

export const rowOf = (j: number): number => (j * (j + 1)) / 2

/** The pairs of `size` statements, all zero; there is room for those of `room` statements. */
export function noPairs(size: number, room = size): PairCounts {
  const zeros = (): Int32Array => new Int32Array(rowOf(room))
  return { size, both: zeros(), product: zeros(), first: zeros(), second: zeros() }
}

// Four counts share one double: 12 bits for how many, 13 for each sum, which is moved by one so that it is never negative.
const mostTogether = 4_095
const productUnit = 2 ** 12
const firstUnit = 2 ** 25
const secondUnit = 2 ** 38

/**
 * Counts all pairs. A person with n votes costs n (n + 1) / 2 additions, one a pair: her four counts are added as one double, and
 * the doubles are emptied into whole numbers before 4,096 people could overflow one. O(sum n² + C² P / 4095).
 */
export function countPairs({ statements, start, column, value }: VoteMatrix): PairCounts {
  const counts = noPairs(statements.length)
  const together = new Float64Array(counts.both.length)
  // What each of her votes adds beside a vote of -1, 0 or 1, looked up once a vote and not once a pair.
  const beside = weightsOfTwo().map((weights) => ({ weights, hers: new Float64Array(statements.length) }))
  let waiting = 0
  for (let person = 0; person + 1 < start.length; person += 1) {
    const from = start[person] ?? 0
    const votes = (start[person + 1] ?? 0) - from
    for (const { weights, hers } of beside)
      for (let i = 0; i < votes; i += 1) hers[i] = weights[(value[from + i] ?? 0) + 1] ?? 0
    for (let j = 0; j < votes; j += 1) {
      const row = rowOf(column[from + j] ?? 0)
      const hers = beside[(value[from + j] ?? 0) + 1]?.hers ?? noWeights
      for (let i = 0; i <= j; i += 1) {
        const pair = row + (column[from + i] ?? 0)
        together[pair] = (together[pair] ?? 0) + (hers[i] ?? 0)
      }
    }
    waiting += 1
    if (waiting < mostTogether) continue
    empty(together, counts)
    waiting = 0
  }
  empty(together, counts)
  return counts
}

const noWeights = new Float64Array(0)

function weightsOfTwo(): readonly Float64Array[] {
  return [-1, 0, 1].map((b) =>
    Float64Array.from([-1, 0, 1], (a) => 1 + (1 + a * b) * productUnit + (1 + a) * firstUnit + (1 + b) * secondUnit),
  )
}

// Moved by 2^52 a whole number below that stands in the last 52 bits of its double: the four counts are cut out of two words.
const one = new Float64Array([1])
const [lowWord, highWord] = new Uint32Array(one.buffer)[0] === 0 ? [0, 1] : [1, 0]

function empty(together: Float64Array, { both, product, first, second }: PairCounts): void {
  const moved = new Float64Array(1)
  const words = new Uint32Array(moved.buffer)
  for (let pair = 0; pair < together.length; pair += 1) {
    const sum = together[pair] ?? 0
    if (sum === 0) continue
    moved[0] = sum + 2 ** 52
    const [low, high] = [words[lowWord] ?? 0, words[highWord] ?? 0]
    const count = low & 0xfff
    both[pair] = (both[pair] ?? 0) + count
    product[pair] = (product[pair] ?? 0) + ((low >>> 12) & 0x1fff) - count
    first[pair] = (first[pair] ?? 0) + (((low >>> 25) | (high << 7)) & 0x1fff) - count
    second[pair] = (second[pair] ?? 0) + ((high >>> 6) & 0x1fff) - count
    together[pair] = 0
  }
}

/**
 * X'X of the votes with missing ones imputed by the mean of their statement and centred by it: an imputed vote is then exactly 0.
 * Its lower half, in units of votes squared; (i, j) stands where the pair does. There is room where the counts have it. O(C²).
 */
export function gramOf(counts: PairCounts, means: Float64Array): Float64Array {
  const gram = new Float64Array(counts.both.length)
  for (let j = 0; j < counts.size; j += 1) for (let i = 0; i <= j; i += 1) fill(gram, { counts, means, i, j })
  return gram
}

/** Row and column of a statement whose mean has changed. O(C). */
export function renewGram(gram: Float64Array, of: { counts: PairCounts; means: Float64Array; place: number }): void {
  for (let i = 0; i <= of.place; i += 1) fill(gram, { ...of, i, j: of.place })
  for (let j = of.place + 1; j < of.counts.size; j += 1) fill(gram, { ...of, i: of.place, j })
}

type Filling = { readonly counts: PairCounts; readonly means: Float64Array; readonly i: number; readonly j: number }

/** Renewed or made at once, an entry is the same sum in the same order, so the same to the last bit. */
function fill(gram: Float64Array, { counts: { both, product, first, second }, means, i, j }: Filling): void {
  const pair = rowOf(j) + i
  const [meanOfI, meanOfJ] = [means[i] ?? 0, means[j] ?? 0]
  const crossed = meanOfI * (second[pair] ?? 0) + meanOfJ * (first[pair] ?? 0)
  gram[pair] = (product[pair] ?? 0) - crossed + meanOfI * meanOfJ * (both[pair] ?? 0)
}

/** Sum of the squares of all differences: what is on the diagonal. O(C). */
export function traceOf(gram: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i += 1) sum += gram[rowOf(i) + i] ?? 0
  return sum
}

/** Adds (sign 1) or takes back (-1) what one person's two votes say of their pair. */
export function countPair(
  { both, product, first, second }: PairCounts,
  pair: number,
  { a, b, sign }: { readonly a: number; readonly b: number; readonly sign: 1 | -1 },
): void {
  both[pair] = (both[pair] ?? 0) + sign
  product[pair] = (product[pair] ?? 0) + sign * a * b
  first[pair] = (first[pair] ?? 0) + sign * a
  second[pair] = (second[pair] ?? 0) + sign * b
}
