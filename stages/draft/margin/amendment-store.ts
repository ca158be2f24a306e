import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { AmendmentKind, AmendmentState, Choice, ProposesAs } from './amendment-rules.ts'

export type Amendment = {
  readonly id: Id<'amendment'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly clause: Id<'clause'>
  readonly kind: AmendmentKind
  /** The clause as it stood when the change was proposed. */
  readonly base: string
  readonly words: string
  readonly reason: string
  readonly language: string
  readonly proposedBy: Id<'account'>
  readonly as: ProposesAs
  readonly proposedAt: Temporal.Instant
  readonly state: AmendmentState
  readonly settledBy: Id<'account'> | null
  readonly settledAt: Temporal.Instant | null
  readonly settledReason: string
  /** What came into the text. */
  readonly result: string
}

const columns = sql<Amendment>`
  a.id, a.problem_id as problem, a.number, a.clause_id as clause, a.kind, a.base, a.words, a.reason, a.language,
  a.proposed_by as "proposedBy", a.proposed_as as "as", a.proposed_at as "proposedAt", a.state, a.settled_by as "settledBy",
  a.settled_at as "settledAt", a.settled_reason as "settledReason", a.result
  from draft.amendment a`

/** The open ones first, then the newest. */
export async function amendmentsOf(read: Read, clause: Id<'clause'>): Promise<readonly Amendment[]> {
  const { rows } = await sql<Amendment>`
    select ${columns} where a.clause_id = ${clause} order by a.state <> 'open', a.number desc`.execute(read)
  return rows
}

/** On one desk so many at most; each that is decided makes room for the next. */
const mostOnADesk = 50

/** The open ones of these cases on which somebody has not said what she wants, the oldest first. */
export async function openAmendmentsFor(
  read: Read,
  { account, problems }: { readonly account: Id<'account'>; readonly problems: readonly Id[] },
): Promise<readonly Amendment[]> {
  if (problems.length === 0) return []
  const { rows } = await sql<Amendment>`
    select ${columns}
    where a.problem_id = any(${problems}::uuid[]) and a.state = 'open'
      and not exists (
        select from draft.amendment_voice v
        where v.jurisdiction_id = a.jurisdiction_id and v.amendment_id = a.id and v.account_id = ${account}
      )
    order by a.proposed_at, a.number limit ${mostOnADesk}`.execute(read)
  return rows
}

export async function amendmentByNumber(
  read: Read,
  problem: Id<'problem'>,
  number: number,
): Promise<Amendment | undefined> {
  const { rows } = await sql<Amendment>`
    select ${columns} where a.problem_id = ${problem} and a.number = ${number}`.execute(read)
  return rows[0]
}

export async function amendmentsById(read: Read, ids: readonly Id[]): Promise<readonly Amendment[]> {
  const { rows } = await sql<Amendment>`select ${columns} where a.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewAmendment = Pick<
  Amendment,
  'problem' | 'clause' | 'kind' | 'base' | 'words' | 'reason' | 'language' | 'proposedBy' | 'as'
>

/** The caller holds the lock on the case: numbers have no gap. */
export async function putAmendment(
  tx: Tx,
  made: NewAmendment,
): Promise<{ readonly id: Id<'amendment'>; readonly number: number }> {
  const id = newId('amendment')
  const { number } = await tx
    .insertInto('draft.amendment')
    .values((all) => ({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: made.problem,
      number: all
        .selectFrom('draft.amendment')
        .select(sql<number>`count(*) + 1`.as('next'))
        .where('problem_id', '=', made.problem),
      clause_id: made.clause,
      kind: made.kind,
      base: made.base,
      words: made.words,
      reason: made.reason,
      language: made.language,
      proposed_by: made.proposedBy,
      proposed_as: made.as,
      proposed_at: tx.now,
    }))
    .returning('number')
    .executeTakeFirstOrThrow()
  return { id, number }
}

export type Settling = {
  readonly state: Exclude<AmendmentState, 'open'>
  readonly by: Id<'account'>
  readonly reason: string
  readonly result: string
  readonly mayProposerDecide: boolean
}

export async function settleAmendment(tx: Tx, id: Id<'amendment'>, settling: Settling): Promise<void> {
  await tx
    .updateTable('draft.amendment')
    .set({
      state: settling.state,
      settled_by: settling.by,
      settled_at: tx.now,
      settled_reason: settling.reason,
      result: settling.result,
      may_proposer_decide: settling.mayProposerDecide,
    })
    .where('id', '=', id)
    .execute()
}

export async function putAmendmentVoice(
  tx: Tx,
  voice: { readonly amendment: Id<'amendment'>; readonly account: Id<'account'>; readonly choice: Choice },
): Promise<void> {
  await tx
    .insertInto('draft.amendment_voice')
    .values({
      jurisdiction_id: tx.jurisdiction,
      amendment_id: voice.amendment,
      account_id: voice.account,
      choice: voice.choice,
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'amendment_id', 'account_id']).doUpdateSet({ choice: voice.choice }),
    )
    .execute()
}

/** Voices of those who have a seat now. */
export async function amendmentVoices(
  read: Read,
  amendment: Id<'amendment'>,
  members: readonly Id<'account'>[],
): Promise<Readonly<Record<Choice, number>>> {
  const { rows } = await sql<Record<Choice, number>>`
    select count(*) filter (where v.choice = 'accept') as accept, count(*) filter (where v.choice = 'decline') as decline
    from draft.amendment_voice v
    where v.amendment_id = ${amendment} and v.account_id = any(${members}::uuid[])`.execute(read)
  return rows[0] ?? { accept: 0, decline: 0 }
}

export type MarginCount = {
  readonly clause: Id<'clause'>
  readonly amendments: number
  readonly remarks: number
}

/** How much waits in the margins of a case: open changes and comments nobody has settled. */
export async function marginCounts(
  read: Read,
  problem: Id<'problem'>,
): Promise<ReadonlyMap<Id<'clause'>, MarginCount>> {
  const { rows } = await sql<MarginCount>`
    select clause_id as clause, sum(amendments)::int as amendments, sum(remarks)::int as remarks
    from (
      select a.clause_id, 1 as amendments, 0 as remarks from draft.amendment a
      where a.problem_id = ${problem} and a.state = 'open'
      union all
      select r.clause_id, 0, 1 from draft.remark r
      where r.problem_id = ${problem} and r.head = r.number and r.resolved_at is null
    ) m
    group by clause_id`.execute(read)
  return new Map(rows.map((row) => [row.clause, row]))
}
