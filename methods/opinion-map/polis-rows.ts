import { addVote, emptyList, matrixFrom, type CastVote, type Vote, type VoteList, type VoteMatrix } from './votes.ts'

/**
 * Reads the field's files row by row, so that nothing but the votes is kept: whoever opens the file parses the CSV and hands on each
 * row with its line. In these files 1 is agree. A row that is wrong is named, and from then on nothing is kept: the rest is read for
 * its faults alone, in the same memory however long it is. Until then a vote takes 17 bytes.
 */
export type RowReader = {
  /** Answers what is wrong with the row, or undefined. */
  readonly read: (row: readonly string[], line: number) => string | undefined
  readonly matrix: (order?: readonly string[]) => VoteMatrix
}

/** A vote with the time its file gives it: milliseconds since 1970, where the file is finer with microseconds behind the point. */
export type TimedVote = CastVote & { readonly time: number }

export type VotesRead = {
  /** Every vote, those that were changed later too, in the order they were cast. */
  readonly votes: () => Iterable<TimedVote>
}

export type Header<Reader> = { readonly reader: Reader } | { readonly missing: readonly string[] }

/**
 * votes.csv: one row a vote, `timestamp, comment-id, voter-id, vote`, other columns are not read. Of several votes of one person on
 * one statement the latest counts, of those of one instant the one further down. With `known` an unknown statement is wrong. Where
 * `datetime` says the same instant to the microsecond, that counts.
 */
export function votesReader(header: readonly string[], known?: ReadonlySet<string>): Header<RowReader & VotesRead> {
  const columns = ['timestamp', 'comment-id', 'voter-id', 'vote'].map((name) => header.indexOf(name))
  const missing = ['timestamp', 'comment-id', 'voter-id', 'vote'].filter((_, at) => (columns[at] ?? -1) < 0)
  if (missing.length > 0) return { missing }
  const inWords = header.indexOf('datetime')
  let list = emptyList()
  let times = new Float64Array(1_024)
  let isWrong = false
  return {
    reader: {
      read: (row, line) => {
        const [time = '', statement = '', person = '', vote = ''] = columns.map((at) => row[at])
        const fault =
          rowFault(row, header, line) ??
          (isWhole(time) ? undefined : `line ${line}: timestamp is "${time}", not a whole number`) ??
          (known && !known.has(statement)
            ? `line ${line}: statement "${statement}" is not in comments.csv`
            : undefined) ??
          (statement === '' ? `line ${line}: comment-id is empty` : undefined) ??
          (person === '' ? `line ${line}: voter-id is empty` : undefined) ??
          voteFault(vote, `line ${line}, column vote`)
        if (fault !== undefined && !isWrong) {
          isWrong = true
          list = emptyList()
          times = new Float64Array(0)
        }
        if (isWrong) return fault
        if (list.size === times.length) {
          const longer = new Float64Array(2 * times.length)
          longer.set(times)
          times = longer
        }
        times[list.size] = Number(time) + microsecondsOf(row[inWords] ?? '', time) / 1000
        addVote(list, { person, statement, vote: voteOf(vote) })
        return undefined
      },
      matrix: (order) => matrixFrom(byTime(list, times), order),
      votes: () => timed(list, times),
    },
  }
}

/** participants-votes.csv: one row a person, one column a statement, empty where she has not voted. */
export function cellsReader(header: readonly string[], known?: ReadonlySet<string>): Header<RowReader & GroupsRead> {
  const [person, group] = [header.indexOf('participant'), header.indexOf('group-id')]
  const statements = header.flatMap((name, at) => (isWhole(name) ? [{ name, at }] : []))
  const missing = [...(person < 0 ? ['participant'] : []), ...(statements.length === 0 ? ['0'] : [])]
  if (missing.length > 0) return { missing }
  const list = emptyList(statements.map(({ name }) => name))
  const groups = new Map<string, string>()
  const unknown = known && statements.find(({ name }) => !known.has(name))
  return {
    reader: {
      read: (row, line) => {
        const name = row[person] ?? ''
        const fault =
          rowFault(row, header, line) ??
          (unknown ? `line 1: statement "${unknown.name}" is not in comments.csv` : undefined) ??
          (name === '' ? `line ${line}: participant is empty` : undefined) ??
          (groups.has(name) ? `line ${line}: participant "${name}" is there twice` : undefined) ??
          statements.reduce<string | undefined>((found, { name: statement, at }) => {
            const cell = row[at] ?? ''
            return found ?? (cell === '' ? undefined : voteFault(cell, `line ${line}, column ${statement}`))
          }, undefined)
        if (fault !== undefined) return fault
        groups.set(name, row[group] ?? '')
        for (const { name: statement, at } of statements) {
          const cell = row[at] ?? ''
          if (cell !== '') addVote(list, { person: name, statement, vote: voteOf(cell) })
        }
        return undefined
      },
      matrix: (order) => matrixFrom(list, order),
      groups: () => groups,
    },
  }
}

/** The group each person was put into by whoever exported; empty where none. */
export type GroupsRead = { readonly groups: () => ReadonlyMap<string, string> }

function rowFault(row: readonly string[], header: readonly string[], line: number): string | undefined {
  return row.length === header.length
    ? undefined
    : `line ${line}: ${row.length} fields, the header has ${header.length}`
}

function voteFault(vote: string, where: string): string | undefined {
  return vote === '1' || vote === '-1' || vote === '0' ? undefined : `${where}: vote is "${vote}", not -1, 0 or 1`
}

function voteOf(vote: string): Vote {
  if (vote === '1') return 1
  return vote === '-1' ? -1 : 0
}

/** 0–999, of an instant in words that has six digits behind its point, the first three those of `milliseconds`; else 0. O(1). */
export function microsecondsOf(inWords: string, milliseconds: string): number {
  const fraction = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(\d{3})(\d{3})Z$/.exec(inWords)
  return fraction?.[1] === milliseconds.slice(-3).padStart(3, '0') ? Number(fraction[2]) : 0
}

const isWhole = (text: string): boolean => /^\d{1,15}$/.test(text)

/** The same votes, earlier ones first; those of one instant stay as they stand. O(V log V), O(V) when they are in order. */
function byTime(list: VoteList, times: Float64Array): VoteList {
  const order = orderOf(list, times)
  if (!order) return list
  return {
    ...list,
    person: Int32Array.from(order, (at) => list.person[at] ?? 0),
    statement: Int32Array.from(order, (at) => list.statement[at] ?? 0),
    vote: Int8Array.from(order, (at) => list.vote[at] ?? 0),
  }
}

/** Undefined when they are in order. */
function orderOf({ size }: VoteList, times: Float64Array): Uint32Array | undefined {
  let isInOrder = true
  for (let at = 1; at < size && isInOrder; at += 1) isInOrder = (times[at - 1] ?? 0) <= (times[at] ?? 0)
  if (isInOrder) return undefined
  return Uint32Array.from({ length: size }, (_, at) => at).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
}

function* timed(list: VoteList, times: Float64Array): Iterable<TimedVote> {
  const [people, statements] = [[...list.people.keys()], [...list.statements.keys()]]
  const order = orderOf(list, times)
  for (let place = 0; place < list.size; place += 1) {
    const at = order?.[place] ?? place
    const vote = list.vote[at] ?? 0
    yield {
      person: people[list.person[at] ?? 0] ?? '',
      statement: statements[list.statement[at] ?? 0] ?? '',
      vote: vote > 0 ? 1 : vote < 0 ? -1 : 0,
      time: times[at] ?? 0,
    }
  }
}
