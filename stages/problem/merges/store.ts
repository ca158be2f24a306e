import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** A problem that goes on in another one. */
export type MergerRow = {
  readonly problem: Id<'problem'>
  readonly number: number
  readonly into: Id<'problem'>
  readonly reason: string
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
}

const mergerColumns = sql<MergerRow>`
  m.problem_id as problem, m.number, m.into_id as into, m.reason, m.merged_by as by, m.merged_at as at
  from problem.merger m
  where m.undone_at is null`

/** Where it goes on; undefined where it does not. */
export async function mergerOf(read: Read, problem: Id<'problem'>): Promise<MergerRow | undefined> {
  const { rows } = await sql<MergerRow>`select ${mergerColumns} and m.problem_id = ${problem}`.execute(read)
  return rows[0]
}

/** What goes on here, without what goes on in those. */
export async function mergedHere(read: Read, problem: Id<'problem'>): Promise<readonly MergerRow[]> {
  const { rows } = await sql<MergerRow>`
    select ${mergerColumns} and m.into_id = ${problem} order by m.merged_at, m.problem_id`.execute(read)
  return rows
}

/** At the end of the way: of one that goes on in one that goes on in a third, the third. */
export async function endOf(read: Read, problem: Id<'problem'>): Promise<Id<'problem'>> {
  const { rows } = await sql<{ id: Id<'problem'> }>`
    with recursive onward as (
      select ${problem}::uuid as id, 0 as step
      union all
      select m.into_id, o.step + 1
      from onward o
      join problem.merger m on m.jurisdiction_id = ${read.jurisdiction} and m.problem_id = o.id and m.undone_at is null
    )
    select id from onward order by step desc limit 1`.execute(read)
  return rows[0]?.id ?? problem
}

/** A problem and all that go on in it, by whatever way: whose supports count together. */
export async function gatheredIn(read: Read, problem: Id<'problem'>): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ id: Id<'problem'> }>`
    with recursive gathered as (
      select ${problem}::uuid as id
      union
      select m.problem_id
      from gathered g
      join problem.merger m on m.jurisdiction_id = ${read.jurisdiction} and m.into_id = g.id and m.undone_at is null
    )
    select id from gathered`.execute(read)
  return rows.map(({ id }) => id)
}

/** Of those, the ones whose mergers can no longer be undone: their supports count here. */
export async function countedIn(
  read: Read,
  problem: Id<'problem'>,
  since: Temporal.Instant,
): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ id: Id<'problem'> }>`
    with recursive counted as (
      select ${problem}::uuid as id
      union
      select m.problem_id
      from counted c
      join problem.merger m on m.jurisdiction_id = ${read.jurisdiction} and m.into_id = c.id and m.undone_at is null
        and m.merged_at < ${since}
    )
    select id from counted`.execute(read)
  return rows.map(({ id }) => id)
}

/** Mergers from which supports begin to count, and undone ones: a count is due on both sides. */
export async function mergersToCount(
  read: Read,
  since: Temporal.Instant,
): Promise<readonly Pick<MergerRow, 'problem' | 'number' | 'into'>[]> {
  return read
    .selectFrom('problem.merger')
    .select(['problem_id as problem', 'number', 'into_id as into'])
    .where('is_counted', '=', false)
    .where((where) => where.or([where('undone_at', 'is not', null), where('merged_at', '<', since)]))
    .limit(500)
    .execute()
}

export async function markCounted(tx: Tx, { problem, number }: Pick<MergerRow, 'problem' | 'number'>): Promise<void> {
  await tx
    .updateTable('problem.merger')
    .set({ is_counted: true })
    .where('problem_id', '=', problem)
    .where('number', '=', number)
    .execute()
}

/** When the last merger that goes on here, by whatever way, began. */
export async function lastMergerHere(
  read: Read,
  gathered: readonly Id<'problem'>[],
): Promise<Temporal.Instant | undefined> {
  const row = await read
    .selectFrom('problem.merger')
    .select('merged_at as at')
    .where('into_id', 'in', [...gathered])
    .where('undone_at', 'is', null)
    .orderBy('merged_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}

export async function putMerger(
  tx: Tx,
  { problem, into, reason, by }: Omit<MergerRow, 'number' | 'at'>,
): Promise<void> {
  await sql`
    insert into problem.merger (jurisdiction_id, problem_id, number, into_id, reason, merged_by, merged_at)
    select ${tx.jurisdiction}, ${problem}, coalesce(max(number), 0) + 1, ${into}, ${reason}, ${by}, ${tx.now}
    from problem.merger
    where problem_id = ${problem}`.execute(tx)
}

export async function endMerger(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await tx
    .updateTable('problem.merger')
    .set({ undone_at: tx.now })
    .where('problem_id', '=', problem)
    .where('undone_at', 'is', null)
    .execute()
}

export type PartRow = {
  readonly part: Id<'problem'>
  readonly whole: Id<'problem'>
  readonly reason: string
  readonly at: Temporal.Instant
}

/** What a problem is part of, and what its parts are. */
export async function partsAround(read: Read, problem: Id<'problem'>): Promise<readonly PartRow[]> {
  return read
    .selectFrom('problem.part')
    .select(['part_id as part', 'whole_id as whole', 'reason', 'parted_at as at'])
    .where((where) => where.or([where('part_id', '=', problem), where('whole_id', '=', problem)]))
    .orderBy('parted_at')
    .orderBy('part_id')
    .execute()
}

export async function putPart(
  tx: Tx,
  { part, whole, reason, by }: Omit<PartRow, 'at'> & { readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .insertInto('problem.part')
    .values({
      jurisdiction_id: tx.jurisdiction,
      part_id: part,
      whole_id: whole,
      reason,
      parted_by: by,
      parted_at: tx.now,
    })
    .execute()
}

export async function isHeld(read: Read, problem: Id<'problem'>): Promise<boolean> {
  const row = await read
    .selectFrom('problem.held')
    .select('held_at')
    .where('problem_id', '=', problem)
    .executeTakeFirst()
  return row !== undefined
}

/** Holding twice is holding once. */
export async function putHeld(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await tx
    .insertInto('problem.held')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, held_at: tx.now })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'problem_id']).doNothing())
    .execute()
}
