import { leadingPair, type LeadingPair } from './leading-pair.ts'
import { countPair, noPairs, renewGram, rowOf, type PairCounts } from './pair-counts.ts'
import {
  addVote,
  emptyList,
  matrixFrom,
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
    isSettled: true,
  }
}

/** One more statement, which nobody has voted on. Nothing happens when it is known. O(C²) when room runs out, else O(1). */
export function addStatement(live: LiveMap, statement: string): void {
  if (live.placeOf.has(statement)) return
  const size = live.statements.push(statement)
  live.placeOf.set(statement, size - 1)
  if (size > live.seen.length) makeRoom(live, 2 * live.seen.length)
  // Nobody has voted on it: its row is zeros, which are there.
  live.counts = { ...live.counts, size }
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
  const seen = live.seen[place] ?? 0
  live.means[place] = seen === 0 ? 0 : ((live.agree[place] ?? 0) - (live.disagree[place] ?? 0)) / seen
  renewGram(live.gram, { counts: live.counts, means: live.means, place })
  live.isSettled = false
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

/** The directions of the votes as they are now. O(C²) a product, a few products after one vote. */
export function axesOf(live: LiveMap): LeadingPair {
  if (live.isSettled) return live.axes
  live.axes = leadingPair(live.gram, live.counts.size, widened(live.axes, live.counts.size))
  live.isSettled = true
  return live.axes
}

function widened({ first, second, strengths }: LeadingPair, size: number): LeadingPair | undefined {
  if (first.length === 0) return undefined
  const wide = (direction: Float64Array): Float64Array => {
    const into = new Float64Array(size)
    into.set(direction)
    return into
  }
  return { first: wide(first), second: wide(second), strengths }
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
