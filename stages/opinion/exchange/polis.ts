import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, type Accepted } from '@folkmoot/basics/result.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import { tally, type Vote } from '@folkmoot/tally/tally.ts'
import { lockExclusive, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { linkAll } from '../../../platform/thread/index.ts'
import { retellArena, toldGroupsOf, type ToldArena } from '../../arena/index.ts'
import { problemBySlug, problemsById, retellProblem, type Problem } from '../../problem/index.ts'
import { hashOfVotes } from '../count.ts'
import { record } from '../facts.ts'
import { mostAnswers } from '../rules.ts'
import * as store from '../store.ts'
import { refuseAt, type FileRefusal, type RefusedAt } from './csv.ts'
import { readConversation, type Cell, type Conversation, type PolisVote } from './conversation.ts'
import type { Comment } from './polis-files.ts'
import {
  choicesBySource,
  instantOf,
  putParticipants,
  putPolisStatements,
  putPolisVotes,
  type PolisVoteRow,
} from './polis-rows.ts'

/** `done` of `total` rows of one step. */
export type PolisProgress = {
  readonly step: 'read' | 'statements' | 'voters' | 'votes' | 'check'
  readonly done: number
  readonly total: number
}

export type PolisOptions = {
  readonly jurisdiction: Id<'jurisdiction'>
  /** With summary.csv, comments.csv, participants-votes.csv, and votes.csv where there is one. */
  readonly folder: string
  /** Address of the case; of a case that is there already, its consultation becomes this one. */
  readonly slug?: string | undefined
  /** BCP 47 tag of what people wrote; exports do not say. */
  readonly language?: string | undefined
  readonly onProgress?: ((progress: PolisProgress) => void) | undefined
  /** Done first, in the same transaction: founds the place, so that a refused export leaves none behind. */
  readonly first?: ((tx: Tx) => Promise<void>) | undefined
}

export type Imported = {
  readonly slug: string
  /** False when this conversation was there already: then nothing was added. */
  readonly isNew: boolean
  readonly statements: number
  readonly voters: number
  /** Votes that count: one per voter and statement. */
  readonly votes: number
  /** Cells of participants-votes.csv that were compared, all of which agree. */
  readonly cells: number
}

export type PolisRefusal = FileRefusal | 'cells-disagree' | 'has-consultation' | 'too-many-answers'
export type PolisImport = Accepted<Imported> | RefusedAt<PolisRefusal>

/**
 * Imports a Polis export as a closed consultation of a case told from its source. Of several votes of one person on one
 * comment the last counts (by time, then by order in the file). All or nothing: one transaction, checked cell by cell before it ends.
 */
export async function importPolis(database: Database, options: PolisOptions): Promise<PolisImport> {
  const { jurisdiction, folder, first, onProgress = () => {} } = options
  const read = await readConversation(folder)
  if (!read.ok) return read
  const conversation = read.value
  onProgress({ step: 'read', done: conversation.votes.length, total: conversation.votes.length })
  return database.transact(jurisdiction, null, async (tx): Promise<PolisImport> => {
    await first?.(tx)
    const source = sourceOf(conversation)
    await lockExclusive(tx, source)
    const existing = await store.consultationBySource(tx, source)
    const placed = existing ?? (await putConversation(tx, conversation, { ...options, source, onProgress }))
    if ('ok' in placed) return placed
    onProgress({ step: 'check', done: 0, total: conversation.cells.length })
    const wrong = await disagreements(tx, placed.id, conversation.cells)
    if (wrong.length > 0) return refuseAt('cells-disagree', wrong.slice(0, 10).join('; '))
    onProgress({ step: 'check', done: conversation.cells.length, total: conversation.cells.length })
    return accept(await summaryOf(tx, placed, { isNew: !existing, cells: conversation.cells.length }))
  })
}

/** Compares an imported conversation with the cells of its export: a line for each that differs, none when all agree. */
async function disagreements(
  read: Read,
  consultation: Id<'consultation'>,
  cells: readonly Cell[],
): Promise<readonly string[]> {
  const found = await choicesBySource(read, consultation)
  return cells.flatMap(({ comment, voter, choice }) => {
    const ours = found.get(`${voter} ${comment}`)
    return ours === choice
      ? []
      : [`participant ${voter}, comment ${comment}: the file says ${choice}, we have ${ours ?? 'nothing'}`]
  })
}

type Placed = Pick<store.Consultation, 'id' | 'slug'>
type Placing = PolisOptions & { readonly source: string; readonly onProgress: (progress: PolisProgress) => void }

async function putConversation(
  tx: Tx,
  conversation: Conversation,
  placing: Placing,
): Promise<Placed | RefusedAt<'has-consultation' | 'too-many-answers'>> {
  const { source, language = 'und', onProgress } = placing
  const problem = await problemFor(tx, conversation, placing)
  if (await store.consultationOf(tx, problem.id)) return refuseAt('has-consultation', problem.slug)
  const times = [...conversation.comments, ...conversation.votes].map(({ at }) => at)
  const closedAt = instantOf(times.reduce((latest, at) => Math.max(latest, at), 0))
  const { statements, voters, votes } = rowsOf(conversation)
  const tooMany = votes.find(({ revision }) => revision > mostAnswers)
  if (tooMany) return refuseAt('too-many-answers', nameOf(tooMany, { statements, voters }))
  const counting: readonly Vote[] = votes.map(({ participant, ...vote }) => ({ voter: participant, ...vote }))
  const inputHash = hashOfVotes(counting)
  const id = await store.putConsultation(tx, {
    problem: problem.id,
    slug: problem.slug,
    openedAt: instantOf(times.reduce((first, at) => Math.min(first, at), Infinity)),
    closesAt: closedAt,
    closedAt,
    shows: 'after-close',
    openedBy: null,
    decided: '',
    source,
    inputHash,
    voters: voters.size,
  })
  await putPolisStatements(tx, { consultation: id, statements, language, source })
  const about = { kind: 'problem', id: problem.id } as const
  await linkAll(
    tx,
    'about',
    statements.map((one) => ({ from: { kind: 'statement', id: one.id }, to: about })),
  )
  onProgress({ step: 'statements', done: statements.length, total: statements.length })
  await putParticipants(tx, id, voters)
  if (problem.source !== null && (await toldGroupsOf(tx, problem.id)).length === 0)
    await retellArena(tx, { problem: problem.id, groups: groupsOf(voters.size), source })
  onProgress({ step: 'voters', done: voters.size, total: voters.size })
  await putPolisVotes(tx, votes, (done) => onProgress({ step: 'votes', done, total: votes.length }))
  const counted = [...tally(counting)].map(([statement, of]) => [statement, { tally: of, isHeld: false }] as const)
  await store.putTallies(tx, id, new Map(counted))
  await record(tx, {
    kind: 'opinion.imported',
    problem: problem.id,
    public: {
      source,
      statements: statements.length,
      voters: voters.size,
      votes: votes.length,
      timesKnown: conversation.isTimed,
      inputHash,
    },
    time: 'exact',
  })
  return { id, slug: problem.slug }
}

/** An export counts people and says nothing of who they are. */
function groupsOf(voters: number): ToldArena['groups'] {
  return [{ kind: 'other', words: 'people who voted on statements; who they are is unknown', count: voters }]
}

type Rows = {
  readonly statements: readonly (Comment & { readonly id: Id<'statement'> })[]
  readonly voters: ReadonlyMap<number, Id<'participant'>>
  readonly votes: readonly PolisVoteRow[]
}

/** Ids for everything, and revisions for repeated votes; the same answer again is no new revision. */
function rowsOf({ comments, votes }: Conversation): Rows {
  const statements = comments.map((comment) => ({ ...comment, id: newId('statement') }))
  const statementOf = new Map(statements.map(({ number, id }) => [number, id]))
  const voters = namedInOrder(votes)
  const last = new Map<string, PolisVoteRow>()
  const rows: PolisVoteRow[] = []
  for (const vote of votes) {
    const participant = voters.get(vote.voter)
    const statement = statementOf.get(vote.comment)
    const before = last.get(`${vote.voter} ${vote.comment}`)
    if (!participant || !statement || before?.choice === vote.choice) continue
    const row = {
      id: newId('vote'),
      statement,
      participant,
      revision: (before?.revision ?? 0) + 1,
      choice: vote.choice,
      at: instantOf(vote.at),
    }
    last.set(`${vote.voter} ${vote.comment}`, row)
    rows.push(row)
  }
  return { statements, voters, votes: rows }
}

function nameOf(vote: PolisVoteRow, { statements, voters }: Omit<Rows, 'votes'>): string {
  const comment = statements.find(({ id }) => id === vote.statement)?.number
  const [voter] = [...voters].find(([, id]) => id === vote.participant) ?? []
  return `participant ${voter}, comment ${comment}: more than ${mostAnswers} answers`
}

/** Random names that stand in the order of the numbers: people come into a map in that order, and so it can be drawn again elsewhere. */
function namedInOrder(votes: readonly PolisVote[]): ReadonlyMap<number, Id<'participant'>> {
  const numbers = [...new Set(votes.map(({ voter }) => voter))].toSorted((a, b) => a - b)
  const names = numbers.map(() => newId('participant')).toSorted()
  return new Map(names.map((name, at) => [numbers[at] ?? 0, name]))
}

async function problemFor(
  tx: Tx,
  { topic, description }: Conversation,
  { slug, language = 'und', source }: Placing,
): Promise<Problem> {
  const named = slug === undefined ? undefined : await problemBySlug(tx, slug)
  if (named) return named
  const question = [...topic].slice(0, 200).join('')
  const id = await retellProblem(tx, {
    slug: slug ?? (await freeSlugFor(tx, topic)),
    question: question.length < 5 ? `${question} (Polis)` : question,
    whatHappens: [...(description || topic)].slice(0, 4000).join(''),
    whoIsAffected: '',
    language,
    source,
    actors: [],
  })
  const [problem] = await problemsById(tx, [id])
  if (!problem) throw new Error('a case that was just told is not there')
  return problem
}

async function freeSlugFor(tx: Tx, topic: string): Promise<string> {
  const stem = slugOf(topic, 'conversation')
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`
    if (!(await problemBySlug(tx, slug))) return slug
  }
}

type Counts = Pick<Imported, 'isNew' | 'cells'>

async function summaryOf(read: Read, { id, slug }: Placed, counts: Counts): Promise<Imported> {
  const [statements, voters, tallies] = await Promise.all([
    store.statementsIn(read, id),
    store.voterCount(read, id),
    store.tallies(read, id),
  ])
  const votes = [...tallies.values()].reduce((sum, { agree, disagree, pass }) => sum + agree + disagree + pass, 0)
  return { slug, ...counts, statements: statements.length, voters, votes }
}

/** The conversation's own address; where the export has none, its topic. */
function sourceOf({ url, topic }: Conversation): string {
  return url === '' ? `Polis: ${topic}` : url
}
