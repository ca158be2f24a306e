import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { loadLindhavn } from './demo/lindhavn/load.ts'
import { readLinked } from './testing-crawl.ts'
import { formsOf, type FormSeen } from './testing-forms.ts'
import { openTestHouse, type Browser, type Page, type TestHouse, type Typed } from './testing.ts'

/** 6.3: a script in every text field of every form there is; found by walking the site, so that a new form is tried too. */

let house: TestHouse
let town: Lindhavn

beforeAll(async () => {
  house = await openTestHouse(6)
  town = await loadLindhavn(house.database, () => {})
}, 180_000)

afterAll(() => house.close())

const readers = ['amira', 'ragna', 'idris', 'clerk', 'facilitator', 'administrator', 'sailing'] as const

/** Without letters of its own a field is still known by its number. */
const canaryOf = (number: number, mostLetters: number | null): string => {
  const script = `<script>c${number}()</script>`
  const whole = `javascript:c${number}()//"'></textarea>${script}{{7*7}}`
  return mostLetters !== null && mostLetters < whole.length ? script.slice(0, mostLetters) : whole
}

/** What would be no text but markup or a script. */
function harmIn(path: string, { html, headers }: Page): readonly string[] {
  const type = headers.get('content-type') ?? ''
  if (!/html|xml/.test(type))
    return headers.get('x-content-type-options') === 'nosniff' ? [] : [`${path} may be sniffed`]
  const harms = [
    /<script>c\d+/,
    /<\/textarea>(?:<script>|\{\{)/,
    /(?:href|src|action)="\s*javascript:/i,
    /"'><\/textarea>/,
  ]
  return harms.filter((harm) => harm.test(html)).map((harm) => `${path} ${harm.source}`)
}

/**
 * Filled, and never taken: a number, a day, an address, a colour or a zone is wanted there, or the form was refused for what
 * stands beside them. The form that came back with what was typed was read all the same.
 */
const neverTaken = [
  / \S*(?:value|cost|count|politicians|citizens|share|wanted|votes|abstentions|minutes|timezone|holidays|email)\S*$/i,
  // The same reader has withdrawn its declaration by then; `refused-texts` tries what a matter is told.
  /problem\/interest (?:wants|stake)$| howMany$/,
  // Numbers of the agenda rule; a sheet of names is hashed and never shown again.
  /agenda-rule (?:threshold\d|againAfterMonths)$|signatures lines$/,
  / (?:meetings|minAge|groupsAYear|amount-\d+|currency|accent|brand|(?:council|arena)-(?:da|en))$/,
  /vote (?:motion|reference|dissent)$|outcome\/new (?:unit|name|baselineSource)$|measurements source-\d$/,
]

/** What such a field takes instead. */
function fitting(name: string): string {
  if (name === 'currency') return 'EUR'
  if (/email$/i.test(name)) return 'ola@example.org'
  if (name === 'name') return 'Ola Vik'
  return /timezone|holidays|accent|brand|council|arena/i.test(name) ? '' : '5'
}

type Tried = { readonly fields: Set<string>; readonly kept: Set<string>; readonly harm: Set<string> }

const anyOne = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\/\d+(?=\/|$)/g, '/*')
    .replace(/^\/problems\/(?!new$)[^/]+/, '/problems/*')
    .replace(/\/mandate\/models\/[^/]+/, '/mandate/models/*')

async function tryForm(browser: Browser, form: FormSeen, tried: Tried): Promise<boolean> {
  const names = form.texts.map(({ name }) => `${anyOne(form.path)} ${name}`)
  for (const name of names) tried.fields.add(name)
  const numbered = form.texts.map((text, index) => ({
    ...text,
    canary: canaryOf(tried.fields.size * 100 + index, text.mostLetters),
  }))
  const leftOut = new Set<string>()
  for (let round = 0; round < 3; round += 1) {
    const words = numbered.map(({ name, value, canary }) => [name, leftOut.has(name) ? value || fitting(name) : canary])
    const page = await browser.post(form.path, {
      ...form.sends,
      ...(round === 2 ? form.boxes : {}),
      ...(Object.fromEntries(words) as Typed),
    })
    for (const harm of harmIn(`POST ${form.path}`, page)) tried.harm.add(harm)
    if (page.status < 400) {
      for (const { name } of numbered) if (!leftOut.has(name)) tried.kept.add(`${anyOne(form.path)} ${name}`)
      return true
    }
    // What wants an address, a number or a day by its form is left as it was; the rest is tried again.
    for (const [, name = ''] of page.html.matchAll(/href="#(?:field-)?([^"]+)"/g)) leftOut.add(name)
  }
  return false
}

it('is text wherever it is read again, and nowhere a script', { timeout: 540_000 }, async () => {
  const tried: Tried = { fields: new Set(), kept: new Set(), harm: new Set() }
  const place = town.place.slug
  for (const who of readers) {
    const browser = await house.browser(town.place, town.people[who].account)
    const forms = new Map<string, FormSeen[]>()
    await readLinked(browser, { place, from: [] }, (_, { html }) => {
      for (const form of formsOf(html, `/en/${place}`)) {
        const key = `${anyOne(form.path)} ${form.texts.map(({ name }) => name.replace(/\d+$/, '')).join(' ')}`
        forms.set(key, [...(forms.get(key) ?? []), form])
      }
    })
    for (const [, same] of forms) for (const form of same.slice(0, 3)) if (await tryForm(browser, form, tried)) break
  }
  const from = ['/feed.atom', '/calendar.ics', '/moderation', '/search?q=script', '/record', '/outbox']
  for (const account of [null, town.people.clerk.account, town.people.ragna.account])
    await readLinked(await house.browser(town.place, account), { place, from }, (path, page) => {
      for (const harm of harmIn(path, page)) tried.harm.add(harm)
    })
  expect([...tried.harm]).toEqual([])
  const mails = await house.asOwner("select data from pgboss.job where name = 'mail.send'")
  expect(mails.length).toBeGreaterThan(0)
  for (const { data } of mails) expect(Object.keys(data as object)).not.toContain('html')
  expect(tried.fields.size).toBeGreaterThan(140)
  const refusedOnly = [...tried.fields].filter((field) => !tried.kept.has(field))
  expect(refusedOnly.filter((field) => !neverTaken.some((known) => known.test(field)))).toEqual([])
})
