import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Rating, Rhythm } from './rules.ts'

export type FollowUp = Rhythm & {
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly nextOn: Temporal.PlainDate
  readonly openedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly endedWhy: string
}

const columns = sql`
  f.problem_id as problem, p.slug, f.months, f.next_on as "nextOn", f.ends_on as "endsOn", f.opened_at as "openedAt",
  f.ended_at as "endedAt", f.ended_why as "endedWhy"
  from delivery.follow_up f
  join problem.problem p on p.jurisdiction_id = f.jurisdiction_id and p.id = f.problem_id`

export async function followUpOf(read: Read, problem: Id<'problem'>): Promise<FollowUp | undefined> {
  const { rows } = await sql<FollowUp>`select ${columns} where f.problem_id = ${problem}`.execute(read)
  return rows[0]
}

/** Those that run on that day, the next report first. */
export async function runningFollowUps(read: Read, today: Temporal.PlainDate): Promise<readonly FollowUp[]> {
  const { rows } = await sql<FollowUp>`
    select ${columns} where f.ended_at is null and f.ends_on >= ${today} order by f.next_on, f.problem_id limit 2000`.execute(
    read,
  )
  return rows
}

/** Those in which this person sat, and those whose report is due until a day, for who may write one. */
export async function followUpsFor(
  read: Read,
  account: Id<'account'>,
  { today, soon }: { readonly today: Temporal.PlainDate; readonly soon: Temporal.PlainDate | null },
): Promise<readonly FollowUp[]> {
  const { rows } = await sql<FollowUp>`
    select ${columns}
    where f.ended_at is null and f.ends_on >= ${today} and (
      f.next_on <= ${soon}::date or exists (
        select from arena.seat s
        where s.jurisdiction_id = f.jurisdiction_id and s.problem_id = f.problem_id and s.account_id = ${account}
      )
    )
    order by f.next_on, f.problem_id
    limit 100`.execute(read)
  return rows
}

export type NewRhythm = Rhythm & { readonly nextOn: Temporal.PlainDate; readonly by: Id<'account'> }

/** Opens it, or changes the rhythm of the one that runs. */
export async function putRhythm(
  tx: Tx,
  problem: Id<'problem'>,
  { months, endsOn, nextOn, by }: NewRhythm,
): Promise<void> {
  const rhythm = { months, ends_on: endsOn, next_on: nextOn }
  await tx
    .insertInto('delivery.follow_up')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, ...rhythm, opened_by: by, opened_at: tx.now })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'problem_id']).doUpdateSet(rhythm))
    .execute()
}

export async function putEnd(
  tx: Tx,
  problem: Id<'problem'>,
  { by, why }: { readonly by: Id<'account'>; readonly why: string },
): Promise<void> {
  await tx
    .updateTable('delivery.follow_up')
    .set({ ended_at: tx.now, ended_by: by, ended_why: why })
    .where('problem_id', '=', problem)
    .execute()
}

/** Who stays now, in the order in which they said yes. */
export async function monitorsOf(read: Read, problem: Id<'problem'>): Promise<readonly Id<'account'>[]> {
  const rows = await read
    .selectFrom('delivery.monitor')
    .select('account_id')
    .where('problem_id', '=', problem)
    .where('left_at', 'is', null)
    .orderBy('joined_at')
    .orderBy('account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

export async function putMonitor(tx: Tx, problem: Id<'problem'>, account: Id<'account'>): Promise<void> {
  const joined = { joined_at: tx.now, left_at: null }
  await tx
    .insertInto('delivery.monitor')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, account_id: account, ...joined })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'problem_id', 'account_id']).doUpdateSet(joined))
    .execute()
}

export async function putLeaving(tx: Tx, problem: Id<'problem'>, account: Id<'account'>): Promise<void> {
  await tx
    .updateTable('delivery.monitor')
    .set({ left_at: tx.now })
    .where('problem_id', '=', problem)
    .where('account_id', '=', account)
    .where('left_at', 'is', null)
    .execute()
}

export type StatusReport = {
  readonly number: number
  readonly text: string
  readonly by: Id<'account'>
  readonly isStaff: boolean
  readonly at: Temporal.Instant
}

/** The newest first. */
export async function statusReportsOf(read: Read, problem: Id<'problem'>): Promise<readonly StatusReport[]> {
  return read
    .selectFrom('delivery.status_report')
    .select(['number', 'text', 'by_account as by', 'is_staff as isStaff', 'at'])
    .where('problem_id', '=', problem)
    .orderBy('number', 'desc')
    .execute()
}

export type NewStatusReport = Pick<StatusReport, 'number' | 'text' | 'by' | 'isStaff'> & {
  readonly nextOn: Temporal.PlainDate
}

export async function putStatusReport(tx: Tx, problem: Id<'problem'>, report: NewStatusReport): Promise<void> {
  const { number, text, by, isStaff, nextOn } = report
  await tx
    .insertInto('delivery.status_report')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      number,
      text,
      by_account: by,
      is_staff: isStaff,
      at: tx.now,
    })
    .execute()
  await tx.updateTable('delivery.follow_up').set({ next_on: nextOn }).where('problem_id', '=', problem).execute()
}

export type Word = {
  readonly id: Id<'monitor-word'>
  readonly slug: string
  readonly number: number
  readonly report: number
  readonly by: Id<'account'>
  readonly rating: Rating
  readonly question: string
  readonly language: string
  readonly at: Temporal.Instant
  readonly reply: string | null
  readonly repliedBy: Id<'account'> | null
  readonly replyIsStaff: boolean | null
  readonly repliedAt: Temporal.Instant | null
}

const wordColumns = sql`
  w.id, p.slug, w.number, w.report, w.by_account as by, w.rating, w.question, w.language, w.at, w.reply,
  w.replied_by as "repliedBy", w.reply_is_staff as "replyIsStaff", w.replied_at as "repliedAt"
  from delivery.monitor_word w
  join problem.problem p on p.jurisdiction_id = w.jurisdiction_id and p.id = w.problem_id`

export async function wordsOf(read: Read, problem: Id<'problem'>): Promise<readonly Word[]> {
  const { rows } = await sql<Word>`select ${wordColumns} where w.problem_id = ${problem} order by w.number`.execute(
    read,
  )
  return rows
}

export async function wordsById(read: Read, ids: readonly Id<'monitor-word'>[]): Promise<readonly Word[]> {
  const { rows } = await sql<Word>`select ${wordColumns} where w.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewWord = Pick<Word, 'number' | 'report' | 'by' | 'rating' | 'question' | 'language'>

export async function putWord(tx: Tx, problem: Id<'problem'>, word: NewWord): Promise<Id<'monitor-word'>> {
  const id = newId('monitor-word')
  await tx
    .insertInto('delivery.monitor_word')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: problem,
      number: word.number,
      report: word.report,
      by_account: word.by,
      rating: word.rating,
      question: word.question,
      language: word.language,
      at: tx.now,
    })
    .execute()
  return id
}

export async function putReply(
  tx: Tx,
  word: Id<'monitor-word'>,
  { text, by, isStaff }: { readonly text: string; readonly by: Id<'account'>; readonly isStaff: boolean },
): Promise<void> {
  await tx
    .updateTable('delivery.monitor_word')
    .set({ reply: text, replied_by: by, reply_is_staff: isStaff, replied_at: tx.now })
    .where('id', '=', word)
    .execute()
}
