import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'
import type { Milestone, Sayer, Standing } from './rules.ts'

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
  /** In what part somebody said so; null while nobody did, and where it is told or was said before this was kept. */
  readonly reachedAs: Sayer | null
}

/** What one reads of a commitment, named `c`; its case is `p`. */
export const columns = sql`
  c.id, c.problem_id as problem, p.slug, c.number, c.answer_id as answer, c.title, c.owner_id as owner, c.office,
  c.budget_line as "budgetLine", c.needs_no_budget as "needsNoBudget", c.next_report_on as "nextReportOn", c.standing,
  c.standing_reason as "standingReason", c.written_at as "writtenAt", c.source, c.written_by as "writtenBy"
  from delivery.commitment c
  join problem.problem p on p.jurisdiction_id = c.jurisdiction_id and p.id = c.problem_id`

/** What is promised or told: a draft is nobody's promise yet. */
export const stands = sql`(c.confirmed_at is not null or c.source is not null)`

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

/** The number the next commitment of a case bears: drafts have theirs too. */
export async function nextNumber(read: Read, problem: Id<'problem'>): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from delivery.commitment where problem_id = ${problem}`.execute(read)
  return rows[0]?.next ?? 1
}

export async function withMilestones(
  read: Read,
  commitments: readonly Omit<Commitment, 'milestones'>[],
): Promise<readonly Commitment[]> {
  if (commitments.length === 0) return []
  const rows = await read
    .selectFrom('delivery.milestone')
    .select([
      'commitment_id',
      'id',
      'number',
      'what',
      'due_on as dueOn',
      'reached_on as reachedOn',
      'reached_as as reachedAs',
    ])
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
    milestones: (byCommitment.get(commitment.id) ?? []).map(({ id, number, what, dueOn, reachedOn, reachedAs }) => ({
      id,
      number,
      what,
      dueOn,
      reachedOn,
      reachedAs: reachedAs as Sayer | null, // checked by the table
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

export async function reachMilestone(
  tx: Tx,
  milestone: Id<'milestone'>,
  { on, by, as }: { readonly on: Temporal.PlainDate; readonly by: Id<'account'>; readonly as: Sayer },
): Promise<void> {
  await tx
    .updateTable('delivery.milestone')
    .set({ reached_on: on, reached_by: by, reached_as: as })
    .where('id', '=', milestone)
    .execute()
}
