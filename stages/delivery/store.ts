import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'
import type { OwedCounts } from '../../platform/thread/index.ts'
import type { Milestone, Reported, ReportWords, Standing } from './rules.ts'

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

export type MilestoneById = Pick<MilestoneRow, 'id' | 'what' | 'reachedOn'> & {
  readonly slug: string
  /** The number of its commitment. */
  readonly commitment: number
}

/** Milestones of what is promised or told; those of a draft are nobody's yet. */
export async function milestonesById(read: Read, ids: readonly Id<'milestone'>[]): Promise<readonly MilestoneById[]> {
  const { rows } = await sql<MilestoneById>`
    select m.id, m.what, m.reached_on as "reachedOn", p.slug, c.number as commitment
    from delivery.milestone m
    join delivery.commitment c on c.jurisdiction_id = m.jurisdiction_id and c.id = m.commitment_id and ${stands}
    join problem.problem p on p.jurisdiction_id = c.jurisdiction_id and p.id = c.problem_id
    where m.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export async function commitmentsById(read: Read, ids: readonly Id<'commitment'>[]): Promise<readonly Commitment[]> {
  const { rows } = await sql<
    Omit<Commitment, 'milestones'>
  >`select ${columns} where c.id = any(${ids}::uuid[]) and ${stands}`.execute(read)
  return withMilestones(read, rows)
}

/** The first day something is owed of it, as the row that is derived from it says; null of what is settled. */
export const firstDue = sql`(
  select d.due_on from delivery.due d where d.jurisdiction_id = c.jurisdiction_id and d.commitment_id = c.id
)`

/** What is open in the place, the most pressing first; of one owner, and due until a day, where that is asked. */
export async function openCommitments(
  read: Read,
  {
    owner,
    until,
    limit,
  }: { readonly owner?: Id<'person'>; readonly until?: Temporal.PlainDate; readonly limit: number },
): Promise<readonly Commitment[]> {
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns}
    join (
      select d.jurisdiction_id, d.commitment_id, d.due_on
      from delivery.due d
      where d.jurisdiction_id = ${read.jurisdiction}
        ${owner === undefined ? sql`` : sql`and d.owner_id = ${owner}`}
        ${until === undefined ? sql`` : sql`and d.due_on <= ${until}`}
      order by d.due_on, d.commitment_id
      limit ${limit}
    ) d on d.jurisdiction_id = c.jurisdiction_id and d.commitment_id = c.id
    order by d.due_on, c.id`.execute(read)
  return withMilestones(read, rows)
}

/** Those whose closing was doubted, and of which the chair has not said whether they go on. */
export async function reopenedCommitments(read: Read): Promise<readonly Commitment[]> {
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns} where c.standing = 'reopened' and c.confirmed_at is not null order by c.next_report_on, c.id`.execute(
    read,
  )
  return withMilestones(read, rows)
}

/** Kept or dropped, the last one first; of one owner, where that is asked. */
export async function settledCommitments(
  read: Read,
  limit: number,
  owner?: Id<'person'>,
): Promise<readonly Commitment[]> {
  if (limit === 0) return []
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns}
    join (
      select r.jurisdiction_id, r.commitment_id, r.at
      from delivery.report r
      ${owner === undefined ? sql`` : sql`join delivery.commitment o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.commitment_id and o.owner_id = ${owner}`}
      where r.jurisdiction_id = ${read.jurisdiction} and r.standing in ('kept', 'dropped') and not exists (
        select from delivery.report later
        where later.jurisdiction_id = r.jurisdiction_id and later.commitment_id = r.commitment_id and later.number > r.number
      )
      order by r.at desc, r.commitment_id
      limit ${limit}
    ) s on s.jurisdiction_id = c.jurisdiction_id and s.commitment_id = c.id
    where c.standing in ('kept', 'dropped')
    order by s.at desc, c.id`.execute(read)
  return withMilestones(read, rows)
}

/** Of all promises made here. */
export async function commitmentCounts(read: Read, today: Temporal.PlainDate): Promise<OwedCounts> {
  const { rows } = await sql<OwedCounts>`
    select o.open, o.late, g.given
    from (select count(*) as open, count(*) filter (where d.due_on < ${today}) as late from delivery.due d) o,
    (
      select count(*) as given from delivery.commitment c
      where c.source is null and c.confirmed_at is not null and c.standing in ('kept', 'dropped')
    ) g`.execute(read)
  return rows[0] ?? { open: 0, late: 0, given: 0 }
}

/** What was prepared for a politician and waits for her. */
export async function draftsFor(read: Read, owner: Id<'person'>): Promise<readonly Commitment[]> {
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns} where ${waits} and c.owner_id = ${owner} order by c.written_at`.execute(read)
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
  readonly standing: Reported
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
  return rows.map((row) => ({ ...row, standing: row.standing as Reported })) // held by a check constraint
}

export type NewReport = ReportWords & { readonly text: string; readonly by: Id<'account'>; readonly isStaff: boolean }

/** Writes the report; the commitment stands as the report says. */
export async function putReport(tx: Tx, commitment: Id<'commitment'>, report: NewReport): Promise<number> {
  const number = await addReport(tx, commitment, report)
  await setStanding(tx, commitment, report)
  return number
}

/** Writes the report alone: what reopens and closes again changes the standing in its own order. */
export async function addReport(tx: Tx, commitment: Id<'commitment'>, report: NewReport): Promise<number> {
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
  return number
}

export async function setStanding(
  tx: Tx,
  commitment: Id<'commitment'>,
  { standing, reason, nextReportOn }: Omit<ReportWords, 'standing'> & { readonly standing: Standing },
): Promise<void> {
  await tx
    .updateTable('delivery.commitment')
    .set({ standing, standing_reason: reason, next_report_on: nextReportOn })
    .where('id', '=', commitment)
    .execute()
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
