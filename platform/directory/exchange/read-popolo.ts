import type { Json, JsonObject } from '@folkmoot/basics/json.ts'
import { withoutContact } from './contact.ts'
import { isObject, itemsIn, shortText, textOf, without, type Item } from './item.ts'
import { idOf, lists, type Lists } from './lists.ts'
import { PopoloError } from './popolo-error.ts'
import { termOf, type Term } from './term.ts'

/** A file as it was understood: ids are the file's own. */
export type Popolo = {
  readonly organizations: readonly Organization[]
  readonly persons: readonly Person[]
  readonly memberships: readonly Membership[]
  /** Areas, events, posts, meta and what else lies beside the three: given back at export. */
  readonly rest: JsonObject
}

type Read = { readonly where: string; readonly id: string; readonly popolo: JsonObject }

export type Organization = Read & {
  readonly name: string
  readonly classification: string
  readonly parent: string | null
  readonly isParty: boolean
  readonly hasMembers: boolean
}

export type Person = Read & { readonly name: string }

export type Membership = Read &
  Term & {
    readonly person: string
    readonly organization: string
    readonly party: string | null
    readonly role: string
    readonly area: string | null
  }

/** Keys of memberships without an id begin so; they are ours, and are not given out. */
export const madeKey = 'membership '

const mostInName = 200
const mostInRole = 120

/** Reads either flavour, a list of Popolo objects, or a single one. Throws a `PopoloError` that names the item. */
export function readPopolo(text: string): Popolo {
  const parts = lists(parse(text))
  const persons = parts.persons.map(personOf)
  const memberships = membershipsOf(parts)
  const parties = new Set(memberships.map((membership) => membership.party))
  const withMembers = new Set(memberships.map((membership) => membership.organization))
  const organizations = parts.organizations.map((item) => organizationOf(item, parties, withMembers))
  refuseTwice(persons)
  refuseTwice(organizations)
  refuseTwice(memberships)
  return { organizations, persons, memberships, rest: restOf(parts) }
}

/** Our own export always has the lists of motions and votes; empty ones are not worth keeping. */
function restOf({ rest }: Lists): JsonObject {
  const empty = ['motions', 'vote_events'].filter((key) => Array.isArray(rest[key]) && rest[key].length === 0)
  return without({ where: 'the file', json: rest }, ...empty)
}

function parse(text: string): Json {
  try {
    // The byte order mark is dropped; negative zero becomes the zero it is in the database.
    return JSON.parse(text.replace(/^\uFEFF/, ''), (_, value: Json) => (value === 0 ? 0 : value)) as Json
  } catch (error) {
    throw new PopoloError(`This is not JSON: ${(error as Error).message}`)
  }
}

function personOf(item: Item): Person {
  const parts = [textOf(item, 'given_name'), textOf(item, 'family_name')].filter((part) => part !== undefined)
  const name = shortText(item, 'name', mostInName) ?? parts.join(' ').slice(0, mostInName)
  if (name === '') throw new PopoloError(`${item.where}: it has no name`)
  const popolo = withoutContact(without(item, 'id', 'name', 'memberships'))
  return { where: item.where, id: textOf(item, 'id') ?? `person ${name}`, name, popolo }
}

function organizationOf(
  item: Item,
  parties: ReadonlySet<string | null>,
  withMembers: ReadonlySet<string>,
): Organization {
  const name = shortText(item, 'name', mostInName)
  if (name === undefined) throw new PopoloError(`${item.where}: it has no name`)
  const id = idOf(item, 'organization')
  return {
    where: item.where,
    id,
    name,
    classification: textOf(item, 'classification') ?? '',
    parent: textOf(item, 'parent_id') ?? null,
    isParty: parties.has(id),
    hasMembers: withMembers.has(id),
    popolo: without(item, 'id', 'name', 'parent_id', 'memberships'),
  }
}

function membershipsOf(parts: Lists): readonly Membership[] {
  const periods = new Map(periodsOf(parts).map((item) => [textOf(item, 'id'), item]))
  const areas = new Map(itemsIn(parts.rest, 'areas').map((item) => [textOf(item, 'id'), textOf(item, 'name')]))
  const seen = new Map<string, number>()
  return parts.memberships.map((item) => {
    const person = textOf(item, 'person_id')
    const organization = textOf(item, 'organization_id')
    if (person === undefined) throw new PopoloError(`${item.where}: it has no person_id`)
    if (organization === undefined) throw new PopoloError(`${item.where}: it has no organization_id`)
    const period = textOf(item, 'legislative_period_id')
    // The same seat read again is the same membership, also when its end, party or area has changed since.
    const stem = `${madeKey}${JSON.stringify([person, organization, period ?? null, textOf(item, 'start_date') ?? null])}`
    const nth = (seen.get(stem) ?? 0) + 1
    seen.set(stem, nth)
    return {
      where: item.where,
      id: textOf(item, 'id') ?? (nth === 1 ? stem : `${stem} ${nth}`),
      person,
      organization,
      party: textOf(item, 'on_behalf_of_id') ?? null,
      role: shortText(item, 'role', mostInRole) ?? 'member',
      area: areas.get(textOf(item, 'area_id')) ?? areaNameIn(item) ?? null,
      ...termOf(item, periods.get(period)),
      popolo: withoutContact(without(item, 'id', 'person_id', 'organization_id', 'on_behalf_of_id', 'role')),
    }
  })
}

/** Legislative periods are events in one flavour and lie inside the organisation in the other. */
function periodsOf({ organizations, rest }: Lists): readonly Item[] {
  const inside = organizations.flatMap(({ where, json }) => itemsIn(json, 'legislative_periods', `${where}.`))
  return [...inside, ...itemsIn(rest, 'events')]
}

function areaNameIn(item: Item): string | undefined {
  const area = item.json.area
  return isObject(area) ? textOf({ where: `${item.where}.area`, json: area }, 'name') : undefined
}

function refuseTwice(items: readonly Read[]): void {
  const places = new Map<string, string>()
  for (const { id, where } of items) {
    const first = places.get(id)
    if (first !== undefined) throw new PopoloError(`${where}: id ‘${id}’ stands already in ${first}`)
    places.set(id, where)
  }
}
