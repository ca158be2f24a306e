import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../db/index.ts'

export type Residence = {
  readonly means: 'letter' | 'desk'
  readonly shownOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
}

/** What this account has shown, as far as it is good today. */
export async function residenceOf(
  read: Read,
  account: Id<'account'>,
  today: Temporal.PlainDate,
): Promise<Residence | undefined> {
  const row = await read
    .selectFrom('identity.residence')
    .select(['means', 'shown_on', 'ends_on'])
    .where('account_id', '=', account)
    .where('ends_on', '>', today)
    .executeTakeFirst()
  if (!row) return undefined
  const means = row.means as Residence['means'] // held by a check constraint
  return { means, shownOn: row.shown_on, endsOn: row.ends_on }
}

export async function putResidence(
  tx: Tx,
  account: Id<'account'>,
  { means, shownOn, endsOn }: Residence,
): Promise<void> {
  await tx
    .insertInto('identity.residence')
    .values({ jurisdiction_id: tx.jurisdiction, account_id: account, means, shown_on: shownOn, ends_on: endsOn })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'account_id']).doUpdateSet({ means, shown_on: shownOn, ends_on: endsOn }),
    )
    .execute()
}

export type TryKind = 'asked' | 'wrong-code'

export async function triesOf(
  read: Read,
  account: Id<'account'>,
  { kind, since }: { readonly kind: TryKind; readonly since: Temporal.Instant },
): Promise<readonly Temporal.Instant[]> {
  const rows = await read
    .selectFrom('identity.residence_try')
    .select('at')
    .where('account_id', '=', account)
    .where('kind', '=', kind)
    .where('at', '>', since)
    .orderBy('at')
    .execute()
  return rows.map(({ at }) => at)
}

/** Under a lock of the account: two of one instant would be one row. */
export async function putTry(
  tx: Tx,
  account: Id<'account'>,
  { kind, at }: { readonly kind: TryKind; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('identity.residence_try')
    .values({ jurisdiction_id: tx.jurisdiction, account_id: account, kind, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
