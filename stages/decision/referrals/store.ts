import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { OutState, ReferralAnswer } from './rules.ts'

/** SQL of what this place passed on. */

/** Of an answer's version `v`: nobody it was passed on to has answered it yet. */
export const hasNotComeBack = sql`not exists (
  select from decision.referral_out r
  where r.jurisdiction_id = v.jurisdiction_id and r.answer_id = v.answer_id and r.version = v.version
    and r.state in ('accept', 'accept-amended', 'reject')
)`

export type ReferralOut = {
  readonly id: Id<'referral'>
  readonly answer: Id<'answer'>
  readonly version: number
  readonly to: Id<'jurisdiction'>
  readonly toBody: Id<'body'>
  readonly toName: string
  readonly state: OutState
  readonly theirNumber: number | null
  readonly reason: string
  readonly amendedText: string
  readonly answeredByName: string
  readonly answeredAt: Temporal.Instant | null
  /** What it is about here, and why it was passed on. */
  readonly recommendation: Id<'recommendation'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly title: string
  /** Above the clauses of the recommendation; empty where all its words stand in them. */
  readonly text: string
  readonly body: Id<'body'>
  readonly why: string
  readonly by: Id<'account'> | null
  readonly person: Id<'person'> | null
  readonly dueOn: Temporal.PlainDate
}

const columns = sql`
  o.id, o.answer_id as answer, o.version, o.to_id as "to", o.to_body as "toBody", o.to_name as "toName", o.state,
  o.their_number as "theirNumber", o.reason, o.amended_text as "amendedText", o.answered_by_name as "answeredByName",
  o.answered_at as "answeredAt", a.recommendation_id as recommendation, k.problem_id as problem, p.slug, i.number, i.title, i.text,
  k.body_id as body, v.reason as why, v.account_id as by, v.person_id as person, v.refer_by as "dueOn"
  from decision.referral_out o
  join decision.answer_version v on v.jurisdiction_id = o.jurisdiction_id and v.answer_id = o.answer_id and v.version = o.version
  join decision.answer a on a.jurisdiction_id = o.jurisdiction_id and a.id = o.answer_id
  join decision.item i on i.jurisdiction_id = a.jurisdiction_id and i.recommendation_id = a.recommendation_id
  join decision.package k on k.jurisdiction_id = i.jurisdiction_id and k.id = i.package_id
  join problem.problem p on p.jurisdiction_id = k.jurisdiction_id and p.id = k.problem_id`

/** The latest first. */
export const outsOf = listsBy(
  (one: ReferralOut) => one.answer,
  async (read, answers) => {
    const { rows } = await sql<ReferralOut>`
      select ${columns} where o.answer_id = any(${answers}::uuid[]) order by o.version desc`.execute(read)
    return rows
  },
)

export async function outsById(read: Read, ids: readonly Id<'referral'>[]): Promise<readonly ReferralOut[]> {
  const { rows } = await sql<ReferralOut>`select ${columns} where o.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type Back = { readonly answer: Id<'answer'>; readonly kind: ReferralAnswer; readonly reason: string }

/** What came back to the answers of a case that stand. */
export async function backIn(read: Read, problem: Id<'problem'>): Promise<ReadonlyMap<Id<'answer'>, Back>> {
  const { rows } = await sql<Back>`
    select o.answer_id as answer, o.state as kind, o.reason
    from decision.referral_out o
    join decision.current_answer c
      on c.jurisdiction_id = o.jurisdiction_id and c.answer_id = o.answer_id and c.version = o.version
    join decision.answer a on a.jurisdiction_id = o.jurisdiction_id and a.id = o.answer_id
    join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
    where k.problem_id = ${problem} and o.state in ('accept', 'accept-amended', 'reject')`.execute(read)
  return new Map(rows.map((row) => [row.answer, row]))
}

/** What was sent of a problem, a framing of it, a recommendation, a section or clause of it, or as this very referral. */
export async function sentOf(read: Read, id: Id): Promise<readonly ReferralOut[]> {
  const { rows } = await sql<ReferralOut>`
    select ${columns}
    where o.state <> 'named' and (
      o.id = ${id} or a.recommendation_id = ${id} or k.problem_id = ${id}
      or k.problem_id in (select f.problem_id from problem.framing f where f.jurisdiction_id = k.jurisdiction_id and f.id = ${id})
      or a.recommendation_id in (
        select s.recommendation_id from draft.section s
        where s.jurisdiction_id = a.jurisdiction_id and (
          s.id = ${id}
          or s.id = (select c.section_id from draft.clause c where c.jurisdiction_id = s.jurisdiction_id and c.id = ${id})
        )
      )
    )
    order by o.id`.execute(read)
  return rows
}

export type NewOut = Pick<ReferralOut, 'id' | 'answer' | 'version' | 'to' | 'toBody' | 'toName'>

export async function putOut(tx: Tx, one: NewOut): Promise<void> {
  await tx
    .insertInto('decision.referral_out')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: one.id,
      answer_id: one.answer,
      version: one.version,
      to_id: one.to,
      to_body: one.toBody,
      to_name: one.toName,
    })
    .execute()
}

export async function markAfterVote(tx: Tx, id: Id<'referral'>, state: 'sent' | 'withdrawn'): Promise<void> {
  await tx
    .updateTable('decision.referral_out')
    .set(state === 'sent' ? { state, sent_at: tx.now } : { state })
    .where('id', '=', id)
    .execute()
}

/** It got there. False when that was known already, or it is over. */
export async function markArrived(tx: Tx, id: Id<'referral'>, theirNumber: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('decision.referral_out')
    .set({ state: 'waits', their_number: theirNumber })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type CameBack = {
  readonly state: ReferralAnswer
  readonly theirNumber: number
  readonly reason: string
  readonly amendedText: string
  readonly answeredByName: string
  readonly answeredAt: Temporal.Instant
}

/** The answer came back. False when it was known already, or what was passed on was withdrawn. */
export async function markAnswered(tx: Tx, id: Id<'referral'>, back: CameBack): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('decision.referral_out')
    .set({
      state: back.state,
      their_number: back.theirNumber,
      reason: back.reason,
      amended_text: back.amendedText,
      answered_by_name: back.answeredByName,
      answered_at: back.answeredAt,
    })
    .where('id', '=', id)
    .where('state', 'in', ['sent', 'waits'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
