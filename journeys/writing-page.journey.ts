import { AxeBuilder } from '@axe-core/playwright'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ensureAccount, introduce } from '../platform/identity/index.ts'
import { applyContent } from '../stages/draft/text/applying.ts'
import { contentOf, type TextContent } from '../stages/draft/text/document.ts'
import { changeDocument, liveDocument } from '../stages/draft/text/live-store.ts'
import { groupCase, type GroupCase } from '../stages/draft/text/testing.ts'
import { cookieOf, openStoryHouse, type StoryHouse } from './house.ts'

/** The page on which the text is written together: left by keyboard, pasted into, and after the hand-over. */

let house: StoryHouse
let group: GroupCase
const accounts = new Map<string, Id<'account'>>()
const clauses = Array.from({ length: 10 }, () => newId('clause'))
const start: TextContent = {
  sections: [
    {
      id: newId('recommendation'),
      kind: 'recommendation',
      heading: 'Light the way to school',
      clauses: clauses.map((id, at) => ({ id, text: `Clause ${at + 1} begins here.` })),
    },
  ],
}

beforeAll(async () => {
  house = await openStoryHouse()
  await house.database.transact(house.town.place.id, null, async (tx) => {
    for (const name of ['Kim', 'Liv']) {
      const account = await ensureAccount(tx, `${name.toLowerCase()}@example.org`, 'en')
      const ties = { tie: 'lives-here', tieWords: '', organisation: null, interest: '' } as const
      await introduce(tx, account, { name, language: 'en', ...ties })
      accounts.set(name, account)
    }
  })
}, 240_000)
afterAll(() => house.close())

beforeEach(async () => {
  group = await groupCase(house.database, house.town, [...accounts.values()])
  const { dora } = house.town.people
  await house.database.transact(house.town.place.id, null, (tx) =>
    changeDocument(tx, { problem: group.problem, by: { account: dora.account, as: 'politician' } }, (doc) =>
      applyContent(doc, undefined, start),
    ),
  )
})

/** A citizen of the group at a browser of her own, in the text. */
async function seat(name: string): Promise<Writer> {
  const { database, town } = house
  const account = accounts.get(name)
  if (!account) throw new Error(`${name} has no seat`)
  const context = await house.browser.newContext({
    viewport: { width: 1280, height: 900 },
    baseURL: house.running.origin,
  })
  context.setDefaultTimeout(60_000)
  const cookie = await cookieOf(database, town.place, account)
  await context.addCookies([{ ...cookie, url: house.running.origin }])
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`))
  page.on('console', (said) => {
    if (said.type() === 'error' && !/WebSocket|ERR_INTERNET|ERR_CONNECTION/.test(said.text()))
      faults.push(`${name}: ${said.text()}`)
  })
  await page.goto(path('/draft/write'))
  await page.locator('.fm-ltext').waitFor()
  return { name, context, page, faults, words: [] }
}

type Writer = {
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
  readonly faults: readonly string[]
  readonly words: string[]
}

function path(rest: string): string {
  return `/en/testhavn/problems/${group.slug}${rest}`
}

const statusOf = ({ page }: Writer): Promise<string | null> =>
  page.locator('[data-live-status]').getAttribute('data-state')

async function isKept(writer: Writer): Promise<void> {
  await expect.poll(() => statusOf(writer), { timeout: 60_000 }).toBe('open')
}

async function stored(): Promise<TextContent> {
  return contentOf((await liveDocument(house.database.read(house.town.place.id), group.problem)).doc)
}

const wordsIn = (content: TextContent): string =>
  content.sections.flatMap(({ heading, clauses: own }) => [heading, ...own.map(({ text }) => text)]).join('\n')

it('the editor is left by keyboard, says who comes, and passes axe', async () => {
  const [kim, liv] = [await seat('Kim'), await seat('Liv')]
  await expect.poll(() => kim.page.locator('[data-live-people]').innerText()).toContain('Liv')
  await kim.page.locator('.fm-lclause').first().click()
  await kim.page.keyboard.press('Escape')
  expect(await kim.page.evaluate(() => document.activeElement?.getAttribute('data-act'))).toBe('new-recommendation')
  await kim.page.locator('.fm-ltext').focus()
  await kim.page.keyboard.press('Tab')
  expect(await kim.page.evaluate(() => document.activeElement?.closest('.fm-ltext'))).toBeNull()
  await liv.context.close()
  await expect.poll(() => kim.page.locator('[data-live-spoken]').innerText()).toContain('Liv left the text.')
  const { violations } = await new AxeBuilder({ page: kim.page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await kim.context.close()
}, 120_000)

it('five megabytes pasted are cut, with words, and nothing breaks', async () => {
  const kim = await seat('Kim')
  await kim.page.locator('.fm-lclause').first().click()
  await kim.page.keyboard.press('End')
  await kim.page.locator('.fm-ltext').evaluate((root) => {
    const data = new DataTransfer()
    data.setData('text/plain', `${'<b>long</b> '.repeat(400_000)}\n\nlast`)
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  expect(await kim.page.locator('[data-live-note]').innerText()).toMatch(/was too long. \d+ letters/)
  await isKept(kim)
  expect(wordsIn(await stored())).toContain('<b>long</b> <b>long</b>')
  await kim.page.getByRole('button', { name: 'Undo' }).click()
  await isKept(kim)
  expect(wordsIn(await stored())).not.toContain('<b>long</b>')
  await kim.context.close()
}, 120_000)

it('after the hand-over her words stay before her, and she is told why', async () => {
  const liv = await seat('Liv')
  await house.database.transact(house.town.place.id, null, (tx) =>
    tx
      .insertInto('draft.frozen')
      .values({ jurisdiction_id: tx.jurisdiction, problem_id: group.problem, at: tx.now })
      .execute(),
  )
  await liv.page.locator('.fm-lclause').first().click()
  await liv.page.keyboard.insertText('Liv1 Liv2 ')
  const note = liv.page.locator('[data-live-refused]')
  await note.waitFor()
  expect(await note.innerText()).toContain('handed over')
  expect(await note.locator('textarea').inputValue()).toContain('Liv1 Liv2')
  expect(wordsIn(await stored())).not.toContain('Liv1')
  await liv.context.close()
}, 120_000)
