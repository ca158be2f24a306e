import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

/** A party group of a body, with who sits for it. */
export type Group = { readonly id: Id<'body'>; readonly name: string; readonly people: readonly Id<'person'>[] }

/** The groups that sit in this body on that day, by name. */
export async function groupsIn(read: Read, body: Id<'body'>, day: Temporal.PlainDate): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select y.id, y.name, array_agg(distinct m.person_id) as people
    from directory.membership m
    join directory.body y on y.jurisdiction_id = m.jurisdiction_id and y.id = m.party_id
    where m.body_id = ${body}
      and (m.starts_on is null or m.starts_on <= ${day}) and (m.ends_on is null or m.ends_on >= ${day})
    group by y.id, y.name
    order by y.name, y.id`.execute(read)
  return rows
}

/** The group somebody sits for. */
export function groupOf(groups: readonly Group[], person: Id<'person'> | null): Id<'body'> | null {
  return (person && groups.find(({ people }) => people.includes(person))?.id) ?? null
}
