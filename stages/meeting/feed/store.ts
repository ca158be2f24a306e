import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** When this person's address was made; undefined: she has none. */
export async function feedMadeAt(read: Read, account: Id<'account'>): Promise<Temporal.Instant | undefined> {
  const row = await read
    .selectFrom('meeting.feed')
    .select('made_at')
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row?.made_at
}

export async function accountOfFeed(read: Read, tokenHash: Buffer): Promise<Id<'account'> | undefined> {
  const row = await read
    .selectFrom('meeting.feed')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row?.account_id
}

/** A new address in place of the old one. */
export async function putFeed(tx: Tx, account: Id<'account'>, tokenHash: Buffer): Promise<void> {
  const made = { token_hash: tokenHash, made_at: tx.now }
  await tx
    .insertInto('meeting.feed')
    .values({ jurisdiction_id: tx.jurisdiction, account_id: account, ...made })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'account_id']).doUpdateSet(made))
    .execute()
}

export async function takeFeed(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx.deleteFrom('meeting.feed').where('account_id', '=', account).execute()
}

/** The address of somebody who leaves opens nothing any more. */
export async function forgetFeed(tx: Tx, account: Id<'account'>): Promise<void> {
  await tx.deleteFrom('meeting.feed').where('account_id', '=', account).execute()
}
