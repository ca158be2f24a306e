import { sql } from 'kysely'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../db/index.ts'
import type { Household } from './register.ts'

export type AddressList = {
  readonly source: string
  readonly asOf: Temporal.PlainDate
  readonly people: number
  readonly households: number
  readonly listedAt: Temporal.Instant
}

export async function addressList(read: Read): Promise<AddressList | undefined> {
  const row = await read.selectFrom('identity.address_list').selectAll().executeTakeFirst()
  return (
    row && {
      source: row.source,
      asOf: row.as_of,
      people: row.people,
      households: row.households,
      listedAt: row.listed_at,
    }
  )
}

export type NewList = Pick<AddressList, 'source' | 'asOf'> & {
  readonly hash: Buffer
  readonly by: Id<'account'>
  readonly households: readonly Household[]
}

/**
 * The list in place of the one before. Letters to an address that is on both stay good and go on counting; an address that is on it no
 * more loses hers.
 */
export async function putAddressList(tx: Tx, { source, asOf, hash, by, households }: NewList): Promise<void> {
  const people = households.reduce((sum, household) => sum + household.people, 0)
  await sql`
    insert into identity.address_list (jurisdiction_id, source, as_of, hash, people, households, listed_by, listed_at)
    values (${tx.jurisdiction}, ${source}, ${asOf.toString()}, ${hash}, ${people}, ${households.length}, ${by}, ${tx.now})
    on conflict (jurisdiction_id) do update set source = excluded.source, as_of = excluded.as_of, hash = excluded.hash,
      people = excluded.people, households = excluded.households, listed_by = excluded.listed_by, listed_at = excluded.listed_at`.execute(
    tx,
  )
  const forms = households.map(({ form }) => form)
  await sql`delete from identity.household where not form = any(${forms}::text[])`.execute(tx)
  await sql`
    insert into identity.household (jurisdiction_id, form, lines, people)
    select ${tx.jurisdiction}, h.form, array(select jsonb_array_elements_text(h.lines)), h.people
    from unnest(
      ${forms}::text[], ${households.map(({ lines }) => JSON.stringify(lines))}::jsonb[], ${households.map((one) => one.people)}::int[]
    ) h (form, lines, people)
    on conflict (jurisdiction_id, form) do update set lines = excluded.lines, people = excluded.people`.execute(tx)
}
