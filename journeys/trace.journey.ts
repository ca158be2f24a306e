import { slugOf } from '@folkmoot/basics/slug.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { harbour } from '../app/demo/lindhavn/cases/harbour.ts'
import { foundLindhavn, type Lindhavn } from '../app/demo/lindhavn/found.ts'
import { playScript } from '../app/demo/lindhavn/load.ts'
import { setLindhavnsRule } from '../app/demo/lindhavn/play-agenda.ts'
import { openHouse, type OpenedHouse } from './house.ts'

/** From every adopted clause back to what people said, in three clicks at most; from what they said to what became of it. */

const at = `/en/lindhavn/problems/${slugOf(harbour.question, 'problem')}`
if (!harbour.work) throw new Error('without its work the case has nothing to trace')
const { ideas, recommendations } = harbour.work
const mostClicks = 3

let house: OpenedHouse<Lindhavn>
let page: Page

beforeAll(async () => {
  house = await openHouse(
    async (database) => {
      const town = await foundLindhavn(database, Temporal.Now.instant())
      await setLindhavnsRule(town)
      await playScript(town, harbour)
      return town
    },
    { isDemo: true },
  )
  page = await house.browser.newPage({ baseURL: house.running.origin, reducedMotion: 'reduce' })
})

afterAll(() => house.close())

it('leads from each clause to each contribution it cites in three clicks', async () => {
  for (const [index, { clauses }] of recommendations.entries()) {
    for (const clause of clauses) {
      for (const cited of clause.ideas ?? []) {
        const idea = ideas[cited - 1]
        if (!idea) throw new Error('the script cites what it does not have')
        await page.goto(`${at}/answer/${index + 1}`)
        const clicks = await clicksTo(idea.text)
        expect(clicks, `from recommendation ${index + 1} to “${idea.title}”`).toBeLessThanOrEqual(mostClicks)
      }
    }
  }
})

it('tells at each contribution what became of it', async () => {
  for (const [index, idea] of ideas.entries()) {
    await page.goto(`${at}/ideas/${index + 1}`)
    const text = await page.locator('main').innerText()
    expect(text).toContain(idea.text)
    for (const { title } of recommendations.filter(({ clauses }) =>
      clauses.some((clause) => clause.ideas?.includes(index + 1)),
    )) {
      expect(text, `what became of “${idea.title}”`).toContain(title)
    }
  }
  await page.goto(`${at}/ideas/2`)
  for (const became of ['Valves in 212 homes', 'Fit the valves', 'All 212 homes', 'Homes with water inside']) {
    expect(await page.locator('main').innerText()).toContain(became)
  }
})

/** Breadth first over the links inside the pages' main parts: how many clicks lead to a page that shows this text. */
async function clicksTo(text: string): Promise<number> {
  const seen = new Set<string>()
  let level = [new URL(page.url()).pathname]
  for (let clicks = 0; clicks <= mostClicks; clicks += 1) {
    const next: string[] = []
    for (const path of level) {
      if (seen.has(path)) continue
      seen.add(path)
      await page.goto(path)
      if ((await page.locator('main').innerText()).includes(text)) return clicks
      const hrefs = await page
        .locator('main a[href]')
        .evaluateAll((links) => links.map((link) => (link as unknown as { pathname: string }).pathname))
      next.push(...hrefs.filter((href) => /\/(draft|ideas|answer)/.test(href)))
    }
    level = next
  }
  return Number.POSITIVE_INFINITY
}
