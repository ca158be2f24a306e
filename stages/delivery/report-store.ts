import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../platform/db/index.ts'
import type { Reported, ReportWords, Standing } from './rules.ts'

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
