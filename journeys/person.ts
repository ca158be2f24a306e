import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Townsperson } from '../platform/identity/testing.ts'
import type { StoryHouse } from './house.ts'

export type Way = 'with JavaScript' | 'without JavaScript'

/** Somebody at her own browser. Every page she comes to is looked at by axe. */
export type Person = {
  readonly name: string
  readonly page: Page
  readonly goTo: (path: string) => Promise<void>
  readonly follow: (link: string | RegExp) => Promise<void>
  readonly type: (label: string | RegExp, text: string) => Promise<void>
  readonly choose: (label: string | RegExp) => Promise<void>
  readonly pick: (label: string | RegExp, option: string | RegExp) => Promise<void>
  readonly press: (button: string | RegExp) => Promise<void>
  readonly sees: (text: string | RegExp) => Promise<void>
  readonly leave: () => Promise<void>
}

/** Paths looked at in this story, without numbers, so that a test can say which pages were visited. */
export const visited = new Set<string>()

export async function visitor(house: StoryHouse, name: string, way: Way): Promise<Person> {
  const context = await house.browser.newContext({
    javaScriptEnabled: way === 'with JavaScript',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    baseURL: house.running.origin,
  })
  const page = await context.newPage()
  watchRequests(context, house.running.origin)
  const looked = async (): Promise<void> => lookAt(page, way)
  return {
    name,
    page,
    goTo: async (path) => {
      const response = await page.goto(`/en/${house.town.place.slug}${path}`)
      expect(response?.status(), `${name} opens ${path}`).toBeLessThan(400)
      await looked()
    },
    follow: async (link) => {
      await page.getByRole('link', { name: link }).first().click()
      await page.waitForLoadState('load')
      await looked()
    },
    type: async (label, text) => page.getByLabel(label).first().fill(text),
    choose: async (label) => page.getByLabel(label).first().check(),
    pick: async (label, option) => {
      await page.getByLabel(label).first().selectOption(typeof option === 'string' ? { label: option } : await optionLike(page, label, option))
    },
    press: async (button) => {
      await Promise.all([page.waitForLoadState('load'), page.getByRole('button', { name: button }).first().click()])
      await page.waitForLoadState('load')
      await looked()
    },
    sees: async (text) => {
      await expect.poll(() => page.locator('body').innerText(), { message: `${name} should read ${String(text)}`, timeout: 5_000 }).toMatch(text)
    },
    leave: () => context.close(),
  }
}

/** A person of the test town who has signed in with a mailed code. */
export async function townsperson(house: StoryHouse, who: Townsperson, way: Way): Promise<Person> {
  const person = await visitor(house, who, way)
  await person.goTo('/sign-in')
  await person.type(/e-mail/i, `${who}@example.org`)
  await person.press(/send|code/i)
  const mail = await house.mailTo(`${who}@example.org`, /\b\d{6}\b/)
  await person.type(/code/i, /\b\d{6}\b/.exec(mail)?.[0] ?? '')
  await person.press(/sign in/i)
  return person
}

async function optionLike(page: Page, label: string | RegExp, option: RegExp): Promise<{ value: string }> {
  const options = await page.getByLabel(label).first().locator('option').all()
  for (const one of options) {
    if (option.test(await one.innerText())) return { value: (await one.getAttribute('value')) ?? '' }
  }
  throw new Error(`no option like ${String(option)}`)
}

/** WCAG 2.2 AA, no violation at all; one h1; nothing asked of anybody else. */
async function lookAt(page: Page, way: Way): Promise<void> {
  const path = new URL(page.url()).pathname
  visited.add(path.replace(/\d+/g, 'n'))
  expect(await page.locator('h1').count(), `one h1 at ${path}`).toBe(1)
  if (way === 'without JavaScript') return // axe is a script; the same pages are looked at on the other way
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), `axe at ${path}`).toEqual([])
}

function watchRequests(context: BrowserContext, origin: string): void {
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:')) throw new Error(`a page asked a third party: ${url}`)
  })
}
