import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { isPutOff } from '../answers/standing.ts'
import type { Reminded, Step, Told } from './rules.ts'

/** A promised day that has come near or passed, and whether its reminders have gone out. */
export type Promised = {
  readonly what: Reminded
  readonly about: Id
  /** The package's id, or the problem's where nothing was handed over: what an act on it is locked by. */
  readonly lock: Id<'package'> | Id<'problem'>
  readonly problem: Id<'problem'>
  /** Number of the recommendation or of the direction; null where it is about all of them. */
  readonly number: number | null
  /** The body that promised. */
  readonly body: Id<'body'>
  /** Who parked it or passed it on. */
  readonly person: Id<'person'> | null
  readonly since: Temporal.Instant | null
  readonly dueAt: Temporal.Instant
  readonly told: readonly Told[]
}

type Row = Omit<Promised, 'told'>
type About = Pick<Promised, 'what' | 'about'>

/**
 * What is promised by then and not all told of yet, the earliest first; one of them alone, to be looked at again under its lock.
 * Half of a timetable is the end of its middle day, as `halfOf` counts it.
 */
export async function promisedBy(
  read: Read,
  until: Temporal.Instant,
  only: About | null = null,
): Promise<readonly Promised[]> {
  const { rows } = await sql<Row>`
    with promised as (
      select 'answers' as what, k.id::uuid as about, k.id::uuid as lock, k.problem_id as problem, null::int as number,
        k.body_id as body, null::uuid as person, k.handed_at as since, k.due_at
      from decision.package k
      where k.closed_at is null and k.source is null
      union all
      select case v.kind when 'park' then 'parked' else 'referred' end, i.recommendation_id::uuid, k.id::uuid, k.problem_id,
        i.number, k.body_id, v.person_id::uuid, v.at,
        (coalesce(v.park_until, v.refer_by) + 1)::timestamp at time zone j.time_zone - interval '1 millisecond'
      from decision.answer_version v
      join decision.answer a on a.jurisdiction_id = v.jurisdiction_id and a.id = v.answer_id
      join decision.item i on i.jurisdiction_id = a.jurisdiction_id and i.recommendation_id = a.recommendation_id
      join decision.package k on k.jurisdiction_id = i.jurisdiction_id and k.id = i.package_id
      join directory.jurisdiction j on j.id = v.jurisdiction_id
      where v.kind in ('park', 'refer') and v.source is null and not exists (
        select from decision.answer_version w
        where w.jurisdiction_id = v.jurisdiction_id and w.answer_id = v.answer_id and w.version > v.version
      )
      and ${isPutOff}
      union all
      select 'return', k.id::uuid, k.id::uuid, k.problem_id, null, k.body_id, null, k.handed_at,
        (k.return_on + 1)::timestamp at time zone j.time_zone - interval '1 millisecond'
      from decision.package k
      join directory.jurisdiction j on j.id = k.jurisdiction_id
      where k.return_on is not null and k.source is null and not exists (
        select from decision.return_report r where r.jurisdiction_id = k.jurisdiction_id and r.package_id = k.id
      )
      union all
      -- All questions for one meeting together: whoever owes replies hears of them once, however many there are.
      select 'questions', k.id::uuid, k.id::uuid, k.problem_id, null, k.body_id, null, min(q.asked_at),
        (m.held_on + 1)::timestamp at time zone j.time_zone - interval '1 millisecond'
      from decision.meeting_question q
      join decision.package k on k.jurisdiction_id = q.jurisdiction_id and k.id = q.package_id
      join directory.jurisdiction j on j.id = k.jurisdiction_id
      cross join lateral (select case q.round when 'response' then k.meeting_on else k.return_on end as held_on) m
      where q.reply is null and m.held_on is not null and not exists (
        select from moderation.hidden h where h.jurisdiction_id = q.jurisdiction_id and h.about_id = q.id
      )
      group by k.id, k.problem_id, k.body_id, m.held_on, j.time_zone
      union all
      select 'reply', d.id::uuid, d.problem_id::uuid, d.problem_id, d.number, d.body_id, null, d.sent_at, d.due_at
      from decision.direction d
      where d.due_at is not null
        and not exists (
          select from decision.direction_reply r where r.jurisdiction_id = d.jurisdiction_id and r.direction_id = d.id
        )
        and not exists (
          select from decision.package k where k.jurisdiction_id = d.jurisdiction_id and k.problem_id = d.problem_id
        )
      union all
      select 'unsent', m.problem_id::uuid, m.problem_id::uuid, m.problem_id, null, m.parent_body_id, null, m.adopted_at,
        (m.starts_on + (m.ends_on - m.starts_on) / 2 + 1)::timestamp at time zone j.time_zone - interval '1 millisecond'
      from mandate.mandate m
      join directory.jurisdiction j on j.id = m.jurisdiction_id
      where m.state = 'adopted' and m.source is null and m.parent_body_id is not null
        and not exists (
          select from decision.direction d where d.jurisdiction_id = m.jurisdiction_id and d.problem_id = m.problem_id
        )
        and not exists (
          select from decision.package k where k.jurisdiction_id = m.jurisdiction_id and k.problem_id = m.problem_id
        )
    )
    select o.what, o.about, o.lock, o.problem, o.number, o.body, o.person, o.since, o.due_at as "dueAt"
    from promised o
    where o.due_at < ${until.toString()}::timestamptz
      and (${only === null} or (o.what = ${only?.what ?? ''} and o.about = ${only?.about ?? null}::uuid))
      and not exists (
        select from decision.reminder r
        where r.what = o.what and r.about_id = o.about and r.due_at = o.due_at and r.step = 'everybody'
      )
    order by o.due_at, o.about
    limit 5000`.execute(read)
  const told = await remindersOf(
    read,
    rows.map(({ problem }) => problem),
  )
  return rows.map((row) => ({
    ...row,
    told: told.filter(
      ({ what, about, dueAt }) =>
        what === row.what && about === row.about && Temporal.Instant.compare(dueAt, row.dueAt) === 0,
    ),
  }))
}

export type Reminder = Told & About & { readonly dueAt: Temporal.Instant }

/** Every reminder that went out in these cases, in the order of its steps. */
export async function remindersOf(read: Read, problems: readonly Id<'problem'>[]): Promise<readonly Reminder[]> {
  if (problems.length === 0) return []
  const { rows } = await sql<Reminder>`
    select r.what, r.about_id as about, r.due_at as "dueAt", r.step, r.told_at as at
    from decision.reminder r
    where r.problem_id = any(${[...new Set(problems)]}::uuid[])
    order by r.due_at, r.told_at`.execute(read)
  return rows
}

/** False where it has gone out already. */
export async function putReminder(
  tx: Tx,
  { what, about, problem, dueAt }: Promised,
  { step, after }: { readonly step: Step; readonly after: Step | null },
): Promise<boolean> {
  const kept = await tx
    .insertInto('decision.reminder')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      what,
      about_id: about,
      due_at: dueAt,
      step,
      after_step: after,
      told_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'what', 'about_id', 'due_at', 'step']).doNothing())
    .returning('step')
    .execute()
  return kept.length > 0
}
