import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'
import { hiddenWords } from '../../platform/moderation/index.ts'

export type Meeting = {
  readonly id: Id<'meeting'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  /** The day there; null where a told case does not know it. */
  readonly day: Temporal.PlainDate | null
  readonly startsAt: Temporal.Instant | null
  readonly endsAt: Temporal.Instant | null
  readonly place: string | null
  readonly access: string
  readonly documents: string
  /** Open to the public; null: unknown. */
  readonly isOpen: boolean | null
  readonly closedGround: string
  /** Why the ground applies. */
  readonly closedWords: string
  readonly closedBy: Id<'account'> | null
  readonly closedAt: Temporal.Instant | null
  /** What was decided is closed too. */
  readonly decisionsClosed: boolean
  /** What it is for within a series; null where it was called by itself. */
  readonly phase: 'explore' | 'shape' | null
  readonly state: 'called' | 'cancelled'
  readonly cancelReason: string
  readonly sequence: number
  readonly calledBy: Id<'account'> | null
  readonly calledAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  /** When it was recorded who came; null: not yet, or unknown. */
  readonly attendanceAt: Temporal.Instant | null
  /** When its papers are to go out; null: nobody has said. */
  readonly papersDueAt: Temporal.Instant | null
  /** When they went out, to everybody in the same instant; null: not yet. */
  readonly papersAt: Temporal.Instant | null
  readonly source: string | null
  /** A study visit of a told case, which is not counted as a meeting; here a visit is an encounter. */
  readonly isVisit: boolean
}

const columns = sql`
  m.id, m.problem_id as problem, m.number, case when h.about_id is null then m.title else ${hiddenWords} end as title,
  m.day, m.starts_at as "startsAt", m.ends_at as "endsAt", m.place, m.access, m.documents,
  m.is_open as "isOpen", m.closed_ground as "closedGround", m.closed_words as "closedWords",
  m.closed_by as "closedBy", m.closed_at as "closedAt", m.decisions_closed as "decisionsClosed", m.phase, m.state, m.cancel_reason as "cancelReason", m.sequence,
  m.called_by as "calledBy", m.called_at as "calledAt", m.changed_at as "changedAt", m.attendance_at as "attendanceAt",
  m.papers_due_at as "papersDueAt", m.papers_at as "papersAt", m.source, m.is_visit as "isVisit"
  from meeting.meeting m
  left join moderation.hidden h on h.jurisdiction_id = m.jurisdiction_id and h.about_id = m.id`

/** The series of one case, in its own order. */
export const meetingsOf = listsBy(
  (meeting: Meeting) => meeting.problem,
  async (read, problems) => {
    const { rows } = await sql<Meeting>`
      select ${columns} where m.problem_id = any(${problems}::uuid[]) order by m.number`.execute(read)
    return rows
  },
)

export async function meetingByNumber(
  read: Read,
  problem: Id<'problem'>,
  number: number,
): Promise<Meeting | undefined> {
  const { rows } =
    await sql<Meeting>`select ${columns} where m.problem_id = ${problem} and m.number = ${number}`.execute(read)
  return rows[0]
}

export async function meetingsById(read: Read, ids: readonly Id<'meeting'>[]): Promise<readonly Meeting[]> {
  const { rows } = await sql<Meeting>`select ${columns} where m.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type Coming = { readonly from: Temporal.Instant; readonly limit: number }

/** Meetings that have not ended by then and stand, the next one first. */
export async function upcomingMeetings(read: Read, { from, limit }: Coming): Promise<readonly Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${columns}
    where m.ends_at > ${from} and m.state = 'called'
    order by m.starts_at
    limit ${limit}`.execute(read)
  return rows
}

type Cases = ReadonlySet<Id<'problem'>>

/** In which cases people meet between these moments: found by the end of a meeting, of which there is an index. */
export async function problemsMeeting(read: Read, from: Temporal.Instant, to: Temporal.Instant): Promise<Cases> {
  const { rows } = await sql<{ problem: Id<'problem'> }>`
    select distinct m.problem_id as problem from meeting.meeting m
    where m.ends_at > ${from} and m.starts_at >= ${from} and m.starts_at <= ${to} and m.state = 'called'`.execute(read)
  return new Set(rows.map(({ problem }) => problem))
}

