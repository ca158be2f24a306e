import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Limit, Limits } from './limits.ts'
import type { Step } from './rules.ts'

/** One lottery of a case; a case has one after the other. */
export type Lottery = {
  readonly number: number
  readonly step: Step
  readonly version: number
  readonly endedAt: Temporal.Instant | null
  readonly endedReason: string
  /** The draw whose free seats this one fills; null for a first draw. */
  readonly replaces: number | null
  /** Of a draw for free seats: it goes into its codes, so that nobody guesses its limits from them. In hex. */
  readonly seal: string | null
  /** How many of each group were drawn; null before, and of a panel too small to be spoken of. */
  readonly drawnOf: Readonly<Record<string, number>> | null
}

/** The newest lottery of a case. */
export async function lotteryOf(read: Read, problem: Id<'problem'>): Promise<Lottery | undefined> {
  return (await lotteriesOf(read, problem)).at(-1)
}

/** All lotteries of a case, the first first. */
export async function lotteriesOf(read: Read, problem: Id<'problem'>): Promise<readonly Lottery[]> {
  const rows = await read
    .selectFrom('arena.lottery')
    .select(['number', 'step', 'version', 'ended_at', 'ended_reason', 'drawn_of', 'replaces', 'seal'])
    .where('problem_id', '=', problem)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    version: row.version,
    replaces: row.replaces,
    seal: row.seal === null ? null : Buffer.from(row.seal).toString('hex'),
    step: row.step as Step, // held by a check constraint
    endedAt: row.ended_at,
    endedReason: row.ended_reason,
    drawnOf: row.drawn_of as Lottery['drawnOf'], // written by `setDrawn`
  }))
}

/** Which lottery of which case. */
export type At = { readonly problem: Id<'problem'>; readonly lottery: number }

export async function putLottery(
  tx: Tx,
  { problem, lottery }: At,
  by: Id<'account'>,
  again?: { readonly replaces: number; readonly seal: Buffer },
): Promise<void> {
  await tx
    .insertInto('arena.lottery')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      number: lottery,
      begun_by: by,
      begun_at: tx.now,
      replaces: again?.replaces ?? null,
      seal: again?.seal ?? null,
    })
    .execute()
}

export async function setStep(tx: Tx, { problem, lottery }: At, step: Exclude<Step, 'ended' | 'drawn'>): Promise<void> {
  await tx
    .updateTable('arena.lottery')
    .set({ step })
    .where('problem_id', '=', problem)
    .where('number', '=', lottery)
    .execute()
}

export async function setDrawn(tx: Tx, { problem, lottery }: At, drawnOf: Lottery['drawnOf']): Promise<void> {
  await tx
    .updateTable('arena.lottery')
    .set({ step: 'drawn', drawn_of: drawnOf === null ? null : JSON.stringify(drawnOf) })
    .where('problem_id', '=', problem)
    .where('number', '=', lottery)
    .execute()
}

export async function setEnded(
  tx: Tx,
  { problem, lottery }: At,
  { by, reason }: { readonly by: Id<'account'>; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('arena.lottery')
    .set({ step: 'ended', ended_by: by, ended_at: tx.now, ended_reason: reason })
    .where('problem_id', '=', problem)
    .where('number', '=', lottery)
    .execute()
}

export type LimitsVersion = Limits & {
  readonly version: number
  readonly population: string
  readonly why: 'set' | 'wider'
  readonly by: string
  readonly setAt: Temporal.Instant
  /** When the call had closed where they were set after that: whoever set them could know who had applied. */
  readonly callClosedAt: Temporal.Instant | null
}

/** All versions of the limits, the first first. */
export async function limitsOf(read: Read, { problem, lottery }: At): Promise<readonly LimitsVersion[]> {
  type Row = Omit<LimitsVersion, 'features'> & { readonly rows: readonly LimitRow[] }
  const { rows } = await sql<Row>`
    select l.version, l.seats, l.one_per_household as "onePerHousehold", l.population, l.why, l.set_at as "setAt",
      l.call_closed_at as "callClosedAt",
      a.name as by, coalesce((
        select jsonb_agg(jsonb_build_object(
          'feature', q.feature_key, 'featureName', q.feature_name, 'key', q.value_key, 'name', q.value_name,
          'min', q.min, 'max', q.max, 'minFlex', q.min_flex, 'maxFlex', q.max_flex
        ) order by q.position)
        from arena.lottery_limit q
        where (q.jurisdiction_id, q.problem_id, q.lottery_number, q.version)
            = (l.jurisdiction_id, l.problem_id, l.lottery_number, l.version)
      ), '[]') as rows
    from arena.lottery_limits l
    join identity.account a on a.jurisdiction_id = l.jurisdiction_id and a.id = l.set_by
    where l.problem_id = ${problem} and l.lottery_number = ${lottery}
    order by l.version`.execute(read)
  return rows.map(({ rows: limits, ...version }) => ({ ...version, features: byFeature(limits) }))
}

type LimitRow = Limit & { readonly feature: string; readonly featureName: string }

function byFeature(rows: readonly LimitRow[]): Limits['features'] {
  return [...Map.groupBy(rows, ({ feature }) => feature).values()].map((values) => ({
    key: values[0]?.feature ?? '',
    name: values[0]?.featureName ?? '',
    values: values.map(({ key, name, min, max, minFlex, maxFlex }) => ({ key, name, min, max, minFlex, maxFlex })),
  }))
}

export type NewLimits = Limits & {
  readonly version: number
  readonly population: string
  readonly why: 'set' | 'wider'
  readonly by: Id<'account'>
}

/** A new version of the limits; from now on it is the one in force. */
export async function putLimits(tx: Tx, { problem, lottery }: At, limits: NewLimits): Promise<void> {
  const at = { jurisdiction_id: tx.jurisdiction, problem_id: problem, lottery_number: lottery, version: limits.version }
  await tx
    .insertInto('arena.lottery_limits')
    .values({
      ...at,
      seats: limits.seats,
      one_per_household: limits.onePerHousehold,
      population: limits.population,
      why: limits.why,
      set_by: limits.by,
      set_at: tx.now,
    })
    .execute()
  const rows = limits.features.flatMap((feature) => feature.values.map((value) => ({ feature, value })))
  if (rows.length > 0) {
    await tx
      .insertInto('arena.lottery_limit')
      .values(
        rows.map(({ feature, value }, position) => ({
          ...at,
          position,
          feature_key: feature.key,
          feature_name: feature.name,
          value_key: value.key,
          value_name: value.name,
          min: value.min,
          max: value.max,
          min_flex: value.minFlex,
          max_flex: value.maxFlex,
        })),
      )
      .execute()
  }
  await tx
    .updateTable('arena.lottery')
    .set({ version: limits.version })
    .where('problem_id', '=', problem)
    .where('number', '=', lottery)
    .execute()
}
