import { leadingSearch, type Kept, type LeadingPair } from './leading-pair.ts'
import { countPair, countPairs, gramOf, noPairs, renewGram, rowOf, type PairCounts } from './pair-counts.ts'
import {
  addVote,
  emptyList,
  matrixFrom,
  meansOf,
  sumsOf,
  type CastVote,
  type StatementSums,
  type Vote,
  type VoteMatrix,
} from './votes.ts'

/**
 * A map that is kept up to date vote by vote: sums, pair counts and the matrix of covariances are at every moment bit for bit what
 * they would be if all votes were counted anew; directions are found again from the last ones, as exactly as from nothing.
 * Changed in place: it belongs to one holder. With room for R statements: 12 R² bytes beside the votes.
 */
export type LiveMap = {
  readonly statements: string[]
  readonly placeOf: Map<string, number>
  readonly rows: Map<string, Map<number, Vote>>
  agree: Int32Array
  disagree: Int32Array
  seen: Int32Array
  means: Float64Array
  counts: PairCounts
  gram: Float64Array
  axes: LeadingPair
  /** What was kept of the last search, its products as the matrix is now; undefined: search from nothing. */
  kept: Kept | undefined
  votesSinceFresh: number
  isSettled: boolean
}

const firstRoom = 16

/** Nobody has voted, there is no statement. */
export function emptyLiveMap(): LiveMap {
  const none = new Float64Array(0)
  const zeros = (): Int32Array => new Int32Array(firstRoom)
  return {
    statements: [],
    placeOf: new Map(),
    rows: new Map(),
    agree: zeros(),
    disagree: zeros(),
    seen: zeros(),
    means: new Float64Array(firstRoom),
    counts: noPairs(0, firstRoom),
    gram: new Float64Array(rowOf(firstRoom)),
    axes: { first: none, second: none, strengths: [0, 0, 0] },
    kept: undefined,
    votesSinceFresh: 0,
    isSettled: true,
  }
}

/** The live map of votes that are there already, statements in their order. O(sum n² + C²). */
export function liveMapOf(matrix: VoteMatrix): LiveMap {
  const live = emptyLiveMap()
  for (const statement of matrix.statements) addStatement(live, statement)
  const { start, column, value } = matrix
  for (const [at, person] of matrix.people.entries()) {
    const [from, to] = [start[at] ?? 0, start[at + 1] ?? 0]
    if (from < to)
      live.rows.set(
        person,
        new Map(Array.from(column.subarray(from, to), (place, nth) => [place, voteAt(value, from + nth)])),
      )
  }
  const sums = sumsOf(matrix)
  live.agree.set(sums.agree)
  live.disagree.set(sums.disagree)
  live.seen.set(sums.seen)
  live.means.set(meansOf(sums))
  const counted = countPairs(matrix)
  const { both, product, first, second } = live.counts
  both.set(counted.both)
  product.set(counted.product)
  first.set(counted.first)
  second.set(counted.second)
  live.gram.set(gramOf(counted, meansOf(sums)))
  live.isSettled = false
  return live
}

function voteAt(value: Int8Array, at: number): Vote {
  const vote = value[at]
  if (vote === 1 || vote === -1) return vote
  return 0
}

/** One more statement, which nobody has voted on. Nothing happens when it is known. O(C²) when room runs out, else O(1). */
export function addStatement(live: LiveMap, statement: string): void {
  if (live.placeOf.has(statement)) return
  const size = live.statements.push(statement)
  live.placeOf.set(statement, size - 1)
  if (size > live.seen.length) makeRoom(live, 2 * live.seen.length)
  // Nobody has voted on it: its row is zeros, which are there.
  live.counts = { ...live.counts, size }
  live.kept &&= widened(live.kept, size)
  live.isSettled = false
}

function makeRoom(live: LiveMap, room: number): void {
  const longer = <Numbers extends Int32Array | Float64Array>(of: Numbers, into: Numbers): Numbers => {
    into.set(of)
    return into
  }
  live.agree = longer(live.agree, new Int32Array(room))
  live.disagree = longer(live.disagree, new Int32Array(room))
  live.seen = longer(live.seen, new Int32Array(room))
  live.means = longer(live.means, new Float64Array(room))
  const { size, both, product, first, second } = live.counts
  const wider = (of: Int32Array): Int32Array => longer(of, new Int32Array(rowOf(room)))
  live.counts = { size, both: wider(both), product: wider(product), first: wider(first), second: wider(second) }
  live.gram = longer(live.gram, new Float64Array(rowOf(room)))
}

/** A vote, a changed one, or one taken back (undefined). O(n + C) for a person with n votes. */
export function setVote(
  live: LiveMap,
  { person, statement, vote }: Omit<CastVote, 'vote'> & { vote: Vote | undefined },
): void {
  addStatement(live, statement)
  const place = live.placeOf.get(statement) ?? 0
  const row = live.rows.get(person) ?? new Map<number, Vote>()
  const before = row.get(place)
  if (before === vote) return
  if (before !== undefined) count(live, row, { place, vote: before, sign: -1 })
  row.delete(place)
  if (vote !== undefined) {
    row.set(place, vote)
    count(live, row, { place, vote, sign: 1 })
  }
  if (row.size === 0) live.rows.delete(person)
  else live.rows.set(person, row)
  renew(live, place)
}

