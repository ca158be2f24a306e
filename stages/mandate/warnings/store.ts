import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { usualGroupsAYear, type OtherMandate, type Warning } from './rules.ts'

export type Warned = { readonly mandate: Id<'mandate'>; readonly resolution: Id<'resolution'> }

export async function putWarnings(
  tx: Tx,
  { mandate, resolution }: Warned,
  warnings: readonly Warning[],
): Promise<void> {
  if (warnings.length === 0) return
  await tx
    .insertInto('mandate.warning')
    .values(
      warnings.map(({ kind, values }, at) => ({
        jurisdiction_id: tx.jurisdiction,
        resolution_id: resolution,
        mandate_id: mandate,
        position: at + 1,
        kind,
        values: JSON.stringify(values),
      })),
    )
    .execute()
}

/** What the body was warned of when each of the votes on these versions was recorded. */
export async function warningsAt(
  read: Read,
  mandates: readonly Id<'mandate'>[],
): Promise<ReadonlyMap<Id<'resolution'>, readonly Warning[]>> {
  if (mandates.length === 0) return new Map()
  const { rows } = await sql<Warning & { readonly resolution: Id<'resolution'> }>`
    select w.resolution_id as resolution, w.kind, w.values
    from mandate.warning w
    where w.mandate_id = any(${mandates}::uuid[])
    order by w.position`.execute(read)
  return Map.groupBy(rows, ({ resolution }) => resolution)
}

type OurCase = {
  readonly problem: Id<'problem'>
  /** What those who lead this case lead as well. */
  readonly ledByThem: readonly Id<'problem'>[]
  readonly parentBody: Id<'body'> | null
}

/** Mandates in force of other cases, and whether the same people carry them. */
export async function othersInForce(
  read: Read,
  { problem, ledByThem, parentBody }: OurCase,
): Promise<readonly OtherMandate[]> {
  const { rows } = await sql<OtherMandate>`
    select m.starts_on as "startsOn", m.ends_on as "endsOn",
      coalesce(m.parent_body_id = ${parentBody}, false) or m.problem_id = any(${ledByThem}::uuid[]) as "isOurs"
    from mandate.mandate m
    where m.state = 'adopted' and m.source is null and m.problem_id <> ${problem}`.execute(read)
  return rows
}

/** How many groups may work at once before the place is warned. */
export async function groupsAYear(read: Read): Promise<number> {
  const row = await read.selectFrom('mandate.capacity').select('groups_a_year').executeTakeFirst()
  return row?.groups_a_year ?? usualGroupsAYear
}

export async function setGroupsAYear(
  tx: Tx,
  { most, by }: { readonly most: number; readonly by: Id<'account'> },
): Promise<void> {
  const set = { groups_a_year: most, set_by: by, set_at: tx.now }
  await tx
    .insertInto('mandate.capacity')
    .values({ jurisdiction_id: tx.jurisdiction, ...set })
    .onConflict((conflict) => conflict.column('jurisdiction_id').doUpdateSet(set))
    .execute()
}
