import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { StaffRole } from './rules.ts'

export type Staffing = {
  readonly account: Id<'account'>
  readonly name: string
  readonly role: StaffRole
  readonly note: string
  readonly namedAt: Temporal.Instant
}

/** Who serves the group now, facilitators first; whoever is no longer employed as that serves no more. */
export const staffingOf = listsBy(
  (one: Staffing & { readonly problem: Id<'problem'> }) => one.problem,
  async (read, problems) => {
    const { rows } = await sql<Staffing & { readonly problem: Id<'problem'> }>`
      select s.problem_id as problem, s.account_id as account, a.name, s.role, s.note, s.named_at as "namedAt"
      from arena.staffing s
      join identity.account a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.account_id
      join identity.staff_role r on r.jurisdiction_id = s.jurisdiction_id and r.account_id = s.account_id
        and r.role = s.role and r.ends_at is null
      where s.problem_id = any(${problems}::uuid[]) and s.ended_at is null
      order by array_position(array['facilitator', 'officer', 'clerk'], s.role), a.name, s.account_id`.execute(read)
    return rows
  },
)

export type Served = Pick<Staffing, 'account' | 'name' | 'role' | 'namedAt'> & {
  readonly endedAt: Temporal.Instant | null
}

/** Everybody who serves or has served the group, in the order they were named. */
export const everyStaffingOf = listsBy(
  (one: Served & { readonly problem: Id<'problem'> }) => one.problem,
  async (read, problems) => {
    const { rows } = await sql<Served & { readonly problem: Id<'problem'> }>`
      select s.problem_id as problem, s.account_id as account, a.name, s.role, s.named_at as "namedAt",
        coalesce(s.ended_at, r.ends_at) as "endedAt"
      from arena.staffing s
      join identity.account a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.account_id
      join identity.staff_role r on r.jurisdiction_id = s.jurisdiction_id and r.account_id = s.account_id and r.role = s.role
      where s.problem_id = any(${problems}::uuid[])
      order by s.named_at, a.name, s.account_id`.execute(read)
    return rows
  },
)

/** In which cases somebody serves as what, now. */
export async function casesServedBy(
  read: Read,
  account: Id<'account'>,
): Promise<readonly { readonly problem: Id<'problem'>; readonly role: StaffRole }[]> {
  const { rows } = await sql<{ problem: Id<'problem'>; role: StaffRole }>`
    select s.problem_id as problem, s.role
    from arena.staffing s
    where s.account_id = ${account} and s.ended_at is null
    order by s.named_at, s.problem_id`.execute(read)
  return rows
}

type New = {
  readonly account: Id<'account'>
  readonly role: StaffRole
  readonly note: string
  readonly by: Id<'account'>
}

export async function putStaffing(tx: Tx, problem: Id<'problem'>, { account, role, note, by }: New): Promise<void> {
  await tx
    .insertInto('arena.staffing')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      account_id: account,
      role,
      note,
      named_by: by,
      named_at: tx.now,
    })
    .execute()
}

export async function endStaffing(
  tx: Tx,
  problem: Id<'problem'>,
  { account, role, by }: Omit<New, 'note'>,
): Promise<void> {
  await tx
    .updateTable('arena.staffing')
    .set({ ended_by: by, ended_at: tx.now })
    .where('problem_id', '=', problem)
    .where('account_id', '=', account)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .execute()
}
