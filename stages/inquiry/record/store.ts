import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

/** How the questions asked of one politician stand. Told cases know no clock and are not counted. */
export type ReplyFigures = {
  readonly asked: number
  readonly inTime: number
  readonly late: number
  /** Without an answer, and still within their time. */
  readonly waiting: number
  /** Without an answer, and past their day. */
  readonly overdue: number
  /** From the asking to the answer; null while there is none. */
  readonly medianHours: number | null
}

const rounds = sql`
  from inquiry.question q
  join inquiry.round r on r.jurisdiction_id = q.jurisdiction_id and r.question_id = q.id and r.round = q.round`

export async function replyFiguresOf(read: Read, person: Id<'person'>, now: Temporal.Instant): Promise<ReplyFigures> {
  const { rows } = await sql<ReplyFigures>`
    select count(*) as asked,
      count(*) filter (where r.replied_at <= r.due_at) as "inTime",
      count(*) filter (where r.replied_at > r.due_at) as late,
      count(*) filter (where r.reply is null and r.due_at >= ${now}) as waiting,
      count(*) filter (where r.reply is null and r.due_at < ${now}) as overdue,
      percentile_cont(0.5) within group (order by extract(epoch from r.replied_at - r.starts_at) / 3600)
        filter (where r.reply is not null) as "medianHours"
    ${rounds}
    where q.jurisdiction_id = ${read.jurisdiction} and q.to_person = ${person} and q.source is null`.execute(read)
  return rows[0] ?? { asked: 0, inTime: 0, late: 0, waiting: 0, overdue: 0, medianHours: null }
}

export type LeftQuestion = {
  readonly id: Id<'question'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly question: string
  readonly to: Id<'person'>
  readonly dueAt: Temporal.Instant
}

/** Questions without an answer to politicians who hold no seat on that day, the first due first: nobody can answer in their place. */
export async function questionsLeft(
  read: Read,
  today: Temporal.PlainDate,
  limit: number,
): Promise<readonly LeftQuestion[]> {
  const { rows } = await sql<LeftQuestion>`
    select q.id, q.problem_id as problem, q.number, q.question, q.to_person as "to", r.due_at as "dueAt"
    ${rounds}
    where q.jurisdiction_id = ${read.jurisdiction} and q.source is null and q.to_person is not null and r.reply is null
      and not exists (
        select from directory.membership m
        join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
        where m.jurisdiction_id = q.jurisdiction_id and m.person_id = q.to_person
          and (m.starts_on is null or m.starts_on <= ${today}) and (m.ends_on is null or m.ends_on >= ${today})
      )
    order by r.due_at, q.id
    limit ${limit}`.execute(read)
  return rows
}
