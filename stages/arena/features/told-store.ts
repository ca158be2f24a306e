import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** What one person told of herself: one value a feature at most. */
export type ToldFeatures = ReadonlyMap<Id<'feature'>, Id<'feature-value'>>

type ToldRow = {
  readonly account: Id<'account'>
  readonly feature: Id<'feature'>
  readonly value: Id<'feature-value'>
}

/**
 * What each of these people told of herself, for counting and for drawing; never to be shown with a person. What is no more
 * offered is left out: she is asked again.
 */
export async function toldFeaturesOf(
  read: Read,
  accounts: readonly Id<'account'>[],
): Promise<ReadonlyMap<Id<'account'>, ToldFeatures>> {
  if (accounts.length === 0) return new Map()
  const { rows } = await sql<ToldRow>`
    select t.account_id as account, t.feature_id as feature, t.value_id as value
    from arena.told_feature t
    join arena.feature f on f.jurisdiction_id = t.jurisdiction_id and f.id = t.feature_id
    join arena.feature_value v on v.jurisdiction_id = t.jurisdiction_id and v.id = t.value_id
    where t.account_id = any(${[...new Set(accounts)]}::uuid[]) and f.retired_at is null and v.retired_at is null`.execute(
    read,
  )
  const byAccount = Map.groupBy(rows, ({ account }) => account)
  return new Map(
    [...byAccount].map(([account, told]) => [account, new Map(told.map(({ feature, value }) => [feature, value]))]),
  )
}

/** What she tells now; null takes back what she told. A feature not named here stays as it was. */
export type NewlyTold = ReadonlyMap<Id<'feature'>, Id<'feature-value'> | null>

/**
 * Keeps what somebody told of herself. Gender stands in an application that waits as well, where the composition rule counts it:
 * both are written together, so that nobody is asked twice and the two never differ.
 */
export async function putToldFeatures(tx: Tx, account: Id<'account'>, told: NewlyTold): Promise<void> {
  for (const [feature, value] of told) {
    if (value === null) {
      await tx
        .deleteFrom('arena.told_feature')
        .where('account_id', '=', account)
        .where('feature_id', '=', feature)
        .execute()
    } else {
      await sql`
        insert into arena.told_feature (jurisdiction_id, account_id, feature_id, value_id, told_at)
        values (${tx.jurisdiction}, ${account}, ${feature}, ${value}, ${tx.now})
        on conflict (jurisdiction_id, account_id, feature_id)
        do update set value_id = excluded.value_id, told_at = excluded.told_at`.execute(tx)
    }
    await sql`
      update arena.application a
      set gender = (
        select v.code from arena.feature_value v where v.jurisdiction_id = a.jurisdiction_id and v.id = ${value}::uuid
      )
      from arena.feature f
      where f.jurisdiction_id = a.jurisdiction_id and f.id = ${feature} and f.kind = 'gender'
        and a.account_id = ${account} and a.state = 'waiting'`.execute(tx)
  }
}
