import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import type { RoleName } from '@folkmoot/basics/actor.ts'
import type { Read, Tx } from '../db/index.ts'
import type { HouseRule, StoneRule } from './rules.ts'

/** What stands where a hidden text stood: why, under which rule, by which role, when. */
export type Tombstone = {
  readonly rule: StoneRule
  /** '' where who wrote it took it out: she owes nobody one. */
  readonly reason: string
  readonly role: RoleName
  readonly at: Temporal.Instant
}

/** Stands where the title of a hidden thing stood in lists, feeds, calendars and notices, which have no room for the tombstone. */
export const hiddenWords = '[…]'

export type HiddenThing = Tombstone & {
  readonly about: Thing
  readonly by: Id<'account'>
  /** It was refused before anybody had seen it. */
  readonly neverShown: boolean
  /** For now: a second one has to remove it, or it is shown again. */
  readonly isProvisional: boolean
}

export type NewHidden = Omit<HiddenThing, 'at'> & { readonly batch: number | null }

export type OpenReport = {
  readonly id: Id<'report'>
  readonly about: Thing
  readonly reason: string
  readonly by: Id<'account'> | null
  readonly at: Temporal.Instant
  /** Which rule it breaks, where who reported it said so. */
  readonly rule: HouseRule | null
  /** Of who wrote it, or anybody, after it was hidden. */
  readonly isAppeal: boolean
  /** An appeal is answered by then. */
  readonly dueAt: Temporal.Instant | null
}

export type NewReport = Pick<OpenReport, 'about' | 'reason' | 'by'>
export type PutReport = NewReport & Pick<OpenReport, 'dueAt'>

export async function putReport(tx: Tx, { about, reason, by, dueAt }: PutReport): Promise<Id<'report'>> {
  const id = newId('report')
  await tx
    .insertInto('moderation.report')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      about_kind: about.kind,
      about_id: about.id,
      reason,
      reported_by: by,
      reported_at: tx.now,
      is_appeal: dueAt !== null,
      due_at: dueAt,
    })
    .execute()
  return id
}

/** How many things one person reported since. */
export async function countReports(read: Read, by: Id<'account'>, since: Temporal.Instant): Promise<number> {
  const { many } = await read
    .selectFrom('moderation.report')
    .select(({ fn }) => fn.countAll().as('many'))
    .where('reported_by', '=', by)
    .where('reported_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(many)
}

/** Says which rule it breaks, of one's own report, while it waits. */
export async function putRule(
  tx: Tx,
  { report, by, rule }: { readonly report: Id<'report'>; readonly by: Id<'account'>; readonly rule: HouseRule },
): Promise<boolean> {
  const row = await tx
    .updateTable('moderation.report')
    .set({ rule })
    .where('id', '=', report)
    .where('reported_by', '=', by)
    .where('settled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function isAppealed(read: Read, about: Thing): Promise<boolean> {
  const row = await read
    .selectFrom('moderation.report')
    .select('id')
    .where('about_id', '=', about.id)
    .where('is_appeal', '=', true)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function hasOpenReport(read: Read, about: Thing, by: Id<'account'>): Promise<boolean> {
  const row = await read
    .selectFrom('moderation.report')
    .select('id')
    .where('about_id', '=', about.id)
    .where('reported_by', '=', by)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Settles what was reported about the thing; who reported it, null for one who is not known. */
export async function settleReports(
  tx: Tx,
  about: Thing,
  batch: number | null = null,
): Promise<readonly (Id<'account'> | null)[]> {
  const settled = await tx
    .updateTable('moderation.report')
    .set({ settled_at: tx.now, batch })
    .where('about_id', '=', about.id)
    .where('settled_at', 'is', null)
    .returning('reported_by')
    .execute()
  return settled.map((report) => report.reported_by)
}

/** False when it is hidden already. */
export async function putHidden(tx: Tx, hidden: NewHidden): Promise<boolean> {
  const row = await tx
    .insertInto('moderation.hidden')
    .values({
      jurisdiction_id: tx.jurisdiction,
      about_kind: hidden.about.kind,
      about_id: hidden.about.id,
      rule: hidden.rule,
      reason: hidden.reason,
      hidden_by: hidden.by,
      hidden_by_role: hidden.role,
      hidden_at: tx.now,
      never_shown: hidden.neverShown,
      is_provisional: hidden.isProvisional,
      batch: hidden.batch,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'about_id']).doNothing())
    .returning('about_id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when it was not hidden. */
export async function takeHidden(tx: Tx, about: Thing): Promise<boolean> {
  const row = await tx
    .deleteFrom('moderation.hidden')
    .where('about_id', '=', about.id)
    .returning('about_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The tombstones among these ids; a page shows each in place of its text. */
export async function hiddenAmong(read: Read, ids: readonly Id[]): Promise<ReadonlyMap<Id, Tombstone>> {
  if (ids.length === 0) return new Map()
  const hidden = await rowsOfHidden(read, ids)
  return new Map(hidden.map((one) => [one.about.id, one]))
}

/** The text, or what stands in its place: for a notice about a thing that may be hidden by now. */
export async function unlessHidden(read: Read, id: Id, text: string): Promise<string> {
  return (await hiddenAmong(read, [id])).has(id) ? hiddenWords : text
}

/** Everything hidden now, newest first. */
export async function hiddenThings(read: Read): Promise<readonly HiddenThing[]> {
  return rowsOfHidden(read)
}

export async function hiddenOne(read: Read, about: Thing): Promise<HiddenThing | undefined> {
  return (await rowsOfHidden(read, [about.id]))[0]
}

async function rowsOfHidden(read: Read, ids?: readonly Id[]): Promise<readonly HiddenThing[]> {
  const rows = await read
    .selectFrom('moderation.hidden')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('about_id', 'in', [...(ids ?? [])]))
    .orderBy('hidden_at', 'desc')
    .execute()
  return rows.map((row) => ({
    about: { kind: row.about_kind, id: row.about_id } as Thing, // written by `putHidden` alone
    rule: row.rule as StoneRule, // held by a check constraint
    reason: row.reason,
    role: row.hidden_by_role as RoleName,
    at: row.hidden_at,
    neverShown: row.never_shown,
    isProvisional: row.is_provisional,
    by: row.hidden_by,
  }))
}

/** What waits for a moderator, oldest first. */
export async function openReports(read: Read): Promise<readonly OpenReport[]> {
  const rows = await read
    .selectFrom('moderation.report')
    .selectAll()
    .where('settled_at', 'is', null)
    .orderBy('reported_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    about: { kind: row.about_kind, id: row.about_id } as Thing, // written by `putReport` alone
    reason: row.reason,
    by: row.reported_by,
    at: row.reported_at,
    rule: row.rule as HouseRule | null, // held by a check constraint
    isAppeal: row.is_appeal,
    dueAt: row.due_at,
  }))
}
