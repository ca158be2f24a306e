import { accept, type Accepted } from '@folkmoot/basics/result.ts'
import type { VoteMatrix } from '@folkmoot/opinion-map/votes.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import { choiceOf } from '../vote-value.ts'
import { refuseAt, type FileRefusal, type RefusedAt } from './csv.ts'
import { readCells, readComments, readSummary, readVotes, type Comment, type Summary } from './polis-files.ts'

/** A conversation as Polis exports it. Times in milliseconds since 1970. */
export type Conversation = Summary & {
  readonly comments: readonly Comment[]
  /** In the order they were cast; earlier votes of one person on one comment too. */
  readonly votes: readonly PolisVote[]
  readonly cells: readonly Cell[]
  /** False where there is no votes.csv: then each vote has the time of the last comment. */
  readonly isTimed: boolean
}

export type PolisVote = {
  readonly comment: number
  readonly voter: number
  readonly at: number
  readonly choice: Choice
}
/** A non-empty cell of participants-votes.csv: what the exporter says counts. */
export type Cell = Pick<PolisVote, 'comment' | 'voter' | 'choice'>

type Read<Value> = Promise<Accepted<Value> | RefusedAt<FileRefusal>>

/** Reads all files, or names what is wrong in the first that is. Without votes.csv the cells are the votes. */
export async function readConversation(folder: string): Read<Conversation> {
  const summary = await readSummary(folder)
  if (!summary.ok) return summary
  if (summary.value.topic === '') return refuseAt('broken-line', 'summary.csv: no topic')
  const comments = await readComments(folder)
  if (!comments.ok) return comments
  const known = new Set(comments.value.map(({ number }) => `${number}`))
  const votes = await readVotes(folder, known)
  if (!votes.ok && votes.refusal !== 'missing-file') return votes
  const cells = await readCellsOf(folder, known)
  if (!cells.ok) return cells
  const last = comments.value.reduce((latest, { at }) => Math.max(latest, at), 0)
  const cast: PolisVote[] = []
  if (votes.ok)
    for (const { person, statement, vote, time } of votes.value.votes()) {
      if (!isNumber(person)) return refuseAt('broken-line', `votes.csv: voter-id "${person}" is not a number`)
      cast.push({ comment: Number(statement), voter: Number(person), at: time, choice: choiceOf(vote) })
    }
  else for (const cell of cells.value) cast.push({ ...cell, at: last })
  return accept({ ...summary.value, comments: comments.value, votes: cast, cells: cells.value, isTimed: votes.ok })
}

/** What the votes of an import are checked against. */
async function readCellsOf(folder: string, known?: ReadonlySet<string>): Read<readonly Cell[]> {
  const read = await readCells(folder, known)
  if (!read.ok) return read
  const matrix = read.value.matrix()
  const strange = matrix.people.find((person) => !isNumber(person))
  if (strange !== undefined)
    return refuseAt('broken-line', `participants-votes.csv: participant "${strange}" is not a number`)
  return accept(cellsIn(matrix))
}

function cellsIn({ people, statements, start, column, value }: VoteMatrix): readonly Cell[] {
  return people.flatMap((person, row) =>
    Array.from(column.subarray(start[row] ?? 0, start[row + 1] ?? 0), (place, at) => ({
      comment: Number(statements[place]),
      voter: Number(person),
      choice: choiceOf(value[(start[row] ?? 0) + at] ?? 0),
    })),
  )
}

/** As the database keeps them. */
const isNumber = (text: string): boolean => /^\d{1,10}$/.test(text) && Number(text) < 2 ** 31
