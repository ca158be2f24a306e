import type { Id } from '@folkmoot/basics/ids.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Read } from '../../platform/db/index.ts'
import type { Standing } from './rules.ts'
import { firstDue } from './open-store.ts'

/** SQL of what one body or one politician promised: asked for by it or her, never through the whole place. */

export type PromisedThing = {
  readonly id: Id<'commitment'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly title: string
  /** Who promised it; the body owes it whoever sits in it. */
  readonly owner: Id<'person'>
  readonly office: string
  readonly standing: Standing
  /** The first day on which something of it is due; of what is kept or dropped the day it was to be. */
  readonly on: Temporal.PlainDate | null
  readonly promisedAt: Temporal.Instant
  /** Somebody else wrote it down for her, and she confirmed it. */
  readonly isPrepared: boolean
  readonly reports: number
  /** Of the reports, those that staff wrote. */
  readonly staffReports: number
}

const isOpen = sql`c.standing in ('promised', 'late', 'reopened')`
const isPromised = sql`c.confirmed_at is not null and c.source is null`
const dueOn = sql`
  case when ${isOpen} then ${firstDue}
    else (
      select max(m.due_on) from delivery.milestone m
      where m.jurisdiction_id = c.jurisdiction_id and m.commitment_id = c.id)
  end`
const columns = sql`
  c.id, c.problem_id as problem,
  (select p.slug from problem.problem p where p.jurisdiction_id = c.jurisdiction_id and p.id = c.problem_id) as slug,
  c.number, c.title, c.owner_id as owner, c.office, c.standing, ${dueOn} as on, c.confirmed_at as "promisedAt",
  c.written_by is distinct from c.confirmed_by as "isPrepared",
  (select count(*) from delivery.report r
    where r.jurisdiction_id = c.jurisdiction_id and r.commitment_id = c.id) as reports,
  (select count(*) from delivery.report r
    where r.jurisdiction_id = c.jurisdiction_id and r.commitment_id = c.id and r.is_staff) as "staffReports"`

/** What is open of the promises of a body, the first due first. */
export async function openPromisesOf(read: Read, body: Id<'body'>, limit: number): Promise<readonly PromisedThing[]> {
  const { rows } = await sql<PromisedThing>`
    select ${columns}
    from (
      select d.commitment_id, d.due_on
      from delivery.due d
      join decision.package k on k.jurisdiction_id = d.jurisdiction_id and k.problem_id = d.problem_id and k.body_id = ${body}
      -- A body that was never handed anything owes nothing: asked first, or all that is due would be looked through for it.
      where d.jurisdiction_id = ${read.jurisdiction} and exists (
        select from decision.package its where its.jurisdiction_id = ${read.jurisdiction} and its.body_id = ${body}
      )
      order by d.due_on, d.commitment_id
      limit ${limit}
    ) d
    join delivery.commitment c on c.jurisdiction_id = ${read.jurisdiction} and c.id = d.commitment_id
    order by d.due_on, c.id`.execute(read)
  return rows
}

export type LeftPromises = {
  /** The first due first. */
  readonly first: readonly PromisedThing[]
  readonly count: number
  /** Of them what is due until a day, and what of that is late; reopened ones wait for a word, not for a report. */
  readonly soon: number
  readonly late: number
}

/** What is open of the promises of a body that were made by none of those who sit in it: the body owes it still. */
export async function promisesLeftTo(
  read: Read,
  body: Id<'body'>,
  asked: {
    readonly sitting: readonly Id<'person'>[]
    readonly until: Temporal.PlainDate
    readonly today: Temporal.PlainDate
    readonly most: number
  },
): Promise<LeftPromises> {
  const { rows } = await sql<PromisedThing & Record<'allCount' | 'soonCount' | 'lateCount', number>>`
    -- Looked for by who is gone, before the body: of all it was ever handed it promised a hundred thousand.
    with left_behind as materialized (
      select d.commitment_id, d.problem_id, d.due_on, d.is_reopened
      from delivery.due d
      where d.jurisdiction_id = ${read.jurisdiction} and not d.owner_id = any(${asked.sitting}::uuid[])
    )
    select d.all_count as "allCount", d.soon_count as "soonCount", d.late_count as "lateCount", ${columns}
    from (
      select d.commitment_id, d.due_on, count(*) over () as all_count,
        count(*) filter (where d.due_on <= ${asked.until} and not d.is_reopened) over () as soon_count,
        count(*) filter (where d.due_on < ${asked.today} and not d.is_reopened) over () as late_count
      from left_behind d
      join decision.package k on k.jurisdiction_id = ${read.jurisdiction} and k.problem_id = d.problem_id and k.body_id = ${body}
      order by d.due_on, d.commitment_id
      limit ${asked.most}
    ) d
    join delivery.commitment c on c.jurisdiction_id = ${read.jurisdiction} and c.id = d.commitment_id
    order by d.due_on, c.id`.execute(read)
  const [one] = rows
  return { first: rows, count: one?.allCount ?? 0, soon: one?.soonCount ?? 0, late: one?.lateCount ?? 0 }
}

