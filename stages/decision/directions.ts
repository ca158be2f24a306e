import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../platform/db/index.ts'

/** SQL of the check half way, apart from the package's: the direction that was sent, and what came back. */

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
  readonly questions: string
  readonly limits: string
  readonly at: Temporal.Instant
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
  const replies = await read
    .selectFrom('decision.direction_reply')
    .select(['direction_id', 'person_id as person', 'questions', 'limits', 'at'])
    .where(
      'direction_id',
      'in',
      directions.map((direction) => direction.id),
    )
    .orderBy('at')
    .execute()
  const byDirection = Map.groupBy(replies, (reply) => reply.direction_id)
  return directions.map((direction) => ({
    ...direction,
    replies: (byDirection.get(direction.id) ?? []).map(({ person, questions, limits, at }) => ({
      person,
      questions,
      limits,
      at,
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
  reply: Pick<Reply, 'person' | 'questions' | 'limits'> & { readonly account: Id<'account'> },
): Promise<void> {
  await tx
    .insertInto('decision.direction_reply')
    .values({
      jurisdiction_id: tx.jurisdiction,
      direction_id: direction,
      person_id: reply.person,
      account_id: reply.account,
      questions: reply.questions,
      limits: reply.limits,
      at: tx.now,
    })
    .execute()
}
