import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../platform/db/index.ts'
import type { StandRow } from './store.ts'

export async function putStand(tx: Tx, stand: StandRow): Promise<void> {
  const said = { version: stand.version, choice: stand.choice, at: tx.now }
  await tx
    .insertInto('draft.stand')
    .values({
      jurisdiction_id: tx.jurisdiction,
      recommendation_id: stand.recommendation,
      account_id: stand.account,
      ...said,
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'recommendation_id', 'account_id']).doUpdateSet(said),
    )
    .execute()
}

/** Of these cases those whose text still moves and in which this person has said nothing of the present version: for her desk. */
export async function waitingForStand(
  read: Read,
  account: Id<'account'>,
  problems: readonly Id<'problem'>[],
): Promise<readonly { readonly problem: Id<'problem'>; readonly count: number }[]> {
  if (problems.length === 0) return []
  const { rows } = await sql<{ readonly problem: Id<'problem'>; readonly count: number }>`
    select r.problem_id as problem, count(*) as count
    from draft.recommendation r
    join lateral (
      select max(v.version) as version from draft.recommendation_version v where v.recommendation_id = r.id
    ) v on true
    where r.source is null and r.problem_id = any(array(
        select one from unnest(${problems}::uuid[]) one
        where not exists (select from draft.frozen f where f.jurisdiction_id = ${read.jurisdiction} and f.problem_id = one)
      ))
      and exists (select from draft.section s where s.recommendation_id = r.id and s.kind = 'recommendation' and s.position is not null)
      and not exists (
        select from draft.stand s
        where s.recommendation_id = r.id and s.account_id = ${account} and s.version = v.version
      )
    group by r.problem_id`.execute(read)
  return rows
}
