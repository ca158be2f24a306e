import { addresses, methodOf, type Address } from '@folkmoot/basics/addresses.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nobody } from '../platform/identity/index.ts'
import { loadLindhavn } from '../app/demo/lindhavn/load.ts'
import type { Lindhavn } from '../app/demo/lindhavn/found.ts'
import { keyboardFaultsOf } from './by-keyboard.ts'
import { crawl, type Met } from './crawl.ts'
import { cookieOf, openHouse, type OpenedHouse } from './house.ts'
import { faultsOf, newLook, shapeFaultsOf, turn } from './look.ts'
import { hasNewKinds, isLookedAtElsewhere } from './looked-at.ts'

/** Every page of the demonstration town, found by links alone, looked at by light and by dark, wide and narrow. */

const people = {
  visitor: null,
  resident: 'amira',
  politician: 'ragna',
  sponsor: 'pia',
  chair: 'yasmin',
  clerk: 'clerk',
  facilitator: 'facilitator',
  administrator: 'administrator',
  organisation: 'sailing',
} as const
type Who = keyof typeof people
const everybody = Object.keys(people) as readonly Who[]

/** Nobody can link to these: they come by mail, by a form, by the first start, or are no pages. */
const unlinked: readonly Address[] = [
  'root',
  'entry',
  'live',
  'ready',
  'security-txt',
  'set-up',
  'theme',
  'file',
  'sign-in.code',
  'sign-in.link',
  'sign-in.passkey',
  'sign-in.returned',
  'sign-in.away',
  'sign-in.back',
  'sign-in.joining',
  'sign-in.again',
  'welcome',
  'problem.speaking',
  'meeting.personal-calendar',
  'notices.stopping',
  'keys.address',
  'keys.undoing',
  'keys.passkey',
  // By a letter's code, and the steps after a file is chosen.
  'arena.letter',
  'arena.population-columns',
  'arena.population-answers',
  // The socket, and where mails of before led.
  'draft.live',
  'draft.new',
  'draft.edit',
]
/**
 * No draft of the demonstration is ready for a vote; the whole line follows this link. No mandate of it has a second version:
 * the agenda's story has. A town has no members: the union's do. Each return of the demonstration is told; the story of an answer
 * comes to one that is not. What this town passes on lies in the place it went to; journeys/referring goes there. Its groups are set up, its
 * seats answered and its list locked: journeys/recruiting and drawing go before that; its letters are printed and forgotten:
 * journeys/letters prints some, and its application by telephone waits to be confirmed: so does nobody answer by telephone yet, which
 * journeys/letters goes through too. Letters to people who live here are printed in overview/residence. Who crawls has not voted on five statements, so nothing is hers to take up: journeys/taking-up is.
 */
const elsewhere: readonly Address[] = [
  'mandate.adoption',
  'mandate.compare',
  'problem.inviting-parts',
  'decision.returning',
  'decision.referral',
  'arena.set-up-rule',
  'arena.set-up-profiles',
  'arena.offer',
  'arena.lottery-limits',
  'arena.letters-part',
  'arena.letters-table',
  'residence.part',
  'residence.table',
  'arena.paper-letters',
  'arena.paper-letters-file',
  'arena.recording-answer',
  'draft.taking-up',
]

let house: OpenedHouse<Lindhavn>
const cookies = new Map<Who, { name: string; value: string } | null>()
const met = new Map<Who, readonly Met[]>()

beforeAll(async () => {
  house = await openHouse((database) => loadLindhavn(database, () => {}), { isDemo: true })
  for (const who of everybody) {
    const key = people[who]
    const { account } = key ? house.town.people[key] : nobody(house.town.place.id)
    const cookie = account ? await cookieOf(house.database, house.town.place, account) : null
    cookies.set(who, cookie)
    met.set(who, await crawl({ origin: house.running.origin, home: `/en/${house.town.place.slug}`, cookie }))
    for (const { at } of richest(who)) if (!walkers.has(at)) walkers.set(at, who)
  }
})

