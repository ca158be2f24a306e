import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import { daysToUndo, undoUntil } from '../merges/rules.ts'
import { countedIn, gatheredIn, lastMergerHere } from '../merges/store.ts'
import type { Channel } from './rules.ts'

/** Supports by the way they came; each is somebody who counted once. */
export type Tally = { readonly online: number; readonly paper: number; readonly phone: number; readonly total: number }

export const noSupports: Tally = { online: 0, paper: 0, phone: 0, total: 0 }

/**
 * Counted now, row by row, over a problem and all that go on in it: who supported two of them online counts once. Within one
 * problem the key sees to that.
 */
export async function countNow(read: Read, gathered: readonly Id<'problem'>[]): Promise<Tally> {
  const online = gathered.length === 1 ? sql`count(s.account_id)` : sql`count(distinct s.account_id)`
  const { rows } = await sql<Tally>`
    with counted as (
      select ${online} as online, count(*) filter (where s.channel = 'paper') as paper,
        count(*) filter (where s.channel = 'phone') as phone
      from problem.support s
      where s.problem_id = any(${gathered}::uuid[]) and not s.is_taken_back
    )
    select online, paper, phone, online + paper + phone as total from counted`.execute(read)
  return rows[0] ?? noSupports
}

/** The moment before which a merger must have begun to count now. */
export function lastToCount(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: 24 * daysToUndo })
}

/** From so many on, nobody sees the difference of the last seconds, and a page does not count them all. */
const manySupports = 1000

/** For the page of one problem: exact while each support shows, else as the job counted last. */
export async function countShown(read: Read, problem: Id<'problem'>, now: Temporal.Instant): Promise<Tally> {
  const tally = await tallyOf(read, problem)
  return tally.total < manySupports ? countNow(read, await countedIn(read, problem, lastToCount(now))) : tally
}

/** What came from problems that go on here: how much of it counts, how much does not yet, and when all of it will. */
export type ByMerger = { readonly counted: number; readonly waiting: number; readonly from: Temporal.Instant }

/** Null where nothing goes on here. */
export async function byMerger(read: Read, problem: Id<'problem'>, now: Temporal.Instant): Promise<ByMerger | null> {
  const gathered = await gatheredIn(read, problem)
  const last = gathered.length === 1 ? undefined : await lastMergerHere(read, gathered)
  if (!last) return null
  const counting = await countedIn(read, problem, lastToCount(now))
  const [own, counted, all] = await Promise.all([
    countNow(read, [problem]),
    countNow(read, counting),
    countNow(read, gathered),
  ])
  return { counted: counted.total - own.total, waiting: all.total - counted.total, from: undoUntil({ at: last }) }
}

const tallies = listsBy(
  ({ problem }: Tally & { readonly problem: Id<'problem'> }) => problem,
  async (read, problems) => {
    const { rows } = await sql<Tally & { readonly problem: Id<'problem'> }>`
      select t.problem_id as problem, t.online, t.paper, t.phone, t.total
      from problem.support_tally t
      where t.problem_id = any(${problems}::uuid[])`.execute(read)
    return rows
  },
)

/** As the job counted last: asked for by many cards at once, it is read once. */
export async function tallyOf(read: Read, problem: Id<'problem'>): Promise<Tally> {
  return (await tallies(read, problem))[0] ?? noSupports
}

