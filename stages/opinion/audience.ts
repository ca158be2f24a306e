import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../platform/db/index.ts'

/** Accounts of those who took part in the consultation of a case: to be told what concerns them all, never to be shown. */
export async function votersIn(read: Read, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  const { rows } = await sql<{ readonly account: Id<'account'> }>`
    select p.account_id as account
    from opinion.participant p
    join opinion.consultation c on c.jurisdiction_id = p.jurisdiction_id and c.id = p.consultation_id
    where c.problem_id = ${problem} and p.account_id is not null
    order by p.account_id`.execute(read)
  return rows.map(({ account }) => account)
}