/** The mean of a statement, its row and column, and what they change in the products that were kept. O(C). */
function renew(live: LiveMap, place: number): void {
  const { counts, means, gram, kept } = live
  const seen = live.seen[place] ?? 0
  means[place] = seen === 0 ? 0 : ((live.agree[place] ?? 0) - (live.disagree[place] ?? 0)) / seen
  const before = rowIn(gram, counts.size, place)
  renewGram(gram, { counts, means, place })
  live.isSettled = false
  if (!kept) return
  const change = rowIn(gram, counts.size, place).map((entry, at) => entry - (before[at] ?? 0))
  for (const [which, direction] of kept.basis.entries()) addChange(kept.products[which], { change, direction, place })
  live.votesSinceFresh += 1
}

function rowIn(gram: Float64Array, size: number, place: number): Float64Array {
  return Float64Array.from({ length: size }, (_, at) => gram[at <= place ? rowOf(place) + at : rowOf(at) + place] ?? 0)
}

type Changed = { readonly change: Float64Array; readonly direction: Float64Array; readonly place: number }

/** The changed row makes one entry of the product, the changed column a share of each other one. */
function addChange(product: Float64Array | undefined, { change, direction, place }: Changed): void {
  if (!product) return
  const own = direction[place] ?? 0
  let sum = 0
  for (let at = 0; at < change.length; at += 1) {
    sum += (change[at] ?? 0) * (direction[at] ?? 0)
    if (at !== place) product[at] = (product[at] ?? 0) + (change[at] ?? 0) * own
  }
  product[place] = (product[place] ?? 0) + sum
}

type Change = { readonly place: number; readonly vote: Vote; readonly sign: 1 | -1 }

/** The row holds the vote while it is added and while it is taken back: a statement is a pair with itself too. */
function count(live: LiveMap, row: ReadonlyMap<number, Vote>, { place, vote, sign }: Change): void {
  live.seen[place] = (live.seen[place] ?? 0) + sign
  if (vote === 1) live.agree[place] = (live.agree[place] ?? 0) + sign
  if (vote === -1) live.disagree[place] = (live.disagree[place] ?? 0) + sign
  for (const [other, its] of row) {
    if (other <= place) countPair(live.counts, rowOf(place) + other, { a: its, b: vote, sign })
    else countPair(live.counts, rowOf(other) + place, { a: vote, b: its, sign })
  }
}

// Each change rounds a little; from time to time it is begun anew, long before that could be seen.
const votesUntilFresh = 500

/** The directions of the votes as they are now. O(C²) a product, a few products after one vote. */
export function axesOf(live: LiveMap): LeadingPair {
  if (live.isSettled) return live.axes
  const size = live.counts.size
  const kept = live.votesSinceFresh < votesUntilFresh ? live.kept : undefined
  const { pair, keep } = leadingSearch(live.gram, size, kept && widened(kept, size))
  live.axes = pair
  live.kept = keep()
  if (!kept) live.votesSinceFresh = 0
  live.isSettled = true
  return pair
}

/** Statements that came since: nobody had voted on them. */
function widened({ basis, products }: Kept, size: number): Kept {
  const wide = (direction: Float64Array): Float64Array => {
    if (direction.length === size) return direction
    const into = new Float64Array(size)
    into.set(direction)
    return into
  }
  return { basis: basis.map(wide), products: products.map(wide) }
}

/** Where one person stands, by the directions as last found: at once after her vote. Undefined when she has none. O(n). */
export function positionOf(live: LiveMap, person: string): readonly [number, number] | undefined {
  const row = live.rows.get(person)
  if (!row) return undefined
  let [x, y] = [0, 0]
  for (const [place, vote] of row) {
    const apart = vote - (live.means[place] ?? 0)
    x += apart * (live.axes.first[place] ?? 0)
    y += apart * (live.axes.second[place] ?? 0)
  }
  const stretch = Math.sqrt(live.statements.length / row.size)
  return [x * stretch, y * stretch]
}

export function sumsOfLive({ agree, disagree, seen, counts }: LiveMap): StatementSums {
  return {
    agree: agree.slice(0, counts.size),
    disagree: disagree.slice(0, counts.size),
    seen: seen.slice(0, counts.size),
  }
}

/** All votes as a matrix, statements in the order they came. O(V). */
export function matrixOfLive({ rows, statements }: LiveMap): VoteMatrix {
  const list = emptyList(statements)
  for (const [person, row] of rows)
    for (const [place, vote] of row) addVote(list, { person, statement: statements[place] ?? '', vote })
  return matrixFrom(list, statements)
}
