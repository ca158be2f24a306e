import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../db/index.ts'

/** Given by a file or at the founding; the rest is an administrator's word, and is shown as such. */
export type SeatOrigin = 'given' | 'continued' | 'added' | 'changed'

/** One person's term in a body that decides. */
export type Seat = {
  readonly id: Id<'membership'>
  readonly person: Id<'person'>
  readonly slug: string
  readonly name: string
  readonly body: Id<'body'>
  readonly bodyName: string
  readonly party: string | null
  readonly role: string
  readonly isChair: boolean
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly origin: SeatOrigin
}

const seats = sql`
  select m.id, p.id as person, p.slug, p.name, b.id as body, b.name as "bodyName", y.name as party, m.role,
    m.is_chair as "isChair", m.starts_on as "startsOn", m.ends_on as "endsOn", m.origin
  from directory.membership m
  join directory.person p on p.jurisdiction_id = m.jurisdiction_id and p.id = m.person_id
  join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
  left join directory.body y on y.jurisdiction_id = m.jurisdiction_id and y.id = m.party_id`

/** All terms, also those that ended, by body and name. */
export async function allSeats(read: Read): Promise<readonly Seat[]> {
  const { rows } = await sql<Seat>`
    ${seats}
    order by case b.kind when 'council' then 0 when 'parliament' then 1 else 2 end, b.name, p.name, m.starts_on`.execute(
    read,
  )
  return rows
}

/** Every term one body ever had, by name. */
export async function seatsIn(read: Read, body: Id<'body'>): Promise<readonly Seat[]> {
  const { rows } = await sql<Seat>`
    ${seats}
    where m.jurisdiction_id = ${read.jurisdiction} and m.body_id = ${body}
    order by p.name, m.starts_on`.execute(read)
  return rows
}

/** Every term she holds or held, the latest first. */
export async function seatsHeldBy(read: Read, person: Id<'person'>): Promise<readonly Seat[]> {
  const { rows } = await sql<Seat>`
    ${seats}
    where m.jurisdiction_id = ${read.jurisdiction} and m.person_id = ${person}
    order by m.ends_on desc nulls first, m.starts_on desc nulls last, b.name`.execute(read)
  return rows
}

export type Term = Pick<Seat, 'bodyName' | 'party' | 'role' | 'startsOn' | 'endsOn'> & {
  /** She sits today. */
  readonly isHeld: boolean
}

/** Of each of these people the term that counts: one held today before one that is over, the council's first, then the latest. */
export async function termsOf(read: Read, people: readonly Id<'person'>[]): Promise<ReadonlyMap<Id<'person'>, Term>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<Term & { person: Id<'person'> }>`
    select distinct on (m.person_id) m.person_id as person, b.name as "bodyName", y.name as party, m.role,
      m.starts_on as "startsOn", m.ends_on as "endsOn", t.held as "isHeld"
    from directory.membership m
    join directory.jurisdiction j on j.id = m.jurisdiction_id
    join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
    left join directory.body y on y.jurisdiction_id = m.jurisdiction_id and y.id = m.party_id
    cross join lateral (select (clock_timestamp() at time zone j.time_zone)::date as day) today
    cross join lateral (
      select (m.starts_on is null or m.starts_on <= today.day) and (m.ends_on is null or m.ends_on >= today.day) as held
    ) t
    where m.person_id = any(${people}::uuid[])
    order by m.person_id, t.held desc, b.kind in ('council', 'parliament') desc, m.ends_on desc nulls first`.execute(
    read,
  )
  return new Map(rows.map(({ person, ...term }) => [person, term]))
}

export function isSeatedOn({ startsOn, endsOn }: Pick<Seat, 'startsOn' | 'endsOn'>, day: Temporal.PlainDate): boolean {
  return (
    (startsOn === null || Temporal.PlainDate.compare(startsOn, day) <= 0) &&
    (endsOn === null || Temporal.PlainDate.compare(endsOn, day) >= 0)
  )
}

