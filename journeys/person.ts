import type { BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Townsperson } from '../platform/identity/testing.ts'
import { cookieOf, type OpenedHouse, type StoryHouse } from './house.ts'
import { shapeFaultsOf, violationsInFull } from './look.ts'
import { hasNewKinds } from './looked-at.ts'

export type Way = 'with JavaScript' | 'without JavaScript'

/** What somebody types or chooses, by the names of the fields; true ticks a box, a pattern finds an option by its words. */
export type Words = Readonly<Record<string, string | RegExp | true>>

/** Somebody at her own browser. Every page she comes to is looked at by axe. */
export type Person = {
  readonly name: string
  readonly page: Page
  readonly goTo: (path: string) => Promise<void>
  readonly follow: (link: string | RegExp) => Promise<void>
  /** Fills the form that has this button, ticks what is labelled so, and presses it. */
  readonly send: (button: string | RegExp, words?: Words, ticks?: readonly RegExp[]) => Promise<void>
  readonly sees: (text: string | RegExp) => Promise<void>
  readonly leave: () => Promise<void>
}

/** Whatever town it stands in. */
type AnyHouse = OpenedHouse<{ readonly place: { readonly slug: string } }>

/** What makes two pages alike to a story, so that it looks at one of them. */
export type LikenessOf = (page: Page) => string

export async function visitor(house: AnyHouse, name: string, way: Way, likenessOf?: LikenessOf): Promise<Person> {
  const context = await house.browser.newContext({
    javaScriptEnabled: way === 'with JavaScript',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    baseURL: house.running.origin,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const strangers = watchRequests(context, [house.running.origin, ...house.elsewhere])
  const looked = async (): Promise<void> => {
    expect(strangers, 'nothing is asked of anybody else').toEqual([])
    await lookAt(page, way, likenessOf?.(page))
  }
  /** Goes where this leads. An answer that is no page is told with what the page says. */
  const arriving = async (act: Promise<unknown>, what: string): Promise<void> => {
    await Promise.all([page.waitForEvent('framenavigated').then(() => page.waitForLoadState('load')), act])
    const complaints = await page.locator('.fm-field__error, fm-errors').allInnerTexts()
    expect(complaints, `${name}: ${what}, now at ${page.url()}`).toEqual([])
    await looked()
  }
  return {
    name,
    page,
    goTo: async (path) => {
      const response = await page.goto(`/en/${house.town.place.slug}${path}`)
      expect(response?.status(), `${name} opens ${path}`).toBeLessThan(400)
      await looked()
    },
    follow: (link) => arriving(page.getByRole('link', { name: link }).first().click(), `follows ${String(link)}`),
    send: async (button, words = {}, ticks = []) => {
      const form = page
        .locator('form')
        .filter({ has: page.getByRole('button', { name: button, includeHidden: true }) })
        .first()
      await open(form)
      for (const [field, value] of Object.entries(words)) await fill(form, field, value)
      for (const label of ticks) await form.getByLabel(label).first().check()
      await arriving(form.getByRole('button', { name: button }).first().click(), `presses ${String(button)}`)
    },
    sees: async (text) => {
      await expect
        .poll(() => page.locator('body').innerText(), {
          message: `${name} should read ${String(text)} at ${page.url()}`,
          timeout: 60_000,
        })
        .toMatch(text)
    },
    leave: () => context.close(),
  }
}

/** A person of the test town who has signed in before the story begins. */
export async function townsperson(house: StoryHouse, who: Townsperson, way: Way): Promise<Person> {
  const { account } = house.town.people[who]
  if (!account) throw new Error(`${who} has no account`)
  const person = await visitor(house, who, way)
  const cookie = await cookieOf(house.database, house.town.place, account)
  await person.page.context().addCookies([{ ...cookie, url: house.running.origin }])
  return person
}

/** Several of them, each at her own browser. */
export async function townspeople<Name extends Townsperson>(
  house: StoryHouse,
  names: readonly Name[],
  way: Way,
): Promise<Record<Name, Person>> {
  const all = await Promise.all(names.map(async (name) => [name, await townsperson(house, name, way)] as const))
  return Object.fromEntries(all) as Record<Name, Person> // one entry per name
}

/** With a mailed code, as everybody does for the first time. */
export async function signIn(house: AnyHouse, person: Person, email: string): Promise<void> {
  await person.goTo('/sign-in')
  await person.send('Send me a code', { email })
  const code = /\b\d{4} \d{4}\b/.exec(await house.mailTo(email, /Your code is/))?.[0] ?? ''
  await person.send('Sign me in', { code })
}

/** Forms may lie in a fold. */
async function open(form: Locator): Promise<void> {
  const fold = form.locator('xpath=ancestor::details[not(@open)]/summary')
  for (const summary of await fold.all()) await summary.click()
}

async function fill(form: Locator, name: string, value: string | RegExp | true): Promise<void> {
  const field = form.locator(`[name="${name}"]:not([type="hidden"])`)
  const options = field.locator('option')
  if (value === true) return field.first().check()
  if (value instanceof RegExp) {
    if ((await field.first().getAttribute('type')) === 'radio') return form.getByLabel(value).first().check()
    const all = await options.all()
    for (const option of all) {
      if (value.test((await option.textContent()) ?? '')) {
        await field.first().selectOption((await option.getAttribute('value')) ?? '')
        return
      }
    }
    throw new Error(`no option of ${name} is like ${String(value)}`)
  }
  if ((await options.count()) > 0) {
    await field.first().selectOption(value)
    return
  }
  const type = await field.first().getAttribute('type')
  if (type === 'radio' || type === 'checkbox') return form.locator(`[name="${name}"][value="${value}"]`).check()
  return field.first().fill(value)
}

const likenesses = new Set<string>()

/** One h1, no id twice, no scrolling sideways; and where it has what no story has seen, WCAG 2.2 AA, no violation at all. */
async function lookAt(page: Page, way: Way, likeness: string | undefined): Promise<void> {
  const path = new URL(page.url()).pathname
  expect(await page.locator('h1').count(), `one h1 at ${path}`).toBe(1)
  if (way === 'without JavaScript') return // axe is a script; the same pages are looked at on the other way
  if (likeness !== undefined && likenesses.has(likeness)) return
  if (likeness !== undefined) likenesses.add(likeness)
  expect(await shapeFaultsOf(page), path).toEqual([])
  if (await hasNewKinds(page)) expect(await violationsInFull(page), `axe at ${path}`).toEqual([])
}

function watchRequests(context: BrowserContext, known: readonly string[]): readonly string[] {
  const strangers: string[] = []
  context.on('request', (request) => {
    const url = request.url()
    if (!known.some((origin) => url.startsWith(origin)) && !url.startsWith('data:') && url !== 'about:blank')
      strangers.push(url)
  })
  return strangers
}
