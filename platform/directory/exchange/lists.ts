import type { Json, JsonObject } from '@folkmoot/basics/json.ts'
import { isObject, itemsIn, textOf, type Item } from './item.ts'
import { PopoloError } from './popolo-error.ts'

/** The three lists every flavour comes down to, and what lies beside them. */
export type Lists = {
  readonly persons: readonly Item[]
  readonly organizations: readonly Item[]
  readonly memberships: readonly Item[]
  readonly rest: JsonObject
}

/**
 * Whole files have the lists by name (`people` in some). The specification's own examples are single objects,
 * or a list of them, each told by what it has; memberships may stand inside a person or an organisation,
 * and the person or organisation inside a membership.
 */
export function lists(json: Json): Lists {
  const named = isObject(json) && isWhole(json) ? fromWhole(json) : fromSingles(json)
  const all = [
    ...named.memberships,
    ...liftedFrom(named.persons, 'person'),
    ...liftedFrom(named.organizations, 'organization'),
  ].map(unnested)
  return {
    persons: [...named.persons, ...all.flatMap((one) => one.person)],
    organizations: [...named.organizations, ...all.flatMap((one) => one.organization)],
    memberships: all.map((one) => one.membership),
    rest: named.rest,
  }
}

function isWhole(json: JsonObject): boolean {
  return ['persons', 'people', 'organizations'].some((key) => Array.isArray(json[key]))
}

function fromWhole(json: JsonObject): Lists {
  const { persons: _persons, people: _people, organizations: _organizations, memberships: _memberships, ...rest } = json
  return {
    persons: [...itemsIn(json, 'persons'), ...itemsIn(json, 'people')],
    organizations: itemsIn(json, 'organizations'),
    memberships: itemsIn(json, 'memberships'),
    rest,
  }
}

function fromSingles(json: Json): Lists {
  const singles = isObject(json) ? [{ where: 'the object', json }] : itemsIn({ 'the list': json }, 'the list')
  const of = (kind: Kind): readonly Item[] => singles.filter((item) => kindOf(item) === kind)
  return {
    persons: of('person'),
    organizations: of('organization'),
    memberships: of('membership'),
    rest: {},
  }
}

type Kind = 'person' | 'organization' | 'membership'

const onlyOrganizations = [
  'classification',
  'founding_date',
  'dissolution_date',
  'parent_id',
  'posts',
  'seats',
  'abstract',
]

function kindOf(item: Item): Kind {
  const has = (key: string): boolean => item.json[key] !== undefined
  if (has('person_id') || has('organization_id') || has('on_behalf_of_id')) return 'membership'
  if (onlyOrganizations.some(has)) return 'organization'
  if (has('name') || has('given_name')) return 'person'
  throw new PopoloError(`${item.where}: this is neither a person nor an organisation nor a membership`)
}

function liftedFrom(owners: readonly Item[], noun: Owner): readonly Item[] {
  return owners.flatMap((owner) =>
    itemsIn(owner.json, 'memberships', `${owner.where}.`).map(({ where, json }) => ({
      where,
      json: { [`${noun}_id`]: idOf(owner, noun), ...json },
    })),
  )
}

type Unnested = {
  readonly membership: Item
  readonly person: readonly Item[]
  readonly organization: readonly Item[]
}

function unnested({ where, json }: Item): Unnested {
  const { person, organization, ...plain } = json
  const inside = (noun: Owner, value: Json | undefined): readonly Item[] =>
    isObject(value) ? [{ where: `${where}.${noun}`, json: value }] : []
  const [persons, organizations] = [inside('person', person), inside('organization', organization)]
  const named = (items: readonly Item[], noun: Owner): JsonObject =>
    Object.fromEntries(items.map((item) => [`${noun}_id`, idOf(item, noun)]))
  return {
    membership: {
      where,
      json: { ...named(persons, 'person'), ...named(organizations, 'organization'), ...plain },
    },
    person: persons,
    organization: organizations,
  }
}

type Owner = 'person' | 'organization'

/** Its id; in files without ids, its name stands for it. */
export function idOf(item: Item, noun: Owner): string {
  return textOf(item, 'id') ?? `${noun} ${textOf(item, 'name') ?? ''}`
}
