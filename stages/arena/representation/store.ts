import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { CrowdCounts } from './counts.ts'

export const crowds = ['members', 'applicants', 'voters', 'contributors'] as const
export type Crowd = (typeof crowds)[number]

/** The table a case is compared with; undefined while nobody has chosen one. */
export async function populationChosen(read: Read, problem: Id<'problem'>): Promise<Id<'population'> | undefined> {
  const row = await read
    .selectFrom('arena.case_population')
    .select('population_id')
    .where('problem_id', '=', problem)
    .executeTakeFirst()
  return row?.population_id
}

export async function putPopulationChosen(
  tx: Tx,
  problem: Id<'problem'>,
  { population, by }: { readonly population: Id<'population'>; readonly by: Id<'account'> },
): Promise<void> {
  await sql`
    insert into arena.case_population (jurisdiction_id, problem_id, population_id, chosen_by, chosen_at)
    values (${tx.jurisdiction}, ${problem}, ${population}, ${by}, ${tx.now})
    on conflict (jurisdiction_id, problem_id) do update
    set population_id = excluded.population_id, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`.execute(
    tx,
  )
}

/** Cases somebody has chosen a table for: the others are not counted. */
export async function comparedProblems(read: Read): Promise<readonly Id<'problem'>[]> {
  const rows = await read.selectFrom('arena.case_population').select('problem_id').orderBy('problem_id').execute()
  return rows.map((row) => row.problem_id)
}

/** Of these cases, those that are compared. */
export async function comparedAmong(read: Read, problems: readonly Id<'problem'>[]): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ readonly problem: Id<'problem'> }>`
    select c.problem_id as problem from arena.case_population c
    where c.problem_id = any(${[...problems]}::uuid[])
    order by c.problem_id`.execute(read)
  return rows.map(({ problem }) => problem)
}

/** When crowds were looked at last: those of cases in which something had happened, and all of them. */
export type Look = { readonly lookedAt: Temporal.Instant; readonly everywhereAt: Temporal.Instant }

export async function lookOf(read: Read): Promise<Look | undefined> {
  return read
    .selectFrom('arena.crowd_look')
    .select(['looked_at as lookedAt', 'everywhere_at as everywhereAt'])
    .executeTakeFirst()
}

export async function putLook(tx: Tx, { lookedAt, everywhereAt }: Look): Promise<void> {
  const look = { looked_at: lookedAt, everywhere_at: everywhereAt }
  await tx
    .insertInto('arena.crowd_look')
    .values({ jurisdiction_id: tx.jurisdiction, ...look })
    .onConflict((conflict) => conflict.column('jurisdiction_id').doUpdateSet(look))
    .execute()
}

export type CrowdCount = CrowdCounts & { readonly countedAt: Temporal.Instant }

export async function crowdCountOf(read: Read, problem: Id<'problem'>, crowd: Crowd): Promise<CrowdCount | undefined> {
  const row = await read
    .selectFrom('arena.crowd_count')
    .select(['people', 'told', 'counts', 'counted_at'])
    .where('problem_id', '=', problem)
    .where('crowd', '=', crowd)
    .executeTakeFirst()
  if (!row) return undefined
  // Written by `putCrowdCount` alone.
  const counts = Object.entries(row.counts as Readonly<Record<string, number>>) as [Id<'feature-value'>, number][]
  return { people: row.people, told: row.told, counts: new Map(counts), countedAt: row.counted_at }
}

export async function putCrowdCount(
  tx: Tx,
  problem: Id<'problem'>,
  { crowd, people, told, counts }: CrowdCounts & { readonly crowd: Crowd },
): Promise<void> {
  await sql`
    insert into arena.crowd_count (jurisdiction_id, problem_id, crowd, people, told, counts, counted_at)
    values (${tx.jurisdiction}, ${problem}, ${crowd}, ${people}, ${told}, ${JSON.stringify(Object.fromEntries(counts))}::jsonb, ${tx.now})
    on conflict (jurisdiction_id, problem_id, crowd) do update
    set people = excluded.people, told = excluded.told, counts = excluded.counts, counted_at = excluded.counted_at`.execute(
    tx,
  )
}
