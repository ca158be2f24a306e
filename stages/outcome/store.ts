import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'

export type Indicator = {
  readonly id: Id<'indicator'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly name: string
  readonly unit: string
  /** Null means unknown. */
  readonly baselineValue: number | null
  readonly baselineOn: Temporal.PlainDate | null
  readonly baselineSource: string
  readonly targetValue: number | null
  readonly targetBy: Temporal.PlainDate | null
  readonly source: string | null
  /** The earliest first. */
  readonly measurements: readonly Measurement[]
}

export type Measurement = {
  readonly id: Id<'measurement'>
  readonly number: number
  readonly value: number
  readonly on: Temporal.PlainDate
  readonly source: string
}

const columns = sql`
  i.id, i.problem_id as problem, p.slug, i.number, i.name, i.unit, i.baseline_value as "baselineValue", i.baseline_on as "baselineOn",
  i.baseline_source as "baselineSource", i.target_value as "targetValue", i.target_by as "targetBy", i.source
  from outcome.indicator i
  join problem.problem p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.problem_id`

export const indicatorsOf = listsBy(
  (indicator: Indicator) => indicator.problem,
  async (read, problems) => {
    const { rows } = await sql<Omit<Indicator, 'measurements'>>`
      select ${columns} where i.problem_id = any(${problems}::uuid[]) order by i.number`.execute(read)
    return withMeasurements(read, rows)
  },
)

export async function indicatorsById(read: Read, ids: readonly Id<'indicator'>[]): Promise<readonly Indicator[]> {
  const { rows } = await sql<
    Omit<Indicator, 'measurements'>
  >`select ${columns} where i.id = any(${ids}::uuid[])`.execute(read)
  return withMeasurements(read, rows)
}

async function withMeasurements(
  read: Read,
  indicators: readonly Omit<Indicator, 'measurements'>[],
): Promise<readonly Indicator[]> {
  if (indicators.length === 0) return []
  const rows = await read
    .selectFrom('outcome.measurement')
    .select(['indicator_id', 'id', 'number', 'value', 'measured_on as on', 'source'])
    .where(
      'indicator_id',
      'in',
      indicators.map((indicator) => indicator.id),
    )
    .orderBy('measured_on')
    .orderBy('number')
    .execute()
  const byIndicator = Map.groupBy(rows, (row) => row.indicator_id)
  return indicators.map((indicator) => ({
    ...indicator,
    measurements: (byIndicator.get(indicator.id) ?? []).map(({ id, number, value, on, source }) => ({
      id,
      number,
      value,
      on,
      source,
    })),
  }))
}

export type NewIndicator = Omit<Indicator, 'id' | 'slug' | 'measurements'> & {
  readonly writtenBy: Id<'account'> | null
}

export async function putIndicator(tx: Tx, indicator: NewIndicator): Promise<Id<'indicator'>> {
  const id = newId('indicator')
  await tx
    .insertInto('outcome.indicator')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: indicator.problem,
      number: indicator.number,
      name: indicator.name,
      unit: indicator.unit,
      baseline_value: indicator.baselineValue,
      baseline_on: indicator.baselineOn,
      baseline_source: indicator.baselineSource,
      target_value: indicator.targetValue,
      target_by: indicator.targetBy,
      written_by: indicator.writtenBy,
      written_at: tx.now,
      source: indicator.source,
    })
    .execute()
  return id
}

export type NewMeasurement = Omit<Measurement, 'id'> & { readonly by: Id<'account'> | null }

export async function putMeasurement(
  tx: Tx,
  indicator: Id<'indicator'>,
  measurement: NewMeasurement,
): Promise<Id<'measurement'>> {
  const id = newId('measurement')
  await tx
    .insertInto('outcome.measurement')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      indicator_id: indicator,
      number: measurement.number,
      value: measurement.value,
      measured_on: measurement.on,
      source: measurement.source,
      by_account: measurement.by,
      at: tx.now,
    })
    .execute()
  return id
}

export type MeasurementCard = {
  readonly id: Id<'measurement'>
  readonly slug: string
  readonly name: string
  readonly unit: string
  readonly value: number
}

export async function measurementsById(
  read: Read,
  ids: readonly Id<'measurement'>[],
): Promise<readonly MeasurementCard[]> {
  const { rows } = await sql<MeasurementCard>`
    select m.id, p.slug, i.name, i.unit, m.value
    from outcome.measurement m
    join outcome.indicator i on i.jurisdiction_id = m.jurisdiction_id and i.id = m.indicator_id
    join problem.problem p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.problem_id
    where m.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** What the account of public value says (Moore): for whom, what came, side effects, fairness, cost and use of authority. */
export type AccountWords = {
  readonly intendedFor: string
  readonly whatCame: string
  readonly sideEffects: string
  readonly fairness: string
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
  v.side_effects as "sideEffects", v.fairness, v.authority_used as "authorityUsed", v.cost_minor as "costMinor",
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
export async function unsignedAccounts(read: Read, limit = 200): Promise<readonly ValueAccount[]> {
  const { rows } = await sql<ValueAccount>`
    select ${accountColumns}
    where v.signed_at is null and v.source is null and not exists (
      select from outcome.value_account later
      where later.jurisdiction_id = v.jurisdiction_id and later.problem_id = v.problem_id and later.version > v.version
    )
    order by v.prepared_at, v.id
    limit ${limit}`.execute(read)
  return rows
}

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
