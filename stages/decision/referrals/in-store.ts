import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { InState, ReferralWords } from './rules.ts'

/** SQL of what was passed on to the bodies of this place. */

export type ReferralIn = {
  readonly id: Id<'referral'>
  readonly number: number
  readonly from: Id<'jurisdiction'>
  readonly fromSlug: string
  readonly fromNumber: number
  readonly fromBodyName: string
  readonly body: Id<'body'>
  readonly bodyName: string
  readonly question: string
  readonly title: string
  readonly text: string
  readonly why: string
  readonly language: string
  readonly askedByName: string
  readonly arrivedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly state: InState
  readonly reason: string
  readonly amendedText: string
  readonly answeredBy: Id<'person'> | null
  readonly answeredAt: Temporal.Instant | null
  /** Since when its words are hidden where they came from. */
  readonly hiddenAt: Temporal.Instant | null
}

const columns = sql`
  i.id, i.number, i.from_id as "from", i.from_slug as "fromSlug", i.from_number as "fromNumber",
  i.from_body_name as "fromBodyName", i.body_id as body, b.name as "bodyName", i.question, i.title, i.text, i.why, i.language,
  i.asked_by_name as "askedByName", i.arrived_at as "arrivedAt", i.due_at as "dueAt", i.state, i.reason,
  i.amended_text as "amendedText", i.answered_by as "answeredBy", i.answered_at as "answeredAt", i.hidden_at as "hiddenAt"
  from decision.referral_in i
  join directory.body b on b.jurisdiction_id = i.jurisdiction_id and b.id = i.body_id`

/** What waits for these bodies, or for all of the place: the first due first, as many as a page can show. */
export async function insWaiting(
  read: Read,
  bodies: readonly Id<'body'>[] | null = null,
): Promise<readonly ReferralIn[]> {
  const { rows } = await sql<ReferralIn>`
    select ${columns}
    where i.state = 'waits' and ${bodies === null ? sql`true` : sql`i.body_id = any(${bodies}::uuid[])`}
    order by i.due_at, i.number
    limit 200`.execute(read)
  return rows
}

export async function inByNumber(read: Read, number: number): Promise<ReferralIn | undefined> {
  const { rows } = await sql<ReferralIn>`select ${columns} where i.number = ${number}`.execute(read)
  return rows[0]
}

export async function insById(read: Read, ids: readonly Id<'referral'>[]): Promise<readonly ReferralIn[]> {
  const { rows } = await sql<ReferralIn>`select ${columns} where i.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewIn = Omit<
  ReferralIn,
  'number' | 'bodyName' | 'arrivedAt' | 'state' | 'reason' | 'amendedText' | 'answeredBy' | 'answeredAt' | 'hiddenAt'
>

/** The next number of the place; taken under a lock, so that two never get the same. */
export async function putIn(tx: Tx, one: NewIn): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number), 0)::integer + 1 as number from decision.referral_in
    where jurisdiction_id = ${tx.jurisdiction}`.execute(tx)
  const number = rows[0]?.number ?? 1
  await tx
    .insertInto('decision.referral_in')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: one.id,
      number,
      from_id: one.from,
      from_slug: one.fromSlug,
      from_number: one.fromNumber,
      from_body_name: one.fromBodyName,
      body_id: one.body,
      question: one.question,
      title: one.title,
      text: one.text,
      why: one.why,
      language: one.language,
      asked_by_name: one.askedByName,
      arrived_at: tx.now,
      due_at: one.dueAt,
    })
    .execute()
  return number
}

export async function answerIn(
  tx: Tx,
  id: Id<'referral'>,
  { kind, reason, amendedText, by }: ReferralWords & { readonly by: Id<'person'> },
): Promise<void> {
  await tx
    .updateTable('decision.referral_in')
    .set({ state: kind, reason, amended_text: amendedText, answered_by: by, answered_at: tx.now })
    .where('id', '=', id)
    .execute()
}

/** False when it is over already. */
export async function withdrawIn(tx: Tx, id: Id<'referral'>): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('decision.referral_in')
    .set({ state: 'withdrawn' })
    .where('id', '=', id)
    .where('state', '=', 'waits')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function setHidden(tx: Tx, id: Id<'referral'>, isHidden: boolean): Promise<void> {
  await tx
    .updateTable('decision.referral_in')
    .set({ hidden_at: isHidden ? tx.now : null })
    .where('id', '=', id)
    .execute()
}

export type ReminderStep = 'those' | 'chair'

export type ToRemind = {
  readonly id: Id<'referral'>
  readonly since: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly told: readonly { readonly step: ReminderStep; readonly at: Temporal.Instant }[]
}

/**
 * What is due by then and whose chair has not heard of it. What both have heard of is not among them: however much of it waits, it
 * holds up nothing that comes after it.
 */
export async function insToRemind(
  read: Read,
  until: Temporal.Instant,
  only: Id<'referral'> | null = null,
): Promise<readonly ToRemind[]> {
  const { rows } = await sql<Omit<ToRemind, 'told'> & { readonly toldAt: Temporal.Instant | null }>`
    select i.id, i.arrived_at as since, i.due_at as "dueAt", r.told_at as "toldAt"
    from decision.referral_in i
    left join decision.referral_reminder r
      on r.jurisdiction_id = i.jurisdiction_id and r.referral_id = i.id and r.step = 'those'
    where i.state = 'waits' and i.due_at < ${until} and (${only}::uuid is null or i.id = ${only}) and not exists (
      select from decision.referral_reminder c
      where c.jurisdiction_id = i.jurisdiction_id and c.referral_id = i.id and c.step = 'chair'
    )
    order by i.due_at, i.number
    limit 5000`.execute(read)
  return rows.map(({ toldAt, ...row }) => ({ ...row, told: toldAt === null ? [] : [{ step: 'those', at: toldAt }] }))
}

/** False where it has gone out already. */
export async function putReminder(tx: Tx, id: Id<'referral'>, step: ReminderStep): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('decision.referral_reminder')
    .values({ jurisdiction_id: tx.jurisdiction, referral_id: id, step, told_at: tx.now })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'referral_id', 'step']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
