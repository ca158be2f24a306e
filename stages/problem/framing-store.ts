import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import type { FramingKind, Point } from './rules.ts'
import { writeStems } from './stems/store.ts'

/** What a framing says. All but the first three may be left out: not everybody knows since when, or where. */
export type FramingWords = {
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly howOften?: string
  readonly sinceWhen?: string
  readonly tried?: string
  readonly place?: string
  readonly point?: Point | null
  /** In which language it is written; that of the problem where nothing is said. */
  readonly language?: string
}

export type FramingRow = Required<FramingWords> & {
  readonly id: Id<'framing'>
  readonly number: number
  readonly reason: string
  readonly proposedBy: Id<'account'> | null
  readonly proposedAt: Temporal.Instant
  readonly state: 'current' | 'proposed' | 'declined' | 'earlier'
  readonly answer: string
  readonly answerLanguage: string
  readonly answeredBy: Id<'account'> | null
  /** Whether a politician who had taken the problem up answered, or the one who raised it. */
  readonly answeredAs: 'raiser' | 'sponsor' | null
  /** Other words for the same problem, or another problem behind it. */
  readonly kind: FramingKind
  /** The group in whose name it was put forward, and how many of its members stood behind it. */
  readonly group: { readonly name: string; readonly backers: number } | null
}

export type NewFraming = FramingWords &
  Pick<FramingRow, 'number' | 'reason' | 'proposedBy' | 'state'> &
  Partial<Pick<FramingRow, 'kind' | 'group'>>

export async function putFraming(tx: Tx, problem: Id<'problem'>, framing: NewFraming): Promise<Id<'framing'>> {
  const id = newId('framing')
  await tx
    .insertInto('problem.framing')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: problem,
      number: framing.number,
      question: framing.question,
      what_happens: framing.whatHappens,
      who_is_affected: framing.whoIsAffected,
      how_often: framing.howOften ?? '',
      since_when: framing.sinceWhen ?? '',
      tried: framing.tried ?? '',
      place: framing.place ?? '',
      latitude: framing.point?.latitude ?? null,
      longitude: framing.point?.longitude ?? null,
      reason: framing.reason,
      language: framing.language ?? 'und',
      proposed_by: framing.proposedBy,
      proposed_at: tx.now,
      state: framing.state,
      kind: framing.kind ?? 'words',
      proposed_for: framing.group?.name ?? '',
      supported_inside: framing.group?.backers ?? null,
    })
    .execute()
  await writeStems(tx, problem)
  return id
}

/**
 * All framings, the first one first, without the words of those whose problem is hidden: a hidden problem takes every version
 * with it, while a hidden version alone is each page's to show. Of many cases asked for in one moment with one statement. */
export const framings = listsBy(
  ({ problem }: FramingIn) => problem,
  (read, problems) => framingsOf(read, problems),
)

type FramingIn = FramingRow & { readonly problem: Id<'problem'> }

/** Of these cases, the ways to see the problem that wait for who leads it. */
export async function proposedFramings(read: Read, problems: readonly Id<'problem'>[]): Promise<readonly FramingIn[]> {
  return framingsOf(read, problems, 'proposed')
}

async function framingsOf(
  read: Read,
  problems: readonly Id<'problem'>[],
  state?: FramingRow['state'],
): Promise<readonly FramingIn[]> {
  const rows = await read
    .selectFrom('problem.framing')
    .selectAll()
    .where(sql<boolean>`problem_id = any(${problems}::uuid[])`)
    .where(state === undefined ? sql<boolean>`true` : sql<boolean>`state = ${state}`)
    .orderBy('number')
    .execute()
  const hidden = await hiddenAmong(read, problems)
  return rows.map((row) =>
    wordless(row.problem_id, hidden, {
      problem: row.problem_id,
      id: row.id,
      number: row.number,
      question: row.question,
      whatHappens: row.what_happens,
      whoIsAffected: row.who_is_affected,
      howOften: row.how_often,
      sinceWhen: row.since_when,
      tried: row.tried,
      place: row.place,
      point:
        row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
      reason: row.reason,
      language: row.language,
      proposedBy: row.proposed_by,
      proposedAt: row.proposed_at,
      state: row.state as FramingRow['state'], // held by a check constraint
      answer: row.answer,
      answerLanguage: row.answer_language,
      answeredBy: row.answered_by,
      answeredAs: row.answered_as as FramingRow['answeredAs'], // both held by check constraints
      kind: row.kind as FramingKind,
      group: row.supported_inside === null ? null : { name: row.proposed_for, backers: row.supported_inside },
    }),
  )
}

