import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Explained } from '@folkmoot/sortition/reasons.ts'
import type { Ways } from '../letters/ways.ts'
import type { Applied } from './counted.ts'
import type { PoolRow } from './commitment.ts'
import type { Drawable } from './solving.ts'
import type { At } from './store.ts'

export type Pool = {
  readonly size: number
  readonly hash: string
  readonly by: string
  readonly committedAt: Temporal.Instant
  /** What may be said of how many of each group are in it. */
  readonly applied: Applied
  /** How they came to it; null where nobody was written to. */
  readonly ways: Ways | null
}

export async function poolOf(read: Read, { problem, lottery }: At): Promise<Pool | undefined> {
  const { rows } = await sql<Pool>`
    select p.size, p.hash, p.applied, p.ways, a.name as by, p.committed_at as "committedAt"
    from arena.lottery_pool p
    join identity.account a on a.jurisdiction_id = p.jurisdiction_id and a.id = p.committed_by
    where p.problem_id = ${problem} and p.lottery_number = ${lottery}`.execute(read)
  return rows[0]
}

/** Somebody in the list. What was told of her is null once it was erased. */
export type Entry = {
  readonly number: number
  readonly commitment: Buffer
  readonly account: Id<'account'> | null
  readonly application: Id<'application'> | null
  readonly values: readonly string[] | null
  readonly household: string | null
  readonly salt: Buffer | null
  /** Her chance and why, as worked out when the panels were made. */
  readonly chance: Explained | null
  /** Whether she still asks for a seat. */
  readonly isWaiting: boolean
}

/** By number. For the job that makes the panels, and for whoever answers for the list. */
export async function entriesOf(read: Read, { problem, lottery }: At): Promise<readonly Entry[]> {
  const { rows } = await sql<Entry>`
    select e.number, e.commitment, e.account_id as account, e.application_id as application, e.value_keys as values,
      e.household, e.salt, e.chance, coalesce(a.state = 'waiting', false) as "isWaiting"
    from arena.lottery_entry e
    left join arena.application a on a.jurisdiction_id = e.jurisdiction_id and a.id = e.application_id
    where e.problem_id = ${problem} and e.lottery_number = ${lottery}
    order by e.number`.execute(read)
  return rows
}

/** Who of the list can be drawn: all but those who left, as the panels are made from them. */
export function peopleIn(
  entries: readonly Entry[],
  { left, isByHousehold }: { readonly left: readonly number[]; readonly isByHousehold: boolean },
): readonly Drawable[] {
  return entries.flatMap(({ number, values, household }) =>
    values && !left.includes(number) ? [{ number, values, household: isByHousehold ? household : null }] : [],
  )
}

/** Who is in a locked list of this case whose draw is not over. */
export async function accountsInDraw(read: Read, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  const { rows } = await sql<{ readonly account: Id<'account'> }>`
    select e.account_id as account
    from arena.lottery_entry e
    join arena.lottery l on l.jurisdiction_id = e.jurisdiction_id and l.problem_id = e.problem_id and l.number = e.lottery_number
    where e.problem_id = ${problem} and l.step in ('pool', 'panels') and e.account_id is not null`.execute(read)
  return rows.map(({ account }) => account)
}

/** What everybody may see of the list. */
export async function commitmentsOf(
  read: Read,
  { problem, lottery }: At,
): Promise<readonly { readonly number: number; readonly commitment: Buffer }[]> {
  return read
    .selectFrom('arena.lottery_entry')
    .select(['number', 'commitment'])
    .where('problem_id', '=', problem)
    .where('lottery_number', '=', lottery)
    .orderBy('number')
    .execute()
}

export type NewEntry = PoolRow & {
  readonly account: Id<'account'>
  readonly application: Id<'application'>
  readonly salt: Buffer
  readonly commitment: Buffer
}

type NewPool = Pick<Pool, 'hash' | 'applied' | 'ways'> & {
  readonly by: Id<'account'>
  readonly entries: readonly NewEntry[]
}

export async function putPool(
  tx: Tx,
  { problem, lottery }: At,
  { hash, applied, ways, by, entries }: NewPool,
): Promise<void> {
  const at = { jurisdiction_id: tx.jurisdiction, problem_id: problem, lottery_number: lottery }
  await tx
    .insertInto('arena.lottery_pool')
    .values({
      ...at,
      size: entries.length,
      hash,
      applied: JSON.stringify(applied),
      ways: ways && JSON.stringify(ways),
      committed_by: by,
      committed_at: tx.now,
    })
    .execute()
  const atOnce = 1000
  for (let from = 0; from < entries.length; from += atOnce) {
    await tx
      .insertInto('arena.lottery_entry')
      .values(
        entries.slice(from, from + atOnce).map((entry) => ({
          ...at,
          number: entry.number,
          commitment: entry.commitment,
          account_id: entry.account,
          application_id: entry.application,
          value_keys: [...entry.values],
          household: entry.household,
          salt: entry.salt,
        })),
      )
      .execute()
  }
}

/** Within the transaction that publishes the panels. */
export async function putChances(
  tx: Tx,
  { problem, lottery }: At,
  chances: readonly { readonly number: number; readonly chance: Explained }[],
): Promise<void> {
  await sql`
    update arena.lottery_entry e
    set chance = c.chance
    from jsonb_to_recordset(${JSON.stringify(chances)}::jsonb) as c (number integer, chance jsonb)
    where e.problem_id = ${problem} and e.lottery_number = ${lottery} and e.number = c.number and e.account_id is not null`.execute(
    tx,
  )
}

/** Erases what lists of lotteries hold of these people in a case; their numbers and commitments stay, and prove nothing of them. */
export async function forgetEntries(
  tx: Tx,
  problem: Id<'problem'>,
  accounts: readonly Id<'account'>[],
): Promise<number> {
  const erased = await tx
    .updateTable('arena.lottery_entry')
    .set({ account_id: null, application_id: null, value_keys: null, household: null, salt: null, chance: null })
    .where('problem_id', '=', problem)
    .where('account_id', 'in', [...accounts])
    .executeTakeFirst()
  return Number(erased.numUpdatedRows)
}
