import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'
import type { Snapshot } from './snapshot.ts'

/** A package of recommendations as the body has it. */
export type Package = {
  readonly id: Id<'package'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly body: Id<'body'> | null
  readonly rule: DeadlineRule | null
  readonly dueAt: Temporal.Instant | null
  readonly handedBy: Id<'account'> | null
  /** The instant; of a told case the day, or null when not even that is known. */
  readonly handedAt: Temporal.Instant | Temporal.PlainDate | null
  readonly meetingOn: Temporal.PlainDate | null
  readonly returnOn: Temporal.PlainDate | null
  readonly closedAt: Temporal.Instant | null
  readonly isClosed: boolean
  readonly source: string | null
  readonly toldStatus: ToldStatus | null
}

/** Where recommendations stood on a day, as a source counts them without saying which. */
export type ToldStatus = {
  /** How many recommendations there are in all. */
  readonly of: number
  /** ISO 8601 day. */
  readonly on: string
  readonly source: string
  readonly counts: readonly { readonly standing: ToldStanding; readonly count: number }[]
}

export type ToldStanding = 'done' | 'in-progress' | 'under-study' | 'not-carried-out' | 'unknown'

type PackageRow = Omit<Package, 'rule' | 'handedAt' | 'isClosed'> & {
  readonly count: number | null
  readonly unit: DeadlineRule['unit'] | null
  readonly handedInstant: Temporal.Instant | null
  readonly handedOn: Temporal.PlainDate | null
}

const packageColumns = sql`
  k.id, k.problem_id as problem, p.slug, k.body_id as body, k.rule_count as count, k.rule_unit as unit, k.due_at as "dueAt",
  k.handed_by as "handedBy", k.handed_at as "handedInstant", k.handed_on as "handedOn", k.meeting_on as "meetingOn",
  k.return_on as "returnOn", k.closed_at as "closedAt", k.source, k.told_status as "toldStatus"
  from decision.package k
  join problem.problem p on p.jurisdiction_id = k.jurisdiction_id and p.id = k.problem_id`

const packagesOf = listsBy(
  (pack: Package) => pack.problem,
  async (read, problems) => {
    const { rows } = await sql<PackageRow>`
      select ${packageColumns} where k.problem_id = any(${problems}::uuid[])`.execute(read)
    return rows.map(packageFrom)
  },
)

export async function packageOf(read: Read, problem: Id<'problem'>): Promise<Package | undefined> {
  return (await packagesOf(read, problem))[0]
}

export async function packagesById(read: Read, ids: readonly Id<'package'>[]): Promise<readonly Package[]> {
  const { rows } = await sql<PackageRow>`select ${packageColumns} where k.id = any(${ids}::uuid[])`.execute(read)
  return rows.map(packageFrom)
}

/** What is not closed yet, the most pressing first. */
export async function openPackages(read: Read, limit: number): Promise<readonly Package[]> {
  const { rows } = await sql<PackageRow>`
    select ${packageColumns}
    where k.closed_at is null and k.source is null
    order by k.due_at, k.id
    limit ${limit}`.execute(read)
  return rows.map(packageFrom)
}

/** All that these bodies have not closed, the most pressing first; `bodies` null: all that has no days for its meetings yet. */
export async function packagesToLead(read: Read, bodies: readonly Id<'body'>[] | null): Promise<readonly Package[]> {
  const { rows } = await sql<PackageRow>`
    select ${packageColumns}
    where k.closed_at is null and k.source is null
      and ${bodies === null ? sql`k.return_on is null` : sql`k.body_id = any(${bodies}::uuid[])`}
    order by k.due_at, k.id`.execute(read)
  return rows.map(packageFrom)
}

/** Those in which one of these bodies still has a question to reply to, or to say what became of its answer; the earliest first. */
export async function packagesAwaiting(
  read: Read,
  { bodies, today }: { readonly bodies: readonly Id<'body'>[]; readonly today: Temporal.PlainDate },
): Promise<readonly Package[]> {
  const { rows } = await sql<PackageRow>`
    select ${packageColumns}
    where k.source is null and k.body_id = any(${bodies}::uuid[]) and (
      exists (
        select from decision.meeting_question q
        where q.jurisdiction_id = k.jurisdiction_id and q.package_id = k.id and q.reply is null
      )
      or (k.return_on <= ${today} and not exists (
        select from decision.return_report r where r.jurisdiction_id = k.jurisdiction_id and r.package_id = k.id
      ))
    )
    order by k.return_on, k.id
    limit 200`.execute(read)
  return rows.map(packageFrom)
}

