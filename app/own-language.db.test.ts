import { afterAll, beforeAll, expect, it } from 'vitest'
import { spokenIn } from '../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { carryAll, putInto } from '../stages/problem/handovers/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** What somebody wrote in English stands as English on a Danish page: a voice that reads aloud must know. */

let house: TestHouse
let nation: Town
let town: Town

beforeAll(async () => {
  house = await openTestHouse(6)
  nation = await foundTown(house.database, 'estrand')
  town = await putInto(house.database, await foundTown(house.database, 'lindhavn'), nation.place.id)
  for (const place of [nation, town]) await giveRule(house.database, place)
}, 60_000)
afterAll(() => house.close())

const as = (place: Town, who: Townsperson): Promise<Browser> => house.browser(place.place, place.people[who].account)

/** The canaries in the words of a page, each with the language it stands in; what stands only in the title of the window is left out. */
function canariesIn(html: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { words, lang } of spokenIn(html.slice(html.indexOf('<body')), 'da'))
    for (const [canary] of words.matchAll(/canary-[a-z-]+/g))
      found.set(canary, (found.get(canary) ?? new Set()).add(lang))
  return found
}

it('a bug once: English words of problems, framings, actors and answers stood unnamed on Danish pages', async () => {
  const [alice, bashir, dora, emil] = await Promise.all([
    as(town, 'alice'),
    as(town, 'bashir'),
    as(town, 'dora'),
    as(nation, 'emil'),
  ])
  const words = (mark: string) => ({
    question: `Who clears the canary-question-${mark} path?`,
    whatHappens: `canary-happens-${mark}`,
    whoIsAffected: `canary-affected-${mark}`,
    howOften: `canary-often-${mark}`,
    tried: `canary-tried-${mark}`,
  })
  const raised = await alice.post('/problems/new', words('one'))
  expect(raised.status).toBe(303)
  const at = `${/\/problems\/[^/?#]+/.exec(raised.to ?? '')?.[0]}/problem`
  for (const [n, mark] of ['two', 'three'].entries()) {
    const kind = 'words'
    await bashir.post(`${at}/reframe`, { ...words(mark), kind, reason: `canary-why-${mark}` })
    if (n === 0) await dora.post(`${at}/sponsor`, { words: 'canary-sponsor' })
    const answer = n === 0 ? 'accept' : 'decline'
    await dora.post(`${at}/framings/${n + 2}`, { answer, reason: `canary-answer-${mark}` })
  }
  const actor = { kind: 'people', relation: 'affected', standing: 'not-heard' }
  const more = {
    how: 'canary-how',
    knowledge: 'canary-knows',
    resourceWords: 'canary-brings',
    reached: 'canary-reached',
  }
  await alice.post(`${at}/actors`, { ...actor, ...more, name: 'canary-actor' })
  const corrected = { ...actor, ...more, name: 'canary-actor', howMuch: 'a-lot', seen: '1', reason: 'canary-corrected' }
  expect((await alice.post(`${at}/actors/1`, corrected)).status).toBe(303)
  await dora.post(`${at}/hand-over`, { to: nation.place.id, reason: 'canary-handed' })
  await carryAll(house.database)
  expect((await emil.post('/handovers/1', { answer: 'decline', reason: 'canary-declined' })).status).toBe(303)
  await carryAll(house.database)

  const seen = new Set<string>()
  const unnamed: string[] = []
  const [here, there] = [await house.browser(town.place, null), await house.browser(nation.place, null)]
  const pages = [
    ...['', '/actors', '/actors/1'].map((path) => [here, `${at}${path}`] as const),
    [here, at.replace(/\/problem$/, '')] as const,
    ...['/handovers', '/handovers/1'].map((path) => [there, path] as const),
  ]
  for (const [reader, path] of pages) {
    const { html, status } = await reader.get(path, 'da')
    expect(status, path).toBe(200)
    for (const [canary, langs] of canariesIn(html)) {
      seen.add(canary)
      if ([...langs].some((lang) => lang !== 'en')) unnamed.push(`${canary} at ${path}`)
    }
  }
  expect(unnamed).toEqual([])
  for (const mark of ['sponsor', 'question-two', 'happens-two', 'why-three', 'answer-two', 'answer-three'])
    expect([...seen], mark).toContain(`canary-${mark}`)
  for (const mark of ['actor', 'how', 'knows', 'brings', 'reached', 'corrected', 'handed', 'declined'])
    expect([...seen], mark).toContain(`canary-${mark}`)
})
