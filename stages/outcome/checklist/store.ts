import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Entry, WroteAs } from './rules.ts'

export type Written = Entry & {
  readonly account: Id<'account'>
  readonly version: number
  readonly as: WroteAs
  readonly at: Temporal.Instant
}

/** What each person says of each point now, in the order it was written. */
export async function checklistOf(read: Read, problem: Id<'problem'>): Promise<readonly Written[]> {
  const { rows } = await sql<Written>`
    select * from (
      select distinct on (e.point, e.account_id) e.point, e.account_id as account, e.version, e.verdict, e.evidence,
        e.wrote_as as "as", e.at
      from outcome.checklist_entry e
      where e.problem_id = ${problem}
      order by e.point, e.account_id, e.version desc
    ) now
    order by now.at, now.account, now.point`.execute(read)
  return rows
}

export type NewEntries = {
  readonly problem: Id<'problem'>
  readonly account: Id<'account'>
  readonly as: WroteAs
  readonly entries: readonly (Entry & { readonly version: number })[]
}

export async function putEntries(tx: Tx, { problem, account, as, entries }: NewEntries): Promise<void> {
  await tx
    .insertInto('outcome.checklist_entry')
    .values(
      entries.map((entry) => ({
        jurisdiction_id: tx.jurisdiction,
        problem_id: problem,
        account_id: account,
        wrote_as: as,
        at: tx.now,
        ...entry,
      })),
    )
    .execute()
}
