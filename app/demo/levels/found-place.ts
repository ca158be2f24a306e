import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import {
  addBody,
  addMembership,
  addPerson,
  putJurisdiction,
  type BodyKind,
  type Jurisdiction,
} from '../../../platform/directory/index.ts'
import { grantStaffRole, linkPerson } from '../../../platform/identity/index.ts'
import { setAgendaRule } from '../../../stages/problem/agenda/commands.ts'
import type { RuleTerms } from '../../../stages/problem/agenda/rules.ts'
import { done } from '../lindhavn/done.ts'
import { settle } from '../lindhavn/found.ts'

/** A nation or a union of the demonstration, as short as it can be told: bodies, politicians, a resident, a clerk, a rule. */
export type PlaceScript = Omit<Jurisdiction, 'id' | 'parent' | 'accent' | 'brand' | 'isFictional' | 'isTold'> & {
  readonly chamber: { readonly name: string; readonly kind: BodyKind }
  readonly committee: string
  readonly executive: string
  readonly parties: readonly string[]
  /** The first leads the chamber, the second the committee; all sit in the chamber, the first four in the committee. */
  readonly politicians: readonly { readonly key: string; readonly name: string; readonly party: string }[]
  readonly role: string
  readonly chairRole: string
  readonly residents: readonly { readonly key: string; readonly name: string }[]
  readonly clerk: string
  readonly rule: Omit<RuleTerms, 'body'>
}

export type FoundedPlace = {
  readonly database: Database
  readonly place: Jurisdiction
  readonly chamber: Id<'body'>
  readonly committee: Id<'body'>
  readonly who: (key: string) => Actor
  readonly daysAgo: (days: number, hour?: number) => Database
  readonly today: Temporal.PlainDate
}

const term = { startsOn: Temporal.PlainDate.from('2024-01-01'), endsOn: Temporal.PlainDate.from('2029-12-31') }
const seatsInCommittee = 4

export async function foundPlace(
  database: Database,
  script: PlaceScript,
  parent: Id<'jurisdiction'> | null,
): Promise<FoundedPlace> {
  const { slug, name, level, tagline, timeZone, holidays, languages, words, offlineRoute } = script
  const settings = { slug, name, level, tagline, timeZone, holidays, languages, words, offlineRoute }
  const id = newId('jurisdiction')
  const place = { id, parent, ...settings, accent: null, brand: null, isFictional: true, isTold: false }
  const today = Temporal.Now.instant().toZonedDateTimeISO(timeZone).toPlainDate()
  const daysAgo = (days: number, hour = 10): Database =>
    database.at(today.subtract({ days }).toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant())
  const { chamber, committee, people } = await daysAgo(700).transact(place.id, null, async (tx) => {
    await putJurisdiction(tx, place)
    const bodies = await foundBodies(tx, script)
    return {
      ...bodies,
      people: new Map([...(await seat(tx, place, script, bodies)), ...(await others(tx, place, script))]),
    }
  })
  const who = (key: string): Actor => {
    const actor = people.get(key)
    if (!actor) throw new Error(`nobody in ${slug} is called ${key}`)
    return actor
  }
  await done('the rule', setAgendaRule(daysAgo(690), who('clerk'), { ...script.rule, body: chamber }))
  return { database, place, chamber, committee, who, daysAgo, today }
}

type Bodies = {
  readonly chamber: Id<'body'>
  readonly committee: Id<'body'>
  readonly parties: ReadonlyMap<string, Id<'body'>>
}

async function foundBodies(tx: Tx, script: PlaceScript): Promise<Bodies> {
  const body = (name: string, kind: BodyKind, parent: Id<'body'> | null): Promise<Id<'body'>> =>
    addBody(tx, { slug: slugOf(name, kind), name, kind, parent })
  const chamber = await body(script.chamber.name, script.chamber.kind, null)
  const committee = await body(script.committee, 'committee', chamber)
  await body(script.executive, 'executive', null)
  const parties = new Map<string, Id<'body'>>()
  for (const name of script.parties) parties.set(name, await body(name, 'party', null))
  return { chamber, committee, parties }
}

async function seat(
  tx: Tx,
  place: Jurisdiction,
  script: PlaceScript,
  { chamber, committee, parties }: Bodies,
): Promise<readonly (readonly [string, Actor])[]> {
  const seated: (readonly [string, Actor])[] = []
  for (const [index, { key, name, party }] of script.politicians.entries()) {
    const person = await addPerson(tx, { slug: slugOf(name, key), name })
    const sits = index < seatsInCommittee ? [chamber, committee] : [chamber]
    const leads = index === 0 ? chamber : index === 1 ? committee : null
    for (const body of sits) {
      const isChair = body === leads
      const role = isChair ? script.chairRole : script.role
      await addMembership(tx, { person, body, party: parties.get(party) ?? null, role, isChair, ...term })
    }
    const resident = await settle(tx, place, { email: `${key}@${place.slug}.example`, name, role: 'resident' })
    await linkPerson(tx, resident.account as Id<'account'>, person) // `settle` has just made the account
    const roles: readonly Role[] = [
      ...resident.roles,
      ...sits.map((scope) => ({ name: 'politician', scope }) as const),
      ...(leads ? [{ name: 'body-chair', scope: leads } as const] : []),
    ]
    seated.push([key, { ...resident, person, roles }])
  }
  return seated
}

async function others(
  tx: Tx,
  place: Jurisdiction,
  script: PlaceScript,
): Promise<readonly (readonly [string, Actor])[]> {
  const settled: (readonly [string, Actor])[] = []
  for (const { key, name } of script.residents)
    settled.push([key, await settle(tx, place, { email: `${key}@${place.slug}.example`, name, role: 'resident' })])
  const clerk = await settle(tx, place, { email: `clerk@${place.slug}.example`, name: script.clerk, role: 'resident' })
  await grantStaffRole(tx, clerk.account as Id<'account'>, 'clerk', null) // `settle` has just made the account
  return [...settled, ['clerk', { ...clerk, roles: [...clerk.roles, { name: 'clerk', scope: place.id }] }]]
}
