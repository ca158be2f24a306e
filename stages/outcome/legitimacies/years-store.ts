import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import type { CaseOfYear } from './years.ts'

/** From one year to another, both among them; null: what runs and is in no year yet. */
export type Years = { readonly from: number; readonly to: number } | null

/**
 * A case belongs to the year in which its work was handed over, by the calendar of the place, as in the figures of what is owed. What
 * is told from sources was never computed here and is no part of it.
 */
const cases = sql`
  select p.id, p.slug, extract(year from k.handed_at at time zone j.time_zone)::int as year
  from problem.problem p
  join directory.jurisdiction j on j.id = p.jurisdiction_id
  left join decision.package k
    on k.jurisdiction_id = p.jurisdiction_id and k.problem_id = p.id and k.source is null
  where k.problem_id is not null
    or exists (select from outcome.legitimacy l where l.jurisdiction_id = p.jurisdiction_id and l.problem_id = p.id)`

/** The years in which something was handed over, the latest first; null stands first where cases still run. */
export async function yearsOfCases(read: Read): Promise<readonly (number | null)[]> {
  const { rows } = await sql<{ year: number | null }>`
    select distinct year from (${cases}) c order by year desc nulls first`.execute(read)
  return rows.map(({ year }) => year)
}

/** Every case of these years with the newest figures it has, the latest year first; those that have none are among them. */
export async function casesOfYears(read: Read, years: Years): Promise<readonly CaseOfYear[]> {
  const which = years === null ? sql`c.year is null` : sql`c.year between ${years.from} and ${years.to}`
  const { rows } = await sql<Row>`
    select c.id as problem, c.slug, c.year, l.version, l.method, l.figures, l.input_hash as "inputHash",
      l.computed_at as "computedAt"
    from (${cases}) c
    left join lateral (
      select * from outcome.legitimacy l where l.problem_id = c.id order by l.version desc limit 1) l on true
    where ${which}
    order by c.year desc, c.slug`.execute(read)
  return rows.map(({ problem, slug, year, version, method, figures, inputHash, computedAt }) => ({
    problem,
    slug,
    year,
    computed: version === null ? null : { version, method, figures, inputHash, computedAt },
  }))
}

type Row = Pick<CaseOfYear, 'slug' | 'year'> & { readonly problem: Id<'problem'> } & (
    | NonNullable<CaseOfYear['computed']>
    | (Readonly<Record<Exclude<keyof NonNullable<CaseOfYear['computed']>, 'version'>, never>> & {
        readonly version: null
      })
  )
