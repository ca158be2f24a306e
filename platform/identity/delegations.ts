import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../db/index.ts'

/** Somebody who prepares for a politician: named by her, and from the moment she or he agreed. */
export type Delegation = {
  readonly id: Id<'delegation'>
  /** For whom. */
  readonly person: Id<'person'>
  readonly personName: string
  readonly personSlug: string
  /** Who prepares. */
  readonly account: Id<'account'>
  readonly name: string
  readonly email: string
  /** A public employee of this place. */
  readonly isStaff: boolean
  readonly namedBy: Id<'account'>
  readonly agreedAt: Temporal.Instant | null
  readonly endsAt: Temporal.Instant
  /** Agreed to, and she sits in a body today: what is prepared now is prepared for her. */
  readonly holds: boolean
}

/** What has not been ended and whose day has not come, as it stands at that moment, the oldest first. */
async function open(
  read: Read,
  now: Temporal.Instant,
  of: { readonly person: Id<'person'> } | { readonly account: Id<'account'> } | { readonly id: Id<'delegation'> },
): Promise<readonly Delegation[]> {
  const where =
    'person' in of
      ? sql`d.person_id = ${of.person}`
      : 'account' in of
        ? sql`d.account_id = ${of.account}`
        : sql`d.id = ${of.id}`
  const { rows } = await sql<Delegation>`
    select d.id, d.person_id as person, p.name as "personName", p.slug as "personSlug", d.account_id as account, a.name, a.email,
      exists (
        select from identity.staff_role s
        where s.jurisdiction_id = d.jurisdiction_id and s.account_id = d.account_id
          and s.starts_at <= ${now}::timestamptz and (s.ends_at is null or s.ends_at > ${now}::timestamptz)
      ) as "isStaff",
      d.named_by as "namedBy", d.agreed_at as "agreedAt", d.ends_at as "endsAt",
      identity.prepares_for(d.jurisdiction_id, d.account_id, d.person_id, ${now}::timestamptz) as holds
    from identity.delegation d
    join directory.person p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.person_id
    join identity.account a on a.jurisdiction_id = d.jurisdiction_id and a.id = d.account_id
    where d.jurisdiction_id = ${read.jurisdiction} and d.ended_at is null and d.ends_at > ${now}::timestamptz and ${where}
    order by d.named_at, d.id`.execute(read)
  return rows
}

/** Who prepares for this politician, or was asked to. */
export function delegationsOf(read: Read, person: Id<'person'>, now: Temporal.Instant): Promise<readonly Delegation[]> {
  return open(read, now, { person })
}

/** For whom this account prepares, or was asked to. */
export function delegationsTo(
  read: Read,
  account: Id<'account'>,
  now: Temporal.Instant,
): Promise<readonly Delegation[]> {
  return open(read, now, { account })
}

export async function delegationById(
  read: Read,
  id: Id<'delegation'>,
  now: Temporal.Instant,
): Promise<Delegation | undefined> {
  return (await open(read, now, { id }))[0]
}

export type NewDelegation = Pick<Delegation, 'person' | 'account' | 'namedBy' | 'endsAt'>

/** False where the same account is named for her already. What ran out is closed first, so that it can be named anew. */
export async function putDelegation(tx: Tx, { person, account, namedBy, endsAt }: NewDelegation): Promise<boolean> {
  await tx
    .updateTable('identity.delegation')
    .set({ ended_at: tx.now, ended_by: namedBy })
    .where('person_id', '=', person)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .where('ends_at', '<=', tx.now)
    .execute()
  const put = await tx
    .insertInto('identity.delegation')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: newId('delegation'),
      person_id: person,
      account_id: account,
      named_by: namedBy,
      named_at: tx.now,
      ends_at: endsAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'person_id', 'account_id']).where('ended_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  return put.numInsertedOrUpdatedRows === 1n
}

export async function agreeToDelegation(tx: Tx, id: Id<'delegation'>): Promise<void> {
  await tx.updateTable('identity.delegation').set({ agreed_at: tx.now }).where('id', '=', id).execute()
}

export async function endDelegation(tx: Tx, id: Id<'delegation'>, by: Id<'account'>): Promise<void> {
  await tx
    .updateTable('identity.delegation')
    .set({ ended_at: tx.now, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
