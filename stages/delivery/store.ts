import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'
import type { Milestone, ReportWords, Standing } from './rules.ts'

export type Commitment = {
  readonly id: Id<'commitment'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly answer: Id<'answer'> | null
  readonly title: string
  readonly owner: Id<'person'> | null
  readonly office: string
  readonly budgetLine: string | null
  /** Null where a told case does not say. */
  readonly needsNoBudget: boolean | null
  readonly nextReportOn: Temporal.PlainDate | null
  readonly standing: Standing | 'unknown'
  readonly standingReason: string
  readonly writtenAt: Temporal.Instant
  readonly source: string | null
  readonly milestones: readonly MilestoneRow[]
  readonly writtenBy: Id<'account'> | null
}

export type MilestoneRow = Milestone & {
  readonly id: Id<'milestone'>
  readonly number: number
  readonly reachedOn: Temporal.PlainDate | null
}

const columns = sql`
  c.id, c.problem_id as problem, p.slug, c.number, c.answer_id as answer, c.title, c.owner_id as owner, c.office,
  c.budget_line as "budgetLine", c.needs_no_budget as "needsNoBudget", c.next_report_on as "nextReportOn", c.standing,
  c.standing_reason as "standingReason", c.written_at as "writtenAt", c.source, c.written_by as "writtenBy"
  from delivery.commitment c
  join problem.problem p on p.jurisdiction_id = c.jurisdiction_id and p.id = c.problem_id`

/** What is promised or told: a draft is nobody's promise yet. */
const stands = sql`(c.confirmed_at is not null or c.source is not null)`
const waits = sql`(not ${stands} and c.discarded_at is null)`

export const commitmentsOf = listsBy(
  (commitment: Commitment) => commitment.problem,
  async (read, problems) => {
    const { rows } = await sql<Omit<Commitment, 'milestones'>>`
      select ${columns} where c.problem_id = any(${problems}::uuid[]) and ${stands} order by c.number`.execute(read)
    return withMilestones(read, rows)
  },
)

export async function commitmentsById(read: Read, ids: readonly Id<'commitment'>[]): Promise<readonly Commitment[]> {
  const { rows } = await sql<
    Omit<Commitment, 'milestones'>
  >`select ${columns} where c.id = any(${ids}::uuid[]) and ${stands}`.execute(read)
  return withMilestones(read, rows)
}

/** All commitments of the place. */
export async function allCommitments(read: Read): Promise<readonly Commitment[]> {
  const { rows } = await sql<
    Omit<Commitment, 'milestones'>
  >`select ${columns} where ${stands} order by c.next_report_on nulls last, c.id limit 2000`.execute(read)
  return withMilestones(read, rows)
}

/** What was prepared for a politician and waits for her, in the whole place. */
export async function allDrafts(read: Read): Promise<readonly Commitment[]> {
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns} where ${waits} order by c.written_at limit 2000`.execute(read)
  return withMilestones(read, rows)
}

export async function draftsOf(read: Read, problem: Id<'problem'>): Promise<readonly Commitment[]> {
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns} where ${waits} and c.problem_id = ${problem} order by c.written_at`.execute(read)
  return withMilestones(read, rows)
}

/** A draft names the words of the answer it would carry out. */
export type Draft = Commitment & { readonly answerVersion: number }

export async function draftOf(read: Read, problem: Id<'problem'>, number: number): Promise<Draft | undefined> {
  const known = (await draftsOf(read, problem)).find((one) => one.number === number)
  if (!known) return undefined
  const { answer_version: answerVersion } = await read
    .selectFrom('delivery.commitment')
    .select('answer_version')
    .where('id', '=', known.id)
    .executeTakeFirstOrThrow()
  return answerVersion === null ? undefined : { ...known, answerVersion }
}

