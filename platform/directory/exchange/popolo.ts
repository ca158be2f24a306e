import type { Id } from '@folkmoot/basics/ids.ts'
import { lockExclusive, type Database, type Tx } from '../../db/index.ts'
import { kindsOf, levelOf, type Kinds } from './body-kind.ts'
import { PopoloError } from './popolo-error.ts'
import { putBodies, type WantedBody } from './put-bodies.ts'
import { putMemberships, type WantedSeat } from './put-memberships.ts'
import { putPeople } from './put-people.ts'
import { readPopolo, type Membership, type Popolo } from './read-popolo.ts'

/** What a file held and what it changed. Bodies are those that decide; parties are counted apart. */
export type Imported = {
  readonly people: number
  readonly bodies: number
  readonly parties: number
  readonly memberships: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

export type OnProgress = (progress: { readonly done: number; readonly total: number }) => void

export type ImportOptions = {
  readonly onProgress?: OnProgress
  /** Done first, in the same transaction: founds the place, so that a refused file leaves none behind. */
  readonly first?: (tx: Tx) => Promise<void>
}

/**
 * Takes a council over: all of the file or, when one item is wrong, nothing (a `PopoloError` names the item).
 * Running it again adds nothing and renews what has changed; who left the file stays, with her term.
 */
export async function importPopolo(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  text: string,
  { onProgress = () => {}, first }: ImportOptions = {},
): Promise<Imported> {
  const popolo = readPopolo(text)
  const total = popolo.organizations.length + popolo.persons.length + popolo.memberships.length
  return database.transact(jurisdiction, null, async (tx) => {
    await first?.(tx)
    await lockExclusive(tx, `import into ${jurisdiction}`)
    let done = 0
    const report = (more: number): void => {
      done += more
      onProgress({ done, total })
    }
    const kinds = kindsOf(popolo.organizations, await levelOf(tx))
    const bodies = await putBodies(tx, bodiesOf(popolo, kinds), report)
    const people = await putPeople(tx, popolo.persons, report)
    const known = { bodies: bodies.ids, people: people.ids }
    const seats = popolo.memberships.map((membership) => seatOf(membership, known))
    const memberships = await putMemberships(tx, seats, report)
    const parties = popolo.organizations.filter(({ id }) => kinds.get(id) === 'party').length
    return {
      people: popolo.persons.length,
      bodies: popolo.organizations.length - parties,
      parties,
      memberships: seats.length,
      added: bodies.added + people.added + memberships.added,
      changed: bodies.changed + people.changed + memberships.changed,
      unchanged: bodies.unchanged + people.unchanged + memberships.unchanged,
    }
  })
}

/** What the place of a file can be called when it is founded: the name of its council; '' when there is none. */
export function nameOfPopolo(text: string): string {
  const { organizations } = readPopolo(text)
  const kinds = kindsOf(organizations, 'town')
  return organizations.find(({ id }) => kinds.get(id) === 'council')?.name ?? ''
}

/** Areas, events and what else has no table of its own lie with the council, and are given back at export. */
function bodiesOf({ organizations, rest }: Popolo, kinds: Kinds): readonly WantedBody[] {
  const keeper =
    organizations.find(({ id }) => ['council', 'parliament'].includes(kinds.get(id) ?? '')) ?? organizations[0]
  return organizations.map((organization) => ({
    ...organization,
    kind: kinds.get(organization.id) ?? 'other',
    rest: organization === keeper && Object.keys(rest).length > 0 ? rest : null,
  }))
}

type Known = {
  readonly bodies: ReadonlyMap<string, Id<'body'>>
  readonly people: ReadonlyMap<string, Id<'person'>>
}

/** The offices that lead a body and confirm its record; a deputy does neither. */
const leads = /^(chair|chairman|chairwoman|chairperson|president|speaker|mayor|formand|forperson|borgmester)$/i

function seatOf(membership: Membership, { bodies, people }: Known): WantedSeat {
  const { where, person, organization, party, ...seat } = membership
  return {
    ...seat,
    person: resolved(people, person, `${where}: person_id`),
    body: resolved(bodies, organization, `${where}: organization_id`),
    party: party === null ? null : resolved(bodies, party, `${where}: on_behalf_of_id`),
    isChair: leads.test(seat.role),
  }
}

function resolved<Found>(known: ReadonlyMap<string, Found>, id: string, what: string): Found {
  const found = known.get(id)
  if (found === undefined) throw new PopoloError(`${what} ‘${id}’ is unknown`)
  return found
}
