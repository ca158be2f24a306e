import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { OpenedHouse } from './house.ts'

export const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose answer changes with the width of the window or the light: of the same markup the others say the same twice. */
const ofWidthAndLight = [
  'color-contrast',
  'target-size',
  'link-in-text-block',
  'scrollable-region-focusable',
  'aria-hidden-focus',
  'bypass',
  'skip-link',
  'landmark-one-main',
  'region',
]

/** All rules are those of width and light and, for markup whose kinds were looked at before, those of its words and order alone. */
export type Depth = 'all rules' | 'width and light' | 'words and order'

const axeSource = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
)
const isThere = 'void "axe is there"'

/**
 * What axe says of the page as it is shown now: WCAG 2.2 AA and good practice. No page has frames, so one pass is all.
 * Each rule is tried on each element, and only what breaks one is written out: a way to every element that breaks none took twice
 * as long as the rules. For the same reason the builder, which would bring the long text of axe twice, finds the short one there.
 */
export async function violationsOf(page: Page, depth: Depth = 'all rules'): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axeSource)
  const axe = new AxeBuilder({ page, axeSource: isThere }).setLegacyMode().options({ resultTypes: ['violations'] })
  const asked = depth === 'width and light' ? axe.withRules(ofWidthAndLight) : axe.withTags(tags)
  const { violations } = await (depth === 'words and order' ? asked.disableRules(ofWidthAndLight) : asked).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html} (${failureSummary ?? ''})`)
        .join(' | ')}`,
  )
}

const highestWindow = 12_000

/** Axe, one h1, no id twice, and no scrolling sideways. */
export async function faultsOf(page: Page, depth: Depth = 'all rules'): Promise<readonly string[]> {
  return [...(await shapeFaultsOf(page)), ...(await violationsInFull(page, depth))]
}

/** What is seen without axe: one h1, no id twice, no scrolling sideways. */
export async function shapeFaultsOf(page: Page): Promise<readonly string[]> {
  const headings = await page.locator('h1').count()
  const twice = await page.evaluate<readonly string[]>(doubleIds)
  const tooWide = await page.evaluate<readonly string[]>(tooWideElements)
  return [
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(twice.length > 0 ? [`one id twice: ${twice.join(' ')}`] : []),
    ...(tooWide.length > 0 ? [`scrolls sideways: ${tooWide.join(' ')}`] : []),
  ]
}

/** A bar that stays at the window's edge lies over something wherever one stops; in a window as high as the page it does not. */
export async function violationsInFull(page: Page, depth: Depth = 'all rules'): Promise<readonly string[]> {
  const size = page.viewportSize()
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  if (size && height > size.height) await page.setViewportSize({ ...size, height: Math.min(height, highestWindow) })
  const violations = await violationsOf(page, depth)
  if (size) await page.setViewportSize(size)
  return violations
}

/** A label leads to the first of two things with one id: the second has no name then. */
const doubleIds = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
})()`

/** What reaches over the edge, when the page can be scrolled sideways. In the page's own words, as it runs there. */
const tooWideElements = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const over = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
  return ['by ' + (scrollWidth - clientWidth), ...over.slice(-6).map((one) => one.tagName + '.' + one.className + '#' + one.id)]
})()`

const settings = {
  'wide and light': { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  'narrow and dark': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
} as const

/** The page that is open, in a window of this size and by this light: no script of ours asks for either, so it need not come again. */
export async function turn(page: Page, name: Look['name']): Promise<void> {
  await page.setViewportSize(settings[name].viewport)
  await page.emulateMedia({ colorScheme: settings[name].colorScheme })
}

export type Look = { readonly name: keyof typeof settings; readonly page: Page; readonly close: () => Promise<void> }

/** A browser window of somebody, of this size and by this light. */
export async function newLook(
  house: OpenedHouse<unknown>,
  cookie: { name: string; value: string } | null,
  name: Look['name'],
): Promise<Look> {
  const context = await house.browser.newContext({
    ...settings[name],
    baseURL: house.running.origin,
    reducedMotion: 'reduce',
  })
  if (cookie) await context.addCookies([{ ...cookie, url: house.running.origin }])
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  return { name, page, close: () => context.close() }
}
