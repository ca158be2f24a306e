import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../db/index.ts'
import { newToken } from '../http/token.ts'
import { takeConsentBack } from '../identity/index.ts'

/** The end of the link by which this person stops her mails: one for all mails, made with the first. */
export async function stopTokenOf(tx: Tx, account: Id<'account'>): Promise<string> {
  await tx
    .insertInto('notices.stop_link')
    .values({ jurisdiction_id: tx.jurisdiction, account_id: account, token: newToken() })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'account_id']).doNothing())
    .execute()
  const { token } = await tx
    .selectFrom('notices.stop_link')
    .select('token')
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow()
  return token
}

/** Whose mails a link stops; undefined: it is nobody's. */
export async function accountOfStopLink(read: Read, token: string): Promise<Id<'account'> | undefined> {
  const row = await read
    .selectFrom('notices.stop_link')
    .select('account_id')
    .where('token', '=', token)
    .executeTakeFirst()
  return row?.account_id
}

/** Stops the mails and does nothing else: she still follows what she follows and finds the news on her page. */
export async function stopByLink(tx: Tx, token: string): Promise<boolean> {
  const account = await accountOfStopLink(tx, token)
  if (account === undefined) return false
  await takeConsentBack(tx, account, 'mails')
  return true
}
