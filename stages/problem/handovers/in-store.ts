import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { HandoverKind } from './rules.ts'

/** What another place asked of this one: its public words, as they stood when they were carried here. */
export type HandoverIn = {
  readonly id: Id<'handover'>
  readonly number: number
  readonly kind: HandoverKind
  readonly from: Id<'jurisdiction'>
  readonly fromSlug: string
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly language: string
  readonly reason: string
  readonly askedByName: string
  readonly askedAt: Temporal.Instant
  readonly arrivedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly state: 'waits' | 'accepted' | 'declined'
  readonly answer: string
  readonly answerLanguage: string
  readonly answeredBy: Id<'person'> | null
  readonly answeredAt: Temporal.Instant | null
  readonly problem: Id<'problem'> | null
  /** The address of the problem it became here. */
  readonly slug: string | null
}

const inColumns = sql<HandoverIn>`
  i.id, i.number, i.kind, i.from_id as "from", i.from_slug as "fromSlug", i.question, i.what_happens as "whatHappens",
  i.who_is_affected as "whoIsAffected", i.language, i.reason, i.asked_by_name as "askedByName", i.asked_at as "askedAt",
  i.arrived_at as "arrivedAt", i.due_at as "dueAt", i.state, i.answer, i.answer_language as "answerLanguage", i.answered_by as "answeredBy",
  i.answered_at as "answeredAt", i.problem_id as problem, p.slug
  from problem.handover_in i
  left join problem.problem p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.problem_id`

/** What waits first, the most pressing of it first; then what was answered, the latest first. */
export async function handoversIn(read: Read, limit = 200): Promise<readonly HandoverIn[]> {
  const { rows } = await sql<HandoverIn>`
    select ${inColumns}
    order by i.state <> 'waits', case when i.state = 'waits' then i.due_at end, i.answered_at desc, i.number
    limit ${limit}`.execute(read)
  return rows
}

export async function handoverInByNumber(read: Read, number: number): Promise<HandoverIn | undefined> {
  const { rows } = await sql<HandoverIn>`select ${inColumns} where i.number = ${number}`.execute(read)
  return rows[0]
}

export async function handoversInById(read: Read, ids: readonly Id<'handover'>[]): Promise<readonly HandoverIn[]> {
  const { rows } = await sql<HandoverIn>`select ${inColumns} where i.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** Where problems came from, for those that came from another place. */
export const handoversInOf = listsBy(
  (one: HandoverIn) => one.problem ?? '',
  async (read, problems) => {
    const { rows } = await sql<HandoverIn>`select ${inColumns} where i.problem_id = any(${problems}::uuid[])`.execute(
      read,
    )
    return rows
  },
)

export async function latestNumber(read: Read): Promise<number> {
  const { rows } = await sql<{ latest: number }>`
    select coalesce(max(number), 0)::integer as latest from problem.handover_in`.execute(read)
  return rows[0]?.latest ?? 0
}

export type NewHandoverIn = Omit<
  HandoverIn,
  'arrivedAt' | 'state' | 'answer' | 'answerLanguage' | 'answeredBy' | 'answeredAt' | 'problem' | 'slug'
>

/** Keeps what was carried here. False when it was here already: a job may run twice. */
export async function putHandoverIn(tx: Tx, one: NewHandoverIn): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('problem.handover_in')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: one.id,
      number: one.number,
      kind: one.kind,
      from_id: one.from,
      from_slug: one.fromSlug,
      question: one.question,
      what_happens: one.whatHappens,
      who_is_affected: one.whoIsAffected,
      language: one.language,
      reason: one.reason,
      asked_by_name: one.askedByName,
      asked_at: one.askedAt,
      arrived_at: tx.now,
      due_at: one.dueAt,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export type AnswerIn = {
  readonly state: 'accepted' | 'declined'
  readonly answer: string
  readonly language: string
  readonly by: Id<'person'>
  readonly problem: Id<'problem'> | null
}

export async function answerHandoverIn(
  tx: Tx,
  id: Id<'handover'>,
  { state, answer, language, by, problem }: AnswerIn,
): Promise<void> {
  await tx
    .updateTable('problem.handover_in')
    .set({ state, answer, answer_language: language, answered_by: by, answered_at: tx.now, problem_id: problem })
    .where('id', '=', id)
    .execute()
}
