import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Repliable } from './rules.ts'

/** What a politician wrote under somebody's words. */
export type ThreadReply = {
  readonly id: Id<'reply'>
  readonly problem: Id<'problem'>
  readonly aboutKind: Repliable
  readonly aboutId: Id
  readonly person: Id<'person'>
  readonly account: Id<'account'>
  readonly text: string
  readonly language: string
  readonly writtenAt: Temporal.Instant
}

const columns = sql`
  r.id, r.problem_id as problem, r.about_kind as "aboutKind", r.about_id as "aboutId", r.person_id as person,
  r.account_id as account, r.text, r.language, r.written_at as "writtenAt"
  from inquiry.reply r`

/** Replies under these things, the first one first. */
export async function repliesUnder(read: Read, ids: readonly Id[]): Promise<readonly ThreadReply[]> {
  const { rows } = await sql<ThreadReply>`
    select ${columns} where r.about_id = any(${ids}::uuid[]) order by r.written_at, r.id limit 1000`.execute(read)
  return rows
}

/** What this politician replied, the newest first. */
export async function repliesBy(read: Read, person: Id<'person'>): Promise<readonly ThreadReply[]> {
  const { rows } = await sql<ThreadReply>`
    select ${columns} where r.person_id = ${person} order by r.written_at desc, r.id limit 200`.execute(read)
  return rows
}

export async function repliesById(read: Read, ids: readonly Id<'reply'>[]): Promise<readonly ThreadReply[]> {
  const { rows } = await sql<ThreadReply>`select ${columns} where r.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewReply = Pick<ThreadReply, 'problem' | 'person' | 'account' | 'text' | 'language'> & {
  readonly about: Thing<Repliable>
}

export async function putReply(tx: Tx, { about, ...reply }: NewReply): Promise<Id<'reply'>> {
  const id = newId('reply')
  await tx
    .insertInto('inquiry.reply')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: reply.problem,
      about_kind: about.kind,
      about_id: about.id,
      person_id: reply.person,
      account_id: reply.account,
      text: reply.text,
      language: reply.language,
      written_at: tx.now,
    })
    .execute()
  return id
}
