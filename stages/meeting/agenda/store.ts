import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'

export type Item = {
  readonly id: Id<'item'>
  readonly meeting: Id<'meeting'>
  readonly number: number
  readonly title: string
  readonly plannedMinutes: number | null
  readonly owner: string
  readonly addedBy: Id<'account'> | null
  readonly minutes: string
  /** What the group decided here; '' when nothing. */
  readonly decision: string
  readonly minutesBy: Id<'account'> | null
  readonly minutesByStaff: boolean
  readonly minutesAt: Temporal.Instant | null
  /** When the meeting came to it. */
  readonly openedAt: Temporal.Instant | null
}

const itemColumns = sql`
  i.id, i.meeting_id as meeting, i.number, i.title, i.planned_minutes as "plannedMinutes", i.owner, i.added_by as "addedBy",
  i.minutes, i.decision, i.minutes_by as "minutesBy", i.minutes_by_staff as "minutesByStaff", i.minutes_at as "minutesAt",
  i.opened_at as "openedAt"
  from meeting.item i`

/** In the order of the agenda, without what was taken off. */
export async function itemsOf(read: Read, meetings: readonly Id<'meeting'>[]): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`
    select ${itemColumns} where i.meeting_id = any(${meetings}::uuid[]) and i.taken_off_at is null
    order by i.meeting_id, i.position`.execute(read)
  return rows
}

/** Of which something was said or decided that anybody may read, in the order of the meetings. */
export const saidItemsOf = listsBy(
  (item: SaidItem) => item.problem,
  async (read, problems) => {
    const { rows } = await sql<SaidItem>`
      select i.id, m.problem_id as problem
      from meeting.item i
      join meeting.meeting m on m.jurisdiction_id = i.jurisdiction_id and m.id = i.meeting_id
      where m.problem_id = any(${problems}::uuid[]) and i.taken_off_at is null and (i.minutes <> '' or i.decision <> '')
        and (m.is_open is distinct from false or m.source is not null)
      order by m.number, i.position`.execute(read)
    return rows
  },
)

export type SaidItem = { readonly id: Id<'item'>; readonly problem: Id<'problem'> }

export async function itemsById(read: Read, ids: readonly Id<'item'>[]): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`select ${itemColumns} where i.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewItem = Pick<Item, 'title' | 'plannedMinutes' | 'owner' | 'addedBy'>

/** Numbers are counted per meeting; the caller holds the lock of its case. */
export async function putItem(
  tx: Tx,
  meeting: Id<'meeting'>,
  item: NewItem,
): Promise<{ readonly id: Id<'item'>; readonly number: number }> {
  const id = newId('item')
  const { rows } = await sql<{ number: number }>`
    insert into meeting.item (jurisdiction_id, id, meeting_id, number, position, title, planned_minutes, owner, added_by)
    select ${tx.jurisdiction}, ${id}, ${meeting}, coalesce(max(number), 0) + 1, coalesce(max(position), 0) + 1, ${item.title}, ${item.plannedMinutes}::integer,
      ${item.owner}, ${item.addedBy}::uuid
    from meeting.item
    where jurisdiction_id = ${tx.jurisdiction} and meeting_id = ${meeting}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

export async function changeItem(
  tx: Tx,
  id: Id<'item'>,
  { title, plannedMinutes, owner }: Pick<Item, 'title' | 'plannedMinutes' | 'owner'>,
): Promise<void> {
  await tx
    .updateTable('meeting.item')
    .set({ title, planned_minutes: plannedMinutes, owner })
    .where('id', '=', id)
    .execute()
}

export async function takeItemOff(tx: Tx, id: Id<'item'>): Promise<void> {
  await tx.updateTable('meeting.item').set({ taken_off_at: tx.now }).where('id', '=', id).execute()
}

/** Two items change places. In one statement, so that no two ever stand in the same. */
export async function swapItems(tx: Tx, one: Id<'item'>, other: Id<'item'>): Promise<void> {
  await sql`
    update meeting.item i
    set position = o.position
    from meeting.item o
    where o.jurisdiction_id = i.jurisdiction_id and (i.id, o.id) in ((${one}, ${other}), (${other}, ${one}))`.execute(
    tx,
  )
}

export async function openItem(tx: Tx, id: Id<'item'>): Promise<void> {
  await tx.updateTable('meeting.item').set({ opened_at: tx.now }).where('id', '=', id).execute()
}
