import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { AnswererKind, Side } from './rules.ts'

/** Who is to answer an order, as the desk named her. */
export type Answerer = {
  readonly evidence: Id<'evidence'>
  readonly number: number
  readonly kind: AnswererKind
  /** Null for somebody outside without an account. */
  readonly account: Id<'account'> | null
  readonly name: string
  readonly position: string
  readonly interest: string
  readonly hasAgreed: boolean
  readonly side: Side
  readonly dueAt: Temporal.Instant
  readonly laterWords: string
  readonly namedBy: Id<'account'>
  readonly namedAt: Temporal.Instant
}

export async function answerersOf(read: Read, orders: readonly Id<'evidence'>[]): Promise<readonly Answerer[]> {
  const { rows } = await sql<Answerer>`
    select a.evidence_id as evidence, a.number, a.kind, a.account_id as account, a.name, a.position, a.interest,
      a.has_agreed as "hasAgreed", a.side, a.due_at as "dueAt", a.later_words as "laterWords", a.named_by as "namedBy",
      a.named_at as "namedAt"
    from inquiry.answerer a
    where a.evidence_id = any(${orders}::uuid[])
    order by a.evidence_id, a.number`.execute(read)
  return rows
}

/** The caller holds the lock of the case. */
export async function putAnswerer(
  tx: Tx,
  named: Omit<Answerer, 'number' | 'namedAt'>,
): Promise<{ readonly number: number }> {
  const { rows } = await sql<{ number: number }>`
    insert into inquiry.answerer (
      jurisdiction_id, evidence_id, number, kind, account_id, name, position, interest, has_agreed, side, due_at,
      later_words, named_by, named_at
    )
    select ${tx.jurisdiction}, ${named.evidence}, coalesce(max(number), 0) + 1, ${named.kind}, ${named.account}::uuid,
      ${named.name}, ${named.position}, ${named.interest}, ${named.hasAgreed}, ${named.side}, ${named.dueAt}::timestamptz,
      ${named.laterWords}, ${named.namedBy}, ${tx.now}::timestamptz
    from inquiry.answerer
    where jurisdiction_id = ${tx.jurisdiction} and evidence_id = ${named.evidence}
    returning number`.execute(tx)
  return { number: rows[0]?.number ?? 1 }
}
