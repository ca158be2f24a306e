import type { Actor } from '@folkmoot/basics/actor.ts'
import { methodOf, pathOf } from '@folkmoot/basics/addresses.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nobody } from '../platform/identity/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import type { Route } from '../platform/http/index.ts'
import { putJurisdiction } from '../platform/directory/index.ts'
import { seatsOf } from '../stages/arena/index.ts'
import { putInto } from '../stages/problem/handovers/testing.ts'
import { problemBySlug, type Problem } from '../stages/problem/index.ts'
import type { PersonKey } from './demo/lindhavn/cast.ts'
import { harbour } from './demo/lindhavn/cases/harbour.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import { routes } from './router.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { browserOf, type Browser, type TestHouse } from './testing.ts'

/**
 * Every row of the table × who asks × here or from another place, which may be the one this place lies in or one that lies in
 * it: who may is what the row says, and a refusal writes nothing. Files, feeds, calendars, tables and searches are rows as all are.
 */

const roles = [
  'nobody',
  'resident',
  'organisation',
  'politician',
  'chair',
  'member',
  'facilitator',
  'officer',
  'clerk',
  'administrator',
] as const
type RoleKey = (typeof roles)[number]

/** Who of Lindhavn stands for each; chair leads the arena and the council, member has a citizen's seat in the harbour case. */
const asking: Readonly<Record<Exclude<RoleKey, 'nobody'>, PersonKey>> = {
  resident: 'noah',
  organisation: 'cyclists',
  politician: 'kasper',
  chair: 'ragna',
  member: 'viktor',
  facilitator: 'facilitator',
  officer: 'officer',
  clerk: 'clerk',
  administrator: 'administrator',
}

let house: TestHouse
let town: Lindhavn
let problem: Problem
const atTheGate = 'You may not do this here.'
const actors = new Map<RoleKey, Actor>()
const browsers = new Map<RoleKey, Browser>()
/**
 * Who counts in another town, in the region this town lies in, and in a part of this town: with her own cookie, and with its token
 * under this place's name.
 */
const strangers: (readonly [string, Browser])[] = []

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn())
  const read = house.database.read(town.place.id)
  const found = await problemBySlug(read, slugOf(harbour.question, 'problem'))
  if (!found) throw new Error('the harbour case is not there')
  problem = found
  const seats = await seatsOf(read, problem.id)
  for (const role of roles) {
    const actor = role === 'nobody' ? nobody(town.place.id) : town.people[asking[role]]
    const seat = actor.account && seats.find(({ account }) => account === actor.account)
    const inArena = seat
      ? [
          { name: 'member', scope: problem.id } as const,
          ...(seat.isChair ? [{ name: 'arena-chair', scope: problem.id } as const] : []),
        ]
      : []
    actors.set(role, { ...actor, roles: [...actor.roles, ...inArena] })
    browsers.set(role, await house.browser(town.place, actor.account))
  }
  for (const other of await placesAround()) {
    for (const who of ['dora', 'ada', 'chen'] as const) {
      const { cookie } = await house.browser(other.place, other.people[who].account)
      const forged = cookie.replace(`folkmoot-${other.place.slug}=`, `folkmoot-${town.place.slug}=`)
      strangers.push([`${who} of ${other.place.slug}`, browserOf(house.ask, town.place, cookie)])
      strangers.push([`${who} of ${other.place.slug} with a cookie of here`, browserOf(house.ask, town.place, forged)])
    }
  }
}, 600_000)

/** Another town, the one this place lies in, and one that lies in it. */
async function placesAround(): Promise<readonly Town[]> {
  const other = await foundTown(house.database, 'testhavn')
  const above = await foundTown(house.database, 'overhavn')
  const below = await putInto(house.database, await foundTown(house.database, 'underhavn'), town.place.id)
  if (town.place.parent) await putInto(house.database, above, town.place.parent)
  await house.database.transact(town.place.id, null, (tx) =>
    putJurisdiction(tx, { ...town.place, parent: above.place.id }),
  )
  house.house.places.forget()
  return [other, above, below]
}

afterAll(() => house.close())

const values: Readonly<Record<string, string>> = {
  number: '1',
  person: 'ragna-holm',
  page: 'privacy',
  figure: 'in-time',
}

function pathFor(route: Route): string {
  return pathOf(route.at)
    .replace('/:lang/:jurisdiction', '')
    .replace(/:([a-z]+)/g, (_, name: string) => (name === 'problem' ? problem.slug : (values[name] ?? 'x')))
}

