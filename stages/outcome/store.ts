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
  /** What counts, the earliest first. */
  readonly measurements: readonly Measurement[]
  /** What was put right since: it stays to be read, and counts no more. In the order it was first published. */
  readonly corrected: readonly CorrectedMeasurement[]
}

export type Measurement = {
  readonly id: Id<'measurement'>
  readonly number: number
  readonly value: number
  readonly on: Temporal.PlainDate
  readonly source: string
  /** Between which values the true one lies, as the source says; null where it says nothing of it. */
  readonly range: Range | null
}

export type Range = { readonly low: number; readonly high: number }

export type CorrectedMeasurement = Measurement & {
  readonly reason: string
  readonly correctedAt: Temporal.Instant
}

const columns = sql`
  i.id, i.problem_id as problem, p.slug, i.number, i.name, i.unit, i.baseline_value as "baselineValue", i.baseline_on as "baselineOn",
  i.baseline_source as "baselineSource", i.target_value as "targetValue", i.target_by as "targetBy", i.source
  from outcome.indicator i
  join problem.problem p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.problem_id`

export const indicatorsOf = listsBy(
  (indicator: Indicator) => indicator.problem,
  async (read, problems) => {
    const { rows } = await sql<Bare>`
      select ${columns} where i.problem_id = any(${problems}::uuid[]) order by i.number`.execute(read)
    return withMeasurements(read, rows)
  },
)

export async function indicatorsById(read: Read, ids: readonly Id<'indicator'>[]): Promise<readonly Indicator[]> {
  const { rows } = await sql<Bare>`select ${columns} where i.id = any(${ids}::uuid[])`.execute(read)
  return withMeasurements(read, rows)
}

type Bare = Omit<Indicator, 'measurements' | 'corrected'>

async function withMeasurements(read: Read, indicators: readonly Bare[]): Promise<readonly Indicator[]> {
  if (indicators.length === 0) return []
  const rows = await read
    .selectFrom('outcome.measurement')
    .select(['indicator_id', 'id', 'number', 'value', 'measured_on', 'source', 'low', 'high'])
    .select(['corrects_id', 'corrected_because', 'at'])
    .where(
      'indicator_id',
      'in',
      indicators.map((indicator) => indicator.id),
    )
    .orderBy('measured_on')
    .orderBy('number')
    .execute()
  const corrections = new Map(rows.flatMap((row) => (row.corrects_id ? [[row.corrects_id, row] as const] : [])))
  const byIndicator = Map.groupBy(rows, (row) => row.indicator_id)
  return indicators.map((indicator) => {
    const all = (byIndicator.get(indicator.id) ?? []).map((row) => ({ row, measurement: measurementOf(row) }))
    return {
      ...indicator,
      measurements: all.flatMap(({ row, measurement }) => (corrections.has(row.id) ? [] : [measurement])),
      corrected: all
        .flatMap(({ row, measurement }): readonly CorrectedMeasurement[] => {
          const by = corrections.get(row.id)
          return by ? [{ ...measurement, reason: by.corrected_because, correctedAt: by.at }] : []
        })
        .toSorted((a, b) => a.number - b.number),
    }
  })
}

type MeasurementRow = Pick<Measurement, 'id' | 'number' | 'value' | 'source'> & {
  readonly measured_on: Temporal.PlainDate
  readonly low: number | null
  readonly high: number | null
}

function measurementOf({ id, number, value, measured_on: on, source, low, high }: MeasurementRow): Measurement {
  return { id, number, value, on, source, range: low === null || high === null ? null : { low, high } }
}

export type NewIndicator = Omit<Bare, 'id' | 'slug'> & {
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

export type NewMeasurement = Omit<Measurement, 'id'> & {
  readonly by: Id<'account'> | null
  readonly corrects?: { readonly id: Id<'measurement'>; readonly because: string } | undefined
}

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
      low: measurement.range?.low ?? null,
      high: measurement.range?.high ?? null,
      corrects_id: measurement.corrects?.id ?? null,
      corrected_because: measurement.corrects?.because ?? '',
      by_account: measurement.by,
      at: tx.now,
    })
    .execute()
  return id
}

/** Measurements are counted per indicator, the corrected ones too; the caller holds the lock of the case. */
export function nextNumber({ measurements, corrected }: Indicator): number {
  return measurements.length + corrected.length + 1
}

export function measurementIn({ measurements, corrected }: Indicator, number: number): Measurement | undefined {
  return [...measurements, ...corrected].find((one) => one.number === number)
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
