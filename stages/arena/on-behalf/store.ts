import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Way } from '../by-staff/rules.ts'
import type { StaffAnswerState } from './rules.ts'

export type StaffAnswer = StaffAnswerState & {
  readonly number: number
  /** The receipt of her application. */
  readonly receipt: number
  readonly offer: number | null
  readonly seat: Id<'seat'> | null
  readonly way: Way
  readonly words: string
  readonly recordedAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
  readonly why: string
}

/** In the order they came. For clerks and facilitators alone. */
export async function staffAnswersOf(read: Read, problem: Id<'problem'>): Promise<readonly StaffAnswer[]> {
  const { rows } = await sql<StaffAnswer>`
    select number, receipt, what as answer, offer_number as offer, seat_id as seat, way, words, recorded_by as "recordedBy",
      recorded_at as "recordedAt", state, why, decided_at as "decidedAt"
    from arena.staff_answer
    where problem_id = ${problem}
    order by number`.execute(read)
  return rows
}

export type NewAnswer = Pick<StaffAnswer, 'number' | 'receipt' | 'answer' | 'offer' | 'seat' | 'way' | 'words'> & {
  readonly by: Id<'account'>
}

export async function putAnswer(tx: Tx, problem: Id<'problem'>, answer: NewAnswer): Promise<void> {
  await tx
    .insertInto('arena.staff_answer')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      number: answer.number,
      receipt: answer.receipt,
      what: answer.answer,
      offer_number: answer.offer,
      seat_id: answer.seat,
      way: answer.way,
      words: answer.words,
      recorded_by: answer.by,
      recorded_at: tx.now,
    })
    .execute()
}

type Decision = { readonly number: number; readonly by: Id<'account'> } & (
  | { readonly state: 'confirmed' }
  | { readonly state: 'returned'; readonly why: string }
)

export async function decideAnswer(tx: Tx, problem: Id<'problem'>, decision: Decision): Promise<void> {
  await tx
    .updateTable('arena.staff_answer')
    .set({
      state: decision.state,
      why: decision.state === 'returned' ? decision.why : '',
      decided_by: decision.by,
      decided_at: tx.now,
    })
    .where('problem_id', '=', problem)
    .where('number', '=', decision.number)
    .execute()
}

/** Offers whose answer was written down and waits for a second one of staff. */
export async function offersWritten(read: Read, problem: Id<'problem'>): Promise<ReadonlySet<number>> {
  const rows = await read
    .selectFrom('arena.staff_answer')
    .select('offer_number')
    .where('problem_id', '=', problem)
    .where('state', '=', 'waiting')
    .where('offer_number', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ offer_number }) => offer_number ?? []))
}

export type Unconfirmed = {
  readonly problem: Id<'problem'>
  /** Applications and answers that wait for somebody other than who wrote them down. */
  readonly count: number
  /** The first last day among the offers they answer. */
  readonly answerBy: Temporal.Instant | null
}

/** What this member of staff can confirm, by case. */
export async function unconfirmedFor(read: Read, account: Id<'account'>): Promise<readonly Unconfirmed[]> {
  const { rows } = await sql<Unconfirmed>`
    select w.problem, count(*)::int as count, min(w.answer_by) as "answerBy"
    from (
      select r.problem_id as problem, r.recorded_by, null::timestamptz as answer_by
      from arena.staff_record r
      where r.state = 'waiting' and r.erased_at is null
      union all
      select a.problem_id, a.recorded_by, o.answer_by
      from arena.staff_answer a
      join arena.staff_record h
        on (h.jurisdiction_id, h.problem_id, h.number) = (a.jurisdiction_id, a.problem_id, a.receipt) and h.erased_at is null
      left join arena.offer o
        on o.jurisdiction_id = a.jurisdiction_id and o.problem_id = a.problem_id and o.number = a.offer_number
      where a.state = 'waiting'
    ) w
    where w.recorded_by <> ${account}
    group by w.problem
    order by w.problem`.execute(read)
  return rows
}