/** What is over, here or as a source tells, the last first. */
export async function overPackages(read: Read, limit: number): Promise<readonly Package[]> {
  if (limit === 0) return []
  const { rows } = await sql<PackageRow>`
    select ${packageColumns}
    where k.due_at is not null and (k.closed_at is not null or k.source is not null)
    order by k.due_at desc, k.id desc
    limit ${limit}`.execute(read)
  return rows.map(packageFrom)
}

function packageFrom({ count, unit, handedInstant, handedOn, ...row }: PackageRow): Package {
  return {
    ...row,
    rule: count === null || unit === null ? null : { count, unit },
    handedAt: handedInstant ?? handedOn,
    isClosed: row.closedAt !== null,
  }
}

export type NewPackage = {
  readonly problem: Id<'problem'>
  readonly body: Id<'body'> | null
  readonly snapshot: Snapshot | null
  readonly rule: DeadlineRule | null
  readonly dueAt: Temporal.Instant | null
  readonly handedBy: Id<'account'> | null
  readonly handedAt: Temporal.Instant | null
  readonly handedOn: Temporal.PlainDate | null
  readonly source: string | null
  readonly isClosed: boolean
  readonly meetingOn: Temporal.PlainDate | null
  readonly returnOn: Temporal.PlainDate | null
  readonly toldStatus?: ToldStatus | null
}

export async function putPackage(tx: Tx, pack: NewPackage): Promise<Id<'package'>> {
  const id = newId('package')
  await tx
    .insertInto('decision.package')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: pack.problem,
      body_id: pack.body,
      snapshot: pack.snapshot && JSON.stringify(pack.snapshot),
      rule_count: pack.rule?.count ?? null,
      rule_unit: pack.rule?.unit ?? null,
      due_at: pack.dueAt,
      handed_by: pack.handedBy,
      handed_at: pack.handedAt,
      handed_on: pack.handedOn,
      meeting_on: pack.meetingOn,
      return_on: pack.returnOn,
      closed_at: pack.isClosed ? tx.now : null,
      source: pack.source,
      told_status: pack.toldStatus ? JSON.stringify(pack.toldStatus) : null,
    })
    .execute()
  return id
}

export async function snapshotOf(read: Read, id: Id<'package'>): Promise<Snapshot | undefined> {
  const row = await read.selectFrom('decision.package').select('snapshot').where('id', '=', id).executeTakeFirst()
  return (row?.snapshot ?? undefined) as Snapshot | undefined // written by `putPackage` alone
}

export async function setDates(
  tx: Tx,
  pack: Id<'package'>,
  { meetingOn, returnOn }: { readonly meetingOn: Temporal.PlainDate; readonly returnOn: Temporal.PlainDate },
): Promise<void> {
  await tx
    .updateTable('decision.package')
    .set({ meeting_on: meetingOn, return_on: returnOn })
    .where('id', '=', pack)
    .execute()
}

/**
 * Closes unless an item is unanswered, parked, or not carried in the version that stands: the statement itself looks, and
 * the trigger looks again. False when something was open.
 */
export async function close(
  tx: Tx,
  pack: Id<'package'>,
  { by, at }: { readonly by: Id<'account'>; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update decision.package k
    set closed_by = ${by}, closed_at = ${at}
    where k.id = ${pack} and k.closed_at is null
      and not exists (
        select from decision.item i
        left join decision.current_answer c on c.jurisdiction_id = i.jurisdiction_id and c.recommendation_id = i.recommendation_id
        left join decision.answer_vote w
          on w.jurisdiction_id = c.jurisdiction_id and w.answer_id = c.answer_id and w.version = c.version
        where i.jurisdiction_id = k.jurisdiction_id and i.package_id = k.id
          and (c.kind is null or c.kind in ('park', 'unknown') or w.is_carried is not true)
      )
    returning k.id`.execute(tx)
  return rows.length === 1
}

export type StaffNote = {
  readonly version: number
  readonly text: string
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
}

/** The staff's notes on law and cost, the newest first. */
export async function staffNotes(read: Read, pack: Id<'package'>): Promise<readonly StaffNote[]> {
  return read
    .selectFrom('decision.staff_note')
    .select(['version', 'text', 'by_account as by', 'at'])
    .where('package_id', '=', pack)
    .orderBy('version', 'desc')
    .execute()
}

export async function putStaffNote(
  tx: Tx,
  pack: Id<'package'>,
  { text, by }: { readonly text: string; readonly by: Id<'account'> },
): Promise<number> {
  const version = ((await staffNotes(tx, pack))[0]?.version ?? 0) + 1
  await tx
    .insertInto('decision.staff_note')
    .values({ jurisdiction_id: tx.jurisdiction, package_id: pack, version, text, by_account: by, at: tx.now })
    .execute()
  return version
}
