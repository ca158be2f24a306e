import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { clock, type Read, type Tx } from '../../../platform/db/index.ts'
import { hiddenWords } from '../../../platform/moderation/index.ts'

/** A bookable talk of a few with a politician, or a visit with her to where the problem is. */
export type Encounter = {
  readonly id: Id<'encounter'>
  readonly number: number
  readonly kind: 'talk' | 'visit'
  readonly person: Id<'person'>
  readonly problem: Id<'problem'> | null
  readonly about: string
  readonly place: string
  readonly access: string
  readonly ledBy: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly seats: number
  readonly offeredBy: Id<'account'>
  readonly offeredAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  readonly sequence: number
  readonly cancelledAt: Temporal.Instant | null
  readonly cancelReason: string
  readonly heard: string
  readonly heardAt: Temporal.Instant | null
  /** How many have a place: the number alone is public. */
  readonly booked: number
}

const columns = sql<Encounter>`
  e.id, e.number, e.kind, e.person_id as person, e.problem_id as problem,
  case when h.about_id is null then e.about else ${hiddenWords} end as about, e.place, e.access, e.led_by as "ledBy",
  e.starts_at as "startsAt", e.ends_at as "endsAt", e.seats, e.offered_by as "offeredBy", e.offered_at as "offeredAt",
  e.changed_at as "changedAt", e.sequence, e.cancelled_at as "cancelledAt", e.cancel_reason as "cancelReason", e.heard,
  e.heard_at as "heardAt", (
    select count(*) from meeting.booking b
    where b.jurisdiction_id = e.jurisdiction_id and b.encounter_id = e.id and b.state = 'booked'
  ) as booked
  from meeting.encounter e
  left join moderation.hidden h on h.jurisdiction_id = e.jurisdiction_id and h.about_id = e.id`

/** What lies ahead first, the next before; then what was, the last before. */
export async function encounters(read: Read, now: Temporal.Instant): Promise<readonly Encounter[]> {
  const { rows } = await sql<Encounter>`
    select ${columns}
    order by e.ends_at < ${now}, abs(extract(epoch from e.starts_at - ${now}::timestamptz)), e.number
    limit 200`.execute(read)
  return rows
}

type Hours = { readonly from: Temporal.Instant; readonly before: Temporal.Instant }

/** All of the place that begin in this time, the next first. */
export async function encountersBetween(read: Read, { from, before }: Hours): Promise<readonly Encounter[]> {
  const { rows } = await sql<Encounter>`
    select ${columns} where e.starts_at >= ${from.toString()}::timestamptz and e.starts_at < ${before.toString()}::timestamptz
    order by e.starts_at, e.id`.execute(read)
  return rows
}

/** Those about this case, the next first. */
export async function encountersOf(read: Read, problem: Id<'problem'>): Promise<readonly Encounter[]> {
  const { rows } = await sql<Encounter>`
    select ${columns} where e.problem_id = ${problem} order by e.starts_at, e.id`.execute(read)
  return rows
}

export async function encounterByNumber(read: Read, number: number): Promise<Encounter | undefined> {
  const { rows } = await sql<Encounter>`select ${columns} where e.number = ${number}`.execute(read)
  return rows[0]
}

