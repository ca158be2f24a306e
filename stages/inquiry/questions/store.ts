import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'

/** One asking and its reply. */
export type Round = {
  readonly round: number
  readonly startsAt: Temporal.Instant
  /** Null only in a told case. */
  readonly dueAt: Temporal.Instant | null
  readonly reply: string | null
  readonly repliedBy: Id<'account'> | null
  readonly repliedByPerson: Id<'person'> | null
  readonly isStaff: boolean
  readonly repliedAt: Temporal.Instant | null
  /** The day of the reply in a told case; null where it is unknown. */
  readonly repliedOn: Temporal.PlainDate | null
  /** Whether it answers the question, as the asker says; null: she has not said. */
  readonly isAnswer: boolean | null
  readonly judgement: string
  readonly judgedAt: Temporal.Instant | null
}

/** A question with the round it is in. */
export type Question = Round & {
  readonly id: Id<'question'>
  readonly problem: Id<'problem'>
  readonly number: number
  /** The politician asked; null: the administration. */
  readonly to: Id<'person'> | null
  readonly question: string
  readonly background: string
  readonly language: string
  readonly askedBy: Id<'account'> | null
  readonly askedAt: Temporal.Instant
  /** The day it was asked in a told case; null where it is unknown. */
  readonly askedOn: Temporal.PlainDate | null
  readonly source: string | null
  readonly hasReply: boolean
}

const roundColumns = sql`
  r.round, r.starts_at as "startsAt", r.due_at as "dueAt", r.reply, r.replied_by as "repliedBy",
  r.replied_by_person as "repliedByPerson", r.is_staff as "isStaff", r.replied_at as "repliedAt", r.told_day as "repliedOn",
  r.is_answer as "isAnswer", r.judgement, r.judged_at as "judgedAt"`

const columns = sql`
  q.id, q.problem_id as problem, q.number, q.to_person as "to", q.question, q.background, q.language, q.asked_by as "askedBy",
  q.asked_at as "askedAt", q.told_day as "askedOn", q.source, r.reply is not null as "hasReply", ${roundColumns}
  from inquiry.question q
  join inquiry.round r on r.jurisdiction_id = q.jurisdiction_id and r.question_id = q.id and r.round = q.round`

/** All questions of a case, the newest first. */
export const questionsOf = listsBy(
  (question: Question) => question.problem,
  async (read, problems) => {
    const { rows } = await sql<Question>`
      select ${columns} where q.problem_id = any(${problems}::uuid[]) order by q.number desc`.execute(read)
    return rows
  },
)

export async function questionByNumber(
  read: Read,
  problem: Id<'problem'>,
  number: number,
): Promise<Question | undefined> {
  const { rows } =
    await sql<Question>`select ${columns} where q.problem_id = ${problem} and q.number = ${number}`.execute(read)
  return rows[0]
}

