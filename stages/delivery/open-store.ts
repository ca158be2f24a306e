import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../platform/db/index.ts'
import type { OwedCounts, WaitingAsked } from '../../platform/thread/index.ts'
import { columns, withMilestones, type Commitment } from './store.ts'

/** The first day something is owed of it, as the row that is derived from it says; null of what is settled. */
export const firstDue = sql`(
  select d.due_on from delivery.due d where d.jurisdiction_id = c.jurisdiction_id and d.commitment_id = c.id
)`

/** What is open in the place, the most pressing first; of one owner, and due until a day, where that is asked. */
export async function openCommitments(
  read: Read,
  {
    owner,
    until,
    limit,
  }: { readonly owner?: Id<'person'>; readonly until?: Temporal.PlainDate; readonly limit: number },
): Promise<readonly Commitment[]> {
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns}
    join (
      select d.jurisdiction_id, d.commitment_id, d.due_on
      from delivery.due d
      where d.jurisdiction_id = ${read.jurisdiction}
        ${owner === undefined ? sql`` : sql`and d.owner_id = ${owner}`}
        ${until === undefined ? sql`` : sql`and d.due_on <= ${until}`}
      order by d.due_on, d.commitment_id
      limit ${limit}
    ) d on d.jurisdiction_id = c.jurisdiction_id and d.commitment_id = c.id
    order by d.due_on, c.id`.execute(read)
  return withMilestones(read, rows)
}

export type ReportsDue = {
  /** Of this politician, in these bodies; without them of everybody. */
  readonly hers?: { readonly owner: Id<'person'>; readonly bodies: readonly Id<'body'>[] }
  readonly until: Temporal.PlainDate
  readonly today: Temporal.PlainDate
} & WaitingAsked

/** Promises of which something is due until a day, the first due first; and how many they are in all. Reopened ones wait for the chair. */
export async function reportsDue(
  read: Read,
  { hers, until, today, most, problem }: ReportsDue,
): Promise<{ readonly first: readonly Commitment[]; readonly count: number; readonly late: number }> {
  const { rows } = await sql<
    Omit<Commitment, 'milestones'> & { readonly allCount: number; readonly lateCount: number }
  >`
    select d.all_count as "allCount", d.late_count as "lateCount", ${columns}
    join (
      select d.jurisdiction_id, d.commitment_id, d.due_on, count(*) over () as all_count,
        count(*) filter (where d.due_on < ${today}) over () as late_count
      from delivery.due d
      ${hers === undefined ? sql`` : sql`join decision.package k on k.jurisdiction_id = d.jurisdiction_id and k.problem_id = d.problem_id`}
      where d.jurisdiction_id = ${read.jurisdiction} and d.due_on <= ${until} and not d.is_reopened
        ${hers === undefined ? sql`` : sql`and d.owner_id = ${hers.owner} and k.body_id = any(${hers.bodies}::uuid[])`}
        ${problem === undefined ? sql`` : sql`and d.problem_id = ${problem}`}
      order by d.due_on, d.commitment_id
      limit ${most}
    ) d on d.jurisdiction_id = c.jurisdiction_id and d.commitment_id = c.id
    order by d.due_on, c.id`.execute(read)
  const [one] = rows
  return { first: await withMilestones(read, rows), count: one?.allCount ?? 0, late: one?.lateCount ?? 0 }
}

/** Those whose closing was doubted, and of which the chair has not said whether they go on. */
export async function reopenedCommitments(read: Read): Promise<readonly Commitment[]> {
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns} where c.standing = 'reopened' and c.confirmed_at is not null order by c.next_report_on, c.id`.execute(
    read,
  )
  return withMilestones(read, rows)
}

/** Kept or dropped, the last one first; of one owner, where that is asked. */
export async function settledCommitments(
  read: Read,
  limit: number,
  owner?: Id<'person'>,
): Promise<readonly Commitment[]> {
  if (limit === 0) return []
  const { rows } = await sql<Omit<Commitment, 'milestones'>>`
    select ${columns}
    join (
      select r.jurisdiction_id, r.commitment_id, r.at
      from delivery.report r
      ${owner === undefined ? sql`` : sql`join delivery.commitment o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.commitment_id and o.owner_id = ${owner}`}
      where r.jurisdiction_id = ${read.jurisdiction} and r.standing in ('kept', 'dropped') and not exists (
        select from delivery.report later
        where later.jurisdiction_id = r.jurisdiction_id and later.commitment_id = r.commitment_id and later.number > r.number
      )
      order by r.at desc, r.commitment_id
      limit ${limit}
    ) s on s.jurisdiction_id = c.jurisdiction_id and s.commitment_id = c.id
    where c.standing in ('kept', 'dropped')
    order by s.at desc, c.id`.execute(read)
  return withMilestones(read, rows)
}

/** Of all promises made here. */
export async function commitmentCounts(read: Read, today: Temporal.PlainDate): Promise<OwedCounts> {
  const { rows } = await sql<OwedCounts>`
    select o.open, o.late, g.given
    from (select count(*) as open, count(*) filter (where d.due_on < ${today}) as late from delivery.due d) o,
    (select coalesce(sum(s.count), 0)::int as given from delivery.settled s) g`.execute(read)
  return rows[0] ?? { open: 0, late: 0, given: 0 }
}
