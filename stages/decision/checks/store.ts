import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** SQL of the check half way: the direction that was sent, and what came back. */

export type Direction = {
  readonly id: Id<'check'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly body: Id<'body'>
  readonly text: string
  readonly sentBy: Id<'account'>
  readonly sentAt: Temporal.Instant
  /** When a reply is due; null in those sent before replies had a day. */
  readonly dueAt: Temporal.Instant | null
  readonly replies: readonly Reply[]
}

export type Reply = {
  readonly person: Id<'person'>
  /** The party group she speaks for; null: for herself. */
  readonly party: Id<'body'> | null
  readonly questions: string
  readonly limits: string
  readonly at: Temporal.Instant
  /** What the group that asked says to her questions. */
  readonly answer: { readonly text: string; readonly by: Id<'account'>; readonly at: Temporal.Instant } | null
}

const columns = sql`
  d.id, d.problem_id as problem, p.slug, d.number, d.body_id as body, d.text, d.sent_by as "sentBy", d.sent_at as "sentAt",
  d.due_at as "dueAt"
  from decision.direction d
  join problem.problem p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.problem_id`

/** All directions of a case, the newest first. */
export async function directionsOf(read: Read, problem: Id<'problem'>): Promise<readonly Direction[]> {
  const { rows } = await sql<
    Omit<Direction, 'replies'>
  >`select ${columns} where d.problem_id = ${problem} order by d.number desc`.execute(read)
  return withReplies(read, rows)
}

export async function directionsById(read: Read, ids: readonly Id<'check'>[]): Promise<readonly Direction[]> {
  const { rows } = await sql<Omit<Direction, 'replies'>>`select ${columns} where d.id = any(${ids}::uuid[])`.execute(
    read,
  )
  return withReplies(read, rows)
}

/** Those sent to these bodies that were not handed over yet. */
export async function directionsTo(read: Read, bodies: readonly Id<'body'>[]): Promise<readonly Direction[]> {
  const { rows } = await sql<Omit<Direction, 'replies'>>`
    select ${columns}
    where d.body_id = any(${bodies}::uuid[]) and not exists (select from decision.package k where k.problem_id = d.problem_id)
    order by d.sent_at`.execute(read)
  return withReplies(read, rows)
}

async function withReplies(
  read: Read,
  directions: readonly Omit<Direction, 'replies'>[],
): Promise<readonly Direction[]> {
  if (directions.length === 0) return []
  const ids = directions.map((direction) => direction.id)
  const [replies, answers] = await Promise.all([
    read
      .selectFrom('decision.direction_reply')
      .select(['direction_id as direction', 'person_id as person', 'party_id as party', 'questions', 'limits', 'at'])
      .where('direction_id', 'in', ids)
      .orderBy('at')
      .execute(),
    read
      .selectFrom('decision.reply_answer')
      .select(['direction_id as direction', 'person_id as person', 'text', 'answered_by as by', 'at'])
      .where('direction_id', 'in', ids)
      .execute(),
  ])
  const answerTo = new Map(
    answers.map(({ direction, person, ...answer }) => [`${direction} ${person}`, answer] as const),
  )
  const byDirection = Map.groupBy(replies, (reply) => reply.direction)
  return directions.map((direction) => ({
    ...direction,
    replies: (byDirection.get(direction.id) ?? []).map(({ direction: to, ...reply }) => ({
      ...reply,
      answer: answerTo.get(`${to} ${reply.person}`) ?? null,
    })),
  }))
}

export async function putDirection(
  tx: Tx,
  direction: Pick<Direction, 'problem' | 'number' | 'body' | 'text' | 'sentBy' | 'dueAt'>,
): Promise<Id<'check'>> {
  const id = newId('check')
  await tx
    .insertInto('decision.direction')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: direction.problem,
      number: direction.number,
      body_id: direction.body,
      text: direction.text,
      sent_by: direction.sentBy,
      sent_at: tx.now,
      due_at: direction.dueAt,
    })
    .execute()
  return id
}

export async function putReply(
  tx: Tx,
  direction: Id<'check'>,
  reply: Pick<Reply, 'person' | 'party' | 'questions' | 'limits'> & { readonly account: Id<'account'> },
): Promise<void> {
  await tx
    .insertInto('decision.direction_reply')
    .values({
      jurisdiction_id: tx.jurisdiction,
      direction_id: direction,
      person_id: reply.person,
      account_id: reply.account,
      party_id: reply.party,
      questions: reply.questions,
      limits: reply.limits,
      at: tx.now,
    })
    .execute()
}

export async function putReplyAnswer(
  tx: Tx,
  direction: Id<'check'>,
  { person, text, by }: { readonly person: Id<'person'>; readonly text: string; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .insertInto('decision.reply_answer')
    .values({
      jurisdiction_id: tx.jurisdiction,
      direction_id: direction,
      person_id: person,
      text,
      answered_by: by,
      at: tx.now,
    })
    .execute()
}
