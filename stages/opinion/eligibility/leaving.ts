import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { clock, lockExclusive, lockShared, type Tx } from '../../../platform/db/index.ts'
import { claim } from './store.ts'

/**
 * Somebody leaves: her votes count as they are, and nobody can say any more whose they were. While a consultation is open it stays
 * known that she has voted there, by whatever she is known again.
 */
export async function leaveVotes(tx: Tx, account: Id<'account'>): Promise<void> {
  const votedIn = await openOnes(tx, account)
  for (const consultation of votedIn) await lockShared(tx, consultation) // a closing waits, or this sees it closed
  for (const consultation of votedIn) await lockExclusive(tx, `${account}${consultation}`) // the lock her votes take
  const open = await openOnes(tx, account)
  await claim(
    tx,
    open.map((consultation) => ({ consultation, account })),
  )
  await tx
    .updateTable('opinion.participant')
    .set({ account_id: null, has_left: true })
    .where('account_id', '=', account)
    .execute()
}

/** In the order of their ids, as votes lock them. */
export async function openOnes(tx: Tx, account: Id<'account'>): Promise<readonly Id<'consultation'>[]> {
  const { rows } = await sql<{ readonly id: Id<'consultation'> }>`
    select c.id from opinion.participant p
    join opinion.consultation c on c.jurisdiction_id = p.jurisdiction_id and c.id = p.consultation_id
    where p.account_id = ${account} and c.closed_at is null
    order by hashtextextended(c.id::text, 0)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** By then an answer has been carried out and looked at: whoever voted has been told what came of it. */
export const yearsVotersAreKnown = 5

/** Votes of long ago count as they did; nobody can say any more whose they were. */
export async function forgetVoters(tx: Tx): Promise<void> {
  const now = await clock(tx)
  await sql`
    update opinion.participant p set account_id = null, has_left = true
    from opinion.consultation c
    where c.jurisdiction_id = p.jurisdiction_id and c.id = p.consultation_id and p.account_id is not null
      and c.closed_at < ${now.subtract({ hours: 24 * 365 * yearsVotersAreKnown })}::timestamptz`.execute(tx)
}
