import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { Side } from './rules.ts'
import type { Answerer } from './answerer-store.ts'
import type { Finding, Objection } from './finding-store.ts'

/** A fact a member ordered. */
export type Order = {
  readonly id: Id<'evidence'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly question: string
  readonly why: string
  readonly language: string
  readonly orderedBy: Id<'account'> | null
  readonly orderedAt: Temporal.Instant
  /** Null only in a told case. */
  readonly wantedBy: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly withdrawnBy: Id<'account'> | null
  readonly withdrawnWords: string
  readonly mergedInto: Id<'evidence'> | null
  readonly mergedBy: Id<'account'> | null
  readonly mergedWords: string
  /** The day in a told case; null where it is unknown. */
  readonly orderedOn: Temporal.PlainDate | null
  readonly source: string | null
  /** When the one who is to answer has to; null while nobody is named. */
  readonly dueAt: Temporal.Instant | null
  /** How many answers there are, and from which sides. */
  readonly sides: readonly Side[]
}

const columns = sql`
  e.id, e.problem_id as problem, e.number, e.question, e.why, e.language, e.ordered_by as "orderedBy",
  e.ordered_at as "orderedAt", e.wanted_by as "wantedBy", e.withdrawn_at as "withdrawnAt", e.withdrawn_by as "withdrawnBy",
  e.withdrawn_words as "withdrawnWords", e.merged_into as "mergedInto", e.merged_by as "mergedBy",
  e.merged_words as "mergedWords", e.told_day as "orderedOn", e.source, waited.due_at as "dueAt",
  (
    select coalesce(array_agg(f.side order by f.number), '{}') from inquiry.finding f
    where f.jurisdiction_id = e.jurisdiction_id and f.evidence_id = e.id
  ) as sides
  from inquiry.evidence e
  -- The last one named, while she has not answered.
  left join lateral (
    select a.due_at from inquiry.answerer a
    where a.jurisdiction_id = e.jurisdiction_id and a.evidence_id = e.id
      and a.number = (
        select max(number) from inquiry.answerer l where l.jurisdiction_id = e.jurisdiction_id and l.evidence_id = e.id
      )
      and not exists (
        select from inquiry.finding f
        where f.jurisdiction_id = e.jurisdiction_id and f.evidence_id = e.id and f.answerer = a.number
      )
  ) waited on true`

/** All orders of a case, the newest first. */
export const ordersOf = listsBy(
  (order: Order) => order.problem,
  async (read, problems) => {
    const { rows } = await sql<Order>`
      select ${columns} where e.problem_id = any(${problems}::uuid[]) order by e.number desc`.execute(read)
    return rows
  },
)

export async function orderByNumber(read: Read, problem: Id<'problem'>, number: number): Promise<Order | undefined> {
  const { rows } = await sql<Order>`select ${columns} where e.problem_id = ${problem} and e.number = ${number}`.execute(
    read,
  )
  return rows[0]
}

export async function ordersById(read: Read, ids: readonly Id<'evidence'>[]): Promise<readonly Order[]> {
  const { rows } = await sql<Order>`select ${columns} where e.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** Orders of the whole place that wait for an answer, the first due first. */
export async function ordersWaiting(read: Read): Promise<readonly Order[]> {
  const { rows } = await sql<Order>`
    select ${columns}
    where e.withdrawn_at is null and e.merged_into is null and e.source is null
      and (waited.due_at is not null or not exists (
        select from inquiry.finding f where f.jurisdiction_id = e.jurisdiction_id and f.evidence_id = e.id
      ))
    order by coalesce(waited.due_at, e.wanted_by), e.id
    limit 1000`.execute(read)
  return rows
}

export type NewOrder = Pick<
  Order,
  'problem' | 'question' | 'why' | 'language' | 'orderedBy' | 'wantedBy' | 'orderedOn' | 'source'
>

/** Numbers are counted per case; the caller holds its lock. */
export async function putOrder(
  tx: Tx,
  order: NewOrder,
): Promise<{ readonly id: Id<'evidence'>; readonly number: number }> {
  const id = newId('evidence')
  const { rows } = await sql<{ number: number }>`
    insert into inquiry.evidence (
      jurisdiction_id, id, problem_id, number, question, why, language, ordered_by, ordered_at, wanted_by, told_day, source
    )
    select ${tx.jurisdiction}, ${id}, ${order.problem}, coalesce(max(number), 0) + 1, ${order.question}, ${order.why},
      ${order.language}, ${order.orderedBy}::uuid, ${tx.now}::timestamptz, ${order.wantedBy}::timestamptz,
      ${order.orderedOn}::date, ${order.source}
    from inquiry.evidence
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${order.problem}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

type Ending = { readonly by: Id<'account'>; readonly words: string }

export async function putWithdrawal(tx: Tx, id: Id<'evidence'>, { by, words }: Ending): Promise<void> {
  await tx
    .updateTable('inquiry.evidence')
    .set({ withdrawn_at: tx.now, withdrawn_by: by, withdrawn_words: words })
    .where('id', '=', id)
    .execute()
}

export async function putMerger(
  tx: Tx,
  id: Id<'evidence'>,
  { into, by, words }: Ending & { readonly into: Id<'evidence'> },
): Promise<void> {
  await tx
    .updateTable('inquiry.evidence')
    .set({ merged_into: into, merged_by: by, merged_at: tx.now, merged_words: words })
    .where('id', '=', id)
    .execute()
}

export async function endMerger(tx: Tx, id: Id<'evidence'>): Promise<void> {
  await tx
    .updateTable('inquiry.evidence')
    .set({ merged_into: null, merged_by: null, merged_at: null, merged_words: '' })
    .where('id', '=', id)
    .execute()
}

/** What was ordered with all that belongs to it. */
export type WholeOrder = Order & {
  readonly answerers: readonly Answerer[]
  readonly findings: readonly Finding[]
  readonly objections: readonly Objection[]
}
