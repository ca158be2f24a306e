import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, type Tx } from '../../../platform/db/index.ts'

/** How much one account has written into a text since her day began, in bytes; 0 when a day has passed. */
type Day = { readonly since: Temporal.Instant; readonly bytes: number }

export type Writing = { readonly problem: Id<'problem'>; readonly account: Id<'account'> | null }

export async function dayOf(tx: Tx, { problem, account }: Writing): Promise<Day> {
  const fresh = { since: tx.now, bytes: 0 }
  if (account === null) return fresh
  const row = await tx
    .selectFrom('draft.live_day')
    .select(['since', 'bytes'])
    .where('problem_id', '=', problem)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row && Temporal.Instant.compare(row.since.add({ hours: 24 }), tx.now) > 0 ? row : fresh
}

/** The caller holds the lock on the log, so that nobody counts at the same time. */
export async function putDay(tx: Tx, { problem, account }: Writing, day: Day): Promise<void> {
  if (account === null) return
  await tx
    .insertInto('draft.live_day')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, account_id: account, ...day })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'problem_id', 'account_id']).doUpdateSet(day))
    .execute()
}

/** A day that is over counts nothing. */
export async function forgetDays(tx: Tx): Promise<void> {
  const now = await clock(tx)
  await tx
    .deleteFrom('draft.live_day')
    .where('since', '<', now.subtract({ hours: 24 }))
    .execute()
}
