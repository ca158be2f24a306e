import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Answer } from './rules.ts'

/** One answer of a body, with the record of its vote; a draft until that is confirmed. */
export type BodyAnswer = Answer & {
  readonly resolution: Id<'resolution'>
  readonly problem: Id<'problem'>
  /** Which debt it answers. */
  readonly number: number
  readonly confirmedAt: Temporal.Instant | null
  /** In which the reason is written. */
  readonly language: string
  /** The version of the problem that it answers. */
  readonly framing: number
}

const columns = sql<BodyAnswer>`
  a.resolution_id as resolution, a.problem_id as problem, a.owed_number as number, a.outcome, a.reason, a.language, a.sponsor_id as sponsor,
  a.referred_body_id as "referredBody", a.referred_name as "referredName",
  a.referred_place_id as "referredPlace", a.confirmed_at as "confirmedAt",
  o.framing_number as framing
  from problem.body_answer a
  join problem.answer_owed o
    on o.jurisdiction_id = a.jurisdiction_id and o.problem_id = a.problem_id and o.number = a.owed_number`

/** All of one problem, drafts among them, the newest first. */
export async function answersOf(read: Read, problem: Id<'problem'>): Promise<readonly BodyAnswer[]> {
  const { rows } = await sql<BodyAnswer>`
    select ${columns} where a.problem_id = ${problem} order by a.resolution_id desc`.execute(read)
  return rows
}

/** What bodies have answered lately. */
export async function latestAnswers(read: Read, limit: number): Promise<readonly BodyAnswer[]> {
  const { rows } = await sql<BodyAnswer>`
    select ${columns} where a.confirmed_at is not null order by a.confirmed_at desc limit ${limit}`.execute(read)
  return rows
}

export async function putAnswer(tx: Tx, answer: Omit<BodyAnswer, 'confirmedAt' | 'framing'>): Promise<void> {
  await tx
    .insertInto('problem.body_answer')
    .values({
      jurisdiction_id: tx.jurisdiction,
      resolution_id: answer.resolution,
      problem_id: answer.problem,
      owed_number: answer.number,
      outcome: answer.outcome,
      reason: answer.reason,
      language: answer.language,
      sponsor_id: answer.sponsor,
      referred_body_id: answer.referredBody,
      referred_name: answer.referredName,
      referred_place_id: answer.referredPlace,
    })
    .execute()
}

/** Puts the answer in force and ends the debt, both in one moment. */
export async function confirmAnswer(
  tx: Tx,
  { resolution, problem, number }: Pick<BodyAnswer, 'resolution' | 'problem' | 'number'>,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('problem.body_answer')
    .set({ confirmed_at: at })
    .where('resolution_id', '=', resolution)
    .execute()
  await tx
    .updateTable('problem.answer_owed')
    .set({ answered_at: at })
    .where('problem_id', '=', problem)
    .where('number', '=', number)
    .execute()
}

export async function putRaisedAgain(
  tx: Tx,
  {
    problem,
    earlier,
    newFacts,
  }: { readonly problem: Id<'problem'>; readonly earlier: Id<'problem'>; readonly newFacts: string },
): Promise<void> {
  await tx
    .insertInto('problem.raised_again')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, earlier_id: earlier, new_facts: newFacts })
    .execute()
}

export type RaisedAgain = { readonly earlier: Id<'problem'>; readonly newFacts: string }

/** Which earlier matter this one raises again. */
export async function raisedAgainFrom(read: Read, problem: Id<'problem'>): Promise<RaisedAgain | undefined> {
  return read
    .selectFrom('problem.raised_again')
    .select(['earlier_id as earlier', 'new_facts as newFacts'])
    .where('problem_id', '=', problem)
    .executeTakeFirst()
}

export type WaitingRecord = Pick<BodyAnswer, 'problem' | 'number' | 'resolution'> & {
  readonly draftedBy: Id<'account'> | null
}

/** Of these problems, for each debt the newest record that its chair has not confirmed. */
export async function waitingRecords(
  read: Read,
  problems: readonly Id<'problem'>[],
): Promise<readonly WaitingRecord[]> {
  const { rows } = await sql<WaitingRecord>`
    select distinct on (a.problem_id, a.owed_number)
      a.problem_id as problem, a.owed_number as number, a.resolution_id as resolution, r.drafted_by as "draftedBy"
    from problem.body_answer a
    join directory.resolution r on r.jurisdiction_id = a.jurisdiction_id and r.id = a.resolution_id
    where a.problem_id = any(${problems}::uuid[]) and r.confirmed_at is null
    order by a.problem_id, a.owed_number, a.resolution_id desc`.execute(read)
  return rows
}
