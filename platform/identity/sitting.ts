import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../db/index.ts'

/** The accounts of these people, each once; who has none is not told by us. */
export async function accountsOfPeople(read: Read, people: readonly Id<'person'>[]): Promise<readonly Id<'account'>[]> {
  if (people.length === 0) return []
  const rows = await read
    .selectFrom('identity.account')
    .select('id')
    .where('person_id', 'in', [...new Set(people)])
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

type Sitting = {
  readonly body: Id<'body'> | null
  readonly today: Temporal.PlainDate
  /** Of all who sit there: its chair, or this one person. */
  readonly only?: 'chair' | { readonly person: Id<'person'> | null }
}

/** The accounts of those who sit in a body on that day: a promise and a duty outlive whoever held the seat before. */
export async function accountsIn(read: Read, { body, today, only }: Sitting): Promise<readonly Id<'account'>[]> {
  const person = typeof only === 'object' ? only.person : undefined
  if (body === null || person === null) return []
  const { rows } = await sql<{ id: Id<'account'> }>`
    select distinct a.id
    from directory.membership m
    join identity.account a on a.jurisdiction_id = m.jurisdiction_id and a.person_id = m.person_id
    where m.jurisdiction_id = ${read.jurisdiction} and m.body_id = ${body}
      and (m.starts_on is null or m.starts_on <= ${today}) and (m.ends_on is null or m.ends_on >= ${today})
      and (m.is_chair or not ${only === 'chair'}::boolean) and (${person ?? null}::uuid is null or m.person_id = ${person ?? null})
    order by a.id`.execute(read)
  return rows.map(({ id }) => id)
}
