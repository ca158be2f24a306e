import { AxeBuilder } from '@axe-core/playwright'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sql } from 'kysely'
import { ensureAccount, introduce } from '../platform/identity/index.ts'
import { applyContent } from '../stages/draft/text/applying.ts'
import { contentOf, type TextContent } from '../stages/draft/text/document.ts'
import { changeDocument, liveDocument } from '../stages/draft/text/live-store.ts'
import { groupCase, type GroupCase } from '../stages/draft/text/testing.ts'
import { cookieOf, openStoryHouse, type StoryHouse } from './house.ts'

/**
 * Ten people write in one text at once, in ten browsers: two are cut off, one is killed, and somebody without JavaScript writes
 * in the same section meanwhile. No acknowledged word is lost, all end with the same text, and saved versions are whole.
 * CUT=60 cuts the two off for a whole minute.
 */

const secondsCutOff = Number(process.env.CUT ?? 15)
const wordsOfEach = Number(process.env.WORDS ?? 12)

let house: StoryHouse
let group: GroupCase
const ten = ['Ane', 'Bo', 'Cai', 'Dag', 'Eli', 'Fie', 'Gro', 'Hal', 'Ida', 'Jon']
const accounts = new Map<string, Id<'account'>>()
const clauses = Array.from({ length: 5 }, () => newId('clause'))
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
    for (const name of [...ten, 'Kim', 'Liv']) {
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

/** Goes to the end of a clause and writes words nobody else writes. */
async function write(writer: Writer, clause: number, count = wordsOfEach): Promise<void> {
  const { page, name, words } = writer
  await page.locator('.fm-lclause').nth(clause).click()
  await page.keyboard.press('End')
  for (let i = 0; i < count; i += 1) {
    const word = `${name}${words.length + 1}`
    await page.keyboard.type(` ${word}`, { delay: 15 })
    words.push(word)
  }
}

async function isKept(writer: Writer): Promise<void> {
  await expect.poll(() => statusOf(writer), { timeout: 60_000 }).toBe('open')
}

async function stored(): Promise<TextContent> {
  return contentOf((await liveDocument(house.database.read(house.town.place.id), group.problem)).doc)
}

const wordsIn = (content: TextContent): string =>
  content.sections.flatMap(({ heading, clauses: own }) => [heading, ...own.map(({ text }) => text)]).join('\n')

/** The words of the page, without the names at the others' cursors. */
function shownIn({ page }: Writer): Promise<string> {
  return page.locator('.fm-ltext').evaluate((root) => {
    const copy = root.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.fm-caret')) caret.remove()
    return [...copy.querySelectorAll('.fm-lheading, .fm-lclause')]
      .map((part) => (part.textContent ?? '').replaceAll('\u2060', ''))
      .join('\n')
  })
}

it('ten people write one text at once, two cut off, one killed, and one without JavaScript', async () => {
  const writers: Writer[] = []
  for (const name of ten) writers.push(await seat(name))
  const [ane, , , , , fie, gro, hal] = writers
  if (!ane || !fie || !gro || !hal) throw new Error('ten are there')

  // All at once, two in each clause.
  await Promise.all(writers.map((writer, at) => write(writer, at % 5)))
  await Promise.all(writers.map(isKept))

  // Somebody without JavaScript opens a form, and while she writes the others go on.
  const form = await withoutScript()
  await Promise.all([fie, gro].map(({ context }) => context.setOffline(true)))
  for (const cut of [fie, gro]) await expect.poll(() => statusOf(cut)).toBe('cut-off')
  const began = performance.now()
  // One is killed in the middle of her words: what she was told is kept has to be there.
  await isKept(hal)
  const halsKept = [...hal.words]
  await Promise.all([
    ...writers.filter((writer) => writer !== hal).map((writer, at) => write(writer, at % 5)),
    write(hal, 2, 3).then(() => hal.context.close()),
    form.send('Written without a script.'),
  ])
  for (const cut of [fie, gro]) {
    expect(await statusOf(cut)).toBe('cut-off')
    expect(await cut.page.locator('[data-live-status]').innerText()).toMatch(/cut off.*Changes not kept yet: [1-9]/s)
  }
  await new Promise((later) => setTimeout(later, Math.max(0, secondsCutOff * 1000 - (performance.now() - began))))
  await Promise.all([fie, gro].map(({ context }) => context.setOffline(false)))

  const present = writers.filter((writer) => writer !== hal)
  await Promise.all(present.map(isKept))
  const words = wordsIn(await stored())
  const written = [...present.flatMap((writer) => writer.words), ...halsKept]
  expect(written.length).toBeGreaterThan(wordsOfEach * 16)
  expect(written.filter((word) => !new RegExp(`${word}(?!\\d)`).test(words))).toEqual([])
  expect(words).toContain('Written without a script.')
  for (const [at] of clauses.entries()) expect(words).toContain(`Clause ${at + 1} begins here.`)
  for (const writer of present) await expect.poll(() => shownIn(writer), { timeout: 30_000 }).toBe(words)
  expect(present.flatMap(({ faults }) => faults)).toEqual([])
  expect((await stored()).sections[0]?.clauses.map(({ id }) => id)).toEqual(clauses)

  // What was written becomes a version, whole; the save waits for the last word.
  await write(ane, 0, 1)
  await ane.page.getByLabel('Why').last().fill('All of us wrote.')
  await Promise.all([
    ane.page.waitForURL(/draft(?!\/write)/),
    ane.page.getByRole('button', { name: 'Save version 1' }).click(),
  ])
  const { rows } = await sql<{ content: TextContent }>`
    select content from draft.text_version where problem_id = ${group.problem} order by version`.execute(
    house.database.read(house.town.place.id),
  )
  expect(rows).toHaveLength(1)
  expect(wordsIn(rows[0]?.content ?? { sections: [] })).toBe(wordsIn(await stored()))
  for (const { context } of present) await context.close()
}, 360_000)

/** Dora, in the form of the section, without JavaScript. */
async function withoutScript(): Promise<{ readonly send: (words: string) => Promise<void> }> {
  const { database, town } = house
  const context = await house.browser.newContext({ javaScriptEnabled: false, baseURL: house.running.origin })
  const account = town.people.dora.account
  if (!account) throw new Error('dora has an account')
  await context.addCookies([{ ...(await cookieOf(database, town.place, account)), url: house.running.origin }])
  const page = await context.newPage()
  await page.goto(path(`/draft/write/${start.sections[0]?.id}`))
  return {
    send: async (words) => {
      const field = page.locator('textarea[name^="clause-"]').nth(4)
      await field.fill(`${await field.inputValue()} ${words}`)
      await page.getByRole('button', { name: 'Put my words into the text' }).first().click()
      expect(page.url()).not.toContain('error')
      await context.close()
    },
  }
}

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