/** Whether she supports the problem or one that goes on in it. */
export async function hasSupported(
  read: Read,
  gathered: readonly Id<'problem'>[],
  account: Id<'account'>,
): Promise<boolean> {
  const row = await read
    .selectFrom('problem.support')
    .select('id')
    .where('problem_id', 'in', [...gathered])
    .where('account_id', '=', account)
    .where('is_taken_back', '=', false)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Appends one support; false when this person's counts already, also when two of her requests come at once. */
export async function putSupport(tx: Tx, problem: Id<'problem'>, account: Id<'account'>): Promise<boolean> {
  const result = await tx
    .insertInto('problem.support')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: newId('support'),
      problem_id: problem,
      channel: 'online',
      account_id: account,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction_id', 'problem_id', 'account_id'])
        .doUpdateSet({ is_taken_back: false, is_counted: false })
        .where('problem.support.is_taken_back', '=', true),
    )
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Marks it; the job that counts it away deletes it. False when there was none. */
export async function takeBack(tx: Tx, gathered: readonly Id<'problem'>[], account: Id<'account'>): Promise<boolean> {
  const result = await tx
    .updateTable('problem.support')
    .set({ is_taken_back: true, is_counted: false })
    .where('problem_id', 'in', [...gathered])
    .where('account_id', '=', account)
    .where('is_taken_back', '=', false)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whether anybody but its raiser supports it, online, on paper or by telephone. */
export async function isSupportedByOthers(
  read: Read,
  gathered: readonly Id<'problem'>[],
  raisedBy: Id<'account'> | null,
): Promise<boolean> {
  const { rows } = await sql`
    select from problem.support s
    where s.problem_id = any(${gathered}::uuid[]) and not s.is_taken_back and s.account_id is distinct from ${raisedBy}::uuid
    limit 1`.execute(read)
  return rows.length > 0
}

/** Appends those who are not counted yet, and says how many they were. */
export async function putSignatures(
  tx: Tx,
  problem: Id<'problem'>,
  { channel, signatures }: { readonly channel: Exclude<Channel, 'online'>; readonly signatures: readonly Buffer[] },
): Promise<number> {
  const { rows } = await sql`
    insert into problem.support (jurisdiction_id, id, problem_id, channel, signature)
    select ${tx.jurisdiction}, s.id, ${problem}, ${channel}, s.signature
    from unnest(${signatures.map(() => newId('support'))}::uuid[], ${signatures}::bytea[]) as s (id, signature)
    on conflict (jurisdiction_id, problem_id, signature) do nothing
    returning id`.execute(tx)
  return rows.length
}

/** The key of this problem's signatures, made when the first are entered. Asked for under the lock of the case. */
export async function signatureKey(tx: Tx, problem: Id<'problem'>, fresh: Buffer): Promise<Buffer> {
  const { rows } = await sql<{ key: Buffer }>`
    update problem.agenda
    set signature_key = coalesce(signature_key, ${fresh})
    where problem_id = ${problem}
    returning signature_key as key`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`problem ${problem} is on no agenda`)
  return row.key
}

/**
 * Problems of which keys and hashes are kept though no more supports can come: the matter has ended, or the one it goes on in
 * has and the merger can no longer be undone. Neither is ever taken back.
 */
export async function problemsToForget(read: Read, now: Temporal.Instant): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ id: Id<'problem'> }>`
    with recursive onward as (
      select a.problem_id as keyed, a.problem_id as at
      from problem.agenda a
      where a.jurisdiction_id = ${read.jurisdiction} and a.signature_key is not null
      union
      select o.keyed, m.into_id
      from onward o
      join problem.merger m on m.jurisdiction_id = ${read.jurisdiction} and m.problem_id = o.at and m.undone_at is null
        and m.merged_at < ${lastToCount(now)}
    )
    select distinct o.keyed as id
    from onward o
    join problem.agenda e on e.jurisdiction_id = ${read.jurisdiction} and e.problem_id = o.at
    where e.lapsed_at is not null or e.settled_at is not null or e.closes_at < ${now}`.execute(read)
  return rows.map(({ id }) => id)
}

/** Destroys the key and the hashes of one problem. */
export async function forgetSignatures(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await tx.updateTable('problem.agenda').set({ signature_key: null }).where('problem_id', '=', problem).execute()
  await tx
    .updateTable('problem.support')
    .set({ signature: null })
    .where('problem_id', '=', problem)
    .where('signature', 'is not', null)
    .execute()
}

/** Problems with supports that came or went since they were counted. */
export async function problemsToCount(read: Read): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ id: Id<'problem'> }>`
    select distinct problem_id as id from problem.support where not is_counted limit 500`.execute(read)
  return rows.map(({ id }) => id)
}

/** What the count has seen is marked in the same breath; only under the exclusive lock of the case. */
export async function keepTally(tx: Tx, problem: Id<'problem'>, tally: Tally): Promise<void> {
  const counted = { online: tally.online, paper: tally.paper, phone: tally.phone }
  await tx
    .insertInto('problem.support_tally')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, ...counted })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'problem_id']).doUpdateSet(counted))
    .execute()
  await tx
    .deleteFrom('problem.support')
    .where('problem_id', '=', problem)
    .where('is_taken_back', '=', true)
    .where('is_counted', '=', false)
    .execute()
  await tx
    .updateTable('problem.support')
    .set({ is_counted: true })
    .where('problem_id', '=', problem)
    .where('is_counted', '=', false)
    .execute()
}

/** Windows that have ended: not yet marked so, or such as lapse since nobody leads the problem any more. */
export async function windowsToEnd(read: Read, now: Temporal.Instant): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ id: Id<'problem'> }>`
    select a.problem_id as id
    from problem.agenda a
    where a.jurisdiction_id = ${read.jurisdiction} and a.lapsed_at is null and a.settled_at is null and a.closes_at < ${now}
      and (a.closed_at is null or not exists (
        select from problem.answer_owed o
        where o.jurisdiction_id = a.jurisdiction_id and o.problem_id = a.problem_id
      )
      and not exists (
        select from problem.sponsorship s
        where s.jurisdiction_id = a.jurisdiction_id and s.problem_id = a.problem_id and s.ended_at is null
      )
      and not exists (
        select from problem.merger m
        where m.jurisdiction_id = a.jurisdiction_id and m.problem_id = a.problem_id and m.undone_at is null
      ))
    limit 500`.execute(read)
  return rows.map(({ id }) => id)
}
