import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type Reopening = {
  readonly id: Id<'reopening'>
  readonly slug: string
  readonly commitment: Id<'commitment'>
  readonly commitmentNumber: number
  readonly number: number
  readonly closedAs: 'kept' | 'dropped'
  readonly closedReport: number
  readonly reason: string
  readonly language: string
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
  readonly answerBy: Temporal.PlainDate
  readonly answeredAt: Temporal.Instant | null
  /** The report that is its answer. */
  readonly answerReport: number | null
}

const columns = sql`
  o.id, p.slug, o.commitment_id as commitment, c.number as "commitmentNumber", o.number, o.closed_as as "closedAs",
  o.closed_report as "closedReport", o.reason, o.language, o.by_account as by, o.at, o.answer_by as "answerBy",
  o.answered_at as "answeredAt", o.answer_report as "answerReport"
  from delivery.reopening o
  join delivery.commitment c on c.jurisdiction_id = o.jurisdiction_id and c.id = o.commitment_id
  join problem.problem p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.problem_id`

/** The newest first. */
export async function reopeningsOf(read: Read, commitment: Id<'commitment'>): Promise<readonly Reopening[]> {
  const { rows } = await sql<Reopening>`
    select ${columns} where o.commitment_id = ${commitment} order by o.number desc`.execute(read)
  return rows
}

export async function reopeningsById(read: Read, ids: readonly Id<'reopening'>[]): Promise<readonly Reopening[]> {
  const { rows } = await sql<Reopening>`select ${columns} where o.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type ReopenedBy = { readonly lastByHer: Temporal.Instant | null; readonly inMonthByHer: number }

/** When this person last reopened this commitment, and how often she reopened any within thirty days. */
export async function reopenedBy(
  read: Read,
  account: Id<'account'>,
  { commitment, now }: { readonly commitment: Id<'commitment'>; readonly now: Temporal.Instant },
): Promise<ReopenedBy> {
  const { rows } = await sql<ReopenedBy>`
    select max(o.at) filter (where o.commitment_id = ${commitment}) as "lastByHer",
      (count(*) filter (where o.at > ${now.subtract({ hours: 24 * 30 })}))::int as "inMonthByHer"
    from delivery.reopening o
    where o.by_account = ${account}`.execute(read)
  return rows[0] ?? { lastByHer: null, inMonthByHer: 0 }
}

export type NewReopening = Pick<
  Reopening,
  'commitment' | 'closedAs' | 'closedReport' | 'reason' | 'language' | 'by' | 'answerBy'
> & { readonly problem: Id<'problem'>; readonly number: number }

export async function putReopening(tx: Tx, reopening: NewReopening): Promise<Id<'reopening'>> {
  const id = newId('reopening')
  await tx
    .insertInto('delivery.reopening')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: reopening.problem,
      commitment_id: reopening.commitment,
      number: reopening.number,
      closed_as: reopening.closedAs,
      closed_report: reopening.closedReport,
      reason: reopening.reason,
      language: reopening.language,
      by_account: reopening.by,
      at: tx.now,
      answer_by: reopening.answerBy,
    })
    .execute()
  return id
}

export async function putAnswer(
  tx: Tx,
  reopening: Id<'reopening'>,
  { report, by }: { readonly report: number; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('delivery.reopening')
    .set({ answer_report: report, answered_by: by, answered_at: tx.now })
    .where('id', '=', reopening)
    .execute()
}
