import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import type { Tx } from '../../db/index.ts'
import { batches, sortOut, type Put, type Report } from './put.ts'
import type { Term } from './term.ts'

export type WantedSeat = Term & {
  readonly id: string
  readonly person: Id<'person'>
  readonly body: Id<'body'>
  readonly party: Id<'body'> | null
  readonly role: string
  readonly area: string | null
  readonly isChair: boolean
  readonly popolo: JsonObject
}

export async function putMemberships(tx: Tx, seats: readonly WantedSeat[], report: Report): Promise<Put<'membership'>> {
  const rows = await tx
    .selectFrom('directory.membership')
    .select([
      'id',
      'person_id',
      'body_id',
      'party_id',
      'role',
      'is_chair',
      'area',
      'starts_on',
      'ends_on',
      'popolo',
      'popolo_id',
      'origin',
    ])
    .execute()
  const known = new Map(rows.map((row) => [row.popolo_id ?? row.id, row]))
  const sorted = sortOut(seats.map((seat) => ({ row: rowOf(seat, known.get(seat.id)), before: known.get(seat.id) })))
  for (const batch of batches(sorted.fresh)) {
    const values = batch.map((row) => ({
      jurisdiction_id: tx.jurisdiction,
      ...row,
      popolo: JSON.stringify(row.popolo),
    }))
    await tx.insertInto('directory.membership').values(values).execute()
    report(batch.length)
  }
  for (const { id, ...row } of sorted.altered) {
    await tx
      .updateTable('directory.membership')
      .set({ ...row, popolo: JSON.stringify(row.popolo) })
      .where('id', '=', id)
      .execute()
  }
  report(seats.length - sorted.fresh.length)
  const ids = new Map([...sorted.fresh, ...sorted.altered].map((row) => [row.popolo_id ?? row.id, row.id]))
  return { ids, added: sorted.fresh.length, changed: sorted.altered.length, unchanged: sorted.same }
}

type Before = {
  readonly id: Id<'membership'>
  readonly popolo_id: string | null
  readonly is_chair: boolean
  readonly starts_on: Temporal.PlainDate | null
  readonly ends_on: Temporal.PlainDate | null
  readonly origin: string
}

function rowOf(seat: WantedSeat, before: Before | undefined) {
  return {
    id: before?.id ?? newId('membership'),
    person_id: seat.person,
    body_id: seat.body,
    party_id: seat.party,
    role: seat.role,
    // Who chairs is often said here and not in the file: a later import does not unsay it.
    is_chair: seat.isChair || (before?.is_chair ?? false),
    area: seat.area,
    ...termOf(seat, before),
    popolo: seat.popolo,
    popolo_id: before ? before.popolo_id : seat.id,
    origin: before?.origin ?? 'given',
  }
}

/** Nor does it unsay a term an administrator has set. */
function termOf(seat: WantedSeat, before: Before | undefined) {
  const isSetHere = before !== undefined && before.origin !== 'given'
  return isSetHere
    ? { starts_on: before.starts_on, ends_on: before.ends_on }
    : { starts_on: seat.startsOn, ends_on: seat.endsOn }
}
