import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type GroundRules = {
  readonly id: Id<'ground-rules'>
  readonly problem: Id<'problem'>
  readonly version: number
  readonly words: string
  readonly by: Id<'account'>
  readonly at: Temporal.Instant
  readonly isStaff: boolean
  /** Null while the group has not agreed. */
  readonly agreed: Agreement | null
}

export type Agreement = {
  readonly meeting: Id<'meeting'>
  readonly meetingNumber: number
  readonly agreed: number
  readonly seats: number
  readonly at: Temporal.Instant
}

type Row = Omit<GroundRules, 'agreed'> & {
  readonly meeting: Id<'meeting'> | null
  readonly meetingNumber: number | null
  readonly agreed: number | null
  readonly seats: number | null
  readonly agreedAt: Temporal.Instant | null
}

const columns = sql<Row>`
  r.id, r.problem_id as problem, r.version, r.words, r.proposed_by as by, r.proposed_at as at, r.is_staff as "isStaff",
  r.agreed_in as meeting, m.number as "meetingNumber", r.agreed, r.seats, r.agreed_at as "agreedAt"
  from meeting.ground_rules r
  left join meeting.meeting m on m.jurisdiction_id = r.jurisdiction_id and m.id = r.agreed_in`

/** All versions, the newest first. */
export async function groundRulesOf(read: Read, problem: Id<'problem'>): Promise<readonly GroundRules[]> {
  const { rows } = await sql<Row>`select ${columns} where r.problem_id = ${problem} order by r.version desc`.execute(
    read,
  )
  return rows.map(rulesOf)
}

export async function groundRulesById(read: Read, ids: readonly Id<'ground-rules'>[]): Promise<readonly GroundRules[]> {
  const { rows } = await sql<Row>`select ${columns} where r.id = any(${ids}::uuid[])`.execute(read)
  return rows.map(rulesOf)
}

function rulesOf({ meeting, meetingNumber, agreed, seats, agreedAt, ...row }: Row): GroundRules {
  const isAgreed = meeting !== null && meetingNumber !== null && agreed !== null && seats !== null && agreedAt !== null
  return { ...row, agreed: isAgreed ? { meeting, meetingNumber, agreed, seats, at: agreedAt } : null }
}

export type NewRules = Pick<GroundRules, 'words' | 'by' | 'isStaff'>

/** Versions are counted per case; the caller holds its lock. */
export async function putGroundRules(
  tx: Tx,
  problem: Id<'problem'>,
  { words, by, isStaff }: NewRules,
): Promise<{ readonly id: Id<'ground-rules'>; readonly version: number }> {
  const id = newId('ground-rules')
  const { rows } = await sql<{ version: number }>`
    insert into meeting.ground_rules (jurisdiction_id, id, problem_id, version, words, proposed_by, proposed_at, is_staff)
    select ${tx.jurisdiction}, ${id}, ${problem}, coalesce(max(version), 0) + 1, ${words}, ${by}, ${tx.now}, ${isStaff}
    from meeting.ground_rules
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${problem}
    returning version`.execute(tx)
  return { id, version: rows[0]?.version ?? 1 }
}

export type Agreeing = Pick<Agreement, 'meeting' | 'agreed' | 'seats'> & { readonly by: Id<'account'> }

export async function agreeGroundRules(
  tx: Tx,
  id: Id<'ground-rules'>,
  { meeting, agreed, seats, by }: Agreeing,
): Promise<void> {
  await tx
    .updateTable('meeting.ground_rules')
    .set({ agreed_in: meeting, agreed, seats, recorded_by: by, agreed_at: tx.now })
    .where('id', '=', id)
    .where('agreed_at', 'is', null)
    .execute()
}
