import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { MovableKind, MovedState } from './rules.ts'

/** A piece of business with the vote that moved it. */
export type Moved = MovedState & {
  readonly id: Id<'moved-business'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly what: string
  readonly kind: MovableKind
  /** What stays with the committee. */
  readonly stays: string
  readonly freedHours: number | null
  readonly resolution: Id<'resolution'>
  readonly decidedOn: Temporal.PlainDate | null
  readonly reference: string
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstentions: number | null
  readonly returnedWords: string
}

const select = sql`
  select b.id, b.problem_id as problem, b.number, b.from_body_id as "from", b.what, b.kind, b.stays,
    b.ends_on as "endsOn", b.freed_hours as "freedHours", b.resolution_id as resolution, b.returned_on as "returnedOn",
    b.returned_words as "returnedWords", r.body_id as body, r.drafted_by as "draftedBy", r.decided_on as "decidedOn",
    r.reference, r.votes_for as "votesFor", r.votes_against as "votesAgainst", r.abstentions,
    r.confirmed_at is not null as "isConfirmed", coalesce(r.is_carried, false) as "isCarried"
  from mandate.moved_business b
  join directory.resolution r on r.jurisdiction_id = b.jurisdiction_id and r.id = b.resolution_id`

/** What moved to the group of a case, or was meant to, in the order it was written down. */
export async function movedTo(read: Read, problem: Id<'problem'>): Promise<readonly Moved[]> {
  const { rows } = await sql<Moved>`${select} where b.problem_id = ${problem} order by b.number`.execute(read)
  return rows
}

/** All that a confirmed vote moved in the place, the latest decision first. */
export async function movedInPlace(read: Read): Promise<readonly Moved[]> {
  const { rows } = await sql<Moved>`
    ${select}
    where b.jurisdiction_id = ${read.jurisdiction} and r.confirmed_at is not null and r.is_carried
    order by r.decided_on desc, b.id desc`.execute(read)
  return rows
}

/** Records of such votes that wait for a chair. */
export async function movesWaiting(read: Read): Promise<readonly Moved[]> {
  const { rows } = await sql<Moved>`
    ${select}
    where b.jurisdiction_id = ${read.jurisdiction} and r.confirmed_at is null
    order by b.id`.execute(read)
  return rows
}

export async function movedById(read: Read, ids: readonly Id[]): Promise<readonly Moved[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Moved>`${select} where b.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewMove = Pick<
  Moved,
  'id' | 'problem' | 'number' | 'from' | 'what' | 'kind' | 'stays' | 'endsOn' | 'freedHours' | 'resolution'
> & { readonly by: Id<'account'> }

export function newMoveId(): Id<'moved-business'> {
  return newId('moved-business')
}

export async function putMove(tx: Tx, move: NewMove): Promise<void> {
  await tx
    .insertInto('mandate.moved_business')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: move.id,
      problem_id: move.problem,
      number: move.number,
      from_body_id: move.from,
      what: move.what,
      kind: move.kind,
      stays: move.stays,
      ends_on: move.endsOn,
      freed_hours: move.freedHours,
      resolution_id: move.resolution,
      written_by: move.by,
      written_at: tx.now,
    })
    .execute()
}

type Back = { readonly on: Temporal.PlainDate; readonly words: string; readonly by: Id<'account'> }

export async function setBack(tx: Tx, id: Id<'moved-business'>, { on, words, by }: Back): Promise<void> {
  await tx
    .updateTable('mandate.moved_business')
    .set({ returned_on: on, returned_words: words, returned_by: by })
    .where('id', '=', id)
    .execute()
}
