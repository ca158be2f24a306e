import { addVote, emptyList, type Vote, type VoteList } from '@folkmoot/opinion-map/votes.ts'

/** Who counts, and every vote of theirs, later ones behind earlier ones: `names[person[i]]` said `vote[i]` of statement `statement[i]`, by its number. */
export type Voters = {
  readonly names: readonly string[]
  readonly person: Int32Array
  readonly statement: Int32Array
  readonly vote: Int8Array
}

/** All votes of a consultation up to an instant, those of statements that are hidden too. Changed in place by `addVoter` and `addCast`. */
export type ReadVotes = {
  readonly list: VoteList
  /** When each had voted first, in microseconds since 1970, by her place in the list. */
  readonly first: number[]
}

export const noVotes = (): ReadVotes => ({ list: emptyList(), first: [] })

/** Of each voter what she had said last of each statement: `12a 13d 14p`. */
export type PackedVoter = { readonly voter: string; readonly first: number; readonly votes: string }
export type CastVote = {
  readonly voter: string
  readonly statement: number
  readonly letter: string
  readonly at: number
}

const values: Readonly<Record<string, Vote>> = { a: 1, d: -1, p: 0 }

export function addVoter(read: ReadVotes, { voter, first, votes }: PackedVoter): void {
  for (const vote of votes.split(' '))
    addCast(read, { voter, statement: Number(vote.slice(0, -1)), letter: vote.slice(-1), at: first })
}

export function addCast({ list, first }: ReadVotes, { voter, statement, letter, at }: CastVote): void {
  addVote(list, { person: voter, statement: `${statement}`, vote: values[letter] ?? 0 })
  if (list.people.size > first.length) first.push(at)
}

export type Counting = {
  /** So many who had come last do not count. */
  readonly heldBack: number
  /** By number; votes on others are left out, whoever cast them still counts. */
  readonly statements: readonly number[]
  /** Whose votes were set aside by then. */
  readonly voided?: ReadonlySet<string>
}

const nobody: ReadonlySet<string> = new Set()

/** Of those who came at one instant the later by name came last: the order must be the same whenever it is read. O(V + P log P). */
export function votersIn({ list, first }: ReadVotes, { heldBack, statements, voided = nobody }: Counting): Voters {
  const names = [...list.people.keys()]
  const places = Array.from(names.keys()).filter((place) => !voided.has(names[place] ?? ''))
  const latest = places.toSorted(
    (a, b) => (first[b] ?? 0) - (first[a] ?? 0) || ((names[a] ?? '') < (names[b] ?? '') ? 1 : -1),
  )
  const isHeld = new Set(latest.slice(0, heldBack))
  const counted = places.filter((place) => !isHeld.has(place))
  const placeOf = new Int32Array(names.length).fill(-1)
  for (const [at, place] of counted.entries()) placeOf[place] = at
  const isShown = new Set(statements)
  const numbers = [...list.statements.keys()].map((name) => (isShown.has(Number(name)) ? Number(name) : 0))
  const [person, statement, vote] = [new Int32Array(list.size), new Int32Array(list.size), new Int8Array(list.size)]
  let size = 0
  for (let at = 0; at < list.size; at += 1) {
    const place = placeOf[list.person[at] ?? 0] ?? -1
    const number = numbers[list.statement[at] ?? 0] ?? 0
    if (place < 0 || number === 0) continue
    person[size] = place
    statement[size] = number
    vote[size] = list.vote[at] ?? 0
    size += 1
  }
  return {
    names: counted.map((place) => names[place] ?? ''),
    person: person.slice(0, size),
    statement: statement.slice(0, size),
    vote: vote.slice(0, size),
  }
}
