import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../platform/db/index.ts'

/** Accounts of those who voted on any of these, however they did: to be told what became of it, never to be shown. */
export async function votersOn(read: Read, statements: readonly Id[]): Promise<readonly Id<'account'>[]> {
  const { rows } = await sql<{ readonly account: Id<'account'> }>`
    select distinct p.account_id as account
    from opinion.vote v
    join opinion.participant p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.participant_id
    where v.statement_id = any(${statements}::uuid[]) and p.account_id is not null
    order by 1`.execute(read)
  return rows.map(({ account }) => account)
}

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