/** What she promised: the open ones first, the first due first; then what is kept or dropped, the latest first. */
export function promisesBy(read: Read, person: Id<'person'>, limit: number): Promise<readonly PromisedThing[]> {
  return promisedWhere(read, person, { limit, which: sql`` })
}

/** Of these what she promised in one case, however much she promised elsewhere. */
export function promisesIn(
  read: Read,
  { person, problem }: { readonly person: Id<'person'>; readonly problem: Id<'problem'> },
): Promise<readonly PromisedThing[]> {
  return promisedWhere(read, person, { limit: null, which: sql`and o.problem_id = ${problem}` })
}

async function promisedWhere(
  read: Read,
  person: Id<'person'>,
  { limit, which }: { readonly limit: number | null; readonly which: RawBuilder<unknown> },
): Promise<readonly PromisedThing[]> {
  const { rows } = await sql<PromisedThing>`
    select ${columns}
    from (
      (
        select d.commitment_id, d.due_on
        from delivery.due d
        join delivery.commitment o on o.jurisdiction_id = d.jurisdiction_id and o.id = d.commitment_id
        where d.jurisdiction_id = ${read.jurisdiction} and d.owner_id = ${person} ${which}
        order by d.due_on, d.commitment_id
        limit ${limit}
      )
      union all
      (
        select o.id, null
        from delivery.commitment o
        where o.jurisdiction_id = ${read.jurisdiction} and o.owner_id = ${person} and o.source is null
          and o.confirmed_at is not null and o.standing in ('kept', 'dropped') ${which}
        order by o.confirmed_at desc
        limit ${limit}
      )
    ) hers
    join delivery.commitment c on c.jurisdiction_id = ${read.jurisdiction} and c.id = hers.commitment_id
    order by hers.due_on nulls last, c.confirmed_at desc, c.id
    limit ${limit}`.execute(read)
  return rows
}

export type PromiseFigures = {
  readonly kept: number
  readonly dropped: number
  /** Open, and nothing of it is overdue. */
  readonly onTrack: number
  /** Open, and something of it is overdue, or the owner says that it is late. */
  readonly late: number
  readonly prepared: number
  readonly reports: number
  readonly staffReports: number
}

export async function promiseFiguresOf(
  read: Read,
  person: Id<'person'>,
  today: Temporal.PlainDate,
): Promise<PromiseFigures> {
  const { rows } = await sql<PromiseFigures>`
    with hers as (
      select c.id, c.standing, ${isOpen} as open, c.written_by is distinct from c.confirmed_by as is_prepared,
        c.standing = 'late' or coalesce(d.due_on < ${today}::date, false) as is_late
      from delivery.commitment c
      left join delivery.due d on d.jurisdiction_id = c.jurisdiction_id and d.commitment_id = c.id
      where c.jurisdiction_id = ${read.jurisdiction} and c.owner_id = ${person} and ${isPromised}
    ), told as (
      select count(*) as reports, count(*) filter (where r.is_staff) as by_staff
      from delivery.report r
      where r.jurisdiction_id = ${read.jurisdiction} and r.commitment_id in (select id from hers)
    )
    select count(*) filter (where standing = 'kept') as kept, count(*) filter (where standing = 'dropped') as dropped,
      count(*) filter (where open and not is_late) as "onTrack", count(*) filter (where open and is_late) as late,
      count(*) filter (where is_prepared) as prepared, (select reports from told) as reports,
      (select by_staff from told) as "staffReports"
    from hers`.execute(read)
  const none = { kept: 0, dropped: 0, onTrack: 0, late: 0, prepared: 0, reports: 0, staffReports: 0 }
  return rows[0] ?? none
}
