import { accept, type Accepted } from '@folkmoot/basics/result.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import { readRows, readTable, refuseAt, type FileRefusal, type Line, type RefusedAt, type Table } from './csv.ts'

/** A conversation as Polis exports it. Times in milliseconds since 1970. */
export type Conversation = {
  readonly topic: string
  readonly url: string
  readonly description: string
  readonly comments: readonly Comment[]
  /** In the order they were cast; earlier votes of one person on one comment too. */
  readonly votes: readonly PolisVote[]
  readonly cells: readonly Cell[]
}

export type Comment = {
  readonly number: number
  readonly text: string
  readonly at: number
  readonly isTakenOut: boolean
}
export type PolisVote = {
  readonly comment: number
  readonly voter: number
  readonly at: number
  readonly choice: Choice
}
/** A non-empty cell of participants-votes.csv: what the exporter says counts. */
export type Cell = Pick<PolisVote, 'comment' | 'voter' | 'choice'>

/** In exports 1 is agree. (Inside Polis the sign is the other way round.) */
const choiceOf: Readonly<Record<string, Choice>> = { '1': 'agree', '-1': 'disagree', '0': 'pass' }
const mostCharacters = 1000

type Read<Value> = Promise<Accepted<Value> | RefusedAt<FileRefusal>>

/** Reads all four files or names the first broken line. The totals `agrees` and `disagrees` count changed votes twice: not read. */
export async function readConversation(folder: string): Read<Conversation> {
  const summary = await readRows(folder, 'summary.csv')
  if (!summary.ok) return summary
  const of = new Map(summary.value.map(({ fields }) => [fields[0] ?? '', fields[1] ?? '']))
  const topic = (of.get('topic') ?? '').trim()
  if (topic === '') return refuseAt('broken-line', 'summary.csv: no topic')
  const comments = await readComments(folder)
  if (!comments.ok) return comments
  const known = new Set(comments.value.map((comment) => comment.number))
  const votes = await readVotes(folder, known)
  if (!votes.ok) return votes
  const cells = await readCells(folder, known)
  if (!cells.ok) return cells
  return accept({
    topic,
    url: (of.get('url') ?? '').trim(),
    description: (of.get('conversation-description') ?? '').trim(),
    comments: comments.value,
    votes: votes.value,
    cells: cells.value,
  })
}

/** Only the cells: to check what was imported before. */
export async function readCells(folder: string, known?: ReadonlySet<number>): Read<readonly Cell[]> {
  const table = await readTable(folder, 'participants-votes.csv', ['participant'])
  if (!table.ok) return table
  const columns = table.value.columns.filter((name) => /^\d+$/.test(name))
  const cells: Cell[] = []
  for (const line of table.value.lines) {
    const voter = whole(line.fields['participant'])
    if (voter === undefined) return broken(table.value, line, 'participant is not a number')
    for (const column of columns) {
      const text = line.fields[column] ?? ''
      if (text === '') continue
      const choice = choiceOf[text]
      if (!choice) return broken(table.value, line, `the cell of comment ${column} is ${text}, not -1, 0 or 1`)
      if (known && !known.has(Number(column)))
        return broken(table.value, line, `comment ${column} is not in comments.csv`)
      cells.push({ comment: Number(column), voter, choice })
    }
  }
  return accept(cells)
}

async function readComments(folder: string): Read<readonly Comment[]> {
  const table = await readTable(folder, 'comments.csv', ['timestamp', 'comment-id', 'comment-body'])
  if (!table.ok) return table
  const comments = new Map<number, Comment>()
  for (const line of table.value.lines) {
    const number = whole(line.fields['comment-id'])
    const at = whole(line.fields['timestamp'])
    const text = (line.fields['comment-body'] ?? '').trim()
    if (number === undefined) return broken(table.value, line, 'comment-id is not a number')
    if (at === undefined) return broken(table.value, line, 'timestamp is not a number')
    const isTakenOut = line.fields['moderated'] === '-1'
    // What the moderators took out is not shown: without a word there is nothing to miss.
    if (text === '' && !isTakenOut) return broken(table.value, line, 'comment-body is empty')
    if ([...text].length > mostCharacters)
      return broken(table.value, line, `comment-body is longer than ${mostCharacters} characters`)
    if (comments.has(number)) return broken(table.value, line, `comment ${number} is there twice`)
    comments.set(number, { number, text, at, isTakenOut })
  }
  return accept([...comments.values()].sort((a, b) => a.number - b.number))
}

async function readVotes(folder: string, known: ReadonlySet<number>): Read<readonly PolisVote[]> {
  const table = await readTable(folder, 'votes.csv', ['timestamp', 'comment-id', 'voter-id', 'vote'])
  if (!table.ok) return table
  const votes: PolisVote[] = []
  for (const line of table.value.lines) {
    const [comment, voter, at] = [
      whole(line.fields['comment-id']),
      whole(line.fields['voter-id']),
      whole(line.fields['timestamp']),
    ]
    const choice = choiceOf[line.fields['vote'] ?? '']
    if (comment === undefined || !known.has(comment))
      return broken(table.value, line, `comment ${line.fields['comment-id']} is not in comments.csv`)
    if (voter === undefined) return broken(table.value, line, 'voter-id is not a number')
    if (at === undefined) return broken(table.value, line, 'timestamp is not a number')
    if (!choice) return broken(table.value, line, `vote is ${line.fields['vote']}, not -1, 0 or 1`)
    votes.push({ comment, voter, at, choice })
  }
  // Sorting is stable: votes of the same millisecond keep the order of the file.
  return accept(votes.sort((a, b) => a.at - b.at))
}

function broken({ file }: Table, { number }: Line, what: string): RefusedAt<'broken-line'> {
  return refuseAt('broken-line', `${file}, line ${number}: ${what}`)
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
