import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type Counts = {
  readonly applications: number
  readonly records: number
  readonly letters: number
  readonly addresses: number
}

export type Forgotten = Counts & {
  readonly doneAt: Temporal.Instant
  /** For those who waited for an answer on that day: until when what they told may be here, and since when it is not. */
  readonly late: { readonly lastOn: Temporal.PlainDate; readonly endedAt: Temporal.Instant | null } | null
}

/** What a case has announced, and what became of it. */
export type Forgetting = { readonly dueOn: Temporal.PlainDate | null; readonly done: Forgotten | null }

/** Where nothing was announced, as for calls from before there was a set-up: after the group began, or the call closed without one. */
const [daysAfterConfirmation, daysAfterClosing] = [60, 365]

const cases = sql`
  select c.problem_id as problem,
    coalesce(
      r.forget_on,
      (f.confirmed_at at time zone j.time_zone)::date + ${sql.lit(daysAfterConfirmation)},
      (c.closes_at at time zone j.time_zone)::date + ${sql.lit(daysAfterClosing)}
    ) as "dueOn",
    j.time_zone
  from arena.open_call c
  join directory.jurisdiction j on j.id = c.jurisdiction_id
  left join arena.recruitment r on r.jurisdiction_id = c.jurisdiction_id and r.problem_id = c.problem_id
  left join arena.confirmation f on f.jurisdiction_id = c.jurisdiction_id and f.problem_id = c.problem_id`

export async function forgettingOf(read: Read, problem: Id<'problem'>): Promise<Forgetting> {
  const { rows } = await sql<{ readonly dueOn: Temporal.PlainDate | null }>`
    ${cases} where c.problem_id = ${problem}`.execute(read)
  const row = await read
    .selectFrom('arena.forgetting')
    .select(['done_at as doneAt', 'applications', 'records', 'letters', 'addresses', 'last_on', 'ended_at'])
    .where('problem_id', '=', problem)
    .executeTakeFirst()
  if (!row) return { dueOn: rows[0]?.dueOn ?? null, done: null }
  const { last_on: lastOn, ended_at: endedAt, ...counts } = row
  return { dueOn: rows[0]?.dueOn ?? null, done: { ...counts, late: lastOn && { lastOn, endedAt } } }
}

export type Due = {
  readonly problem: Id<'problem'>
  readonly dueOn: Temporal.PlainDate
  /** The last day of those who waited on the day itself, once that is done. */
  readonly lastOn: Temporal.PlainDate | null
}

/** Cases whose day has come there and that are not done: by the calendar of the place, from its first minute on. */
export async function dueCases(read: Read, now: Temporal.Instant): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select d.problem, d."dueOn", g.last_on as "lastOn" from (${cases}) d
    left join arena.forgetting g on g.jurisdiction_id = folkmoot.jurisdiction() and g.problem_id = d.problem
    where (${now}::timestamptz at time zone d.time_zone)::date >= case when g.problem_id is null then d."dueOn" else g.last_on end
      and g.ended_at is null
    order by d.problem`.execute(read)
  return rows
}

export type Unanswered = {
  readonly problem: Id<'problem'>
  readonly count: number
  readonly dueOn: Temporal.PlainDate
  readonly lastOn: Temporal.PlainDate | null
}

/** Cases whose day has come or comes within so many days, and in which people still wait for an answer. */
export async function unansweredSoon(
  read: Read,
  { now, days }: { readonly now: Temporal.Instant; readonly days: number },
): Promise<readonly Unanswered[]> {
  const { rows } = await sql<Unanswered>`
    select d.problem, d."dueOn", g.last_on as "lastOn", w.count
    from (${cases}) d
    join (
      select u.problem_id, count(*)::int as count
      from (
        select problem_id from arena.application where state = 'waiting' and erased_at is null
        union all
        select problem_id from arena.staff_record where state = 'waiting' and erased_at is null
      ) u
      group by u.problem_id
    ) w on w.problem_id = d.problem
    left join arena.forgetting g on g.jurisdiction_id = folkmoot.jurisdiction() and g.problem_id = d.problem
    where d."dueOn" <= (${now}::timestamptz at time zone d.time_zone)::date + ${days}::int and g.ended_at is null
    order by d."dueOn", d.problem`.execute(read)
  return rows
}

/** How much there was, counted from what is left of it. */
export async function countErased(tx: Tx, problem: Id<'problem'>): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      (select count(*)::int from arena.application where problem_id = ${problem} and erased_at is not null) as applications,
      (select count(*)::int from arena.staff_record where problem_id = ${problem} and erased_at is not null) as records,
      (select count(*)::int from arena.letter where problem_id = ${problem}) as letters,
      coalesce((select count from arena.address_list where problem_id = ${problem}), 0) as addresses`.execute(tx)
  return rows[0] ?? { applications: 0, records: 0, letters: 0, addresses: 0 }
}

/** How many were answered by nobody. */
export async function countUnanswered(tx: Tx, problem: Id<'problem'>): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from arena.application
    where problem_id = ${problem} and state = 'not-selected' and answered_by is null`.execute(tx)
  return rows[0]?.count ?? 0
}

export type NewForgetting = Counts & {
  readonly problem: Id<'problem'>
  readonly dueOn: Temporal.PlainDate
  readonly waiting: number
  readonly lastOn: Temporal.PlainDate | null
}

export async function putForgetting(tx: Tx, { problem, dueOn, lastOn, ...counts }: NewForgetting): Promise<void> {
  await tx
    .insertInto('arena.forgetting')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      due_on: dueOn,
      done_at: tx.now,
      last_on: lastOn,
      ...counts,
    })
    .execute()
}

/** Nothing of those who waited is left either. */
export async function endForgetting(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await tx
    .updateTable('arena.forgetting')
    .set({ ended_at: tx.now })
    .where('problem_id', '=', problem)
    .where('ended_at', 'is', null)
    .execute()
}
