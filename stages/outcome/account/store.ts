import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { WaitingAsked } from '../../../platform/thread/index.ts'

/** What the account of public value says (Moore): for whom, what came, side effects, fairness, cost and use of authority. */
export type AccountWords = {
  readonly intendedFor: string
  readonly whatCame: string
  readonly sideEffects: string
  readonly fairness: string
  /** Who gains and who pays, also in time, trouble or freedom; left out where nobody said. */
  readonly whoBenefits?: string | undefined
  readonly whoPays?: string | undefined
  readonly authorityUsed: string
  /** In the smallest unit of the currency; null means unknown. */
  readonly costMinor: number | null
  readonly costCurrency: string | null
  readonly costWords: string
}

export type ValueAccount = AccountWords & {
  readonly id: Id<'account-of-value'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly version: number
  readonly preparedBy: Id<'account'> | null
  readonly isStaffText: boolean
  readonly preparedAt: Temporal.Instant
  readonly signedPerson: Id<'person'> | null
  readonly signedAt: Temporal.Instant | null
  readonly source: string | null
}

const accountColumns = sql`
  v.id, v.problem_id as problem, p.slug, v.version, v.intended_for as "intendedFor", v.what_came as "whatCame",
  v.side_effects as "sideEffects", v.fairness, v.who_benefits as "whoBenefits", v.who_pays as "whoPays", v.authority_used as "authorityUsed", v.cost_minor as "costMinor",
  v.cost_currency as "costCurrency", v.cost_words as "costWords", v.prepared_by as "preparedBy", v.is_staff_text as "isStaffText",
  v.prepared_at as "preparedAt", v.signed_person as "signedPerson", v.signed_at as "signedAt", v.source
  from outcome.value_account v
  join problem.problem p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.problem_id`

/** Every version, the newest first. */
export const accountsOf = listsBy(
  (account: ValueAccount) => account.problem,
  async (read, problems) => {
    const { rows } = await sql<ValueAccount>`
      select ${accountColumns} where v.problem_id = any(${problems}::uuid[]) order by v.version desc`.execute(read)
    return rows
  },
)

/** The last version of each case, where nobody of the body has signed it; what waits longest first. */
export async function unsignedAccounts(
  read: Read,
  { bodies, most, problem }: WaitingAsked & { readonly bodies: readonly Id<'body'>[] },
): Promise<{ readonly first: readonly UnsignedAccount[]; readonly count: number }> {
  if (bodies.length === 0) return { first: [], count: 0 }
  const { rows } = await sql<UnsignedAccount & { readonly count: number }>`
    select p.slug, v.what_came as "whatCame", count(*) over () as count
    from outcome.value_account v
    join decision.package k on k.jurisdiction_id = v.jurisdiction_id and k.problem_id = v.problem_id
    join problem.problem p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.problem_id
    where v.signed_at is null and v.source is null and k.source is null and k.body_id = any(${bodies}::uuid[])
      ${problem === undefined ? sql`` : sql`and v.problem_id = ${problem}`}
      and not exists (
        select from outcome.value_account later
        where later.jurisdiction_id = v.jurisdiction_id and later.problem_id = v.problem_id and later.version > v.version
      )
    order by v.prepared_at, v.id
    limit ${most}`.execute(read)
  return { first: rows, count: rows[0]?.count ?? 0 }
}

export type UnsignedAccount = Pick<ValueAccount, 'whatCame'> & { readonly slug: string }

export async function accountsById(
  read: Read,
  ids: readonly Id<'account-of-value'>[],
): Promise<readonly ValueAccount[]> {
  const { rows } = await sql<ValueAccount>`select ${accountColumns} where v.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewAccount = AccountWords & {
  readonly problem: Id<'problem'>
  readonly version: number
  readonly preparedBy: Id<'account'> | null
  readonly isStaffText: boolean
  readonly source: string | null
}

export async function putAccount(tx: Tx, account: NewAccount): Promise<Id<'account-of-value'>> {
  const id = newId('account-of-value')
  await tx
    .insertInto('outcome.value_account')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: account.problem,
      version: account.version,
      intended_for: account.intendedFor,
      what_came: account.whatCame,
      side_effects: account.sideEffects,
      fairness: account.fairness,
      who_benefits: account.whoBenefits ?? '',
      who_pays: account.whoPays ?? '',
      authority_used: account.authorityUsed,
      cost_minor: account.costMinor,
      cost_currency: account.costCurrency,
      cost_words: account.costWords,
      prepared_by: account.preparedBy,
      is_staff_text: account.isStaffText,
      prepared_at: tx.now,
      source: account.source,
    })
    .execute()
  return id
}

export async function signAccount(
  tx: Tx,
  id: Id<'account-of-value'>,
  { person, account }: { readonly person: Id<'person'>; readonly account: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('outcome.value_account')
    .set({ signed_person: person, signed_by: account, signed_at: tx.now })
    .where('id', '=', id)
    .execute()
}
