import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import {
  addBody,
  addMembership,
  addPerson,
  putJurisdiction,
  type Jurisdiction,
} from '../../../platform/directory/index.ts'
import { ensureAccount, grantStaffRole, introduce, linkPerson } from '../../../platform/identity/index.ts'
import {
  councillors,
  employees,
  organisations,
  otherVoterCount,
  partyNames,
  residents,
  voterCount,
  type Party,
  type PersonKey,
} from './cast.ts'
import { lindhavn } from './place.ts'

/** The founded town: its bodies, and each person as the actor she is. */
export type Lindhavn = {
  readonly database: Database
  readonly place: Jurisdiction
  readonly council: Id<'body'>
  readonly works: Id<'body'>
  readonly people: Readonly<Record<PersonKey, Actor>>
  readonly voters: readonly Actor[]
  /** They vote where all of the town does, and do nothing else. */
  readonly otherVoters: readonly Actor[]
  /** The same person with her roles in the arena of a problem: members there, one of them its chair. */
  readonly inArena: (key: PersonKey, problem: Id<'problem'>, ...names: readonly RoleName[]) => Actor
  /** The database with its clock this many days before now, at an hour of the town's day. */
  readonly daysAgo: (days: number, hour?: number, minute?: number) => Database
  readonly today: Temporal.PlainDate
}

const term = { startsOn: Temporal.PlainDate.from('2022-01-01'), endsOn: Temporal.PlainDate.from('2029-12-31') }

/** `parent` is the nation it lies in. */
export async function foundLindhavn(
  database: Database,
  now: Temporal.Instant,
  parent: Id<'jurisdiction'> | null = null,
): Promise<Lindhavn> {
  const place = lindhavn(parent)
  const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate()
  const founded = await clockOf(
    database,
    place,
    today,
  )(700).transact(place.id, null, async (tx) => {
    await putJurisdiction(tx, place)
    const council = await addBody(tx, { slug: 'town-council', name: 'Town council', kind: 'council', parent: null })
    const works = await addBody(tx, {
      slug: 'works-committee',
      name: 'Works Committee',
      kind: 'committee',
      parent: council,
    })
    const parties = new Map<Party, Id<'body'>>()
    for (const name of partyNames)
      parties.set(name, await addBody(tx, { slug: slugOf(name, 'party'), name, kind: 'party', parent: null }))
    const people = new Map<PersonKey, Actor>()
    for (const [key, actor] of await seatCouncil(tx, place, { council, works, parties })) people.set(key, actor)
    for (const [key, actor] of await settleOthers(tx, place)) people.set(key, actor)
    const voters: Actor[] = []
    for (let number = 1; number <= voterCount + otherVoterCount; number += 1) {
      voters.push(
        await settle(tx, place, {
          email: `resident-${number}@lindhavn.invalid`,
          name: `Resident ${number}`,
          role: 'resident',
        }),
      )
    }
    return {
      council,
      works,
      people: Object.fromEntries(people) as Lindhavn['people'], // one entry per key of the cast
      voters: voters.slice(0, voterCount),
      otherVoters: voters.slice(voterCount),
    }
  })
  return standingIn(database, { place, today, founded })
}

/** What was founded, as its rows name it. */
export type Founded = Pick<Lindhavn, 'council' | 'works' | 'people' | 'voters' | 'otherVoters'>

/** The town as it stands in this database, which may be a copy of the one it was founded in. */
export function standingIn(
  database: Database,
  { place, today, founded }: Pick<Lindhavn, 'place' | 'today'> & { readonly founded: Founded },
): Lindhavn {
  return {
    ...founded,
    database,
    place,
    today,
    daysAgo: clockOf(database, place, today),
    inArena: (key, problem, ...names) => {
      const actor = founded.people[key]
      return { ...actor, roles: [...actor.roles, ...names.map((name) => ({ name, scope: problem }))] }
    },
  }
}

function clockOf(database: Database, { timeZone }: Jurisdiction, today: Temporal.PlainDate): Lindhavn['daysAgo'] {
  return (days, hour = 10, minute = 0) =>
    database.at(today.subtract({ days }).toZonedDateTime({ timeZone, plainTime: { hour, minute } }).toInstant())
}

type Bodies = {
  readonly council: Id<'body'>
  readonly works: Id<'body'>
  readonly parties: ReadonlyMap<Party, Id<'body'>>
}

async function seatCouncil(
  tx: Tx,
  place: Jurisdiction,
  { council, works, parties }: Bodies,
): Promise<readonly [PersonKey, Actor][]> {
  const seated: [PersonKey, Actor][] = []
  for (const [index, councillor] of councillors.entries()) {
    const isMayor = index === 0
    const person = await addPerson(tx, { slug: slugOf(councillor.name, councillor.key), name: councillor.name })
    const party = parties.get(councillor.party) ?? null
    const seat = { person, party, role: isMayor ? 'Mayor' : 'Councillor', ...term }
    await addMembership(tx, { ...seat, body: council, isChair: isMayor })
    const isInWorks = 'isInWorks' in councillor
    const leadsWorks = councillor.key === 'tomas'
    if (isInWorks)
      await addMembership(tx, {
        ...seat,
        body: works,
        isChair: leadsWorks,
        role: leadsWorks ? 'Committee chair' : 'Councillor',
      })
    const resident = await settle(tx, place, {
      email: `${councillor.key}@lindhavn.example`,
      name: councillor.name,
      role: 'resident',
    })
    await linkPerson(tx, resident.account as Id<'account'>, person) // `settle` has just made the account
    const roles: Role[] = [
      ...resident.roles,
      { name: 'politician', scope: council },
      ...(isMayor ? [{ name: 'body-chair', scope: council } as const] : []),
      ...(isInWorks ? [{ name: 'politician', scope: works } as const] : []),
      ...(leadsWorks ? [{ name: 'body-chair', scope: works } as const] : []),
    ]
    seated.push([councillor.key, { ...resident, person, roles }])
  }
  return seated
}

async function settleOthers(tx: Tx, place: Jurisdiction): Promise<readonly [PersonKey, Actor][]> {
  const settled: [PersonKey, Actor][] = []
  for (const { key, name } of residents) {
    settled.push([key, await settle(tx, place, { email: `${key}@lindhavn.example`, name, role: 'resident' })])
  }
  for (const { key, name, organisation, interest } of organisations) {
    settled.push([
      key,
      await settle(tx, place, { email: `${key}@lindhavn.example`, name, role: 'organisation', organisation, interest }),
    ])
  }
  for (const { key, name, role } of employees) {
    const actor = await settle(tx, place, { email: `${key}@lindhavn.example`, name, role: 'resident' })
    await grantStaffRole(tx, actor.account as Id<'account'>, role, null) // `settle` has just made the account
    settled.push([key, { ...actor, roles: [...actor.roles, { name: role, scope: place.id }] }])
  }
  return settled
}

type Settler = {
  readonly email: string
  readonly name: string
  readonly role: 'resident' | 'organisation'
  readonly organisation?: string
  readonly interest?: string
}

export async function settle(
  tx: Tx,
  place: Jurisdiction,
  { email, name, role, organisation, interest }: Settler,
): Promise<Actor> {
  const account = await ensureAccount(tx, email, 'en')
  await introduce(tx, account, {
    name,
    language: 'en',
    tie: 'lives-here',
    tieWords: '',
    organisation: organisation ?? null,
    interest: interest ?? '',
  })
  return {
    jurisdiction: place.id,
    account,
    person: null,
    name,
    assurance: 'low',
    roles: [{ name: role, scope: place.id }],
  }
}
