import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { visitor } from './person.ts'

/** Bashir cannot use a mouse: he signs in and raises a problem with Tab, Space, Enter and the letters. */

let house: StoryHouse

beforeAll(async () => {
  house = await openStoryHouse()
})

afterAll(() => house.close())

it('lets somebody sign in and raise a problem by keyboard alone', async () => {
  const { page, goTo, sees, leave } = await visitor(house, 'bashir', 'with JavaScript')
  await goTo('')
  await page.keyboard.press('Tab')
  expect(await focused(page), 'the first stop leads past the menu').toMatch(/Skip to main content/)
  await page.keyboard.press('Enter')
  await goTo('')
  await tabTo(page, /^Sign in$/)
  await arriving(page, 'Enter')
  await tabTo(page, /e-mail/i)
  await page.keyboard.type('bashir@example.org')
  await arriving(page, 'Enter')
  const code = /\b\d{4} \d{4}\b/.exec(await house.mailTo('bashir@example.org', /Your code is/))?.[0] ?? ''
  await tabTo(page, /your code/i)
  await page.keyboard.type(code)
  await tabTo(page, /^Sign me in$/)
  await arriving(page, 'Space')
  await goTo('/problems/new')
  await tabTo(page, /as one question/)
  await page.keyboard.type('Who opens the gate to the beach?')
  await tabTo(page, /^Look what is known already$/)
  await arriving(page, 'Enter')
  await tabTo(page, /^What happens/)
  await page.keyboard.type('It is locked all summer.')
  await tabTo(page, /^Raise this problem$/)
  await arriving(page, 'Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => focused(page), { message: 'the first thing to mend leads to its field' })
    .toMatch(/^Who is affected/)
  await page.keyboard.type('Everyone who swims.')
  await tabTo(page, /^Raise this problem$/)
  await arriving(page, 'Enter')
  await sees('Who opens the gate to the beach?')
  await leave()
})

const mostStops = 80

/** Tabs on until the focus is on what is called so, and is to be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (name.test(await focused(page))) {
      const isSeen = await page.evaluate(
        `(() => { const { width, height } = document.activeElement.getBoundingClientRect(); return width > 0 && height > 0 })()`,
      )
      expect(isSeen, `${String(name)} is to be seen`).toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by Tab to ${String(name)} at ${page.url()}`)
}

/** What the focused thing is called: its label, else its words. */
async function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const it = document.activeElement
    if (!it || it === document.body) return ''
    const label = it.labels && it.labels.length > 0 ? it.labels[0].textContent : it.textContent
    return (label || it.getAttribute('aria-label') || '').replace(/\\s+/g, ' ').trim()
  })()`)
}

async function arriving(page: Page, key: 'Enter' | 'Space'): Promise<void> {
  await Promise.all([
    page.waitForEvent('framenavigated').then(() => page.waitForLoadState('load')),
    page.keyboard.press(key),
  ])
}
