/** What somebody said of a statement: 1 agree, -1 disagree, 0 pass. */
export type Vote = -1 | 0 | 1

export type CastVote = {
  readonly person: string
  readonly statement: string
  readonly vote: Vote
}

/**
 * Who voted on what, by rows: the votes of person p are `column` and `value` from `start[p]` to `start[p + 1]`, columns rising.
 * Whoever has no vote has an empty row. P people, C statements, V votes: 5 V + 4 P bytes.
 */
export type VoteMatrix = {
  readonly people: readonly string[]
  readonly statements: readonly string[]
  readonly start: Int32Array
  readonly column: Int32Array
  readonly value: Int8Array
}

/** Votes as they come in, later ones behind earlier ones: 9 bytes a vote and the names. Changed in place by `addVote`. */
export type VoteList = {
  readonly people: Map<string, number>
  readonly statements: Map<string, number>
  size: number
  person: Int32Array
  statement: Int32Array
  vote: Int8Array
}

const firstRoom = 1_024

/** No votes; `statements` are there although nobody has voted on one. */
export function emptyList(statements: Iterable<string> = []): VoteList {
  const places = new Map<string, number>()
  for (const statement of statements) indexOf(places, statement)
  return {
    people: new Map(),
    statements: places,
    size: 0,
    person: new Int32Array(firstRoom),
    statement: new Int32Array(firstRoom),
    vote: new Int8Array(firstRoom),
  }
}

/** One more vote. O(1), now and then O(V). */
export function addVote(list: VoteList, { person, statement, vote }: CastVote): void {
  if (list.size === list.vote.length) makeRoom(list)
  list.person[list.size] = indexOf(list.people, person)
  list.statement[list.size] = indexOf(list.statements, statement)
  list.vote[list.size] = vote
  list.size += 1
}

function indexOf(places: Map<string, number>, name: string): number {
  const place = places.get(name)
  if (place !== undefined) return place
  places.set(name, places.size)
  return places.size - 1
}

function makeRoom(list: VoteList): void {
  const room = 2 * list.vote.length
  const [person, statement, vote] = [new Int32Array(room), new Int32Array(room), new Int8Array(room)]
  person.set(list.person)
  statement.set(list.statement)
  vote.set(list.vote)
  Object.assign(list, { person, statement, vote })
}

/**
 * The votes as a matrix. Of two votes of one person on one statement the later in the list counts. People stand in the order of
 * their names as code units, and so do statements unless `order` says otherwise, so that no other order of the votes gives another
 * matrix. Statements that `order` leaves away (moderated out ones) are left away with their votes; people stay.
 * O(V + P log P + C log C).
 */
export function matrixFrom(list: VoteList, order?: readonly string[]): VoteMatrix {
  const statements = order ?? [...list.statements.keys()].toSorted(byCodeUnits)
  const people = [...list.people.keys()].toSorted(byCodeUnits)
  const columnOf = ranks(list.statements, statements)
  const rowOf = ranks(list.people, people)
  const kept = Int32Array.from(Array.from({ length: list.size }, (_, at) => at)).filter(
    (at) => (columnOf[list.statement[at] ?? 0] ?? -1) >= 0,
  )
  const column = (at: number): number => columnOf[list.statement[at] ?? 0] ?? 0
  const row = (at: number): number => rowOf[list.person[at] ?? 0] ?? 0
  // Sorted by statement, then by person, each time leaving equal ones as they stand: within a pair the latest is the last.
  const byPerson = sortedBy(sortedBy(kept, column, statements.length), row, people.length)
  return lastOfEach(byPerson, { people, statements, row, column, vote: list.vote })
}

function ranks(places: ReadonlyMap<string, number>, order: readonly string[]): Int32Array {
  const rank = new Int32Array(places.size).fill(-1)
  for (const [at, name] of order.entries()) {
    const place = places.get(name)
    if (place !== undefined) rank[place] = at
  }
  return rank
}

/** Counting sort. O(items + keys). */
function sortedBy(items: Int32Array, key: (item: number) => number, keys: number): Int32Array {
  const next = new Int32Array(keys + 1)
  for (const item of items) next[key(item) + 1] = (next[key(item) + 1] ?? 0) + 1
  for (let at = 0; at < keys; at += 1) next[at + 1] = (next[at + 1] ?? 0) + (next[at] ?? 0)
  const sorted = new Int32Array(items.length)
  for (const item of items) {
    const place = next[key(item)] ?? 0
    sorted[place] = item
    next[key(item)] = place + 1
  }
  return sorted
}

type Sorted = Pick<VoteMatrix, 'people' | 'statements'> & {
  readonly row: (at: number) => number
  readonly column: (at: number) => number
  readonly vote: Int8Array
}

function lastOfEach(sorted: Int32Array, { people, statements, row, column, vote }: Sorted): VoteMatrix {
  const start = new Int32Array(people.length + 1)
  const [columns, values] = [new Int32Array(sorted.length), new Int8Array(sorted.length)]
  let filled = 0
  let begun = 0
  for (let at = 0; at < sorted.length; at += 1) {
    const item = sorted[at] ?? 0
    const person = row(item)
    const next = sorted[at + 1]
    while (begun <= person) {
      start[begun] = filled
      begun += 1
    }
    if (next !== undefined && row(next) === person && column(next) === column(item)) continue
    columns[filled] = column(item)
    values[filled] = vote[item] ?? 0
    filled += 1
  }
  start.fill(filled, begun)
  return { people, statements, start, column: columns.slice(0, filled), value: values.slice(0, filled) }
}

/** The matrix of some votes; see `matrixFrom`. */
export function matrixOf(votes: Iterable<CastVote>, order?: readonly string[]): VoteMatrix {
  const list = emptyList(order)
  for (const vote of votes) addVote(list, vote)
  return matrixFrom(list, order)
}

/** Numbers by size, everything else by code units after them: statement 9 stands before statement 10. */
export function byCodeUnits(a: string, b: string): number {
  const [isNumberA, isNumberB] = [isWhole(a), isWhole(b)]
  if (isNumberA && isNumberB) return a.length - b.length || (a < b ? -1 : Number(a > b))
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1
  return a < b ? -1 : Number(a > b)
}

const isWhole = (text: string): boolean => /^(?:0|[1-9]\d*)$/.test(text)

/** How many agreed, disagreed and passed on each statement. `seen` is all three together. */
export type StatementSums = {
  readonly agree: Int32Array
  readonly disagree: Int32Array
  readonly seen: Int32Array
}

/** O(V). With `counts`, only the people it names. */
export function sumsOf({ statements, start, column, value }: VoteMatrix, counts?: Uint8Array): StatementSums {
  const size = statements.length
  const [agree, disagree, seen] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  for (let person = 0; person + 1 < start.length; person += 1) {
    if (counts && !counts[person]) continue
    for (let at = start[person] ?? 0; at < (start[person + 1] ?? 0); at += 1) {
      const place = column[at] ?? 0
      seen[place] = (seen[place] ?? 0) + 1
      if (value[at] === 1) agree[place] = (agree[place] ?? 0) + 1
      if (value[at] === -1) disagree[place] = (disagree[place] ?? 0) + 1
    }
  }
  return { agree, disagree, seen }
}

/** The mean vote on each statement among those who voted on it, between -1 and 1; 0 where nobody did. O(C). */
export function meansOf({ agree, disagree, seen }: StatementSums): Float64Array {
  return Float64Array.from(seen, (count, place) =>
    count === 0 ? 0 : ((agree[place] ?? 0) - (disagree[place] ?? 0)) / count,
  )
}
