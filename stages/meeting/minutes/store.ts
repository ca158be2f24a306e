import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type MinutesVersion = {
  readonly item: Id<'item'>
  readonly version: number
  readonly minutes: string
  readonly decision: string
  readonly by: Id<'account'> | null
  readonly isStaff: boolean
  readonly at: Temporal.Instant
  readonly reason: string
}

/** The earliest first. */
export async function versionsOf(read: Read, items: readonly Id<'item'>[]): Promise<readonly MinutesVersion[]> {
  const { rows } = await sql<MinutesVersion>`
    select v.item_id as item, v.version, v.minutes, v.decision, v.written_by as by, v.is_staff as "isStaff", v.written_at as at,
      v.reason
    from meeting.minutes_version v
    where v.item_id = any(${items}::uuid[])
    order by v.item_id, v.version`.execute(read)
  return rows
}

export type Written = Omit<MinutesVersion, 'version' | 'at' | 'item'>

/** A further wording; the item shows the newest. The caller holds the lock of the case. */
export async function writeMinutes(tx: Tx, item: Id<'item'>, written: Written): Promise<void> {
  const { minutes, decision, by, isStaff, reason } = written
  await sql`
    insert into meeting.minutes_version (jurisdiction_id, item_id, version, minutes, decision, written_by, is_staff, written_at, reason)
    select ${tx.jurisdiction}, ${item}, coalesce(max(version), 0) + 1, ${minutes}, ${decision}, ${by}::uuid, ${isStaff}, ${tx.now},
      ${reason}
    from meeting.minutes_version
    where jurisdiction_id = ${tx.jurisdiction} and item_id = ${item}`.execute(tx)
  await sql`
    update meeting.item
    set minutes = ${minutes}, decision = ${decision}, minutes_by = ${by}::uuid, minutes_by_staff = ${isStaff},
      minutes_at = ${tx.now}, minutes_version = minutes_version + 1
    where id = ${item}`.execute(tx)
}

export type Approval = {
  readonly meeting: Id<'meeting'>
  readonly approvedIn: number
  readonly at: Temporal.Instant
}

export async function approvalsOf(read: Read, meetings: readonly Id<'meeting'>[]): Promise<readonly Approval[]> {
  const { rows } = await sql<Approval>`
    select a.meeting_id as meeting, m.number as "approvedIn", a.approved_at as at
    from meeting.approval a
    join meeting.meeting m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.approved_in
    where a.meeting_id = any(${meetings}::uuid[])`.execute(read)
  return rows
}

export async function putApproval(
  tx: Tx,
  meeting: Id<'meeting'>,
  { approvedIn, by }: { readonly approvedIn: Id<'meeting'>; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .insertInto('meeting.approval')
    .values({
      jurisdiction_id: tx.jurisdiction,
      meeting_id: meeting,
      approved_in: approvedIn,
      recorded_by: by,
      approved_at: tx.now,
    })
    .execute()
}
