import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../db/index.ts'

/** How a person is shown beside what she wrote: name, what she is here, and the shape of her face. */
export type Byline = {
  readonly account: Id<'account'>
  readonly name: string
  /** Drawn as gable, circle, hexagon or dashed square. */
  readonly shape: 'politician' | 'resident' | 'organisation' | 'staff'
  /** Party of a politician, name of the organisation, kind of staff; else empty. */
  readonly of: string
  /** Where what the organisation declared stands, in the register of interests; null while it has not declared. */
  readonly declaration: string | null
  /** Slug of the public page, for public figures. */
  readonly person: string | null
}

/** Bylines of these accounts, one query. Accounts without a name yet have an empty one. */
export async function bylines(
  read: Read,
  ids: readonly (Id<'account'> | null)[],
): Promise<ReadonlyMap<Id<'account'>, Byline>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const { rows } = await sql<Byline>`
    select a.id as account, coalesce(p.name, a.name) as name, p.slug as person, a.declaration,
      case
        when p.id is not null then 'politician'
        when s.role is not null then 'staff'
        when a.organisation is not null then 'organisation'
        else 'resident'
      end as shape,
      coalesce(
        case when p.id is not null then (
          select y.name from directory.membership m
          join directory.body y on y.jurisdiction_id = m.jurisdiction_id and y.id = m.party_id
          where m.person_id = p.id limit 1
        ) end,
        s.role, a.organisation, ''
      ) as "of"
    from identity.account a
    left join directory.person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id
    left join lateral (
      select role from identity.staff_role s
      where s.account_id = a.id and s.ends_at is null
      order by role
      limit 1
    ) s on true
    where a.id = any(${asked}::uuid[])`.execute(read)
  return new Map(rows.map((row) => [row.account, row]))
}
