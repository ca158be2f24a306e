import type { Id } from '@folkmoot/basics/ids.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import { sql } from 'kysely'
import { clock, listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar, bodyById } from '../../../platform/directory/index.ts'
import { accountsIn, staff } from '../../../platform/identity/index.ts'
import { tell, tellThese } from '../../../platform/notices/index.ts'
import { becomesBusinessOf } from '../business.ts'
import { record } from '../facts.ts'
import { questionsAt, versionInUse, versionKey, type Version } from '../framing-store.ts'
import { problemsById } from '../store.ts'
import type { Agenda } from '../agenda/store.ts'

/** What a body owes for one problem, since when, and by when. */
export type Debt = {
  readonly problem: Id<'problem'>
  readonly number: number
  readonly rung: number
  readonly body: Id<'body'>
  /** The version of the problem that reached the number: whatever is asked later, this is what is owed an answer. */
  readonly framing: number
  readonly supports: number
  readonly reachedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly referredFrom: number | null
  readonly answeredAt: Temporal.Instant | null
}

export const debtColumns = sql<Debt>`
  o.problem_id as problem, o.number, o.rung, o.body_id as body, o.framing_number as framing,
  o.supports, o.reached_at as "reachedAt", o.due_at as "dueAt",
  o.referred_from as "referredFrom", o.answered_at as "answeredAt"
  from problem.answer_owed o`

/** Everything that was ever owed for a problem, the first one first. */
export const owedOf = listsBy(
  ({ problem }: Debt) => problem,
  async (read, problems) => {
    const { rows } = await sql<Debt>`
      select ${debtColumns} where o.problem_id = any(${problems}::uuid[]) order by o.number`.execute(read)
    return rows
  },
)

/** The question a debt is an answer to. */
export async function questionOwed(read: Read, version: Version): Promise<string> {
  return (await questionsAt(read, [version])).get(versionKey(version)) ?? ''
}

type Owing = {
  readonly rung: number
  readonly supports: number
  /** Another body of the place, and the debt that was referred to it. */
  readonly referred?: { readonly body: Id<'body'>; readonly from: number; readonly framing: number }
}

/** Starts the body's clock: from this moment the answer is due at a fixed instant, and everybody concerned is told. */
export async function owe(tx: Tx, agenda: Agenda, { rung, supports, referred }: Owing): Promise<void> {
  const { rule, problem: id } = agenda
  const now = await clock(tx)
  const body = referred?.body ?? rule.body
  const framing = referred?.framing ?? (await versionInUse(tx, id))
  const dueAt = deadlineAfter(now, rule.answer, await ownCalendar(tx))
  await tx
    .insertInto('problem.answer_owed')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: id,
      number: (await owedOf(tx, id)).length + 1,
      rung,
      body_id: body,
      framing_number: framing,
      supports,
      reached_at: now,
      due_at: dueAt,
      referred_from: referred?.from ?? null,
    })
    .execute()
  await becomesBusinessOf(tx, { problem: id, body, why: 'list', framing })
  await record(tx, {
    kind: 'problem.answer-owed',
    problem: id,
    public: { body, framing, rung, supports, dueAt: dueAt.toString(), referredFrom: referred?.from ?? null },
    time: 'exact',
  })
  await tellAll(tx, { id, body, framing, supports, dueAt, now })
}

type Told = {
  readonly id: Id<'problem'>
  readonly body: Id<'body'>
  readonly framing: number
  readonly supports: number
  readonly dueAt: Temporal.Instant
  readonly now: Temporal.Instant
}

/** Those who support it, counted and never listed; and the body's members and the clerks, who have to act. */
async function tellAll(tx: Tx, { id, body, framing, supports, dueAt, now }: Told): Promise<void> {
  const [problem] = await problemsById(tx, [id])
  if (!problem) return
  const { timeZone } = await ownCalendar(tx)
  const day = (at: Temporal.Instant): string => at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const news = {
    about: { kind: 'problem', id },
    stage: 'problem',
    values: {
      question: await questionOwed(tx, { problem: id, framing }),
      count: supports,
      body: (await bodyById(tx, body))?.name ?? '',
      day: day(dueAt),
    },
    address: 'problem.page',
    params: { problem: problem.slug },
  } as const
  await tell(tx, { ...news, message: 'told.answer-owed' })
  const members = await accountsIn(tx, { body, today: Temporal.PlainDate.from(day(now)) })
  const clerks = (await staff(tx)).filter(({ role }) => role === 'clerk')
  const hearers = [...members, ...clerks.map(({ account }) => account)]
  await tellThese(tx, hearers, { ...news, message: 'told.answer-owed-by-you' })
}
