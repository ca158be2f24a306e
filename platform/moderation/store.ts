import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import type { RoleName } from '@folkmoot/basics/actor.ts'
import type { Read, Tx } from '../db/index.ts'
import type { HidingRule } from './rules.ts'

/** What stands in the place of a hidden text. */
export type Tombstone = {
  readonly thing: Thing
  readonly rule: HidingRule
  readonly reason: string
  readonly role: RoleName
  readonly at: Temporal.Instant
}

export async function hiddenAmong(read: Read, ids: readonly Id[]): Promise<ReadonlyMap<Id, Tombstone>> {
  if (ids.length === 0) return new Map()
  const rows = await read.selectFrom('moderation.hidden').selectAll().where('about_id', 'in', [...ids]).execute()
  return new Map(rows.map((row) => [row.about_id as Id, tombstoneOf(row)])) // written by `putHidden` alone
}

/** Everything hidden now, newest first: the list is public. */
export async function hiddenThings(read: Read): Promise<readonly Tombstone[]> {
  const rows = await read.selectFrom('moderation.hidden').selectAll().orderBy('hidden_at', 'desc').limit(200).execute()
  return rows.map(tombstoneOf)
}

type Hiding = {
  readonly about: Thing
  readonly rule: HidingRule
  readonly reason: string
  readonly by: Id<'account'>
  readonly role: RoleName
}

/** False when it is hidden already. */
export async function putHidden(tx: Tx, { about, rule, reason, by, role }: Hiding): Promise<boolean> {
  const result = await tx
    .insertInto('moderation.hidden')
    .values({
      jurisdiction_id: tx.jurisdiction, about_kind: about.kind, about_id: about.id, rule, reason,
      hidden_by: by, hidden_by_role: role, hidden_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  await tx
    .updateTable('moderation.report')
    .set({ settled_at: tx.now })
    .where('about_id', '=', about.id)
    .where('settled_at', 'is', null)
    .execute()
  return result.numInsertedOrUpdatedRows === 1n
}

/** False when it was not hidden. */
export async function takeHidden(tx: Tx, about: Thing): Promise<boolean> {
  const result = await tx.deleteFrom('moderation.hidden').where('about_id', '=', about.id).executeTakeFirst()
  return result.numDeletedRows === 1n
}

export type Report = {
  readonly id: Id<'report'>
  readonly about: Thing
  readonly reason: string
  readonly at: Temporal.Instant
}

export async function putReport(
  tx: Tx,
  { about, reason, by }: { readonly about: Thing; readonly reason: string; readonly by: Id<'account'> | null },
): Promise<void> {
  await tx
    .insertInto('moderation.report')
    .values({
      jurisdiction_id: tx.jurisdiction, id: newId('report'), about_kind: about.kind, about_id: about.id, reason,
      reported_by: by, reported_at: tx.now,
    })
    .execute()
}

/** Reports nobody has settled, oldest first. */
export async function openReports(read: Read): Promise<readonly Report[]> {
  const rows = await read
    .selectFrom('moderation.report')
    .select(['id', 'about_kind', 'about_id', 'reason', 'reported_at'])
    .where('settled_at', 'is', null)
    .orderBy('reported_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    about: { kind: row.about_kind, id: row.about_id } as Thing, // written by `putReport` alone
    reason: row.reason,
    at: row.reported_at,
  }))
}

export async function settleReport(tx: Tx, id: Id<'report'>): Promise<void> {
  await tx.updateTable('moderation.report').set({ settled_at: tx.now }).where('id', '=', id).execute()
}

type HiddenRow = {
  readonly about_kind: string
  readonly about_id: string
  readonly rule: string
  readonly reason: string
  readonly hidden_by_role: string
  readonly hidden_at: Temporal.Instant
}

function tombstoneOf(row: HiddenRow): Tombstone {
  return {
    thing: { kind: row.about_kind, id: row.about_id } as Thing, // this and the next two are written by `putHidden` alone
    rule: row.rule as HidingRule,
    role: row.hidden_by_role as RoleName,
    reason: row.reason,
    at: row.hidden_at,
  }
}
