import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { hiddenWords } from '../../../platform/moderation/index.ts'
import type { Channel } from './rules.ts'

/** An open event of a case: anyone comes. */
export type Gathering = {
  readonly id: Id<'gathering'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly about: string
  readonly place: string
  readonly access: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly announcedBy: Id<'account'>
  readonly announcedAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  readonly sequence: number
  readonly cancelledAt: Temporal.Instant | null
  readonly cancelReason: string
  readonly headcount: number | null
  readonly result: string
  readonly resultIsStaff: boolean
  readonly resultAt: Temporal.Instant | null
}

const columns = sql<Gathering>`
  g.id, g.problem_id as problem, g.number, case when h.about_id is null then g.title else ${hiddenWords} end as title, g.about,
  g.place, g.access, g.starts_at as "startsAt", g.ends_at as "endsAt", g.announced_by as "announcedBy",
  g.announced_at as "announcedAt", g.changed_at as "changedAt", g.sequence, g.cancelled_at as "cancelledAt",
  g.cancel_reason as "cancelReason", g.headcount, g.result, g.result_is_staff as "resultIsStaff", g.result_at as "resultAt"
  from meeting.gathering g
  left join moderation.hidden h on h.jurisdiction_id = g.jurisdiction_id and h.about_id = g.id`

/** The latest first. */
export async function gatheringsOf(read: Read, problem: Id<'problem'>): Promise<readonly Gathering[]> {
  const { rows } = await sql<Gathering>`
    select ${columns} where g.problem_id = ${problem} order by g.starts_at desc`.execute(read)
  return rows
}

type Hours = { readonly from: Temporal.Instant; readonly before: Temporal.Instant }

/** All of the place that begin in this time, the next first. */
export async function gatheringsBetween(read: Read, { from, before }: Hours): Promise<readonly Gathering[]> {
  const { rows } = await sql<Gathering>`
    select ${columns} where g.starts_at >= ${from.toString()}::timestamptz and g.starts_at < ${before.toString()}::timestamptz
    order by g.starts_at, g.id`.execute(read)
  return rows
}

export async function gatheringsById(read: Read, ids: readonly Id<'gathering'>[]): Promise<readonly Gathering[]> {
  const { rows } = await sql<Gathering>`select ${columns} where g.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewGathering = Pick<
  Gathering,
  'problem' | 'title' | 'about' | 'place' | 'access' | 'startsAt' | 'endsAt' | 'announcedBy'
>

/** Numbers are counted per case; the caller holds its lock. */
export async function putGathering(
  tx: Tx,
  event: NewGathering,
): Promise<{ readonly id: Id<'gathering'>; readonly number: number }> {
  const id = newId('gathering')
  const { rows } = await sql<{ number: number }>`
    insert into meeting.gathering (jurisdiction_id, id, problem_id, number, title, about, place, access, starts_at, ends_at,
      announced_by, announced_at, changed_at)
    select ${tx.jurisdiction}, ${id}, ${event.problem}, coalesce(max(number), 0) + 1, ${event.title}, ${event.about},
      ${event.place}, ${event.access}, ${event.startsAt}::timestamptz, ${event.endsAt}::timestamptz, ${event.announcedBy},
      ${tx.now}::timestamptz, ${tx.now}::timestamptz
    from meeting.gathering
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${event.problem}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

export async function cancelGathering(tx: Tx, id: Id<'gathering'>, reason: string): Promise<void> {
  await sql`
    update meeting.gathering
    set cancelled_at = ${tx.now}, changed_at = ${tx.now}, cancel_reason = ${reason}, sequence = sequence + 1
    where id = ${id}`.execute(tx)
}

export type Result = {
  readonly headcount: number
  readonly result: string
  readonly by: Id<'account'>
  readonly isStaff: boolean
}

export async function writeResult(
  tx: Tx,
  id: Id<'gathering'>,
  { headcount, result, by, isStaff }: Result,
): Promise<void> {
  await tx
    .updateTable('meeting.gathering')
    .set({ headcount, result, result_by: by, result_is_staff: isStaff, result_at: tx.now })
    .where('id', '=', id)
    .execute()
}

/** What was said on sheets or by telephone, and how much of it was entered. */
export type BatchRow = {
  readonly number: number
  readonly gathering: Id<'gathering'> | null
  readonly channel: Channel
  readonly collectedBy: string
  readonly collectedOn: Temporal.PlainDate
  readonly sheets: number
  readonly entered: number
  readonly sample: string
}

export async function batchesOf(read: Read, problem: Id<'problem'>): Promise<readonly BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select b.number, b.gathering_id as gathering, b.channel, b.collected_by as "collectedBy", b.collected_on as "collectedOn",
      b.sheets, b.entered, b.sample
    from meeting.batch b
    where b.problem_id = ${problem}
    order by b.number desc`.execute(read)
  return rows
}

export async function putBatch(
  tx: Tx,
  problem: Id<'problem'>,
  { by, ...batch }: Omit<BatchRow, 'number'> & { readonly by: Id<'account'> },
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into meeting.batch (jurisdiction_id, problem_id, number, gathering_id, channel, collected_by, collected_on, sheets,
      entered, sample, entered_by, entered_at)
    select ${tx.jurisdiction}, ${problem}, coalesce(max(number), 0) + 1, ${batch.gathering}::uuid, ${batch.channel},
      ${batch.collectedBy}, ${batch.collectedOn}::date, ${batch.sheets}::integer, ${batch.entered}::integer, ${batch.sample}, ${by},
      ${tx.now}
    from meeting.batch
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${problem}
    returning number`.execute(tx)
  return rows[0]?.number ?? 1
}
