import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Head, SpeaksAs } from '../ideas/rules.ts'

export type Remark = Head & {
  readonly id: Id<'remark'>
  readonly problem: Id<'problem'>
  readonly clause: Id<'clause'>
  readonly text: string
  readonly language: string
  readonly writtenBy: Id<'account'>
  readonly as: SpeaksAs
  readonly writtenAt: Temporal.Instant
  readonly isResolved: boolean
}

const columns = sql<Remark>`
  r.id, r.problem_id as problem, r.clause_id as clause, r.number, r.head, r.text, r.language, r.written_by as "writtenBy",
  r.written_as as "as", r.written_at as "writtenAt", r.resolved_at is not null as "isResolved"
  from draft.remark r`

export const remarksOnPage = 30

/** A page of them: each comment in the order it was written, its replies right under it. `page` counts from 1. */
export async function remarksOf(read: Read, clause: Id<'clause'>, page: number): Promise<readonly Remark[]> {
  const { rows } = await sql<Remark>`
    select ${columns}
    where r.jurisdiction_id = ${read.jurisdiction} and r.clause_id = ${clause}
    order by r.head, r.number
    limit ${remarksOnPage} offset ${(page - 1) * remarksOnPage}`.execute(read)
  return rows
}

export async function remarkCount(read: Read, clause: Id<'clause'>): Promise<number> {
  const { count } = await read
    .selectFrom('draft.remark')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('jurisdiction_id', '=', read.jurisdiction)
    .where('clause_id', '=', clause)
    .executeTakeFirstOrThrow()
  return count
}

/** On which page each of them stands. */
export async function pagesOfRemarks(read: Read, ids: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const { rows } = await sql<{ readonly id: Id; readonly before: number }>`
    select r.id, (
      select count(*) from draft.remark b
      where b.jurisdiction_id = r.jurisdiction_id and b.clause_id = r.clause_id and (b.head, b.number) < (r.head, r.number)
    ) as before
    from draft.remark r
    where r.id = any(${ids}::uuid[])`.execute(read)
  return new Map(rows.map(({ id, before }) => [id, Math.floor(before / remarksOnPage) + 1]))
}

export async function remarkByNumber(read: Read, clause: Id<'clause'>, number: number): Promise<Remark | undefined> {
  const { rows } = await sql<Remark>`
    select ${columns} where r.clause_id = ${clause} and r.number = ${number}`.execute(read)
  return rows[0]
}

export async function remarksById(read: Read, ids: readonly Id[]): Promise<readonly Remark[]> {
  const { rows } = await sql<Remark>`select ${columns} where r.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewRemark = Pick<Remark, 'problem' | 'clause' | 'text' | 'language' | 'writtenBy' | 'as'> & {
  readonly replyTo: number | null
}

/** The caller holds the lock on the case: numbers have no gap. */
export async function putRemark(
  tx: Tx,
  made: NewRemark,
): Promise<{ readonly id: Id<'remark'>; readonly number: number }> {
  const id = newId('remark')
  const { rows } = await sql<{ number: number }>`
    insert into draft.remark (jurisdiction_id, id, problem_id, clause_id, number, head, text, language, written_by, written_as, written_at)
    select ${tx.jurisdiction}, ${id}, ${made.problem}, ${made.clause}, count(*) + 1, coalesce(${made.replyTo}::int, count(*) + 1),
      ${made.text}, ${made.language}, ${made.writtenBy}, ${made.as}, ${tx.now}::timestamptz
    from draft.remark r
    where r.clause_id = ${made.clause}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

export async function setResolved(tx: Tx, id: Id<'remark'>, by: Id<'account'>): Promise<void> {
  await tx.updateTable('draft.remark').set({ resolved_by: by, resolved_at: tx.now }).where('id', '=', id).execute()
}
