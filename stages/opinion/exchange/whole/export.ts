import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { countedIn } from '@folkmoot/opinion-map/counted.ts'
import { mapOpinions } from '@folkmoot/opinion-map/opinion-map.ts'
import { addVote, emptyList, matrixFrom, sumsOf, type VoteList } from '@folkmoot/opinion-map/votes.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import type { Database, Tx } from '../../../../platform/db/index.ts'
import { hiddenAmong } from '../../../../platform/moderation/index.ts'
import { problemBySlug } from '../../../problem/index.ts'
import { record } from '../../facts.ts'
import { lettersOf } from '../../map/axes.ts'
import { axesOf, mapOf } from '../../map/store.ts'
import { consultationOf, type Consultation } from '../../store.ts'
import { valueOf } from '../../vote-value.ts'
import { lineOf } from '../csv.ts'
import { commentsHeader, groupLines, personLines, summaryLines, votesHeader } from './files.ts'
import { intoNewFolder, type FolderRefusal, type Put } from './new-folder.ts'
import { readmeOf } from './readme.ts'
import { wholeStatements, wholeVotes, type WholeStatement } from './store.ts'

export type WholeExport = {
  readonly jurisdiction: Id<'jurisdiction'>
  readonly slug: string
  readonly folder: string
  /** Address of the voting page; null where the program does not know its own. */
  readonly url: string | null
}

export type Exported = { readonly statements: number; readonly voters: number; readonly votes: number }
export type ExportRefusal = 'no-such-problem' | 'no-votes' | FolderRefusal

/**
 * Everything that was voted, in the field's five files: for whoever runs the program, and an auditor she lets read. Read in one
 * transaction, which records that it was done; the folder takes its name after the record is written.
 */
export function exportWhole(database: Database, whole: WholeExport): Promise<Result<Exported, ExportRefusal>> {
  return intoNewFolder(whole.folder, (put) =>
    database.transact(whole.jurisdiction, null, async (tx): Promise<Result<Exported, ExportRefusal>> => {
      const problem = await problemBySlug(tx, whole.slug)
      if (!problem) return refuse('no-such-problem')
      const consultation = await consultationOf(tx, problem.id)
      if (!consultation || consultation.isHearing) return refuse('no-votes')
      const { question: topic, whatHappens: description } = problem
      const exported = await writeFiles(tx, put, { ...whole, consultation, topic, description })
      await record(tx, {
        kind: 'opinion.exported',
        problem: problem.id,
        public: { whileOpen: consultation.closedAt === null },
        time: 'exact',
      })
      return accept(exported)
    }),
  )
}

type Writing = WholeExport & {
  readonly consultation: Consultation
  readonly topic: string
  readonly description: string
}

async function writeFiles(tx: Tx, put: Put, whole: Writing): Promise<Exported> {
  const { consultation } = whole
  const votes = emptyList()
  // Votes first: every statement somebody had voted on then is there now.
  await put('votes.csv', votesLines(tx, consultation.id, votes))
  const statements = await wholeStatements(tx, consultation.id)
  const hidden = await hiddenAmong(
    tx,
    statements.map(({ id }) => id),
  )
  const isShown = ({ id, isTakenOut }: WholeStatement): boolean => !isTakenOut && !hidden.has(id)
  const matrix = matrixFrom(
    votes,
    statements.map(({ number }) => `${number}`),
  )
  const all = sumsOf(matrix)
  const grouped = await groupsOf(tx, { ...whole, votes, shown: statements.filter(isShown) })
  const exported = new Map(statements.map((statement) => [`${statement.number}`, statement.exported]))
  const authors = new Map(
    [...new Set(statements.flatMap(({ writtenBy }) => writtenBy ?? []))].map((id, at) => [id, at]),
  )
  await put(
    'comments.csv',
    commentLines(statements, {
      authors,
      isShown,
      counts: (place) => [all.agree[place] ?? 0, all.disagree[place] ?? 0],
    }),
  )
  await put('participants-votes.csv', personLines({ matrix, exported, groupOf: grouped.groupOf }))
  await put('comment-groups.csv', groupLines({ ...grouped, statements: statements.filter(isShown) }))
  const figures = {
    topic: whole.topic,
    url: consultation.source ?? whole.url ?? '',
    voters: matrix.people.length,
    inGroups: grouped.inGroups,
    commenters: authors.size,
    comments: statements.length,
    groups: grouped.groups.length,
    description: whole.description,
  }
  await put('summary.csv', summaryLines(figures))
  await put('README.md', [readmeOf({ ...figures, ...grouped, consultation, at: tx.now, votes: votes.size })])
  return { statements: statements.length, voters: matrix.people.length, votes: votes.size }
}

/** Fills `votes` on the way, by the statements' own numbers. */
async function* votesLines(tx: Tx, consultation: Id<'consultation'>, votes: VoteList): AsyncGenerator<string> {
  yield votesHeader
  for await (const rows of wholeVotes(tx, consultation)) {
    for (const { voter, statement, choice } of rows)
      addVote(votes, { person: `${voter}`, statement: `${statement}`, vote: valueOf[choice] })
    yield rows
      .map(({ milliseconds, instant, exported, voter, choice }) =>
        lineOf([milliseconds, instant, exported, voter, valueOf[choice]]),
      )
      .join('')
  }
}

type Comments = {
  readonly authors: ReadonlyMap<Id<'account'>, number>
  readonly isShown: (statement: WholeStatement) => boolean
  readonly counts: (place: number) => readonly number[]
}

function* commentLines(
  statements: readonly WholeStatement[],
  { authors, isShown, counts }: Comments,
): Generator<string> {
  yield commentsHeader
  for (const [place, statement] of statements.entries()) {
    const { milliseconds, instant, exported, writtenBy, text } = statement
    const author = writtenBy === null ? '' : authors.get(writtenBy)
    yield lineOf([milliseconds, instant, exported, author, ...counts(place), isShown(statement) ? 1 : -1, text])
  }
}

type Grouping = {
  readonly consultation: Consultation
  readonly votes: VoteList
  readonly shown: readonly WholeStatement[]
}

/** Groups as in the last map that was drawn, with its seed and its letters; without one, as they are found. */
async function groupsOf(tx: Tx, { consultation, votes, shown }: Grouping) {
  const map = await mapOf(tx, consultation.id)
  const before = map?.isFinal && map.version > 1 ? await mapOf(tx, consultation.id, map.version - 1) : undefined
  const last = map?.isFinal ? before : map
  const matrix = matrixFrom(
    votes,
    shown.map(({ number }) => `${number}`),
  )
  const seed = map?.seed ?? 'export'
  const drawn = mapOpinions(matrix, { seed, leastInGroup })
  const letters = lettersOf(drawn, votes, last && axesOf(last))
  const groups = drawn.votes.map((group, at) => ({ ...group, letter: letters[at] ?? at }))
  return {
    seed,
    version: map?.version ?? null,
    all: drawn.sums,
    inGroups: countedIn(matrix).reduce((sum, one) => sum + one, 0),
    groups: groups.toSorted((a, b) => a.letter - b.letter),
    groupOf: drawn.groupOf.map((group) => letters[group] ?? -1),
  }
}
