import { pathOf, methodOf } from '@folkmoot/basics/addresses.ts'
import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Route } from '../platform/http/index.ts'
import { seatsOf } from '../stages/arena/index.ts'
import { problemBySlug } from '../stages/problem/index.ts'
import type { PersonKey } from './demo/lindhavn/cast.ts'
import { bus } from './demo/lindhavn/cases/bus.ts'
import { harbour } from './demo/lindhavn/cases/harbour.ts'
import { school } from './demo/lindhavn/cases/school.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { routes } from './router.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import type { TestHouse } from './testing.ts'

/** A seat in one group, a chair of one body, a desk in one place: nothing of it counts in another. */

let house: TestHouse
let town: Lindhavn

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn(6))
}, 600_000)

afterAll(() => house.close())

const at = (script: { readonly question: string }): string => slugOf(script.question, 'problem')

/** Acts in a case that open to a role in its group, and to nobody who lives here. */
function actsOf(role: RoleName): readonly Route[] {
  const resident: Actor['roles'] = [{ name: 'resident', scope: town.place.id }]
  const someone = town.people.noah
  return routes.filter(
    ({ at: address, allowed }) =>
      methodOf(address) === 'POST' &&
      pathOf(address).includes('/problems/:problem') &&
      !allowed.allows({ ...someone, roles: resident }) &&
      allowed.allows({ ...someone, roles: [...resident, { name: role, scope: town.place.id }] }),
  )
}

const pathIn = (route: Route, slug: string): string =>
  pathOf(route.at)
    .replace('/:lang/:jurisdiction', '')
    .replace(/:([a-z]+)/g, (_, name: string) => (name === 'problem' ? slug : name === 'number' ? '1' : 'x'))

/** A citizen with a seat in this case and in none of the others. */
async function citizenOf(slug: string, others: readonly string[]): Promise<PersonKey> {
  const read = house.database.read(town.place.id)
  const accountsIn = async (one: string): Promise<readonly unknown[]> => {
    const problem = await problemBySlug(read, one)
    return problem ? (await seatsOf(read, problem.id)).map(({ account }) => account) : []
  }
  const here = await accountsIn(slug)
  const elsewhere = (await Promise.all(others.map(accountsIn))).flat()
  const found = (Object.keys(town.people) as PersonKey[]).find((key) => {
    const { account, person } = town.people[key]
    return person === null && here.includes(account) && !elsewhere.includes(account)
  })
  if (!found) throw new Error(`no citizen sits in ${slug} alone`)
  return found
}

it('abuse 41: a member of one group does nothing of a member’s in another: its text and its words are its own', async () => {
  const acts = actsOf('member')
  expect(acts.map((route) => route.at)).toEqual(expect.arrayContaining(['draft.save-version', 'draft.minority-text']))
  const done: string[] = []
  for (const [from, to] of [
    [harbour, school],
    [school, harbour],
  ] as const) {
    const key = await citizenOf(at(from), [at(to)])
    const browser = await house.browser(town.place, town.people[key].account)
    const print = await house.print()
    for (const route of acts) {
      const { status } = await browser.post(pathIn(route, at(to)))
      if (status !== 403) done.push(`${key} ${route.at}: ${status}`)
    }
    expect(await house.print()).toEqual(print)
  }
  expect(done).toEqual([])
})

it('abuse 43: a chair of one group leads no other', async () => {
  const read = house.database.read(town.place.id)
  const problem = await problemBySlug(read, at(school))
  const seats = problem ? await seatsOf(read, problem.id) : []
  const chair = (Object.keys(town.people) as PersonKey[]).find((key) =>
    seats.some(({ account, isChair }) => isChair && account === town.people[key].account),
  )
  if (!chair) throw new Error('the school case has a chair')
  const browser = await house.browser(town.place, town.people[chair].account)
  const politician = new Set(actsOf('politician').map((route) => route.at))
  const acts = actsOf('arena-chair').filter((route) => !politician.has(route.at))
  const print = await house.print()
  for (const route of acts) expect((await browser.post(pathIn(route, at(bus)))).status, route.at).toBe(403)
  expect(await house.print()).toEqual(print)
})

it('abuse 43: who leads a committee confirms nothing of the council’s', async () => {
  const browser = await house.browser(town.place, town.people.tomas.account)
  const print = await house.print()
  for (const path of [`/problems/${at(bus)}/answer/vote/confirm`, `/problems/${at(school)}/mandate/confirm`]) {
    const { status } = await browser.post(path)
    expect([403, 409, 422], path).toContain(status)
  }
  expect(await house.print()).toEqual(print)
})
