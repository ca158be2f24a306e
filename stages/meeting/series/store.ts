import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { WishKind } from './rules.ts'

/** A member's wish to change the series, and what became of it. */
export type WishRow = {
  readonly id: Id<'wish'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly kind: WishKind
  readonly meeting: Id<'meeting'> | null
  readonly startsAt: Temporal.Instant | null
  readonly endsAt: Temporal.Instant | null
  readonly words: string
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
  readonly state: 'open' | 'granted' | 'declined'
  readonly answer: string
  readonly answeredBy: Id<'account'> | null
  readonly answeredAt: Temporal.Instant | null
}

const columns = sql<WishRow>`
  w.id, w.problem_id as problem, w.number, w.kind, w.meeting_id as meeting, w.starts_at as "startsAt",
  w.ends_at as "endsAt", w.words, w.wished_by as by, w.wished_at as at, w.state, w.answer,
  w.answered_by as "answeredBy", w.answered_at as "answeredAt"
  from meeting.wish w`

/** Those that wait first, then the newest. */
export async function wishesOf(read: Read, problem: Id<'problem'>): Promise<readonly WishRow[]> {
  const { rows } = await sql<WishRow>`
    select ${columns} where w.problem_id = ${problem} order by w.state <> 'open', w.number desc`.execute(read)
  return rows
}

export async function wishesById(read: Read, ids: readonly Id<'wish'>[]): Promise<readonly WishRow[]> {
  const { rows } = await sql<WishRow>`select ${columns} where w.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** Wishes of all cases that wait for an answer, the oldest first. */
export async function openWishes(read: Read): Promise<readonly WishRow[]> {
  const { rows } = await sql<WishRow>`select ${columns} where w.state = 'open' order by w.wished_at limit 200`.execute(
    read,
  )
  return rows
}

export type NewWish = Pick<WishRow, 'kind' | 'meeting' | 'startsAt' | 'endsAt' | 'words' | 'by'>

/** Numbers are counted per case; the caller holds its lock. */
export async function putWish(
  tx: Tx,
  problem: Id<'problem'>,
  wish: NewWish,
): Promise<{ readonly id: Id<'wish'>; readonly number: number }> {
  const id = newId('wish')
  const { rows } = await sql<{ number: number }>`
    insert into meeting.wish (jurisdiction_id, id, problem_id, number, kind, meeting_id, starts_at, ends_at, words, wished_by, wished_at)
    select ${tx.jurisdiction}, ${id}, ${problem}, coalesce(max(number), 0) + 1, ${wish.kind}, ${wish.meeting}::uuid,
      ${wish.startsAt}::timestamptz, ${wish.endsAt}::timestamptz, ${wish.words}, ${wish.by}, ${tx.now}
    from meeting.wish
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${problem}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

export async function answerWish(
  tx: Tx,
  id: Id<'wish'>,
  {
    state,
    answer,
    by,
  }: { readonly state: 'granted' | 'declined'; readonly answer: string; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('meeting.wish')
    .set({ state, answer, answered_by: by, answered_at: tx.now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}