afterAll(() => house.close())

it('links only to pages that open for who sees the link', () => {
  const broken = everybody.flatMap((who) =>
    (met.get(who) ?? [])
      .filter(({ status, to }) => status !== 200 && !(who === 'visitor' && status === 303 && to?.includes('/sign-in')))
      .map(({ path, from, status }) => `${who}: ${from} links to ${path}: ${status}`),
  )
  expect(broken).toEqual([])
})

it('reaches every address by links', () => {
  const reached = new Set(
    everybody.flatMap((who) => (met.get(who) ?? []).filter(({ status }) => status === 200).map(({ at }) => at)),
  )
  const all = (Object.keys(addresses) as readonly Address[]).filter((at) => methodOf(at) === 'GET')
  expect(all.filter((at) => !reached.has(at) && ![...unlinked, ...elsewhere].includes(at))).toEqual([])
})

it.skipIf(isLookedAtElsewhere).each(everybody)(
  'shows %s nothing that axe, a phone, a keyboard or a reader of headings would stumble on',
  async (who) => {
    const { page, close } = await newLook(house, cookies.get(who) ?? null, 'wide and light')
    const faults: string[] = []
    for (const met of richest(who)) faults.push(...(await faultsAt(page, met.path, walkers.get(met.at) === who)))
    await close()
    expect(faults).toEqual([])
  },
)

/** Who goes through an address by keyboard: always the same, in whatever order the tests run. */
const walkers = new Map<Address, Who>()

async function faultsAt(page: Page, path: string, isWalked: boolean): Promise<readonly string[]> {
  await page.goto(path)
  if (isWalked) {
    // A page that brings its editor along is gone through when it has come.
    await page.locator('progress:visible').waitFor({ state: 'hidden' })
    await page.locator('[data-live-plain]:visible').waitFor({ state: 'hidden' })
  }
  const told = (how: string) => (fault: string) => `${path}, ${how}: ${fault}`
  // Who comes second to an address brings other forms, often of the same kinds: those look the same, and only say something else.
  const isNew = (await hasNewKinds(page)) || isWalked
  const wide = await faultsOf(page, isNew ? 'all rules' : 'words and order')
  await turn(page, 'narrow and dark')
  const isNewNarrow = (await hasNewKinds(page, 'width and light')) || isWalked
  const narrow = await (isNewNarrow ? faultsOf(page, 'width and light') : shapeFaultsOf(page))
  await turn(page, 'wide and light')
  const byKeyboard = isWalked ? await keyboardFaultsOf(page) : []
  return [
    ...wide.map(told('wide and light')),
    ...narrow.map(told('narrow and dark')),
    ...byKeyboard.map(told('by keyboard')),
  ]
}

/**
 * For each address the page with most on it. An address that somebody earlier in the row has opened is looked at again
 * when it has other forms now: nothing else differs between people.
 */
function richest(who: Who): readonly Met[] {
  const earlier = everybody.slice(0, everybody.indexOf(who)).flatMap((other) => met.get(other) ?? [])
  const seen = new Set(earlier.filter(({ status }) => status === 200).map(makeOf))
  const best = new Map<Address, Met>()
  for (const page of met.get(who) ?? []) {
    if (page.status !== 200 || page.html === '' || seen.has(makeOf(page))) continue
    if (page.html.length > (best.get(page.at)?.html.length ?? 0)) best.set(page.at, page)
  }
  return [...best.values()]
}

/** An address and the forms its page has, whatever their numbers and their case. */
function makeOf({ at, html }: Met): string {
  const main = html.split('<main')[1] ?? html
  const forms = [...main.matchAll(/<form[^>]* action="([^"]*)"/g)].map(([, action = '']) =>
    action.replace(/\/problems\/[^/]+/, '').replace(/\d+/g, 'n'),
  )
  return [at, ...new Set(forms)].join(' ')
}