/** Who sat in one of these bodies on that day, each once, by name. */
export async function sittingByName(
  read: Read,
  some: readonly Id<'body'>[],
  day: Temporal.PlainDate,
): Promise<readonly Pick<Seat, 'person' | 'name'>[]> {
  const seats = (await Promise.all(some.map((body) => seatsIn(read, body)))).flat()
  const sitting = seats
    .filter((seat) => isSeatedOn(seat, day))
    .map(({ person, name }) => [person, { person, name }] as const)
  return [...new Map(sitting).values()].toSorted((a, b) => a.name.localeCompare(b.name))
}

/** A body in which nobody sits although terms are known: they have all ended, or begin later. */
export type EmptyBody = {
  readonly body: Id<'body'>
  readonly name: string
  readonly terms: number
  /** The last day on which somebody sat; null when no term has ended yet. */
  readonly lastDay: Temporal.PlainDate | null
}

export function emptyBodies(seats: readonly Seat[], today: Temporal.PlainDate): readonly EmptyBody[] {
  return [...Map.groupBy(seats, (seat) => seat.body)].flatMap(([body, terms]) =>
    terms.some((seat) => isSeatedOn(seat, today))
      ? []
      : [{ body, name: terms[0]?.bodyName ?? '', terms: terms.length, lastDay: lastDayOf(terms, today) }],
  )
}

function lastDayOf(terms: readonly Seat[], today: Temporal.PlainDate): Temporal.PlainDate | null {
  const ends = terms.flatMap(({ endsOn }) => endsOn ?? []).filter((day) => Temporal.PlainDate.compare(day, today) < 0)
  return ends.toSorted((a, b) => Temporal.PlainDate.compare(a, b)).at(-1) ?? null
}

export type Continuing = { readonly body: Id<'body'>; readonly from: Temporal.PlainDate }

/**
 * Whoever sat in the body on the last day that anybody did sits on from this day, with party, role and chair, until an
 * administrator ends it. The terms that are told stay as they are: what is added is marked as continued.
 */
export async function continueTerms(
  tx: Tx,
  { body, from }: Continuing,
): Promise<Result<readonly Seat[], 'still-seated' | 'no-term-ended'>> {
  const seats = (await allSeats(tx)).filter((seat) => seat.body === body)
  if (seats.some((seat) => seat.endsOn === null || Temporal.PlainDate.compare(seat.endsOn, from) >= 0))
    return refuse('still-seated')
  const lastDay = lastDayOf(seats, from)
  if (lastDay === null) return refuse('no-term-ended')
  const last = new Map(seats.filter((seat) => isSeatedOn(seat, lastDay)).map((seat) => [seat.person, seat]))
  for (const seat of last.values()) {
    await sql`
      insert into directory.membership (jurisdiction_id, id, person_id, body_id, party_id, role, is_chair, area, starts_on, origin)
      select jurisdiction_id, ${newId('membership')}, person_id, body_id, party_id, role, is_chair, area, ${from}, 'continued'
      from directory.membership
      where id = ${seat.id}`.execute(tx)
  }
  return accept([...last.values()])
}

/** Sets the last day of a term, or takes it away. A later import of the same seat leaves that as it is. */
export async function endTermOn(tx: Tx, seat: Seat, endsOn: Temporal.PlainDate | null): Promise<void> {
  await tx
    .updateTable('directory.membership')
    .set({ ends_on: endsOn, origin: seat.origin === 'given' ? 'changed' : seat.origin })
    .where('id', '=', seat.id)
    .execute()
}

export type Chairing = {
  readonly body: Id<'body'>
  readonly person: Id<'person'>
  readonly today: Temporal.PlainDate
}

/** From now on this person alone leads the body and confirms its record. False when she has no seat in it today. */
export async function appointChair(tx: Tx, { body, person, today }: Chairing): Promise<boolean> {
  const sitting = (await allSeats(tx)).filter((seat) => seat.body === body && isSeatedOn(seat, today))
  if (!sitting.some((seat) => seat.person === person)) return false
  // Who chaired in a term that has ended did so: only the terms of today change.
  for (const seat of sitting) {
    await tx
      .updateTable('directory.membership')
      .set({ is_chair: seat.person === person })
      .where('id', '=', seat.id)
      .execute()
  }
  return true
}
