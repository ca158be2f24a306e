import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Database } from '../db/index.ts'
import { addBody, addMembership, addPerson, putJurisdiction, type Jurisdiction } from '../directory/index.ts'
import { ensureAccount, grantStaffRole, introduce, linkPerson, type StaffRole } from './account.ts'

/**
 * People of a test town, each with the roles her account really holds in the database.
 * alice, bashir: residents · aisha: resident who leads no one · dora: councillor and chair of the council ·
 * emil, freja: councillors of another party · chen: clerk · gita: facilitator · ole: officer · ada: administrator ·
 * klub: an association.
 */
export const townspeople = [
  'alice',
  'bashir',
  'aisha',
  'dora',
  'emil',
  'freja',
  'chen',
  'gita',
  'ole',
  'ada',
  'klub',
] as const
export type Townsperson = (typeof townspeople)[number]

export type Town = {
  readonly place: Jurisdiction
  readonly council: Id<'body'>
  readonly committee: Id<'body'>
  readonly people: Readonly<Record<Townsperson, Actor>>
}

const staffRoles: Readonly<Partial<Record<Townsperson, StaffRole>>> = {
  chen: 'clerk',
  gita: 'facilitator',
  ole: 'officer',
  ada: 'administrator',
}
const councillors: Readonly<Partial<Record<Townsperson, 'Harbour List' | 'Green Shore'>>> = {
  dora: 'Harbour List',
  emil: 'Green Shore',
  freja: 'Green Shore',
}

/** Founds a fictional town with a council, a committee and its people. Each call founds another one. */
export async function foundTown(database: Database, slug = `town-${newId('vote').slice(0, 8)}`): Promise<Town> {
  const place: Jurisdiction = {
    id: newId('jurisdiction'),
    parent: null,
    slug,
    name: 'Testhavn',
    level: 'town',
    tagline: '',
    timeZone: 'Europe/Copenhagen',
    holidays: [Temporal.PlainDate.from('2026-12-25')],
    languages: ['en', 'da'],
    accent: null,
    brand: null,
    words: {},
    offlineRoute: '',
    isFictional: true,
    isTold: false,
  }
  return database.transact(place.id, null, async (tx) => {
    await putJurisdiction(tx, place)
    const council = await addBody(tx, { slug: 'council', name: 'Town council', kind: 'council', parent: null })
    const committee = await addBody(tx, { slug: 'works', name: 'Works committee', kind: 'committee', parent: council })
    const parties = {
      'Harbour List': await addBody(tx, { slug: 'harbour-list', name: 'Harbour List', kind: 'party', parent: null }),
      'Green Shore': await addBody(tx, { slug: 'green-shore', name: 'Green Shore', kind: 'party', parent: null }),
    }
    const people: [Townsperson, Actor][] = []
    for (const name of townspeople) {
      const account = await ensureAccount(tx, `${name}@example.org`, 'en')
      await introduce(tx, account, {
        name: name.charAt(0).toUpperCase() + name.slice(1),
        language: 'en',
        tie: 'lives-here',
        tieWords: '',
        organisation: name === 'klub' ? 'Sailing club' : null,
        interest: name === 'klub' ? 'Boats in the harbour' : '',
      })
      const roles: Role[] = [role(name === 'klub' ? 'organisation' : 'resident', place.id)]
      const staffRole = staffRoles[name]
      if (staffRole) {
        await grantStaffRole(tx, account, staffRole, null)
        roles.push(role(staffRole, place.id))
      }
      const party = councillors[name]
      let person: Id<'person'> | null = null
      if (party) {
        person = await addPerson(tx, { slug: name, name: name.charAt(0).toUpperCase() + name.slice(1) })
        const isChair = name === 'dora'
        for (const body of [council, committee]) {
          await addMembership(tx, {
            person,
            body,
            party: parties[party],
            role: isChair ? 'Mayor' : 'Councillor',
            isChair,
            startsOn: Temporal.PlainDate.from('2025-01-01'),
            endsOn: null,
          })
          roles.push(role('politician', body), ...(isChair ? [role('body-chair', body)] : []))
        }
        await linkPerson(tx, account, person)
      }
      people.push([name, { jurisdiction: place.id, account, person, name, assurance: 'low', roles }])
    }
    return { place, council, committee, people: Object.fromEntries(people) as Town['people'] } // one entry per townsperson
  })
}

function role(name: RoleName, scope: Role['scope']): Role {
  return { name, scope }
}
