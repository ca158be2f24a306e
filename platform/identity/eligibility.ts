import type { Id } from '@folkmoot/basics/ids.ts'
import { statement, type Read, type Tx } from '../db/index.ts'
import { mailboxOf } from './mailbox.ts'

/** Something by which somebody is known again; no two things of two people are written alike. */
export type KnownBy = `mailbox ${string}` | `eid ${string} ${string}`

/** An address of a provider has no blank in it, so what follows is the subject. */
export function knownByEid({ issuer, subject }: { readonly issuer: string; readonly subject: string }): KnownBy {
  return `eid ${issuer} ${subject}`
}

/**
 * By what somebody is known again after she deleted her account and made another: the mailbox of her address, and each electronic
 * identity that opens or ever opened it. For each of these accounts; never shown, never kept as it is (see
 * `stages/opinion/eligibility`).
 */
export async function knownAgainBy(
  read: Read,
  accounts: readonly Id<'account'>[],
): Promise<ReadonlyMap<Id<'account'>, readonly KnownBy[]>> {
  if (accounts.length === 0) return new Map()
  const [people, externals] = await Promise.all([
    read
      .selectFrom('identity.account')
      .select(['id', 'email'])
      .where('id', 'in', [...accounts])
      .execute(),
    read
      .selectFrom('identity.external')
      .select(['account_id', 'issuer', 'subject'])
      .where('account_id', 'in', [...accounts])
      .execute(),
  ])
  const mailboxes = people.map(({ id, email }) => [id, `mailbox ${mailboxOf(email)}`] as const)
  const known = new Map<Id<'account'>, KnownBy[]>(mailboxes.map(([id, mailbox]) => [id, [mailbox]]))
  for (const { account_id, ...external } of externals) known.get(account_id)?.push(knownByEid(external))
  return known
}

/** Nobody becomes known by more while these people vote for the first time: what they are known by is read after it. */
export async function lockKnown(tx: Tx, accounts: readonly Id<'account'>[]): Promise<void> {
  await statement`
    select pg_advisory_xact_lock_shared(hashtextextended('known ' || a.id, 0))
    from unnest(${[...new Set(accounts)]}::uuid[]) a (id)`.execute(tx)
}

/** While somebody becomes known by more she does not vote for the first time. After the locks of consultations. */
export async function lockBecomingKnown(tx: Tx, account: Id<'account'>): Promise<void> {
  await statement`select pg_advisory_xact_lock(hashtextextended('known ' || ${account}::uuid, 0))`.execute(tx)
}
