import { inflateSync } from 'node:zlib'
import { slugOf } from '@folkmoot/basics/slug.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { harbour } from '../app/demo/lindhavn/cases/harbour.ts'
import { foundLindhavn, type Lindhavn } from '../app/demo/lindhavn/found.ts'
import { playScript } from '../app/demo/lindhavn/load.ts'
import { setLindhavnsRule } from '../app/demo/lindhavn/play-agenda.ts'
import { openHouse, type OpenedHouse } from './house.ts'

/** The common text on paper, and as a file that can be read aloud: title, language, headings in order, structure. */

const at = `/en/lindhavn/problems/${slugOf(harbour.question, 'problem')}/draft/print`

let house: OpenedHouse<Lindhavn>

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
})

afterAll(() => house.close())

it('has contents, numbered clauses and its sources as notes, each link of it leading somewhere on the page', async () => {
  const page = await house.browser.newPage({ baseURL: house.running.origin, javaScriptEnabled: true })
  await page.goto(at)
  const headings = await page
    .locator('main :is(h1, h2, h3)')
    .evaluateAll((all) => all.map((one) => Number((one as unknown as { tagName: string }).tagName.slice(1))))
  expect(headings[0]).toBe(1)
  headings.forEach((level, i) => expect(level - (headings[i - 1] ?? 0), `heading ${i}`).toBeLessThanOrEqual(1))
  const lost = await page.locator('main a[href^="#"]').evaluateAll((all) =>
    all
      .map((one) => one as unknown as { hash: string; ownerDocument: { getElementById: (id: string) => unknown } })
      .filter(({ hash, ownerDocument }) => !ownerDocument.getElementById(hash.slice(1)))
      .map(({ hash }) => hash),
  )
  expect(lost).toEqual([])
  expect(await page.locator('[id^="note-"]').count()).toBeGreaterThan(5)
  await page.close()
})

it('printed by a browser is a tagged file with its title, its language and its headings', async () => {
  const page = await house.browser.newPage({ baseURL: house.running.origin })
  await page.goto(at)
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })
  const words = wordsOf(pdf)
  for (const part of ['/StructTreeRoot', '/Lang (en)', '/Title', '/H1', '/H2', '/Outlines'])
    expect(words, part).toContain(part)
  await page.close()
})

/** The file with its packed objects unpacked, as far as they are text. */
function wordsOf(pdf: Buffer): string {
  const plain = pdf.toString('latin1')
  const packed = [...plain.matchAll(/stream\r?\n/g)].map(({ index, 0: begin }) => {
    try {
      return inflateSync(pdf.subarray(index + begin.length), { finishFlush: 2 }).toString('latin1')
    } catch {
      return ''
    }
  })
  return [plain, ...packed].join('\n')
}
