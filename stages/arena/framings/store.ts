import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { FramingKind } from '../../problem/index.ts'

export type FramingDraft = {
  readonly number: number
  readonly kind: FramingKind
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly reason: string
  readonly writtenBy: Id<'account'>
  readonly writtenAt: Temporal.Instant
  /** Its number among the versions of the problem; null while it is the group's alone. */
  readonly framing: number | null
  readonly backers: readonly Id<'account'>[]
}

/** What members have written, the newest first. */
export async function draftsOf(read: Read, problem: Id<'problem'>): Promise<readonly FramingDraft[]> {
  const { rows } = await sql<FramingDraft>`
    select d.number, d.kind, d.question, d.what_happens as "whatHappens", d.who_is_affected as "whoIsAffected", d.reason,
      d.written_by as "writtenBy", d.written_at as "writtenAt", d.framing_number as framing,
      coalesce((
        select array_agg(b.account_id::uuid order by b.at)
        from arena.framing_backer b
        where b.jurisdiction_id = d.jurisdiction_id and b.problem_id = d.problem_id and b.draft_number = d.number
      ), '{}') as backers
    from arena.framing_draft d
    where d.problem_id = ${problem}
    order by d.number desc`.execute(read)
  return rows
}

export type NewDraft = Omit<FramingDraft, 'writtenAt' | 'framing' | 'backers'>

/** Whoever writes it stands behind it. */
export async function putDraft(tx: Tx, problem: Id<'problem'>, draft: NewDraft): Promise<void> {
  await tx
    .insertInto('arena.framing_draft')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      number: draft.number,
      kind: draft.kind,
      question: draft.question,
      what_happens: draft.whatHappens,
      who_is_affected: draft.whoIsAffected,
      reason: draft.reason,
      written_by: draft.writtenBy,
      written_at: tx.now,
    })
    .execute()
  await putBacker(tx, problem, { draft: draft.number, account: draft.writtenBy })
}

type Backer = { readonly draft: number; readonly account: Id<'account'> }

export async function putBacker(tx: Tx, problem: Id<'problem'>, { draft, account }: Backer): Promise<void> {
  await tx
    .insertInto('arena.framing_backer')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      draft_number: draft,
      account_id: account,
      at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function takeBacker(tx: Tx, problem: Id<'problem'>, { draft, account }: Backer): Promise<void> {
  await tx
    .deleteFrom('arena.framing_backer')
    .where('problem_id', '=', problem)
    .where('draft_number', '=', draft)
    .where('account_id', '=', account)
    .execute()
}

export async function setPutForward(
  tx: Tx,
  problem: Id<'problem'>,
  { draft, framing, by }: { readonly draft: number; readonly framing: number; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('arena.framing_draft')
    .set({ framing_number: framing, put_forward_by: by, put_forward_at: tx.now })
    .where('problem_id', '=', problem)
    .where('number', '=', draft)
    .execute()
}
