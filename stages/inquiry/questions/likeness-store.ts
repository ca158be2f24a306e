import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** What a politician answered to somebody. */
export type GivenReply = {
  readonly question: Id<'question'>
  readonly round: number
  readonly reply: string
}

const mostCompared = 500

/** Her answers to everybody but this person, the newest first. */
export async function repliesToOthers(
  read: Read,
  { by, except }: { readonly by: Id<'person'>; readonly except: Id<'account'> | null },
): Promise<readonly GivenReply[]> {
  const { rows } = await sql<GivenReply>`
    select r.question_id as question, r.round, r.reply
    from inquiry.round r
    join inquiry.question q on q.jurisdiction_id = r.jurisdiction_id and q.id = r.question_id
    where r.replied_by_person = ${by} and r.reply is not null and q.source is null
      and q.asked_by is distinct from ${except}::uuid
    order by r.replied_at desc, r.question_id
    limit ${mostCompared}`.execute(read)
  return rows
}

/** That two answers are nearly the same: the later one was sent all the same. */
export type Likeness = {
  readonly question: Id<'question'>
  readonly round: number
  readonly likeQuestion: Id<'question'>
  readonly likeRound: number
  /** 0–1 */
  readonly share: number
}

export async function putLikeness(tx: Tx, like: Likeness): Promise<void> {
  await tx
    .insertInto('inquiry.likeness')
    .values({
      jurisdiction_id: tx.jurisdiction,
      question_id: like.question,
      round: like.round,
      like_question_id: like.likeQuestion,
      like_round: like.likeRound,
      share: like.share,
    })
    .execute()
}

/** Both ways: what an answer of this question is like, and what is like it. Each says `question` of this one first. */
export async function likenessesOf(read: Read, question: Id<'question'>): Promise<readonly Likeness[]> {
  const { rows } = await sql<Likeness>`
    select l.question_id as question, l.round, l.like_question_id as "likeQuestion", l.like_round as "likeRound", l.share
    from inquiry.likeness l
    where l.question_id = ${question}
    union all
    select l.like_question_id, l.like_round, l.question_id, l.round, l.share
    from inquiry.likeness l
    where l.like_question_id = ${question}
    order by 2, 5 desc, 3`.execute(read)
  return rows
}
