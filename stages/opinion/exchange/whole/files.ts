import type { GroupVotes } from '@folkmoot/opinion-map/group-votes.ts'
import type { StatementSums, VoteMatrix } from '@folkmoot/opinion-map/votes.ts'
import { letterOf } from '../../map/letter.ts'
import { lineOf } from '../csv.ts'

/** The lines of the field's five files; see `polis-rows.ts` of the method for who reads them. In these files 1 is agree. */

export type SummaryFigures = {
  readonly topic: string
  readonly url: string
  readonly voters: number
  readonly inGroups: number
  readonly commenters: number
  readonly comments: number
  readonly groups: number
  readonly description: string
}

export function* summaryLines(figures: SummaryFigures): Generator<string> {
  yield lineOf(['topic', figures.topic])
  yield lineOf(['url', figures.url])
  yield lineOf(['views', '']) // nobody counts them
  yield lineOf(['voters', figures.voters])
  yield lineOf(['voters-in-conv', figures.inGroups])
  yield lineOf(['commenters', figures.commenters])
  yield lineOf(['comments', figures.comments])
  yield lineOf(['groups', figures.groups])
  yield lineOf(['conversation-description', figures.description])
}

export const votesHeader = lineOf(['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'])
export const commentsHeader = lineOf([
  'timestamp',
  'datetime',
  'comment-id',
  'author-id',
  'agrees',
  'disagrees',
  'moderated',
  'comment-body',
])

export type Grouped = {
  readonly matrix: VoteMatrix
  /** By the number the matrix knows it by. */
  readonly exported: ReadonlyMap<string, number>
  /** Of each person, 0 is A; -1 for who is in none. */
  readonly groupOf: Int32Array
}

/** One line a person. How many statements she wrote is left out: authors have names, and votes are secret. */
export function* personLines({ matrix, exported, groupOf }: Grouped): Generator<string> {
  const { people, statements, start, column, value } = matrix
  yield lineOf([
    'participant',
    'group-id',
    'n-comments',
    'n-votes',
    'n-agree',
    'n-disagree',
    ...statements.map((statement) => exported.get(statement)),
  ])
  for (const [person, name] of people.entries()) {
    const [from, to] = [start[person] ?? 0, start[person + 1] ?? 0]
    const cells = statements.map(() => '')
    for (let at = from; at < to; at += 1) cells[column[at] ?? 0] = `${value[at] ?? 0}`
    const group = groupOf[person] ?? -1
    const count = (vote: number): number => value.subarray(from, to).filter((one) => one === vote).length
    yield lineOf([name, group < 0 ? '' : group, '', to - from, count(1), count(-1), ...cells])
  }
}

export type GroupCounts = {
  readonly statements: readonly { readonly exported: number; readonly text: string }[]
  readonly all: StatementSums
  /** In the order of their letters. */
  readonly groups: readonly (GroupVotes & { readonly letter: number })[]
}

export function* groupLines({ statements, all, groups }: GroupCounts): Generator<string> {
  const parts = ['votes', 'agrees', 'disagrees', 'passes']
  const named = (name: string): readonly string[] => parts.map((part) => `${name}-${part}`)
  const letters = groups.map(({ letter }) => letterOf(letter).toLowerCase())
  yield lineOf(['comment-id', 'comment', ...named('total'), ...letters.flatMap((letter) => named(`group-${letter}`))])
  for (const [place, { exported, text }] of statements.entries())
    yield lineOf([exported, text, ...countsAt(all, place), ...groups.flatMap((group) => countsAt(group, place))])
}

function countsAt({ agree, disagree, seen }: StatementSums, place: number): readonly number[] {
  const [yes, no, all] = [agree[place] ?? 0, disagree[place] ?? 0, seen[place] ?? 0]
  return [all, yes, no, all - yes - no]
}