/** The number the next commitment of a case bears: drafts have theirs too. */
export async function nextNumber(read: Read, problem: Id<'problem'>): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from delivery.commitment where problem_id = ${problem}`.execute(read)
  return rows[0]?.next ?? 1
}

async function withMilestones(
  read: Read,
  commitments: readonly Omit<Commitment, 'milestones'>[],
): Promise<readonly Commitment[]> {
  if (commitments.length === 0) return []
  const rows = await read
    .selectFrom('delivery.milestone')
    .select(['commitment_id', 'id', 'number', 'what', 'due_on as dueOn', 'reached_on as reachedOn'])
    .where(
      'commitment_id',
      'in',
      commitments.map((commitment) => commitment.id),
    )
    .orderBy('number')
    .execute()
  const byCommitment = Map.groupBy(rows, (row) => row.commitment_id)
  return commitments.map((commitment) => ({
    ...commitment,
    milestones: (byCommitment.get(commitment.id) ?? []).map(({ id, number, what, dueOn, reachedOn }) => ({
      id,
      number,
      what,
      dueOn,
      reachedOn,
    })),
  }))
}

export type NewCommitment = Omit<Commitment, 'id' | 'slug' | 'writtenAt' | 'milestones'> & {
  /** Its owner, when she wrote it herself; null: a draft that waits for her, or told. */
  readonly confirmedBy: Id<'account'> | null
  /** Which words of the answer it carries out; null where a told case names no answer. */
  readonly answerVersion: number | null
  readonly milestones: readonly (Milestone & { readonly reachedOn?: Temporal.PlainDate | null })[]
}

export async function putCommitment(tx: Tx, commitment: NewCommitment): Promise<Id<'commitment'>> {
  const id = newId('commitment')
  await tx
    .insertInto('delivery.commitment')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: commitment.problem,
      number: commitment.number,
      answer_id: commitment.answer,
      answer_version: commitment.answerVersion,
      title: commitment.title,
      owner_id: commitment.owner,
      office: commitment.office,
      budget_line: commitment.budgetLine,
      needs_no_budget: commitment.needsNoBudget,
      next_report_on: commitment.nextReportOn,
      standing: commitment.standing,
      standing_reason: commitment.standingReason,
      written_by: commitment.writtenBy,
      written_at: tx.now,
      confirmed_by: commitment.confirmedBy,
      confirmed_at: commitment.confirmedBy === null ? null : tx.now,
      source: commitment.source,
    })
    .execute()
  for (const [index, milestone] of commitment.milestones.entries()) {
    await tx
      .insertInto('delivery.milestone')
      .values({
        jurisdiction_id: tx.jurisdiction,
        id: newId('milestone'),
        commitment_id: id,
        number: index + 1,
        what: milestone.what,
        due_on: milestone.dueOn,
        reached_on: milestone.reachedOn ?? null,
      })
      .execute()
  }
  return id
}

export async function confirmDraft(tx: Tx, commitment: Id<'commitment'>, by: Id<'account'>): Promise<void> {
  await tx
    .updateTable('delivery.commitment')
    .set({ confirmed_at: tx.now, confirmed_by: by })
    .where('id', '=', commitment)
    .execute()
}

export async function discardDraft(tx: Tx, commitment: Id<'commitment'>): Promise<void> {
  await tx.updateTable('delivery.commitment').set({ discarded_at: tx.now }).where('id', '=', commitment).execute()
}

export type Report = {
  readonly number: number
  readonly text: string
  readonly standing: Standing
  readonly reason: string
  readonly nextReportOn: Temporal.PlainDate | null
  readonly by: Id<'account'> | null
  readonly isStaff: boolean
  readonly at: Temporal.Instant
}

/** The newest first. */
export async function reportsOf(read: Read, commitment: Id<'commitment'>): Promise<readonly Report[]> {
  const rows = await read
    .selectFrom('delivery.report')
    .select([
      'number',
      'text',
      'standing',
      'reason',
      'next_report_on as nextReportOn',
      'by_account as by',
      'is_staff as isStaff',
      'at',
    ])
    .where('commitment_id', '=', commitment)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, standing: row.standing as Standing })) // held by a check constraint
}

export type NewReport = ReportWords & { readonly text: string; readonly by: Id<'account'>; readonly isStaff: boolean }

/** Writes the report; the commitment stands as the report says. */
export async function putReport(tx: Tx, commitment: Id<'commitment'>, report: NewReport): Promise<number> {
  const number = ((await reportsOf(tx, commitment))[0]?.number ?? 0) + 1
  const { standing, reason, nextReportOn } = report
  await tx
    .insertInto('delivery.report')
    .values({
      jurisdiction_id: tx.jurisdiction,
      commitment_id: commitment,
      number,
      text: report.text,
      standing,
      reason,
      next_report_on: nextReportOn,
      by_account: report.by,
      is_staff: report.isStaff,
      at: tx.now,
    })
    .execute()
  await tx
    .updateTable('delivery.commitment')
    .set({ standing, standing_reason: reason, next_report_on: nextReportOn })
    .where('id', '=', commitment)
    .execute()
  return number
}

export async function reachMilestone(
  tx: Tx,
  milestone: Id<'milestone'>,
  { on, by }: { readonly on: Temporal.PlainDate; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('delivery.milestone')
    .set({ reached_on: on, reached_by: by })
    .where('id', '=', milestone)
    .execute()
}
