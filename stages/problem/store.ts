import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../platform/db/index.ts'
import { hiddenWords } from '../../platform/moderation/index.ts'
import { bindToRule } from './agenda/store.ts'

export type Problem = {
  readonly id: Id<'problem'>
  readonly slug: string
  /** The current framing's question: the name of the case. */
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly raisedBy: Id<'account'> | null
  readonly raisedAt: Temporal.Instant
  readonly language: string
  /** Where a told case was read; null for what happens here. */
  readonly source: string | null
  readonly sponsors: readonly Id<'person'>[]
}

export type FramingRow = {
  readonly id: Id<'framing'>
  readonly number: number
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly reason: string
  readonly proposedBy: Id<'account'> | null
  readonly proposedAt: Temporal.Instant
  readonly state: 'current' | 'proposed' | 'declined' | 'earlier'
  readonly answer: string
  readonly answeredBy: Id<'account'> | null
}

export type SponsorRow = { readonly person: Id<'person'>; readonly words: string; readonly at: Temporal.Instant }

// Every page, feed and notice names a case by its question: what is hidden must not be read there.
const shown = sql`case when exists (select from moderation.hidden h where h.about_id in (p.id, f.id)) then ${hiddenWords}`

const problemColumns = sql<Problem>`
  p.id, p.slug, ${shown} else f.question end as question, ${shown} else f.what_happens end as "whatHappens",
  ${shown} else f.who_is_affected end as "whoIsAffected",
  p.raised_by as "raisedBy", p.raised_at as "raisedAt", p.language, p.source,
  coalesce((select array_agg(s.person_id::uuid order by s.at) from problem.sponsorship s where s.problem_id = p.id), '{}') as sponsors
  from problem.problem p
  join problem.framing f on f.jurisdiction_id = p.jurisdiction_id and f.problem_id = p.id and f.state = 'current'`

export async function problemBySlug(read: Read, slug: string): Promise<Problem | undefined> {
  const { rows } = await sql<Problem>`select ${problemColumns} where p.slug = ${slug}`.execute(read)
  return rows[0]
}

export async function problemsById(read: Read, ids: readonly Id<'problem'>[]): Promise<readonly Problem[]> {
  const { rows } = await sql<Problem>`select ${problemColumns} where p.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** Newest first; pages by the time of the last one seen. */
export async function listProblems(
  read: Read,
  { limit = 50, before }: { readonly limit?: number; readonly before?: Temporal.Instant } = {},
): Promise<readonly Problem[]> {
  const { rows } = await sql<Problem>`
    select ${problemColumns}
    where ${before ?? null}::timestamptz is null or p.raised_at < ${before ?? null}
    order by p.raised_at desc
    limit ${limit}`.execute(read)
  return rows
}

export type NewProblem = Pick<Problem, 'slug' | 'raisedBy' | 'language' | 'source'> &
  Pick<FramingRow, 'question' | 'whatHappens' | 'whoIsAffected'>

/** Writes a new problem; one that is not told is bound to the rule in force, whoever raises it and however. */
export async function putProblem(tx: Tx, problem: NewProblem): Promise<Id<'problem'>> {
  const id = newId('problem')
  await tx
    .insertInto('problem.problem')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      slug: problem.slug,
      raised_by: problem.raisedBy,
      raised_at: tx.now,
      language: problem.language,
      source: problem.source,
    })
    .execute()
  if (problem.source === null) await bindToRule(tx, id)
  await putFraming(tx, id, { ...problem, number: 1, reason: '', proposedBy: problem.raisedBy, state: 'current' })
  return id
}

export type NewFraming = Pick<
  FramingRow,
  'number' | 'question' | 'whatHappens' | 'whoIsAffected' | 'reason' | 'proposedBy' | 'state'
>

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
      reason: framing.reason,
      proposed_by: framing.proposedBy,
      proposed_at: tx.now,
      state: framing.state,
    })
    .execute()
  return id
}

/** All framings, the first one first. */
export async function framings(read: Read, problem: Id<'problem'>): Promise<readonly FramingRow[]> {
  const rows = await read
    .selectFrom('problem.framing')
    .selectAll()
    .where('problem_id', '=', problem)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    question: row.question,
    whatHappens: row.what_happens,
    whoIsAffected: row.who_is_affected,
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    state: row.state as FramingRow['state'], // held by a check constraint
    answer: row.answer,
    answeredBy: row.answered_by,
  }))
}

export type NamedFraming = Pick<FramingRow, 'id' | 'question' | 'proposedBy'> & { readonly slug: string }

export async function framingsById(read: Read, ids: readonly Id<'framing'>[]): Promise<readonly NamedFraming[]> {
  return read
    .selectFrom('problem.framing as f')
    .innerJoin('problem.problem as p', (join) =>
      join.onRef('p.jurisdiction_id', '=', 'f.jurisdiction_id').onRef('p.id', '=', 'f.problem_id'),
    )
    .select(['f.id', 'f.question', 'f.proposed_by as proposedBy', 'p.slug'])
    .where('f.id', 'in', [...ids])
    .execute()
}

export type FramingAnswer = {
  readonly state: 'current' | 'declined'
  readonly answer: string
  readonly by: Id<'account'>
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
    .set({ state: answer.state, answer: answer.answer, answered_by: answer.by, answered_at: tx.now })
    .where('problem_id', '=', problem)
    .where('number', '=', number)
    .execute()
}

export async function putSponsorship(
  tx: Tx,
  problem: Id<'problem'>,
  {
    person,
    account,
    words,
  }: { readonly person: Id<'person'>; readonly account: Id<'account'> | null; readonly words: string },
): Promise<void> {
  await tx
    .insertInto('problem.sponsorship')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      person_id: person,
      account_id: account,
      words,
      at: tx.now,
    })
    .execute()
}

export async function sponsorsOf(read: Read, problem: Id<'problem'>): Promise<readonly SponsorRow[]> {
  return read
    .selectFrom('problem.sponsorship')
    .select(['person_id as person', 'words', 'at'])
    .where('problem_id', '=', problem)
    .orderBy('at')
    .execute()
}

/** Which of these addresses are taken already. */
export async function takenSlugs(tx: Tx, stem: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('problem.problem')
    .select('slug')
    .where((where) => where.or([where('slug', '=', stem), where('slug', 'like', `${stem}-%`)]))
    .execute()
  return new Set(rows.map((row) => row.slug))
}
