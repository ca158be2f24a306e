import { addresses, methodOf, pathOf, type Address } from '@folkmoot/basics/addresses.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keptForPoliticians } from '../stages/arena/staffing/kept-for-politicians.ts'
import type { PersonKey } from './demo/lindhavn/cast.ts'
import { school } from './demo/lindhavn/cases/school.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import type { Browser, TestHouse } from './testing.ts'

/** On the pages of the table a citizen is offered the same acts as a politician, and reads the same papers (R16). */

let house: TestHouse
let town: Lindhavn

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn())
}, 600_000)

afterAll(() => house.close())

const at = `/problems/${slugOf(school.question, 'problem')}`

/** Where those at the table work: text, meetings and papers, ideas, facts, working groups, framings. */
const pages = [
  '/draft',
  '/draft/write',
  '/draft/1',
  '/meetings',
  '/meetings/1',
  '/meetings/1/papers',
  '/meetings/changes',
  '/meetings/rules',
  '/meetings/substitutes',
  '/ideas',
  '/ideas/1',
  '/evidence',
  '/evidence/1',
  '/people/framings',
  '/people/groups',
  '/people/groups/new',
] as const

const kept: ReadonlySet<string> = new Set<string>(Object.values(keptForPoliticians).flat())

const posts = (Object.keys(addresses) as readonly Address[]) // its own keys
  .filter((address) => methodOf(address) === 'POST')
  .map((address) => ({ address, path: new RegExp(`^${pathOf(address).replaceAll(/:[a-z]+/g, '[^/]+')}$`) }))

/** Which acts a page offers, but for those that come of an elected mandate. */
function actsOn(html: string): readonly string[] {
  const actions = [...html.matchAll(/<form\b[^>]*\baction="([^"#?]+)/g)].map(([, action = '']) => action)
  const acts = actions.flatMap((action) => posts.find(({ path }) => path.test(action))?.address ?? [])
  return [...new Set(acts)].filter((act) => !kept.has(act)).toSorted()
}

function papersOn(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]*\/files\/[^"]+)"/g)].map(([, href = '']) => href).toSorted()
}

/** Neither leads the case nor chairs the group: they have their seats and nothing else. */
function as(who: PersonKey): Promise<Browser> {
  return house.browser(town.place, town.people[who].account)
}

it('offers both the same acts and the same papers on every page of the table', async () => {
  const [politician, citizen] = [await as('nadia'), await as('viktor')]
  let offered = 0
  for (const page of pages) {
    const [hers, his] = [await politician.get(`${at}${page}`), await citizen.get(`${at}${page}`)]
    expect(his.status, page).toBe(hers.status)
    expect(actsOn(his.html), `what a citizen is offered on ${page}`).toEqual(actsOn(hers.html))
    expect(papersOn(his.html), `what a citizen reads on ${page}`).toEqual(papersOn(hers.html))
    offered += actsOn(his.html).length
  }
  // The pages do offer something: an empty house would be equal too.
  expect(offered).toBeGreaterThan(10)
})
