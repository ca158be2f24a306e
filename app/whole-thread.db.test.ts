import type { Noun, Id, Thing } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contributionsOf } from '../overview/thread/contributions.ts'
import { becameOf } from '../overview/thread/fate.ts'
import type { Read } from '../platform/db/index.ts'
import { allJurisdictions, type Jurisdiction } from '../platform/directory/index.ts'
import { hiddenAmong } from '../platform/moderation/index.ts'
import { cardsOf, type Card } from '../platform/thread/index.ts'
import { answersOf, isAccepted, isProposed } from '../stages/decision/index.ts'
import { threadSections } from '../stages/draft/index.ts'
import { listProblems, type Problem } from '../stages/problem/index.ts'
import { loadDemonstration } from './demo/load.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** The whole demonstration, every adopted clause and every contribution of it: the thread holds at each, not at one example. */

let house: TestHouse
let cases: readonly Case[]

type Case = {
  readonly place: Jurisdiction
  readonly read: Read
  readonly problem: Problem
  readonly visitor: Pages
}

/** Reads each page once. */
type Pages = (path: string) => Promise<string>

beforeAll(async () => {
  house = await openTestHouse(6)
  await loadDemonstration(house.database, () => {})
  const places = await allJurisdictions(house.database)
  cases = (
    await Promise.all(
      places.map(async (place) => {
        const read = house.database.read(place.id)
        const visitor = pagesOf(await house.browser(place, null))
        return (await listProblems(read, { limit: 10_000 })).map((problem) => ({ place, read, problem, visitor }))
      }),
    )
  ).flat()
}, 240_000)
afterAll(() => house.close())

it('from every adopted clause to all it came from in three presses, or to the word that it says of nothing', async () => {
  let walked = 0
  for (const { read, problem, place, visitor } of cases) {
    const accepted = (await answersOf(read, problem.id)).filter(
      ({ answer }) => answer && isAccepted(answer.kind) && !isProposed(answer),
    )
    const sections = await threadSections(read, problem.id)
    for (const { recommendation, number } of accepted) {
      const { clauses = [] } = sections.find((section) => section.recommendation === recommendation) ?? {}
      const start = `/problems/${problem.slug}/answer/${number}`
      for (const clause of clauses) {
        walked += 1
        const things = clause.cites.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })))
        const targets = (await readable(read, things)).map(({ path }) => path)
        const presses = await reach({ place, visitor, start, clause: clause.id, targets })
        expect({ clause: clause.text, unreached: targets.filter((path) => !presses.has(path)) }).toEqual({
          clause: clause.text,
          unreached: [],
        })
        const own = await visitor(`/problems/${problem.slug}/draft/clauses/${clause.id}`)
        if (things.length === 0) expect(own).toContain('does not say where it comes from')
      }
    }
  }
  expect(walked).toBeGreaterThan(10)
}, 240_000)

it('from every contribution to all that became of it in one press, or to the word that nothing did', async () => {
  let walked = 0
  for (const { read, problem, place, visitor } of cases) {
    const contributions = await contributionsOf(read, problem.id)
    const cards = await cardsOf(
      read,
      contributions.map(({ thing }) => thing),
    )
    for (const { thing } of contributions) {
      const card = cards.get(thing.id)
      if (card?.visibility !== 'public') continue
      walked += 1
      const own = await visitor(bare(card.path))
      const strand = `/problems/${problem.slug}/thread/${thing.kind}/${thing.id}`
      const isNear = linksIn(own, place).has(strand)
      const shown = isNear ? await visitor(strand) : own
      const links = linksIn(shown, place)
      const became = await readable(read, await becameOf({ read }, thing))
      expect({ card, missing: became.filter(({ path }) => !links.has(path)) }).toEqual({ card, missing: [] })
      expect(`${card.path} ${/id="became"/.test(shown)}`).toBe(`${card.path} true`)
    }
  }
  expect(walked).toBeGreaterThan(60)
}, 240_000)

it('on her own page everybody finds each thing she gave, with all that became of it', async () => {
  let walked = 0
  const writers = new Map<
    Id<'account'>,
    { readonly place: Jurisdiction; readonly things: { card: Card; read: Read }[] }
  >()
  for (const { read, problem, place } of cases) {
    const contributions = await contributionsOf(read, problem.id)
    const cards = await cardsOf(
      read,
      contributions.map(({ thing }) => thing),
    )
    for (const card of cards.values())
      for (const account of card.writtenBy ?? []) {
        const known = writers.get(account) ?? { place, things: [] }
        writers.set(account, known)
        known.things.push({ card, read })
      }
  }
  for (const [account, { place, things }] of writers) {
    const browser = await house.browser(place, account)
    const links = new Set<string>()
    // Page by page: whoever gave much finds the older things behind the newer ones.
    for (let page = 1, isMore = true; isMore; page += 1) {
      const { html } = await browser.get(`/me?mine=${page}`)
      for (const link of linksIn(html, place)) links.add(link)
      isMore = html.includes(`?mine=${page + 1}#mine`)
    }
    for (const { card, read } of things) {
      walked += 1
      const became = await readable(read, await becameOf({ read }, card.thing))
      const missing = [card, ...became].filter(({ path }) => !links.has(path))
      expect({ card, missing: missing.map(({ path }) => path) }).toEqual({ card, missing: [] })
    }
  }
  expect(walked).toBeGreaterThan(20)
}, 240_000)

function pagesOf(browser: Browser): Pages {
  const known = new Map<string, Promise<string>>()
  return (path) => {
    const page = known.get(path) ?? browser.get(path).then(({ html, status }) => (status === 200 ? html : ''))
    known.set(path, page)
    return page
  }
}

type Walk = {
  readonly place: Jurisdiction
  readonly visitor: Pages
  readonly start: string
  readonly clause: Id<'clause'>
  readonly targets: readonly string[]
}

const mostPresses = 3

/** What a reader reaches who presses, from the answer, only what leads to this clause and to where it came from. */
async function reach({ place, visitor, start, clause, targets }: Walk): Promise<ReadonlySet<string>> {
  const reached = new Set<string>()
  let pages: readonly string[] = [start]
  for (let press = 1; press <= mostPresses; press += 1) {
    const links = (await Promise.all(pages.map(async (path) => [...linksIn(await visitor(path), place)]))).flat()
    for (const link of links) if (targets.includes(link)) reached.add(link)
    pages = [...new Set(links.map(bare))].filter(
      (path) => /\/draft\/\d+$/.test(path) || path.endsWith(`/draft/clauses/${clause}`),
    )
  }
  return reached
}

const standsUnder: ReadonlySet<Noun> = new Set<Noun>(['reply', 'statement-position'])

/** Things that anyone may read, by their cards. */
async function readable(read: Read, things: readonly Thing[]): Promise<readonly Card[]> {
  const [cards, hidden] = await Promise.all([
    cardsOf(read, things),
    hiddenAmong(
      read,
      things.map(({ id }) => id),
    ),
  ])
  return [...cards.values()].filter(
    ({ thing, visibility }) => visibility === 'public' && !standsUnder.has(thing.kind) && !hidden.has(thing.id),
  )
}

/** Where its links lead, without the language and the place. */
function linksIn(html: string, place: Jurisdiction): ReadonlySet<string> {
  const home = `/en/${place.slug}`
  return new Set(
    [...html.matchAll(/href="([^"]+)"/g)].flatMap(([, to = '']) =>
      to.startsWith(home) ? [to.slice(home.length).replaceAll('&amp;', '&')] : [],
    ),
  )
}

function bare(path: string): string {
  return path.split('#')[0] ?? path
}
