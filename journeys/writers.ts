import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { ensureAccount, introduce } from '../platform/identity/index.ts'
import { applyContent } from '../stages/draft/text/applying.ts'
import { contentOf, type TextContent } from '../stages/draft/text/document.ts'
import { changeDocument, liveDocument } from '../stages/draft/text/live-store.ts'
import { foundGroup } from '../stages/arena/testing.ts'
import { cookieOf, type StoryHouse } from './house.ts'

/** A group that writes a text together, each at a browser of her own, in a text of ten clauses. */
export type Room = {
  readonly house: StoryHouse
  readonly problem: Id<'problem'>
  readonly section: Id<'section'>
  readonly clauses: readonly Id<'clause'>[]
  readonly accounts: ReadonlyMap<string, Id<'account'>>
  readonly path: (rest: string) => string
}

export type Writer = {
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
  readonly faults: readonly string[]
  /** What she has written, in order; nobody else writes these words. */
  readonly words: string[]
}

export async function openRoom(house: StoryHouse, names: readonly string[]): Promise<Room> {
  const { database, town } = house
  const accounts = await database.transact(town.place.id, null, async (tx) => {
    const made = new Map<string, Id<'account'>>()
    for (const name of names) {
      const account = await ensureAccount(tx, `${name.toLowerCase()}@example.org`, 'en')
      const ties = { tie: 'lives-here', tieWords: '', organisation: null, interest: '' } as const
      await introduce(tx, account, { name, language: 'en', ...ties })
      made.set(name, account)
    }
    return made
  })
  const { problem, slug } = await foundGroup(database, town, { more: [...accounts.values()] })
  const [section, clauses] = [newId('section'), Array.from({ length: 10 }, () => newId('clause'))]
  const start: TextContent = {
    sections: [
      {
        id: section,
        kind: 'recommendation',
        heading: 'Light the way to school',
        clauses: clauses.map((id, at) => ({ id, text: `Clause ${at + 1} begins here.` })),
      },
    ],
  }
  const { account } = town.people.dora
  await database.transact(town.place.id, null, (tx) =>
    changeDocument(tx, { problem, by: { account, as: 'politician' } }, (doc) => applyContent(doc, undefined, start)),
  )
  return { house, problem, section, clauses, accounts, path: (rest) => `/en/testhavn/problems/${slug}${rest}` }
}

/** A citizen of the group at a browser of her own, in the text. */
export async function seat({ house, accounts, path }: Room, name: string): Promise<Writer> {
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
      faults.push(`${name}: ${said.text()} ${said.location().url}`)
  })
  await page.goto(path('/draft/write'))
  await page.locator('.fm-ltext').waitFor()
  return { name, context, page, faults, words: [] }
}

export const statusOf = ({ page }: Writer): Promise<string | null> =>
  page.locator('[data-live-status]').getAttribute('data-state')

export async function isKept(writer: Writer): Promise<void> {
  await expect.poll(() => statusOf(writer), { timeout: 180_000 }).toBe('open')
}

/** Goes to the end of a line of a clause and writes words nobody else writes. */
export async function write({ page, name, words }: Writer, clause: number, count: number): Promise<void> {
  await page.locator('.fm-lclause').nth(clause).click()
  await page.keyboard.press('End')
  for (let i = 0; i < count; i += 1) {
    const word = `${name}${words.length + 1}`
    await page.keyboard.type(` ${word}`, { delay: 15 })
    words.push(word)
  }
}

export async function storedText({ house, problem }: Room): Promise<TextContent> {
  return contentOf((await liveDocument(house.database.read(house.town.place.id), problem)).doc)
}

export const wordsIn = (content: TextContent): string =>
  content.sections.flatMap(({ heading, clauses }) => [heading, ...clauses.map(({ text }) => text)]).join('\n')

/** The words of the page, without the names at the others' cursors. */
export function shownTo({ page }: Writer): Promise<string> {
  return page.locator('.fm-ltext').evaluate((root) => {
    const copy = root.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.fm-caret')) caret.remove()
    return [...copy.querySelectorAll('.fm-lheading, .fm-lclause')]
      .map((part) => (part.textContent ?? '').replaceAll('\u2060', ''))
      .join('\n')
  })
}

/** Dora, in the form of the section, without JavaScript: the page is open before she sends it. */
export async function openForm({
  house,
  section,
  path,
}: Room): Promise<{ readonly send: (words: string) => Promise<void> }> {
  const { database, town } = house
  const context = await house.browser.newContext({ javaScriptEnabled: false, baseURL: house.running.origin })
  const { account } = town.people.dora
  if (!account) throw new Error('dora has an account')
  await context.addCookies([{ ...(await cookieOf(database, town.place, account)), url: house.running.origin }])
  const page = await context.newPage()
  await page.goto(path(`/draft/write/${section}`))
  return {
    send: async (words) => {
      const field = page.locator('textarea[name^="clause-"]').nth(4)
      await field.fill(`${words} ${await field.inputValue()}`)
      await page.getByRole('checkbox', { name: 'And save the whole text' }).uncheck()
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.getByRole('button', { name: 'Put my words into the text' }).first().click(),
      ])
      expect(answer.status(), await page.locator('main').innerText()).toBe(303)
      await context.close()
    },
  }
}
