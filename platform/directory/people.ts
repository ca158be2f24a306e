import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../db/index.ts'
import type { SeatOrigin } from './seats.ts'

export type BodyKind = 'council' | 'committee' | 'executive' | 'parliament' | 'party' | 'office' | 'other'

export type Body = {
  readonly id: Id<'body'>
  readonly slug: string
  readonly name: string
  readonly kind: BodyKind
  readonly parent: Id<'body'> | null
}

/** A public figure, with the membership that matters most: the council's before a committee's. */
export type Politician = {
  readonly id: Id<'person'>
  readonly slug: string
  readonly name: string
  readonly role: string
  readonly party: string | null
  readonly bodies: readonly string[]
}

/** Whoever holds a seat on a day, and on whose word she does. */
export type SeatedPolitician = Politician & {
  readonly startsOn: Temporal.PlainDate | null
  readonly origin: SeatOrigin
}

/** All bodies but the parties, which are asked for apart. */
export function bodies(read: Read): Promise<readonly Body[]> {
  return bodiesOf(read, 'deciding')
}

/** Bodies that resolve anything by a vote: offices and parties decide nothing. */
export async function decidingBodies(read: Read): Promise<readonly Body[]> {
  return (await bodies(read)).filter(({ kind }) => kind !== 'office')
}

export function parties(read: Read): Promise<readonly Body[]> {
  return bodiesOf(read, 'parties')
}

/** Each part of a page names a body: they are read once for all of them. */
const bodiesOf = listsBy(
  ({ kind }: Body): 'deciding' | 'parties' => (kind === 'party' ? 'parties' : 'deciding'),
  async (read, which) => {
    const { rows } = await sql<Body>`
      select b.id, b.slug, b.name, b.kind, b.parent_id as parent
      from directory.body b
      where case when b.kind = 'party' then 'parties' else 'deciding' end = any(${which}::text[])
      order by case b.kind when 'council' then 0 when 'parliament' then 1 else 2 end, b.name`.execute(read)
    return rows
  },
)

export async function bodyById(read: Read, id: Id<'body'>): Promise<Body | undefined> {
  return (await bodies(read)).find((body) => body.id === id)
}

/** Who holds a seat in a deciding body on that day, by name. */
export async function politicians(read: Read, today: Temporal.PlainDate): Promise<readonly SeatedPolitician[]> {
  const { rows } = await sql<SeatedPolitician>`
    select p.id, p.slug, p.name,
      (array_agg(m.role order by b.kind in ('council', 'parliament') desc, m.is_chair desc))[1] as role,
      (array_agg(m.starts_on order by b.kind in ('council', 'parliament') desc, m.is_chair desc))[1] as "startsOn",
      (array_agg(m.origin order by b.kind in ('council', 'parliament') desc, m.is_chair desc))[1] as origin,
      (array_agg(y.name order by y.name nulls last))[1] as party,
      array_agg(distinct b.name) as bodies
    from directory.person p
    join directory.membership m on m.jurisdiction_id = p.jurisdiction_id and m.person_id = p.id
    join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
    left join directory.body y on y.jurisdiction_id = m.jurisdiction_id and y.id = m.party_id
    where (m.starts_on is null or m.starts_on <= ${today}) and (m.ends_on is null or m.ends_on >= ${today})
    group by p.id, p.slug, p.name
    order by p.name`.execute(read)
  return rows
}

/** A public figure by the name in an address, also after the term; undefined when there is none. */
export async function politicianBySlug(read: Read, slug: string): Promise<Politician | undefined> {
  const { rows } = await sql<Politician>`
    select p.id, p.slug, p.name,
      coalesce((array_agg(m.role order by b.kind in ('council', 'parliament') desc, m.is_chair desc))[1], '') as role,
      (array_agg(y.name order by y.name nulls last))[1] as party,
      coalesce(array_agg(distinct b.name) filter (where b.name is not null), '{}') as bodies
    from directory.person p
    left join directory.membership m on m.jurisdiction_id = p.jurisdiction_id and m.person_id = p.id
    left join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
    left join directory.body y on y.jurisdiction_id = m.jurisdiction_id and y.id = m.party_id
    where p.slug = ${slug}
    group by p.id, p.slug, p.name`.execute(read)
  return rows[0]
}

export async function politiciansById(
  read: Read,
  ids: readonly Id<'person'>[],
): Promise<ReadonlyMap<Id<'person'>, Politician>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Politician>`
    select p.id, p.slug, p.name,
      coalesce((array_agg(m.role order by b.kind in ('council', 'parliament') desc, m.is_chair desc))[1], '') as role,
      (array_agg(y.name order by y.name nulls last))[1] as party,
      coalesce(array_agg(distinct b.name) filter (where b.name is not null), '{}') as bodies
    from directory.person p
    left join directory.membership m on m.jurisdiction_id = p.jurisdiction_id and m.person_id = p.id
    left join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
    left join directory.body y on y.jurisdiction_id = m.jurisdiction_id and y.id = m.party_id
    where p.id = any(${ids}::uuid[])
    group by p.id, p.slug, p.name`.execute(read)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Seats per body and party on that day: for composition rules and majorities. */
export async function membersOf(
  read: Read,
  body: Id<'body'>,
  today: Temporal.PlainDate,
): Promise<readonly Id<'person'>[]> {
  const { rows } = await sql<{ person_id: Id<'person'> }>`
    select distinct person_id
    from directory.membership
    where body_id = ${body}
      and (starts_on is null or starts_on <= ${today}) and (ends_on is null or ends_on >= ${today})`.execute(read)
  return rows.map((row) => row.person_id)
}

/** Whether the directory knows any term in this body: of an empty day it can then say that nobody sat. */
export async function hasTerms(read: Read, body: Id<'body'>): Promise<boolean> {
  const one = await read.selectFrom('directory.membership').select('id').where('body_id', '=', body).limit(1).execute()
  return one.length > 0
}

export type NewBody = Omit<Body, 'id'> & { readonly id?: Id<'body'> }

export async function addBody(tx: Tx, body: NewBody): Promise<Id<'body'>> {
  const id = body.id ?? newId('body')
  await tx
    .insertInto('directory.body')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      slug: body.slug,
      name: body.name,
      kind: body.kind,
      parent_id: body.parent,
    })
    .execute()
  return id
}

export type KnownPerson = Pick<Politician, 'id' | 'slug' | 'name'>

/** Everybody who is known here, whether she holds a seat or not. */
export async function knownPeople(read: Read): Promise<readonly KnownPerson[]> {
  return read.selectFrom('directory.person').select(['id', 'slug', 'name']).execute()
}

export type NewPerson = { readonly slug: string; readonly name: string }

export async function addPerson(tx: Tx, person: NewPerson): Promise<Id<'person'>> {
  const id = newId('person')
  await tx
    .insertInto('directory.person')
    .values({ jurisdiction_id: tx.jurisdiction, id, ...person })
    .execute()
  return id
}

export type NewMembership = {
  readonly person: Id<'person'>
  readonly body: Id<'body'>
  readonly party: Id<'body'> | null
  readonly role: string
  readonly isChair: boolean
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  /** 'given' when left out. */
  readonly origin?: SeatOrigin
}

export async function addMembership(tx: Tx, membership: NewMembership): Promise<void> {
  await tx
    .insertInto('directory.membership')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id: newId('membership'),
      person_id: membership.person,
      body_id: membership.body,
      party_id: membership.party,
      role: membership.role,
      is_chair: membership.isChair,
      starts_on: membership.startsOn,
      ends_on: membership.endsOn,
      origin: membership.origin ?? 'given',
    })
    .execute()
}
