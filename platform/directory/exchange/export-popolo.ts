import type { Json, JsonObject } from '@folkmoot/basics/json.ts'
import type { Read } from '../../db/index.ts'
import { isObject } from './item.ts'
import { motionsOf } from './motions.ts'
import { restKey, restOf } from './put-bodies.ts'
import { madeKey } from './read-popolo.ts'

/** A place's council as EveryPolitician's files have it, with the motions its bodies voted on. */
export type PopoloExport = JsonObject & {
  readonly persons: readonly JsonObject[]
  readonly organizations: readonly JsonObject[]
  readonly memberships: readonly JsonObject[]
  readonly motions: readonly JsonObject[]
  readonly vote_events: readonly JsonObject[]
}

/** What was imported comes back with its own ids and all its keys but contact data; what was made here has our ids. */
export async function exportPopolo(read: Read): Promise<PopoloExport> {
  const [bodies, people, memberships, { motions, vote_events }] = await Promise.all([
    read.selectFrom('directory.body').selectAll().orderBy('slug').execute(),
    read.selectFrom('directory.person').selectAll().orderBy('slug').execute(),
    read.selectFrom('directory.membership').selectAll().orderBy('person_id').orderBy('id').execute(),
    motionsOf(read),
  ])
  const nameOf = (row: Named): string => row.popolo_id ?? row.id
  const bodyNames = new Map(bodies.map((body) => [body.id, nameOf(body)]))
  const personNames = new Map(people.map((person) => [person.id, nameOf(person)]))
  const rest = joined(bodies.map((body) => restOf(body.popolo) ?? {}))
  return {
    ...rest,
    persons: people.map((person) => ({ id: nameOf(person), name: person.name, ...bag(person.popolo) })),
    organizations: bodies.map((body) => ({
      id: nameOf(body),
      name: body.name,
      classification: classifications[body.kind] ?? body.kind,
      ...(body.parent_id && { parent_id: bodyNames.get(body.parent_id) }),
      ...bag(body.popolo),
    })),
    memberships: memberships.map((membership) => ({
      ...(membership.popolo_id?.startsWith(madeKey) ? {} : { id: nameOf(membership) }),
      person_id: personNames.get(membership.person_id),
      organization_id: bodyNames.get(membership.body_id),
      ...(membership.party_id && { on_behalf_of_id: bodyNames.get(membership.party_id) }),
      role: membership.role,
      ...(membership.popolo_id === null && membership.area !== null && { area: { name: membership.area } }),
      ...datedBag(membership),
    })),
    motions: [
      ...given(
        rest.motions,
        motions.map(({ popolo }) => popolo.id),
      ),
      ...motions.map((motion) => ({ ...motion.popolo, organization_id: bodyNames.get(motion.body) })),
    ],
    vote_events: [
      ...given(
        rest.vote_events,
        vote_events.map(({ popolo }) => popolo.id),
      ),
      ...vote_events.map((event) => ({ ...event.popolo, organization_id: bodyNames.get(event.body) })),
    ],
  }
}

/** What a file had told, without what we tell ourselves. */
function given(list: Json | undefined, ours: readonly (Json | undefined)[]): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject).filter((one) => !ours.includes(one.id)) : []
}

type Named = { readonly id: string; readonly popolo_id: string | null }

/** Words of EveryPolitician for the kinds that have another name here. */
const classifications: Readonly<Record<string, string>> = {
  council: 'legislature',
  parliament: 'legislature',
}

type Dated = Named & {
  readonly popolo: Json
  readonly origin: string
  readonly starts_on: Temporal.PlainDate | null
  readonly ends_on: Temporal.PlainDate | null
}

/** An imported membership has its own dates in its bag, as exact as the file was; the rest came from its period. */
function datedBag(membership: Dated): JsonObject {
  const { popolo, popolo_id, origin, starts_on, ends_on } = membership
  if (popolo_id !== null && origin === 'given') return bag(popolo)
  const { start_date: _start, end_date: _end, ...kept } = bag(popolo)
  return {
    ...kept,
    ...(starts_on && { start_date: starts_on.toString() }),
    ...(ends_on && { end_date: ends_on.toString() }),
    // Not told by any file: whoever reads the export sees on whose word the seat is held.
    ...(origin !== 'given' && { folkmoot_origin: origin }),
  }
}

function bag(popolo: Json): JsonObject {
  if (!isObject(popolo)) return {}
  const { [restKey]: _, ...own } = popolo
  return own
}

/** What lay beside the lists of several files: lists one after the other, anything else from the first. */
function joined(rests: readonly JsonObject[]): JsonObject {
  return rests.reduce<JsonObject>((sofar, rest) => {
    const more = Object.entries(rest).map(([key, value]) => [key, joinedValue(sofar[key], value)])
    return { ...sofar, ...Object.fromEntries(more) }
  }, {})
}

function joinedValue(first: Json | undefined, second: Json | undefined): Json | undefined {
  if (Array.isArray(first) && Array.isArray(second)) return [...first, ...second]
  return first ?? second
}