function wordless(problem: Id<'problem'>, hidden: ReadonlyMap<Id, unknown>, framing: FramingIn): FramingIn {
  if (!hidden.has(problem)) return framing
  const words = { question: hiddenWords, whatHappens: hiddenWords, whoIsAffected: hiddenWords, point: null }
  return { ...framing, ...words, howOften: '', sinceWhen: '', tried: '', place: '', reason: '', answer: '' }
}

export type NamedFraming = Pick<FramingRow, 'id' | 'question' | 'proposedBy'> & { readonly slug: string }

export async function framingsById(read: Read, ids: readonly Id<'framing'>[]): Promise<readonly NamedFraming[]> {
  const rows = await read
    .selectFrom('problem.framing as f')
    .innerJoin('problem.problem as p', (join) =>
      join.onRef('p.jurisdiction_id', '=', 'f.jurisdiction_id').onRef('p.id', '=', 'f.problem_id'),
    )
    .select(['f.id', 'f.problem_id as problem', 'f.question', 'f.proposed_by as proposedBy', 'p.slug'])
    .where('f.id', 'in', [...ids])
    .execute()
  const hidden = await hiddenAmong(
    read,
    rows.map(({ problem }) => problem),
  )
  return rows.map(({ problem, ...one }) => (hidden.has(problem) ? { ...one, question: hiddenWords } : one))
}

/** One way a problem was put, by its number. */
export type Version = { readonly problem: Id<'problem'>; readonly framing: number }

/** The questions of versions that a body was asked, by `versionKey`: they may not be in use any more. */
export async function questionsAt(read: Read, versions: readonly Version[]): Promise<ReadonlyMap<string, string>> {
  if (versions.length === 0) return new Map()
  const { rows } = await sql<Version & { question: string }>`
    select f.problem_id as problem, f.number as framing, case when h.is_hidden then ${hiddenWords} else f.question end as question
    from (
      select distinct * from unnest(${versions.map(({ problem }) => problem)}::uuid[], ${versions.map(({ framing }) => framing)}::int[])
    ) as v (problem, number)
    join problem.framing f
      on f.jurisdiction_id = ${read.jurisdiction} and f.problem_id = v.problem and f.number = v.number
    left join lateral (
      select true as is_hidden from moderation.hidden h
      where h.jurisdiction_id = f.jurisdiction_id and h.about_id in (f.problem_id, f.id)
      limit 1
    ) h on true`.execute(read)
  return new Map(rows.map((row) => [versionKey(row), row.question]))
}

export function versionKey({ problem, framing }: Version): string {
  return `${problem} ${framing}`
}

/** The number of the version in use. */
export async function versionInUse(read: Read, problem: Id<'problem'>): Promise<number> {
  const { number } = await read
    .selectFrom('problem.framing')
    .select('number')
    .where('problem_id', '=', problem)
    .where('state', '=', 'current')
    .executeTakeFirstOrThrow()
  return number
}

/** Every question a problem was ever put in: when it is hidden, notices forget them all. */
export const questionsOf = listsBy(
  ({ problem }: { readonly problem: Id<'problem'> }) => problem,
  async (read, problems) => {
    const { rows } = await sql<{ problem: Id<'problem'>; question: string }>`
      select problem_id as problem, question from problem.framing
      where problem_id = any(${problems}::uuid[])`.execute(read)
    return rows
  },
)

export type FramingAnswer = {
  readonly state: 'current' | 'declined'
  readonly answer: string
  readonly language: string
  readonly by: Id<'account'>
  readonly as: 'raiser' | 'sponsor'
}

export async function answerFraming(
  tx: Tx,
  problem: Id<'problem'>,
  number: number,
  answer: FramingAnswer,
): Promise<void> {
  if (answer.state === 'current') {
    await tx
      .updateTable('problem.framing')
      .set({ state: 'earlier' })
      .where('problem_id', '=', problem)
      .where('state', '=', 'current')
      .execute()
  }
  await tx
    .updateTable('problem.framing')
    .set({
      state: answer.state,
      answer: answer.answer,
      answer_language: answer.language,
      answered_by: answer.by,
      answered_as: answer.as,
      answered_at: tx.now,
    })
    .where('problem_id', '=', problem)
    .where('number', '=', number)
    .execute()
  // What is in use now counts for what is near; what was in use is only found by who searches.
  if (answer.state === 'current') await writeStems(tx, problem)
}