export type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** Meetings of the whole jurisdiction on these days, both included. */
export async function meetingsBetween(read: Read, { from, to }: Days): Promise<readonly Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${columns}
    where m.day between ${from} and ${to}
    order by m.day, m.starts_at nulls last, m.problem_id, m.number
    limit 1000`.execute(read)
  return rows
}

/** Meetings whose day nobody knows. */
export async function meetingsWithoutDay(read: Read): Promise<readonly Meeting[]> {
  const { rows } =
    await sql<Meeting>`select ${columns} where m.day is null order by m.problem_id, m.number limit 200`.execute(read)
  return rows
}

/** The days nearest to this month on which somebody meets, or an event, a talk or a visit is: for the way back and on. */
export async function daysAround(
  read: Read,
  { from, to, timeZone }: Days & { readonly timeZone: string },
): Promise<{
  readonly before: Temporal.PlainDate | null
  readonly after: Temporal.PlainDate | null
}> {
  const { rows } = await sql<{ before: Temporal.PlainDate | null; after: Temporal.PlainDate | null }>`
    with taken (day) as (
      select day from meeting.meeting
      union all select (starts_at at time zone ${timeZone})::date from meeting.gathering
      union all select (starts_at at time zone ${timeZone})::date from meeting.encounter
    )
    select
      (select max(day) from taken where day < ${from}) as before,
      (select min(day) from taken where day > ${to}) as after`.execute(read)
  return rows[0] ?? { before: null, after: null }
}

export type NewMeeting = Omit<
  Meeting,
  | 'id'
  | 'number'
  | 'state'
  | 'cancelReason'
  | 'sequence'
  | 'calledAt'
  | 'changedAt'
  | 'attendanceAt'
  | 'papersDueAt'
  | 'papersAt'
  | 'closedBy'
  | 'closedAt'
  | 'isVisit'
> & { readonly isVisit?: boolean }

/** Numbers are counted per case; the caller holds its lock. */
export async function putMeeting(
  tx: Tx,
  meeting: NewMeeting,
): Promise<{ readonly id: Id<'meeting'>; readonly number: number }> {
  const id = newId('meeting')
  const isClosed = meeting.isOpen === false && meeting.calledBy !== null
  const { rows } = await sql<{ number: number }>`
    insert into meeting.meeting (
      jurisdiction_id, id, problem_id, number, title, day, starts_at, ends_at, place, access, documents, is_open, closed_ground, closed_words,
      closed_by, closed_at, decisions_closed, phase, called_by, called_at, changed_at, source, is_visit
    )
    select ${tx.jurisdiction}, ${id}, ${meeting.problem}, coalesce(max(number), 0) + 1, ${meeting.title}, ${meeting.day}::date,
      ${meeting.startsAt}::timestamptz, ${meeting.endsAt}::timestamptz, ${meeting.place}, ${meeting.access}, ${meeting.documents},
      ${meeting.isOpen}::boolean, ${meeting.closedGround}, ${meeting.closedWords},
      ${isClosed ? meeting.calledBy : null}::uuid, ${isClosed ? tx.now : null}::timestamptz, ${meeting.decisionsClosed}, ${meeting.phase}, ${meeting.calledBy}::uuid, ${tx.now}::timestamptz, ${tx.now}::timestamptz,
      ${meeting.source}, ${meeting.isVisit ?? false}::boolean
    from meeting.meeting
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${meeting.problem}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

export type MeetingPlan = Pick<
  Meeting,
  | 'title'
  | 'day'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'access'
  | 'documents'
  | 'isOpen'
  | 'closedGround'
  | 'closedWords'
  | 'decisionsClosed'
>

/** Who closes it stands there from then on; opening it again takes that away. */
export async function changeMeeting(
  tx: Tx,
  id: Id<'meeting'>,
  { by, ...plan }: MeetingPlan & { readonly by: Id<'account'> },
): Promise<void> {
  await sql`
    update meeting.meeting
    set title = ${plan.title}, day = ${plan.day}, starts_at = ${plan.startsAt}, ends_at = ${plan.endsAt}, place = ${plan.place},
      access = ${plan.access}, documents = ${plan.documents}, is_open = ${plan.isOpen}, closed_ground = ${plan.closedGround},
      closed_words = ${plan.closedWords}, decisions_closed = ${plan.decisionsClosed},
      closed_by = case when ${plan.isOpen} then null else coalesce(closed_by, ${by}) end,
      closed_at = case when ${plan.isOpen} then null else coalesce(closed_at, ${tx.now}) end,
      sequence = sequence + 1, changed_at = ${tx.now}
    where id = ${id}`.execute(tx)
}

export async function cancelMeeting(tx: Tx, id: Id<'meeting'>, reason: string): Promise<void> {
  await sql`
    update meeting.meeting
    set state = 'cancelled', cancel_reason = ${reason}, sequence = sequence + 1, changed_at = ${tx.now}
    where id = ${id}`.execute(tx)
}

/** Meetings this politician came to since then, the latest first. */
export async function meetingsAttended(
  read: Read,
  person: Id<'person'>,
  since: Temporal.Instant,
): Promise<readonly Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${columns}
    join meeting.attendance a on a.jurisdiction_id = m.jurisdiction_id and a.meeting_id = m.id
    where a.person_id = ${person} and a.is_present and a.stand_in_id is null and m.ends_at > ${since}
    order by m.ends_at desc`.execute(read)
  return rows
}

/** Held since then, and nobody has written a word of minutes. */
export async function meetingsWithoutMinutes(
  read: Read,
  { since, now }: { readonly since: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<readonly Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${columns}
    where m.ends_at between ${since} and ${now} and m.state = 'called'
      and not exists (
        select from meeting.item i
        where i.jurisdiction_id = m.jurisdiction_id and i.meeting_id = m.id and i.minutes_at is not null
      )
    order by m.ends_at`.execute(read)
  return rows
}
