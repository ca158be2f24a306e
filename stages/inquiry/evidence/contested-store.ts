import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

/** Orders with an objection that is not settled. */
export async function contestedOrders(read: Read): Promise<readonly Id<'evidence'>[]> {
  const { rows } = await sql<{ id: Id<'evidence'> }>`
    select distinct o.evidence_id as id from inquiry.objection o where o.settled_at is null limit 500`.execute(read)
  return rows.map(({ id }) => id)
}

/** Where this person contested an answer, has not called it settled, and another answer has come since. */
export async function objectionsToSettle(read: Read, account: Id<'account'>): Promise<readonly Id<'evidence'>[]> {
  const { rows } = await sql<{ id: Id<'evidence'> }>`
    select distinct o.evidence_id as id
    from inquiry.objection o
    join inquiry.finding f on f.jurisdiction_id = o.jurisdiction_id and f.evidence_id = o.evidence_id
      and f.given_at > o.contested_at
    where o.contested_by = ${account} and o.settled_at is null
    limit 100`.execute(read)
  return rows.map(({ id }) => id)
}