export async function encountersById(read: Read, ids: readonly Id<'encounter'>[]): Promise<readonly Encounter[]> {
  const { rows } = await sql<Encounter>`select ${columns} where e.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** What this politician offers or has offered, the latest first. */
export async function encountersWith(read: Read, person: Id<'person'>): Promise<readonly Encounter[]> {
  const { rows } = await sql<Encounter>`
    select ${columns} where e.person_id = ${person} order by e.starts_at desc limit 200`.execute(read)
  return rows
}

/** What this person has booked or waits for; for nobody else's eyes. */
export async function bookedBy(
  read: Read,
  account: Id<'account'>,
): Promise<readonly (Encounter & { readonly own: 'booked' | 'waiting' })[]> {
  const { rows } = await sql<Encounter & { own: 'booked' | 'waiting' }>`
    select o.state as own, ${columns}
    join meeting.booking o on o.jurisdiction_id = e.jurisdiction_id and o.encounter_id = e.id
    where o.account_id = ${account} and o.state <> 'cancelled'
    order by e.starts_at desc
    limit 200`.execute(read)
  return rows
}

export type NewEncounter = Pick<
  Encounter,
  'kind' | 'person' | 'problem' | 'about' | 'place' | 'access' | 'ledBy' | 'startsAt' | 'endsAt' | 'seats' | 'offeredBy'
>

/** Numbers are counted per place; the caller holds the lock of its encounters. */
export async function putEncounter(
  tx: Tx,
  encounter: NewEncounter,
): Promise<{ readonly id: Id<'encounter'>; readonly number: number }> {
  const id = newId('encounter')
  const { rows } = await sql<{ number: number }>`
    insert into meeting.encounter (jurisdiction_id, id, number, kind, person_id, problem_id, about, place, access, led_by, starts_at,
      ends_at, seats, offered_by, offered_at, changed_at)
    select ${tx.jurisdiction}, ${id}, coalesce(max(number), 0) + 1, ${encounter.kind}, ${encounter.person},
      ${encounter.problem}::uuid, ${encounter.about}, ${encounter.place}, ${encounter.access}, ${encounter.ledBy},
      ${encounter.startsAt}::timestamptz, ${encounter.endsAt}::timestamptz, ${encounter.seats}::integer, ${encounter.offeredBy},
      ${tx.now}::timestamptz, ${tx.now}::timestamptz
    from meeting.encounter
    where jurisdiction_id = ${tx.jurisdiction}
    returning number`.execute(tx)
  return { id, number: rows[0]?.number ?? 1 }
}

export async function cancelEncounter(tx: Tx, id: Id<'encounter'>, reason: string): Promise<void> {
  await sql`
    update meeting.encounter
    set cancelled_at = ${tx.now}, changed_at = ${tx.now}, cancel_reason = ${reason}, sequence = sequence + 1
    where id = ${id}`.execute(tx)
}

export async function writeHeard(tx: Tx, id: Id<'encounter'>, heard: string): Promise<void> {
  await tx.updateTable('meeting.encounter').set({ heard, heard_at: tx.now }).where('id', '=', id).execute()
}

export type Booking = {
  readonly account: Id<'account'>
  readonly name: string
  readonly state: 'booked' | 'waiting' | 'cancelled'
}

/** In the order they came: who waits longest is next. */
export async function bookingsOf(read: Read, encounter: Id<'encounter'>): Promise<readonly Booking[]> {
  const { rows } = await sql<Booking>`
    select b.account_id as account, a.name, b.state
    from meeting.booking b
    join identity.account a on a.jurisdiction_id = b.jurisdiction_id and a.id = b.account_id
    where b.encounter_id = ${encounter}
    order by b.asked_at, b.account_id`.execute(read)
  return rows
}

export async function putBooking(
  tx: Tx,
  encounter: Id<'encounter'>,
  { account, state }: Pick<Booking, 'account' | 'state'>,
): Promise<void> {
  await tx
    .insertInto('meeting.booking')
    .values({ jurisdiction_id: tx.jurisdiction, encounter_id: encounter, account_id: account, state, asked_at: tx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction_id', 'encounter_id', 'account_id'])
        .doUpdateSet(state === 'cancelled' ? { state } : { state, asked_at: tx.now }),
    )
    .execute()
}

/** From the waiting list to a place, keeping when she asked. */
export async function giveSeat(tx: Tx, encounter: Id<'encounter'>, account: Id<'account'>): Promise<void> {
  await tx
    .updateTable('meeting.booking')
    .set({ state: 'booked' })
    .where('encounter_id', '=', encounter)
    .where('account_id', '=', account)
    .execute()
}

const daysUnbookedAreKept = 30

/** Who wanted to talk and did not: of no use once the talk was. Who had a place stays counted. */
export async function forgetUnbooked(tx: Tx): Promise<void> {
  const before = (await clock(tx)).subtract({ hours: 24 * daysUnbookedAreKept })
  await sql`
    delete from meeting.booking b using meeting.encounter e
    where e.jurisdiction_id = b.jurisdiction_id and e.id = b.encounter_id and b.state <> 'booked'
      and e.ends_at < ${before}::timestamptz`.execute(tx)
}
