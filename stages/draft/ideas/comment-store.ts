import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Head, SpeaksAs } from './rules.ts'

export type Comment = Head & {
  readonly id: Id<'comment'>
  readonly idea: Id<'idea'>
  readonly text: string
  readonly language: string
  readonly writtenBy: Id<'account'>
  readonly as: SpeaksAs
  readonly writtenAt: Temporal.Instant
}

export const commentsOnPage = 30

const columns = sql<Comment>`
  c.id, c.idea_id as idea, c.number, c.head, c.text, c.language, c.written_by as "writtenBy", c.written_as as "as",
  c.written_at as "writtenAt"
  from draft.comment c`

/** A page of them: each comment in the order it was written, its replies right under it. `page` counts from 1. */
export async function commentsOf(read: Read, idea: Id<'idea'>, page: number): Promise<readonly Comment[]> {
  const { rows } = await sql<Comment>`
    select ${columns}
    where c.jurisdiction_id = ${read.jurisdiction} and c.idea_id = ${idea}
    order by c.head, c.number
    limit ${commentsOnPage} offset ${(page - 1) * commentsOnPage}`.execute(read)
  return rows
}

export async function commentByNumber(read: Read, idea: Id<'idea'>, number: number): Promise<Comment | undefined> {
  const { rows } = await sql<Comment>`
    select ${columns} where c.idea_id = ${idea} and c.number = ${number}`.execute(read)
  return rows[0]
}

export async function commentCount(read: Read, idea: Id<'idea'>): Promise<number> {
  const row = await read
    .selectFrom('draft.idea_listing')
    .select('comments')
    .where('idea_id', '=', idea)
    .executeTakeFirst()
  return row?.comments ?? 0
}

/** On which page each of them stands. */
export async function pagesOfComments(read: Read, ids: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const { rows } = await sql<{ readonly id: Id; readonly before: number }>`
    select c.id, (
      select count(*) from draft.comment b
      where b.jurisdiction_id = c.jurisdiction_id and b.idea_id = c.idea_id and (b.head, b.number) < (c.head, c.number)
    ) as before
    from draft.comment c
    where c.id = any(${ids}::uuid[])`.execute(read)
  return new Map(rows.map(({ id, before }) => [id, Math.floor(before / commentsOnPage) + 1]))
}

export type NamedComment = Pick<Comment, 'id' | 'number' | 'text' | 'writtenBy'> & {
  readonly problem: Id<'problem'>
  readonly ideaNumber: number
}

export async function commentsById(read: Read, ids: readonly Id[]): Promise<readonly NamedComment[]> {
  const { rows } = await sql<NamedComment>`
    select c.id, c.number, c.text, c.written_by as "writtenBy", c.problem_id as problem, i.number as "ideaNumber"
    from draft.comment c
    join draft.idea i on i.jurisdiction_id = c.jurisdiction_id and i.id = c.idea_id
    where c.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewComment = Pick<Comment, 'idea' | 'text' | 'language' | 'writtenBy' | 'as'> & {
  readonly problem: Id<'problem'>
  /** The number it replies to; null for a comment of its own. */
  readonly replyTo: number | null
}

/** The caller holds the lock on the problem: numbers have no gap. */
export async function putComment(tx: Tx, comment: NewComment): Promise<Head & { readonly id: Id<'comment'> }> {
  const id = newId('comment')
  const number = (await commentCount(tx, comment.idea)) + 1
  const head = comment.replyTo ?? number
  await tx
    .insertInto('draft.comment')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: comment.problem,
      idea_id: comment.idea,
      number,
      head,
      text: comment.text,
      language: comment.language,
      written_by: comment.writtenBy,
      written_as: comment.as,
      written_at: tx.now,
    })
    .execute()
  return { id, number, head }
}