export async function questionsById(read: Read, ids: readonly Id<'question'>[]): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`select ${columns} where q.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** Questions to this politician, those that wait first. */
export async function questionsTo(read: Read, person: Id<'person'>): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`
    select ${columns}
    where q.to_person = ${person}
    order by r.reply is not null, r.due_at nulls last, q.asked_at desc
    limit 200`.execute(read)
  return rows
}

/** Questions to the administration that wait. */
export async function questionsToAdministration(read: Read): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`
    select ${columns}
    where q.to_person is null and r.reply is null and q.source is null
    order by r.due_at
    limit 200`.execute(read)
  return rows
}

/** Answers this person asked for and has not judged. */
export async function repliesToJudge(read: Read, account: Id<'account'>): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`
    select ${columns}
    where q.asked_by = ${account} and r.reply is not null and r.is_answer is null
    order by r.replied_at
    limit 100`.execute(read)
  return rows
}

/** Everything with a deadline, the first due first: what waits, and what was answered within a year. */
export async function questionsDue(read: Read): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`
    select ${columns}
    where r.due_at is not null and (r.reply is null or r.replied_at > clock_timestamp() - interval '1 year')
    order by r.due_at
    limit 1000`.execute(read)
  return rows
}

export async function roundsOf(read: Read, question: Id<'question'>): Promise<readonly Round[]> {
  const { rows } = await sql<Round>`
    select ${roundColumns} from inquiry.round r where r.question_id = ${question} order by r.round`.execute(read)
  return rows
}

export type NewQuestion = Pick<
  Question,
  'problem' | 'to' | 'question' | 'background' | 'language' | 'askedBy' | 'askedOn' | 'dueAt' | 'source'
>

/** Numbers are counted per case; the caller holds its lock. */
export async function putQuestion(
  tx: Tx,
  asked: NewQuestion,
): Promise<{ readonly id: Id<'question'>; readonly number: number }> {
  const id = newId('question')
  const { rows } = await sql<{ number: number }>`
    insert into inquiry.question (
      jurisdiction_id, id, problem_id, number, to_person, question, background, language, asked_by, asked_at, told_day, source
    )
    select ${tx.jurisdiction}, ${id}, ${asked.problem}, coalesce(max(number), 0) + 1, ${asked.to}::uuid, ${asked.question},
      ${asked.background}, ${asked.language}, ${asked.askedBy}::uuid, ${tx.now}::timestamptz, ${asked.askedOn}::date, ${asked.source}
    from inquiry.question
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${asked.problem}
    returning number`.execute(tx)
  await putRound(tx, id, { round: 1, dueAt: asked.dueAt })
  return { id, number: rows[0]?.number ?? 1 }
}

async function putRound(
  tx: Tx,
  question: Id<'question'>,
  { round, dueAt }: Pick<Round, 'round' | 'dueAt'>,
): Promise<void> {
  await tx
    .insertInto('inquiry.round')
    .values({ jurisdiction_id: tx.jurisdiction, question_id: question, round, starts_at: tx.now, due_at: dueAt })
    .execute()
}

export type NewReply = {
  readonly reply: string
  readonly by: Id<'account'> | null
  readonly person: Id<'person'> | null
  readonly isStaff: boolean
  readonly at: Temporal.Instant
  readonly on: Temporal.PlainDate | null
}

export async function putReply(tx: Tx, { id, round }: Pick<Question, 'id' | 'round'>, given: NewReply): Promise<void> {
  await tx
    .updateTable('inquiry.round')
    .set({
      reply: given.reply,
      replied_by: given.by,
      replied_by_person: given.person,
      is_staff: given.isStaff,
      replied_at: given.at,
      told_day: given.on,
    })
    .where('question_id', '=', id)
    .where('round', '=', round)
    .execute()
}

export type NewVerdict = {
  readonly isAnswer: boolean
  readonly words: string
  readonly nextDue: Temporal.Instant | null
}

/** Keeps the asker's word; with a next deadline the question goes into its next round. */
export async function putVerdict(
  tx: Tx,
  { id, round }: Pick<Question, 'id' | 'round'>,
  verdict: NewVerdict,
): Promise<void> {
  await tx
    .updateTable('inquiry.round')
    .set({ is_answer: verdict.isAnswer, judgement: verdict.words, judged_at: tx.now })
    .where('question_id', '=', id)
    .where('round', '=', round)
    .execute()
  if (verdict.nextDue === null) return
  await putRound(tx, id, { round: round + 1, dueAt: verdict.nextDue })
  await tx
    .updateTable('inquiry.question')
    .set({ round: round + 1 })
    .where('id', '=', id)
    .execute()
}

export type PoliticianRecord = {
  /** Answered before the deadline, and not judged to be no answer. */
  readonly onTime: number
  readonly late: number
  /** Not answered yet, or no answer in the asker's eyes. */
  readonly waiting: number
  readonly notes: number
}

/** How a politician answers and what she wrote of what she learned. Told cases count no deadlines. */
export async function politicianRecord(read: Read, person: Id<'person'>): Promise<PoliticianRecord> {
  const { rows } = await sql<PoliticianRecord>`
    select
      count(*) filter (where r.replied_at <= r.due_at) as "onTime",
      count(*) filter (where r.replied_at > r.due_at) as late,
      count(*) filter (where r.reply is null and q.source is null) as waiting,
      (select count(*) from inquiry.note n where n.person_id = ${person} and n.on_behalf is null) as notes
    from inquiry.question q
    join inquiry.round r on r.jurisdiction_id = q.jurisdiction_id and r.question_id = q.id and r.round = q.round
    where q.to_person = ${person}`.execute(read)
  return rows[0] ?? { onTime: 0, late: 0, waiting: 0, notes: 0 }
}
