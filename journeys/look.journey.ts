import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserPath } from './house.ts'
import { faultsOf, tags, violationsOf } from './look.ts'

/** How pages are looked at: an eye that finds nothing on a bad page would find nothing on ours either. */

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] })
})

afterAll(() => browser.close())

const bad = `
  <style>.pale { color: #ccc; background: #fff } .small { display: inline-block; width: 8px; height: 8px }</style>
  <main><h1>One</h1><h3 class="pale">A heading that skips one</h3><p class="pale">Pale</p><p class="pale">Paler</p>
  <img src="data:,"><input name="nameless"><button></button><a href="#one"></a><ul><p>No item</p></ul>
  <p id="twice" aria-labelledby="nobody" role="nothing">One</p><p id="twice">Two</p>
  <a class="small" href="#two">x</a><a class="small" href="#three">y</a></main><p>Outside of all landmarks</p>`

async function pageOf(body: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 400 } })
  const page = await context.newPage()
  await page.setContent(`<!doctype html><html lang="en"><title>One</title><body>${body}`)
  return page
}

it('finds all that axe finds when it is asked in its own, longer way', async () => {
  const [ours, theirs] = [await pageOf(bad), await pageOf(bad)]
  const { violations } = await new AxeBuilder({ page: theirs }).withTags(tags).analyze()
  expect(violations.length).toBeGreaterThan(6)
  const found = await violationsOf(ours)
  expect(found.map((one) => one.replace(/:.*/s, ''))).toEqual(violations.map(({ id }) => id))
  for (const { id, nodes } of violations)
    for (const { html } of nodes.slice(0, 3)) expect(found.find((one) => one.startsWith(`${id}: `))).toContain(html)
})

it('finds the same in two parts: of words and order, and of width and light', async () => {
  const page = await pageOf(bad)
  const parts = [...(await violationsOf(page, 'words and order')), ...(await violationsOf(page, 'width and light'))]
  expect(parts.toSorted()).toEqual((await violationsOf(page)).toSorted())
})

it('finds what is pale or small also when it asks about width and light alone', async () => {
  const found = (await violationsOf(await pageOf(bad), 'width and light')).map((one) => one.replace(/:.*/s, ''))
  expect(found).toEqual(expect.arrayContaining(['color-contrast', 'region']))
  expect(found).not.toContain('image-alt')
})

it('finds an id that is there twice, a heading too many and what reaches over the edge', async () => {
  const faults = await faultsOf(await pageOf(`${bad}<h1>Two</h1><p style="width: 900px">Wide</p>`))
  expect(faults.join('\n')).toMatch(/2 h1\none id twice: twice\nscrolls sideways: by/)
})

it('finds nothing on a good page', async () => {
  const page = await pageOf('<main><h1>One</h1><p>Two</p></main>')
  expect(await faultsOf(page)).toEqual([])
})
