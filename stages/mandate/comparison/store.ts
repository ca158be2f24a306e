import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import { mandatesById, type Mandate } from '../store.ts'

export type Compared = Mandate & {
  readonly slug: string
  /** The earlier version promised more. */
  readonly isLowered: boolean
}

const mostCompared = 500

/** Every version that was ever in force, the newest first. */
export async function decidedMandates(read: Read): Promise<readonly Compared[]> {
  const { rows } = await sql<{ readonly id: Mandate['id']; readonly isLowered: boolean }>`
    select m.id, exists (
      select from mandate.lowering l
      where l.jurisdiction_id = m.jurisdiction_id and l.resolution_id = m.resolution_id
    ) as "isLowered"
    from mandate.mandate m
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
  return rows.flatMap(({ id, isLowered }) => {
    const mandate = known.get(id)
    return mandate ? [{ ...mandate, isLowered }] : []
  })
}
