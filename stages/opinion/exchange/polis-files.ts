import { accept, type Accepted } from '@folkmoot/basics/result.ts'
import {
  cellsReader,
  microsecondsOf,
  votesReader,
  type GroupsRead,
  type RowReader,
  type VotesRead,
} from '@folkmoot/opinion-map/polis-rows.ts'
import type { VoteMatrix } from '@folkmoot/opinion-map/votes.ts'
import { eachRow, readWith, type FileRefusal, type Opened, type RefusedAt, type Reader } from './csv.ts'

/** The files of a conversation as Polis exports it, each read row by row. Times in milliseconds since 1970, microseconds behind the point. */

type Read<Value> = Promise<Accepted<Value> | RefusedAt<FileRefusal>>

export type Summary = { readonly topic: string; readonly url: string; readonly description: string }

export type Comment = {
  readonly number: number
  readonly text: string
  readonly at: number
  readonly isTakenOut: boolean
}

const mostCharacters = 1000

export async function readSummary(folder: string): Read<Summary> {
  const of = new Map<string, string>()
  const read = await eachRow(folder, 'summary.csv', ({ fields }) => of.set(fields[0] ?? '', (fields[1] ?? '').trim()))
  if (!read.ok) return read
  return accept({
    topic: of.get('topic') ?? '',
    url: of.get('url') ?? '',
    description: of.get('conversation-description') ?? '',
  })
}

/** In the order of their numbers. The totals `agrees` and `disagrees` count changed votes twice: not read. */
export async function readComments(folder: string): Read<readonly Comment[]> {
  const read = await readWith(folder, 'comments.csv', commentsReader)
  return read.ok ? accept(read.value.comments()) : read
}

export function readVotes(folder: string, known?: ReadonlySet<string>): Read<RowReader & VotesRead> {
  return readWith(folder, 'votes.csv', (header) => votesReader(header, known))
}

export function readCells(folder: string, known?: ReadonlySet<string>): Read<RowReader & GroupsRead> {
  return readWith(folder, 'participants-votes.csv', (header) => cellsReader(header, known))
}

export type FieldVotes = {
  readonly from: 'votes.csv' | 'participants-votes.csv'
  /** Statements in this order; without it, all that are there. */
  readonly matrix: (order?: readonly string[]) => VoteMatrix
}

/** votes.csv; where there is none, the matrix alone. */
export async function readEitherVotes(folder: string, known?: ReadonlySet<string>): Read<FieldVotes> {
  const votes = await readVotes(folder, known)
  if (votes.ok) return accept({ from: 'votes.csv', matrix: votes.value.matrix })
  if (votes.refusal !== 'missing-file') return votes
  const cells = await readCells(folder, known)
  return cells.ok ? accept({ from: 'participants-votes.csv', matrix: cells.value.matrix }) : cells
}

function commentsReader(header: readonly string[]): Opened<Reader & { readonly comments: () => readonly Comment[] }> {
  const missing = ['timestamp', 'comment-id', 'comment-body'].filter((name) => !header.includes(name))
  if (missing.length > 0) return { missing }
  const comments = new Map<number, Comment>()
  return {
    reader: {
      read: (row, line) => {
        const comment = commentOf(header, row)
        const fault =
          typeof comment === 'string'
            ? comment
            : comments.has(comment.number)
              ? `comment ${comment.number} is there twice`
              : undefined
        if (fault !== undefined) return `line ${line}: ${fault}`
        if (typeof comment !== 'string') comments.set(comment.number, comment)
        return undefined
      },
      comments: () => [...comments.values()].toSorted((a, b) => a.number - b.number),
    },
  }
}

/** The comment, or what is wrong with it. */
function commentOf(header: readonly string[], row: readonly string[]): Comment | string {
  if (row.length !== header.length) return `${row.length} fields, the header has ${header.length}`
  const field = (name: string): string => row[header.indexOf(name)] ?? ''
  const [number, at] = [whole(field('comment-id')), whole(field('timestamp'))]
  const text = field('comment-body').trim()
  const isTakenOut = field('moderated') === '-1'
  if (number === undefined) return 'comment-id is not a number'
  if (at === undefined) return 'timestamp is not a number'
  // What the moderators took out is not shown: without a word there is nothing to miss.
  if (text === '' && !isTakenOut) return 'comment-body is empty'
  if ([...text].length > mostCharacters) return `comment-body is longer than ${mostCharacters} characters`
  return { number, text, at: at + microsecondsOf(field('datetime'), field('timestamp')) / 1000, isTakenOut }
}

function whole(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
