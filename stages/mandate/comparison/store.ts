import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import { mandatesById, type Mandate } from '../store.ts'

export type Compared = Mandate & {
  readonly slug: string
  /** The earlier version promised more. */
  readonly isLowered: boolean
  /** Why less is promised; null where it is not. */
  readonly loweringReason: string | null
}

const mostCompared = 500

/** Every version that was ever in force, the newest first. */
export async function decidedMandates(read: Read): Promise<readonly Compared[]> {
  const { rows } = await sql<Pick<Compared, 'id' | 'loweringReason'>>`
    select m.id, l.reason as "loweringReason"
    from mandate.mandate m
    left join mandate.lowering l on l.jurisdiction_id = m.jurisdiction_id and l.resolution_id = m.resolution_id
    where m.state <> 'draft'
    order by m.adopted_at desc nulls last, m.starts_on desc nulls last, m.id
    limit ${mostCompared}`.execute(read)
  const known = new Map(
    (
      await mandatesById(
        read,
        rows.map(({ id }) => id),
      )
    ).map((mandate) => [mandate.id, mandate]),
  )
  return rows.flatMap(({ id, loweringReason }) => {
    const mandate = known.get(id)
    return mandate ? [{ ...mandate, isLowered: loweringReason !== null, loweringReason }] : []
  })
}
