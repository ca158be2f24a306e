import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

export type Signers = {
  /** Of the words that stand; 0 while there are none. */
  readonly revision: number
  readonly signers: readonly Id<'account'>[]
}

/** Who signed the minority text as it stands, in the order they signed. */
export async function signersOf(read: Read, recommendation: Id<'recommendation'>): Promise<Signers> {
  const { rows } = await sql<Signers>`
    select m.revision, coalesce((
      select jsonb_agg(s.account_id order by s.signed_at, s.account_id)
      from draft.minority_signature s
      where s.jurisdiction_id = m.jurisdiction_id and s.recommendation_id = m.recommendation_id
        and s.revision = m.revision and s.withdrawn_at is null
    ), '[]') as signers
    from draft.minority_text m
    where m.recommendation_id = ${recommendation}
    order by m.revision desc
    limit 1`.execute(read)
  return rows[0] ?? { revision: 0, signers: [] }
}

/** Who signed each minority text of a case as it stands. */
export async function signersIn(
  read: Read,
  problem: Id<'problem'>,
): Promise<ReadonlyMap<Id<'recommendation'>, readonly Id<'account'>[]>> {
  const { rows } = await sql<{ readonly id: Id<'recommendation'>; readonly signers: readonly Id<'account'>[] }>`
    select r.id, jsonb_agg(s.account_id order by s.signed_at, s.account_id) as signers
    from draft.recommendation r
    join draft.minority_signature s
      on s.jurisdiction_id = r.jurisdiction_id and s.recommendation_id = r.id and s.withdrawn_at is null
    where r.problem_id = ${problem} and s.revision = (
      select max(m.revision) from draft.minority_text m
      where m.jurisdiction_id = r.jurisdiction_id and m.recommendation_id = r.id
    )
    group by r.id`.execute(read)
  return new Map(rows.map(({ id, signers }) => [id, signers]))
}

export type Signature = {
  readonly recommendation: Id<'recommendation'>
  readonly revision: number
  readonly account: Id<'account'>
}

export async function putSignature(tx: Tx, { recommendation, revision, account }: Signature): Promise<void> {
  const signed = { signed_at: tx.now, withdrawn_at: null }
  await tx
    .insertInto('draft.minority_signature')
    .values({
      jurisdiction_id: tx.jurisdiction,
      recommendation_id: recommendation,
      revision,
      account_id: account,
      ...signed,
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'recommendation_id', 'revision', 'account_id']).doUpdateSet(signed),
    )
    .execute()
}

export async function withdrawSignature(tx: Tx, { recommendation, revision, account }: Signature): Promise<void> {
  await tx
    .updateTable('draft.minority_signature')
    .set({ withdrawn_at: tx.now })
    .where('recommendation_id', '=', recommendation)
    .where('revision', '=', revision)
    .where('account_id', '=', account)
    .execute()
}
