import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import type { OwedCounts } from '../../../platform/thread/index.ts'
import { afterOf, afterText, type After } from '../listing/rules.ts'
import { collecting, type Collecting } from '../listing/store.ts'
import { questionsAt, versionKey, type Version } from '../framing-store.ts'
import { problemNames } from '../store.ts'
import type { Outcome } from './rules.ts'
import { latestAnswers } from './store.ts'
import { debtColumns, type Debt } from './owing.ts'

/** The body's list: each kind from its own index, so that it is as quick with twenty thousand problems as with two. */

export type OwedLine = {
  readonly debt: Debt
  readonly slug: string
  /** As it was put when the number was reached. */
  readonly question: string
  /** As it is put now; null where that is the same. */
  readonly putNow: string | null
}

/** The last one of the page before: two debts of one problem may be due in one moment. */
export type AfterDebt = After & { readonly number: number }

/** As it stands in an address. */
export function afterDebtText({ problem, dueAt, number }: Pick<Debt, 'problem' | 'dueAt' | 'number'>): string {
  return `${afterText({ problem: { id: problem, raisedAt: dueAt }, endsAt: dueAt }, 'time-left')}_${number}`
}

/** Reads it back; null for what we did not write. */
export function afterDebtOf(text: string | null): AfterDebt | null {
  const [, before = '', number = ''] = /^(.*)_(\d{1,6})$/.exec(text ?? '') ?? []
  const after = afterOf(before)
  return after && { ...after, number: Number(number) }
}

type DebtQuery = { readonly limit?: number; readonly after?: AfterDebt | null }

/** What is owed now, the most overdue first. */
export async function openDebts(read: Read, { limit = 200, after = null }: DebtQuery = {}): Promise<readonly Debt[]> {
  const beyond =
    after === null ? sql`` : sql`and (o.due_at, o.problem_id, o.number) > (${after.at}, ${after.id}, ${after.number})`
  const { rows } = await sql<Debt>`
    select ${debtColumns}
    where o.jurisdiction_id = ${read.jurisdiction} and o.answered_at is null ${beyond}
    order by o.due_at, o.problem_id, o.number
    limit ${limit}`.execute(read)
  return rows
}

/** What was owed and answered, the latest first. */
export async function answeredDebts(read: Read, limit: number): Promise<readonly Debt[]> {
  if (limit === 0) return []
  const { rows } = await sql<Debt>`
    select ${debtColumns}
    where o.jurisdiction_id = ${read.jurisdiction} and o.answered_at is not null
    order by o.answered_at desc limit ${limit}`.execute(read)
  return rows
}

export type DebtCounts = OwedCounts & {
  /** Of those given, how many after their day. */
  readonly tooLate: number
}

/** How many answers are owed here, how many of them past their day, and how many were given. */
export async function debtCounts(read: Read, now: Temporal.Instant): Promise<DebtCounts> {
  const { rows } = await sql<DebtCounts>`
    select count(*) filter (where o.answered_at is null) as open,
      count(*) filter (where o.answered_at is null and o.due_at < ${now}) as late,
      count(*) filter (where o.answered_at is not null) as given,
      count(*) filter (where o.answered_at > o.due_at) as "tooLate"
    from problem.answer_owed o
    where o.jurisdiction_id = ${read.jurisdiction}`.execute(read)
  return rows[0] ?? { open: 0, late: 0, given: 0, tooLate: 0 }
}

export async function owedLines(read: Read, query: DebtQuery = {}): Promise<readonly OwedLine[]> {
  const debts = await openDebts(read, query)
  const [named, asked] = await Promise.all([
    problemNames(
      read,
      debts.map(({ problem }) => problem),
    ),
    questionsAt(read, debts),
  ])
  return debts.flatMap((debt) => {
    const its = named.get(debt.problem)
    const question = asked.get(versionKey(debt))
    if (!its || question === undefined) return []
    return [{ debt, slug: its.slug, question, putNow: its.question === question ? null : its.question }]
  })
}

export type CollectingLine = Omit<Collecting, 'problem'> & { readonly slug: string; readonly question: string }

/** What is on its way, the most supported first: nothing that nobody supports yet. */
export async function collectingLines(
  read: Read,
  now: Temporal.Instant,
  limit: number,
): Promise<readonly CollectingLine[]> {
  const rows = await collecting(read, now, limit)
  const named = await problemNames(
    read,
    rows.map(({ problem }) => problem),
  )
  return rows.flatMap(({ problem, ...line }) => {
    const its = named.get(problem)
    return its ? [{ ...line, ...its }] : []
  })
}

export type AnsweredLine = {
  readonly slug: string
  /** As it was put to the body. */
  readonly question: string
  /** What it answered, or that it adopted a mandate without being asked for an answer. */
  readonly outcome: Outcome | 'mandate'
  readonly at: Temporal.Instant
}

/** What bodies answered or took up with a mandate, the latest first. */
export async function answeredLines(read: Read, limit: number): Promise<readonly AnsweredLine[]> {
  const [answers, adopted] = await Promise.all([latestAnswers(read, limit), latestMandates(read, limit)])
  const all = [...answers.map((one) => ({ ...one, at: one.confirmedAt })), ...adopted]
  const [named, asked] = await Promise.all([
    problemNames(
      read,
      all.map(({ problem }) => problem),
    ),
    questionsAt(read, all),
  ])
  return all
    .flatMap(({ problem, framing, outcome, at }): AnsweredLine[] => {
      const [its, question] = [named.get(problem), asked.get(versionKey({ problem, framing }))]
      return its && at && question !== undefined ? [{ slug: its.slug, question, outcome, at }] : []
    })
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .slice(0, limit)
}

type Adopted = Version & {
  readonly outcome: 'mandate'
  readonly at: Temporal.Instant
}

/** What left the list with a mandate; one that was answered as well stands there with its answer. */
async function latestMandates(read: Read, limit: number): Promise<readonly Adopted[]> {
  const { rows } = await sql<Adopted>`
    select b.problem_id as problem, b.framing_number as framing, 'mandate' as outcome, b.since as at
    from problem.body_business b
    join problem.agenda a on a.jurisdiction_id = b.jurisdiction_id and a.problem_id = b.problem_id
    where b.jurisdiction_id = ${read.jurisdiction} and b.why = 'mandate'
      and not exists (
        select from problem.body_answer r
        where r.jurisdiction_id = b.jurisdiction_id and r.problem_id = b.problem_id and r.confirmed_at is not null
      )
    order by b.since desc
    limit ${limit}`.execute(read)
  return rows
}
