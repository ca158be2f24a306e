import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { HandoverKind, OutState } from './rules.ts'

/** What this place asked of another. */
export type HandoverOut = {
  readonly id: Id<'handover'>
  readonly problem: Id<'problem'>
  readonly kind: HandoverKind
  readonly to: Id<'jurisdiction'>
  readonly reason: string
  readonly askedBy: Id<'account'>
  readonly person: Id<'person'>
  readonly askedAt: Temporal.Instant
  readonly state: OutState
  readonly dueAt: Temporal.Instant | null
  readonly answer: string
  readonly answerLanguage: string
  readonly answeredByName: string
  readonly answeredAt: Temporal.Instant | null
  readonly theirSlug: string | null
}

const outColumns = sql<HandoverOut>`
  o.id, o.problem_id as problem, o.kind, o.to_id as "to", o.reason, o.asked_by as "askedBy", o.asked_by_person as person,
  o.asked_at as "askedAt", o.state, o.due_at as "dueAt", o.answer, o.answer_language as "answerLanguage", o.answered_by_name as "answeredByName",
  o.answered_at as "answeredAt", o.their_slug as "theirSlug"
  from problem.handover_out o`

/** The earliest first. */
export const handoversOutOf = listsBy(
  (one: HandoverOut) => one.problem,
  async (read, problems) => {
    const { rows } = await sql<HandoverOut>`
      select ${outColumns} where o.problem_id = any(${problems}::uuid[]) order by o.asked_at, o.id`.execute(read)
    return rows
  },
)

export async function handoversOutById(
  read: Read,
  ids: readonly Id<'handover'>[],
): Promise<readonly (HandoverOut & { readonly slug: string })[]> {
  const { rows } = await sql<HandoverOut & { readonly slug: string }>`
    select p.slug, ${outColumns}
    join problem.problem p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.problem_id
    where o.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewHandoverOut = Pick<HandoverOut, 'id' | 'problem' | 'kind' | 'to' | 'reason' | 'askedBy' | 'person'>

export async function putHandoverOut(tx: Tx, one: NewHandoverOut): Promise<void> {
  await tx
    .insertInto('problem.handover_out')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: one.id,
      problem_id: one.problem,
      kind: one.kind,
      to_id: one.to,
      reason: one.reason,
      asked_by: one.askedBy,
      asked_by_person: one.person,
      asked_at: tx.now,
    })
    .execute()
}

/** It got there. False when that was known already. */
export async function markArrived(tx: Tx, id: Id<'handover'>, dueAt: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('problem.handover_out')
    .set({ state: 'waits', due_at: dueAt })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** It never got there. False when something else was known already. */
export async function markStopped(tx: Tx, id: Id<'handover'>): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('problem.handover_out')
    .set({ state: 'stopped' })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type ComeBack = {
  readonly state: 'accepted' | 'declined'
  readonly dueAt: Temporal.Instant
  readonly answer: string
  readonly answerLanguage: string
  readonly answeredByName: string
  readonly answeredAt: Temporal.Instant
  readonly theirSlug: string | null
}

/** The answer came back. False when it was known already. */
export async function markAnswered(tx: Tx, id: Id<'handover'>, back: ComeBack): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('problem.handover_out')
    .set({
      state: back.state,
      answer: back.answer,
      answer_language: back.answerLanguage,
      answered_by_name: back.answeredByName,
      answered_at: back.answeredAt,
      their_slug: back.theirSlug,
    })
    .where('id', '=', id)
    .where('state', 'in', ['sent', 'waits'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
