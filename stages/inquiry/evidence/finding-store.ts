import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Side } from './rules.ts'

/** An answer to an order, with what it rests on and what is not sure. */
export type Finding = {
  readonly id: Id<'finding'>
  readonly evidence: Id<'evidence'>
  readonly number: number
  /** Who was named to give it; null only in a told case. */
  readonly answerer: number | null
  /** Who answered, as the source of a told case says it; else ''. */
  readonly toldBy: string
  readonly side: Side
  readonly text: string
  readonly sources: string
  readonly uncertain: string
  readonly language: string
  /** Of somebody outside: the one at the desk who entered it. */
  readonly givenBy: Id<'account'> | null
  readonly givenAt: Temporal.Instant
  readonly givenOn: Temporal.PlainDate | null
}

const columns = sql`
  f.id, f.evidence_id as evidence, f.number, f.answerer, f.told_by as "toldBy", f.side, f.text, f.sources, f.uncertain,
  f.language, f.given_by as "givenBy", f.given_at as "givenAt", f.told_day as "givenOn"
  from inquiry.finding f`

export async function findingsOf(read: Read, orders: readonly Id<'evidence'>[]): Promise<readonly Finding[]> {
  const { rows } = await sql<Finding>`
    select ${columns} where f.evidence_id = any(${orders}::uuid[]) order by f.evidence_id, f.number`.execute(read)
  return rows
}

export async function findingsById(read: Read, ids: readonly Id<'finding'>[]): Promise<readonly Finding[]> {
  const { rows } = await sql<Finding>`select ${columns} where f.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** Numbers are counted per order; the caller holds the lock of the case. */
export async function putFinding(
  tx: Tx,
  given: Omit<Finding, 'id' | 'number' | 'givenAt'>,
): Promise<{ readonly id: Id<'finding'>; readonly number: number }> {
  const id = newId('finding')
  const { rows } = await sql<{ number: number }>`
    insert into inquiry.finding (
      jurisdiction_id, id, evidence_id, number, answerer, told_by, side, text, sources, uncertain, language, given_by,
      given_at, told_day
    )
    select ${tx.jurisdiction}, ${id}, ${given.evidence}, coalesce(max(number), 0) + 1, ${given.answerer}::integer,
      ${given.toldBy}, ${given.side}, ${given.text}, ${given.sources}, ${given.uncertain}, ${given.language},
      ${given.givenBy}::uuid, ${tx.now}::timestamptz, ${given.givenOn}::date
    from inquiry.finding
    where jurisdiction_id = ${tx.jurisdiction} and evidence_id = ${given.evidence}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

/** What somebody has against an answer, and whether she says that it is settled. */
export type Objection = {
  readonly id: Id<'objection'>
  readonly evidence: Id<'evidence'>
  readonly number: number
  readonly finding: Id<'finding'>
  readonly reason: string
  readonly source: string
  readonly language: string
  readonly contestedBy: Id<'account'>
  readonly contestedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly settledWords: string
}

const objectionColumns = sql`
  o.id, o.evidence_id as evidence, o.number, o.finding_id as finding, o.reason, o.source, o.language,
  o.contested_by as "contestedBy", o.contested_at as "contestedAt", o.settled_at as "settledAt",
  o.settled_words as "settledWords"
  from inquiry.objection o`

export async function objectionsOf(read: Read, orders: readonly Id<'evidence'>[]): Promise<readonly Objection[]> {
  const { rows } = await sql<Objection>`
    select ${objectionColumns}
    where o.evidence_id = any(${orders}::uuid[])
    order by o.evidence_id, o.number`.execute(read)
  return rows
}

export async function objectionsById(read: Read, ids: readonly Id<'objection'>[]): Promise<readonly Objection[]> {
  const { rows } = await sql<Objection>`select ${objectionColumns} where o.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export async function putObjection(
  tx: Tx,
  said: Omit<Objection, 'id' | 'number' | 'contestedAt' | 'settledAt' | 'settledWords'>,
): Promise<{ readonly id: Id<'objection'>; readonly number: number }> {
  const id = newId('objection')
  const { rows } = await sql<{ number: number }>`
    insert into inquiry.objection (
      jurisdiction_id, id, evidence_id, number, finding_id, reason, source, language, contested_by, contested_at
    )
    select ${tx.jurisdiction}, ${id}, ${said.evidence}, coalesce(max(number), 0) + 1, ${said.finding}, ${said.reason},
      ${said.source}, ${said.language}, ${said.contestedBy}, ${tx.now}::timestamptz
    from inquiry.objection
    where jurisdiction_id = ${tx.jurisdiction} and evidence_id = ${said.evidence}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

export async function putSettled(tx: Tx, id: Id<'objection'>, words: string): Promise<void> {
  await tx
    .updateTable('inquiry.objection')
    .set({ settled_at: tx.now, settled_words: words })
    .where('id', '=', id)
    .execute()
}
