import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../db/index.ts'
import { mailboxOf } from './mailbox.ts'

/**
 * By what somebody is known again after she deleted her account and made another: the mailbox of her address. For each of these
 * accounts; never shown, never kept as it is (see `stages/opinion/eligibility`).
 */
export async function knownAgainBy(
  read: Read,
  accounts: readonly Id<'account'>[],
): Promise<ReadonlyMap<Id<'account'>, readonly string[]>> {
  if (accounts.length === 0) return new Map()
  const rows = await read
    .selectFrom('identity.account')
    .select(['id', 'email'])
    .where('id', 'in', [...accounts])
    .execute()
  return new Map(rows.map(({ id, email }) => [id, [`mailbox ${mailboxOf(email)}`]]))
}