function allows(route: Route, role: RoleKey): boolean {
  const actor = actors.get(role)
  return actor !== undefined && isInPlace(route, role) && route.allowed.allows(actor)
}

/** Roles in an arena are held only on addresses of that problem. */
function isInPlace(route: Route, role: RoleKey): boolean {
  const actor = actors.get(role)
  if (!actor || pathOf(route.at).includes(':problem')) return true
  return route.allowed.allows({
    ...actor,
    roles: actor.roles.filter(({ name }) => name !== 'member' && name !== 'arena-chair'),
  })
}

const reading = routes.filter((route) => methodOf(route.at) === 'GET')
const writing = routes.filter((route) => methodOf(route.at) === 'POST')

function named(rows: readonly Route[]): readonly (readonly [string, Route])[] {
  return rows.map((row) => [`${row.at} (${row.allowed.name})`, row])
}

function browserFor(role: RoleKey): Browser {
  const browser = browsers.get(role)
  if (!browser) throw new Error(`nobody stands for ${role}`)
  return browser
}

describe('reading', () => {
  it.each(named(reading))('abuse 36: %s opens for who may, and for nobody else', async (_, route) => {
    for (const role of roles) {
      const { status, to, html } = await browserFor(role).get(pathFor(route))
      if (allows(route, role)) {
        expect([200, 303, 403, 404, 409], `${role} at ${route.at}`).toContain(status)
        expect(to ?? '', `${role} is not sent to sign in`).not.toContain('/sign-in?')
        // The outbox is open to all in a demonstration only; elsewhere a stage's own rule may say no, in its own words.
        if (status === 403 && route.at !== 'outbox') expect(html, `${role} at ${route.at}`).not.toContain(atTheGate)
      } else if (role === 'nobody') {
        expect([status, to], `nobody at ${route.at}`).toEqual([303, expect.stringContaining('/sign-in?next=')])
      } else {
        expect(status, `${role} at ${route.at}`).toBe(403)
        expect(html).toContain(atTheGate)
      }
    }
  })

  it.each(named(reading))(
    'abuse 36: %s: a sign-in elsewhere opens nothing here but what is open to anyone',
    async (_, route) => {
      const visitor = await browserFor('nobody').get(pathFor(route))
      for (const [who, browser] of strangers) {
        const { status, to } = await browser.get(pathFor(route))
        if (route.allowed.allows(nobody(town.place.id))) expect(status, `${who} at ${route.at}`).toBe(visitor.status)
        else expect(status === 403 || (to ?? '').includes('/sign-in?next='), `${who}: ${status}`).toBe(true)
      }
    },
  )
})

describe('writing', () => {
  it('abuse 36: has a policy in every row, and none that is open to anyone except for coming and going, for a mailed link and for a printed letter', () => {
    const open = routes.filter((route) => route.allowed.name === '' || typeof route.allowed.allows !== 'function')
    expect(open.map(({ at }) => at)).toEqual([])
    const toAnyone = writing.filter((route) => route.allowed.allows(nobody(town.place.id))).map(({ at }) => at)
    // Who was asked by mail to speak for a group answers by her link alone; the link in each mail stops the mails.
    expect([...toAnyone].sort()).toEqual([
      'arena.answer-letter',
      'arena.open-letter',
      'be.choose',
      'keys.undo',
      'notices.stop',
      'problem.answer-speaking',
      'sign-in.ask-passkey',
      'sign-in.by-passkey',
      'sign-in.enter',
      'sign-in.send',
      'sign-in.use-link',
      'sign-in.with',
      'sign-out',
    ])
  })

  it('abuse 36: is refused without a right, from elsewhere, and without the token of the form; nothing is written', async () => {
    const before = await house.print()
    const wrong: string[] = []
    const expectRefused = (what: string, status: number): void => {
      if (status !== 403) wrong.push(`${what}: ${status}`)
    }
    for (const route of writing) {
      const path = pathFor(route)
      for (const role of roles) {
        const browser = browserFor(role)
        if (!allows(route, role))
          expectRefused(
            `${role} posts ${route.at}`,
            (await browser.post(path, {}, role === 'clerk' ? 'da' : 'en')).status,
          )
        expectRefused(
          `${role} posts ${route.at} without the token`,
          (await browser.post(path, { 'form-token': '' }, 'en')).status,
        )
      }
      if (route.allowed.allows(nobody(town.place.id))) continue
      for (const [who, browser] of strangers)
        expectRefused(`${who} posts ${route.at}`, (await browser.post(path)).status)
    }
    expect(wrong).toEqual([])
    expect(await house.print()).toEqual(before)
  }, 240_000)
})
