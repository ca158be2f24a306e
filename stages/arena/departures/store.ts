import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'

/** Where she sits or asked for a seat, in the order of the cases' ids. */
export async function everyCaseOf(tx: Tx, account: Id<'account'>): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ readonly problem: Id<'problem'> }>`
    select s.problem_id as problem from arena.seat s where s.account_id = ${account} and s.ended_at is null
    union
    select a.problem_id from arena.application a where a.account_id = ${account}
    order by problem`.execute(tx)
  return rows.map(({ problem }) => problem)
}

/** Her applications and answers to offers, in words; that she asked, and how it ended, is counted on. */
export async function eraseWords(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx
    .updateTable('arena.application')
    .set({ motivation: '–', tie: '–', gender: null, household: null, lives_there: null, looked_up_by: null })
    .where('account_id', '=', account)
    .execute()
  // With its reason, as on the day of forgetting: an answer to an offer is otherwise kept as it was given. Who owes one lets it run out.
  await tx
    .updateTable('arena.offer')
    .set({ reason: '–', words: '' })
    .where('account_id', '=', account)
    .where('state', '<>', 'waiting')
    .execute()
}
