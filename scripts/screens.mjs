// Takes the pictures of docs/screens from a running demonstration: each page as the person it is for, phone and desktop,
// light and dark. Usage: npm run screens [-- http://localhost:3000] [-- --only name,name]
import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import sharp from 'sharp'

const args = process.argv.slice(2)
const origin = args.find((arg) => arg.startsWith('http')) ?? 'http://localhost:3000'
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
const out = new URL('../docs/screens/', import.meta.url).pathname
mkdirSync(out, { recursive: true })

const { pages } = JSON.parse(readFileSync(new URL('./screens.json', import.meta.url), 'utf8'))
const remembered = readFileSync(new URL('../node_modules/.folkmoot-browser', import.meta.url), 'utf8').trim()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? remembered,
  args: ['--no-sandbox'],
})
const faults = []

const firstPages = ['home', 'journey', 'desk']
const devices = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } }

for (const [device, viewport] of Object.entries(devices)) {
  for (const scheme of ['light', 'dark']) {
    const people = new Map()
    for (const { name, path, as, typed, press } of pages) {
      if (only && !only.split(',').some((start) => name.startsWith(start))) continue
      if (!people.has(as)) people.set(as, await personAt(as, { viewport, colorScheme: scheme }))
      const page = people.get(as)
      const response = await page.goto(`${origin}${path}`)
      if (response.status() >= 400 && name !== 'lost') faults.push(`${name}: ${response.status()} at ${path}`)
      // Some pages are the answer to a form.
      for (const [field, value] of Object.entries(typed ?? {})) await page.locator(`[name="${field}"]`).fill(value)
      if (press) {
        await page.getByRole('button', { name: press }).click()
        await page.waitForLoadState('load')
      }
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wider > 0) faults.push(`${name} ${device}: ${wider} px wider than the window`)
      const picture = await page.screenshot({ fullPage: true })
      // Small and cut: enough to see how a page is built, and light enough to be kept. The first pages stand in the README.
      const isFirst = firstPages.includes(name)
      const { width, height } = await sharp(picture, { limitInputPixels: false }).metadata()
      const top = { left: 0, top: 0, width, height: Math.min(height, isFirst ? 9000 : 3600) }
      await sharp(picture, { limitInputPixels: false })
        .extract(top)
        .resize({ width: device === 'phone' ? (isFirst ? 300 : 220) : isFirst ? 720 : 460 })
        .webp({ quality: isFirst ? 55 : 42 })
        .toFile(`${out}${name}-${device}-${scheme}.webp`)
    }
    for (const page of people.values()) await page.context().close()
  }
}
await browser.close()
for (const fault of faults) console.log(fault)
console.log(`${faults.length} faults`)

/** A browser signed in as one of the demonstration's people, by the page "Be one of these people". */
async function personAt(as, options) {
  const context = await browser.newContext({ ...options, locale: 'en-GB' })
  const page = await context.newPage()
  if (as) {
    await page.goto(`${origin}/en/lindhavn/be`)
    await page
      .getByRole('button', { name: new RegExp(as) })
      .first()
      .click()
    await page.waitForLoadState('load')
  }
  return page
}
