import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** Whom a group is still looking for, and through whom. */
export type Appeal = {
  readonly id: Id<'appeal'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly whom: string
  readonly wanted: number
  readonly through: string
  readonly words: string
  readonly language: string
  readonly writtenBy: Id<'account'>
  readonly writtenAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly organisations: readonly Id<'declaration'>[]
}

const columns = sql<Appeal>`
  a.id, a.problem_id as problem, a.number, a.whom, a.wanted, a.through, a.words, a.language, a.written_by as "writtenBy",
  a.written_at as "writtenAt", a.ended_at as "endedAt",
  coalesce((
    select jsonb_agg(o.declaration_id order by o.declaration_id)
    from arena.appeal_organisation o
    where o.jurisdiction_id = a.jurisdiction_id and o.appeal_id = a.id
  ), '[]') as organisations
  from arena.appeal a`

/** The newest first, also those that have ended. */
export async function appealsOf(read: Read, problem: Id<'problem'>): Promise<readonly Appeal[]> {
  const { rows } = await sql<Appeal>`select ${columns} where a.problem_id = ${problem} order by a.number desc`.execute(
    read,
  )
  return rows
}

export async function appealsById(read: Read, ids: readonly Id[]): Promise<readonly Appeal[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Appeal>`select ${columns} where a.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewAppeal = Omit<Appeal, 'id' | 'problem' | 'writtenAt' | 'endedAt'>

export async function putAppeal(
  tx: Tx,
  problem: Id<'problem'>,
  { writtenBy, organisations, ...words }: NewAppeal,
): Promise<Id<'appeal'>> {
  const id = newId('appeal')
  const jurisdiction_id = tx.jurisdiction
  await tx
    .insertInto('arena.appeal')
    .values({ jurisdiction_id, id, problem_id: problem, ...words, written_by: writtenBy, written_at: tx.now })
    .execute()
  if (organisations.length > 0) {
    await tx
      .insertInto('arena.appeal_organisation')
      .values(organisations.map((declaration_id) => ({ jurisdiction_id, appeal_id: id, declaration_id })))
      .execute()
  }
  return id
}

export async function setEnded(tx: Tx, id: Id<'appeal'>): Promise<void> {
  await tx.updateTable('arena.appeal').set({ ended_at: tx.now }).where('id', '=', id).execute()
}
