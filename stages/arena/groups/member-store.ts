import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type Membership = { readonly account: Id<'account'>; readonly isNamed: boolean }

type InGroup = { readonly group: Id<'working-group'>; readonly account: Id<'account'> }

/** Who is in it, in no order that would tell when somebody joined; to be counted, and shown only where she is named. */
export async function membersOfGroup(read: Read, group: Id<'working-group'>): Promise<readonly Membership[]> {
  const { rows } = await sql<Membership>`
    select m.account_id as account, m.is_named as "isNamed"
    from arena.working_group_member m
    where m.working_group_id = ${group}
    order by m.account_id`.execute(read)
  return rows
}

/** As the one asked about is in it; undefined where she is not. */
export async function membershipOf(read: Read, { group, account }: InGroup): Promise<Membership | undefined> {
  const { rows } = await sql<Membership>`
    select m.account_id as account, m.is_named as "isNamed"
    from arena.working_group_member m
    where m.working_group_id = ${group} and m.account_id = ${account}`.execute(read)
  return rows[0]
}

export async function putMember(tx: Tx, { group, account, isNamed }: InGroup & Membership): Promise<void> {
  await tx
    .insertInto('arena.working_group_member')
    .values({
      jurisdiction_id: tx.jurisdiction,
      working_group_id: group,
      account_id: account,
      is_named: isNamed,
      joined_at: tx.now,
    })
    .execute()
}

export async function setNamed(tx: Tx, { group, account, isNamed }: InGroup & Membership): Promise<void> {
  await tx
    .updateTable('arena.working_group_member')
    .set({ is_named: isNamed })
    .where('working_group_id', '=', group)
    .where('account_id', '=', account)
    .execute()
}

export async function takeMember(tx: Tx, { group, account }: InGroup): Promise<void> {
  await tx
    .deleteFrom('arena.working_group_member')
    .where('working_group_id', '=', group)
    .where('account_id', '=', account)
    .execute()
}

/** The working groups this person is in; for herself alone. */
export async function groupIdsOf(read: Read, account: Id<'account'>): Promise<readonly Id<'working-group'>[]> {
  const rows = await read
    .selectFrom('arena.working_group_member')
    .select('working_group_id')
    .where('account_id', '=', account)
    .orderBy('working_group_id')
    .execute()
  return rows.map((row) => row.working_group_id)
}
