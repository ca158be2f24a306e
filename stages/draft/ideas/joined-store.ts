import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** How many others mean the same: who said so, and who wrote what goes on in it. Who they are nobody is told. */
export async function joinedCount(read: Read, idea: Id<'idea'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select draft.others_meaning(${read.jurisdiction}, ${idea}) as count`.execute(read)
  return rows[0]?.count ?? 0
}

export async function hasJoined(read: Read, idea: Id<'idea'>, account: Id<'account'> | null): Promise<boolean> {
  if (account === null) return false
  const row = await read
    .selectFrom('draft.idea_joined')
    .select('idea_id')
    .where('idea_id', '=', idea)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row !== undefined
}

export async function putJoined(tx: Tx, idea: Id<'idea'>, account: Id<'account'>): Promise<void> {
  await tx
    .insertInto('draft.idea_joined')
    .values({ jurisdiction_id: tx.jurisdiction, idea_id: idea, account_id: account })
    .execute()
}

export async function endJoined(tx: Tx, idea: Id<'idea'>, account: Id<'account'>): Promise<void> {
  await tx.deleteFrom('draft.idea_joined').where('idea_id', '=', idea).where('account_id', '=', account).execute()
}
