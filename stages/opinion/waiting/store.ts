import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql, type RawBuilder } from 'kysely'
import { clock, type Read, type Tx } from '../../../platform/db/index.ts'
import type { WaitingState } from './rules.ts'

/** A statement that was sent and is not, or not yet, put to everybody. */
export type WaitingStatement = {
  readonly id: Id<'statement'>
  readonly consultation: Id<'consultation'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly closesAt: Temporal.Instant
  readonly text: string
  readonly plainForm: string
  readonly language: string
  readonly writtenBy: Id<'account'>
  readonly writtenAt: Temporal.Instant
  readonly state: WaitingState
}

const columnsOf = (from: RawBuilder<unknown>) => sql<WaitingStatement>`
  select w.id, w.consultation_id as consultation, c.problem_id as problem, c.problem_slug as slug, c.closes_at as "closesAt", w.text,
    w.plain_form as "plainForm", w.language, w.written_by as "writtenBy", w.written_at as "writtenAt", w.state
  from ${from} w
  join opinion.consultation c on c.jurisdiction_id = w.jurisdiction_id and c.id = w.consultation_id`

const columns = columnsOf(sql`opinion.waiting`)

/** What waits for a moderator in this place, the oldest first. */
export async function allWaiting(read: Read): Promise<readonly WaitingStatement[]> {
  const { rows } = await sql<WaitingStatement>`
    ${columns} where w.state = 'waiting' order by w.written_at, w.id`.execute(read)
  return rows
}

export async function waitingIn(read: Read, consultation: Id<'consultation'>): Promise<readonly WaitingStatement[]> {
  const { rows } = await sql<WaitingStatement>`
    ${columns} where w.state = 'waiting' and w.consultation_id = ${consultation} order by w.written_at, w.id`.execute(
    read,
  )
  return rows
}

export async function doesAnyWait(read: Read, consultation: Id<'consultation'>): Promise<boolean> {
  const row = await read
    .selectFrom('opinion.waiting')
    .select('id')
    .where('consultation_id', '=', consultation)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What one person sent and others do not read: it waits, was refused, or voting closed before. */
export async function sentBy(
  read: Read,
  consultation: Id<'consultation'>,
  account: Id<'account'>,
): Promise<readonly WaitingStatement[]> {
  const { rows } = await sql<WaitingStatement>`
    ${columns} where w.consultation_id = ${consultation} and w.written_by = ${account} and w.state <> 'let-through'
    order by w.written_at desc, w.id`.execute(read)
  return rows
}

/** How many statements one person sent, whatever came of them; not what she prepared with the group. */
export async function countWrittenBy(
  read: Read,
  consultation: Id<'consultation'>,
  account: Id<'account'>,
): Promise<number> {
  const { rows } = await sql<{ readonly written: number }>`
    select opinion.written_by(${consultation}, ${account}) as written`.execute(read)
  return rows[0]?.written ?? 0
}

/** How many of one person's wait now. */
export async function countWaitingOf(
  read: Read,
  consultation: Id<'consultation'>,
  account: Id<'account'>,
): Promise<number> {
  const { many } = await read
    .selectFrom('opinion.waiting')
    .select(({ fn }) => fn.countAll().as('many'))
    .where('consultation_id', '=', consultation)
    .where('written_by', '=', account)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(many)
}

/** Those among these ids that are not put to everybody. */
export async function waitingById(read: Read, ids: readonly Id[]): Promise<readonly WaitingStatement[]> {
  const { rows } = await sql<WaitingStatement>`
    ${columns} where w.id = any(${ids}::uuid[]) and w.state <> 'let-through' order by w.written_at, w.id`.execute(read)
  return rows
}

/** Whether she has sent it: that others have is told to nobody, or words that nobody may read could be guessed. */
export async function doesWait(
  read: Read,
  { consultation, plainForm, writtenBy }: Pick<NewWaiting, 'consultation' | 'plainForm' | 'writtenBy'>,
): Promise<boolean> {
  const row = await read
    .selectFrom('opinion.waiting')
    .select('id')
    .where('consultation_id', '=', consultation)
    .where('plain_form', '=', plainForm)
    .where('written_by', '=', writtenBy)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row !== undefined
}

export type NewWaiting = Pick<WaitingStatement, 'consultation' | 'text' | 'plainForm' | 'language' | 'writtenBy'>

export async function putWaiting(tx: Tx, one: NewWaiting): Promise<Id<'statement'>> {
  const id = newId('statement')
  await tx
    .insertInto('opinion.waiting')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      consultation_id: one.consultation,
      text: one.text,
      plain_form: one.plainForm,
      language: one.language,
      written_by: one.writtenBy,
      written_at: tx.now,
    })
    .execute()
  return id
}

export type Judgement = { readonly state: Exclude<WaitingState, 'waiting'>; readonly by: Id<'account'> | null }

export async function judge(tx: Tx, id: Id<'statement'>, { state, by }: Judgement): Promise<void> {
  await tx
    .updateTable('opinion.waiting')
    .set({ state, judged_at: tx.now, judged_by: by })
    .where('id', '=', id)
    .execute()
}

/** Its refusal was taken back. */
export async function waitAgain(tx: Tx, id: Id<'statement'>): Promise<void> {
  await tx
    .updateTable('opinion.waiting')
    .set({ state: 'waiting', judged_at: null, judged_by: null })
    .where('id', '=', id)
    .execute()
}

export type SameWords = Pick<WaitingStatement, 'consultation' | 'plainForm'> & { readonly by: Id<'account'> | null }

/** What others sent in the same words as a statement that was let through: nobody can let it through any more. */
export async function lapseSame(
  tx: Tx,
  { consultation, plainForm, by }: SameWords,
): Promise<readonly WaitingStatement[]> {
  const { rows } = await sql<WaitingStatement>`
    with lapsed as (
      update opinion.waiting set state = 'lapsed', judged_at = ${tx.now}, judged_by = ${by}
      where consultation_id = ${consultation} and plain_form = ${plainForm} and state = 'waiting'
      returning *
    )
    ${columnsOf(sql`lapsed`)} order by w.written_at, w.id`.execute(tx)
  return rows
}

/** All that waits, with one statement: what nobody judged. */
export async function lapseAll(tx: Tx, consultation: Id<'consultation'>): Promise<readonly WaitingStatement[]> {
  const { rows } = await sql<WaitingStatement>`
    with lapsed as (
      update opinion.waiting set state = 'lapsed', judged_at = ${tx.now}
      where consultation_id = ${consultation} and state = 'waiting'
      returning *
    )
    ${columnsOf(sql`lapsed`)} order by w.written_at, w.id`.execute(tx)
  return rows
}

/** Whoever sent it can read for a year what became of it. */
export const daysJudgedAreKept = 365

/** What was never put to everybody, and what was, in the words somebody sent; not while its voting is open. */
export async function forgetJudged(tx: Tx): Promise<void> {
  const before = (await clock(tx)).subtract({ hours: 24 * daysJudgedAreKept })
  await sql`
    delete from opinion.waiting w using opinion.consultation c
    where c.jurisdiction_id = w.jurisdiction_id and c.id = w.consultation_id and w.state <> 'waiting'
      and w.judged_at < ${before}::timestamptz and c.closed_at < ${before}::timestamptz`.execute(tx)
}
