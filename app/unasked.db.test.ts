import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { enoughOfAKind, readLinked } from './testing-crawl.ts'
import type { FormSeen } from './testing-forms.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { rowOf, type FormFound } from './testing-row-forms.ts'
import { findForms } from './testing-town-forms.ts'
import { openTwin, twinOf } from './testing-twin.ts'
import { type Browser, type Page, type TestHouse, type Typed } from './testing.ts'

/** Every form with what its page does not offer: things of another place, and fields nobody asked for. */

let house: TestHouse
let town: Lindhavn
const browsers = new Map<string, Browser>()
let forms: readonly FormFound[]

const readers = ['clerk', 'ragna', 'administrator', 'amira'] as const

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn(6))
  await openTwin(house, town.place.id)
  await signIn()
  forms = await findForms({ place: town.place.slug, browsers, isShort: true })
}, 600_000)

afterAll(() => house.close())

/** Some forms end a session, or change whose it is. */
async function signIn(): Promise<void> {
  for (const who of readers) browsers.set(who, await house.browser(town.place, town.people[who].account))
  browsers.set('visitor', await house.browser(town.place, null))
}

/** The cases differ in how far they are, and in who stands in them. */
const eachOf = ({ who, forms: same }: FormFound) => same.slice(0, 3).map((form) => ({ who, form }))

function browserFor(who: string): Browser {
  const browser = browsers.get(who)
  if (!browser) throw new Error(`nobody stands for ${who}`)
  return browser
}

async function send(who: string, form: FormSeen, more: Typed): Promise<Page> {
  const browser = browserFor(who)
  const words = Object.fromEntries(form.texts.map(({ name, value }) => [name, value || 'So it is.']))
  const page = await browser.post(form.path, { ...form.sends, ...words, ...more })
  if ((await browser.get('/me')).status !== 200) await signIn()
  return page
}

const idsIn = (text: string): readonly string[] => text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
const twinned = (text: string): string => idsIn(text).reduce((all, id) => all.replaceAll(id, twinOf(id)), text)

/** The tables with rows of this town in which one of these stands. */
async function tablesWithAny(words: readonly string[]): Promise<readonly string[]> {
  const tables = await house.asOwner(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute j on j.attrelid = c.oid and j.attname = 'jurisdiction_id' and not j.attisdropped
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')`)
  const [found] = await house.asOwner(
    `select array_remove(array[${tables
      .map(
        ({ name }) =>
          `(select '${String(name)}' from ${String(name)} t where jurisdiction_id = $1 and t::text ~ $2 limit 1)`,
      )
      .join(', ')}], null) as names`,
    [town.place.id, words.join('|')],
  )
  return found?.['names'] as readonly string[] // as the query says
}

it(
  'abuse 38: an id of another place finds nothing here: in no field, in no address',
  { timeout: 600_000 },
  async () => {
    const tried = new Set<string>()
    const faults: string[] = []
    for (const { who, form } of forms.flatMap(eachOf)) {
      const offered = { ...form.sends, ...form.boxes, ...form.offers }
      for (const [name, values] of Object.entries(offered)) {
        const value = [values].flat().find((one) => idsIn(one).length > 0)
        if (value === undefined) continue
        for (const id of idsIn(value)) tried.add(twinOf(id))
        const { status, to } = await send(who, form, { [name]: twinned(value) })
        if (status >= 500) faults.push(`${form.path} broke over ${name}: ${status} ${to ?? ''}`)
      }
      if (idsIn(form.path).length > 0) {
        const { status } = await send(who, { ...form, path: twinned(form.path) }, {})
        if (status < 400) faults.push(`${form.path} was taken for a thing of another place`)
      }
    }
    // Addresses of pages too, as somebody who sees most of them. Behind a question mark an id says where a list goes on.
    const addresses = new Set<string>()
    const isEnough = enoughOfAKind(3)
    await readLinked(browserFor('clerk'), { place: town.place.slug, from: [], isEnough }, (path) => {
      if (idsIn(path.replace(/\?.*/, '')).length > 0) addresses.add(path)
    })
    for (const path of addresses) {
      const { status } = await browserFor('clerk').get(twinned(path))
      if (status !== 404) faults.push(`${path} of the other place answers ${status}`)
    }
    expect(faults).toEqual([])
    expect(addresses.size, 'addresses that were tried').toBeGreaterThan(20)
    expect(tried.size, 'ids that were tried').toBeGreaterThan(15)
    expect(await tablesWithAny([...tried]), 'an id of the other place stands in a row of this one').toEqual([])
  },
)

const canary = '00000000-0000-4000-8000-00000000ca4a'
// A hash may hold the digits of the number: it stands by itself.
const planted = [canary, 'unasked-words', String.raw`\y4242424\y`, '2042-04-24']

/** One that a column of this type takes, and that stands nowhere else. */
function valueFor(type: string): string {
  const values: Readonly<Record<string, string>> = {
    uuid: canary,
    integer: '4242424',
    bigint: '4242424',
    boolean: 'true',
    'timestamp with time zone': '2042-04-24T04:24:24Z',
    date: '2042-04-24',
  }
  return values[type] ?? 'unasked-words'
}

it(
  'abuse 40: fields nobody asked for change nothing, whatever column has their name',
  { timeout: 600_000 },
  async () => {
    const columns = await house.asOwner(`
      select n.nspname as part, a.attname as name, coalesce(nullif(t.typbasetype, 0), t.oid)::regtype::text as type
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')`)
    const faults: string[] = []
    let taken = 0
    for (const { who, form } of forms.flatMap((all) => eachOf(all).slice(0, 1))) {
      const part = rowOf(form.path)?.at.split('.')[0] ?? ''
      const asked = new Set([
        ...Object.keys({ ...form.sends, ...form.boxes, ...form.offers }),
        ...form.texts.map(({ name }) => name),
      ])
      const unasked = new Map<string, string>()
      for (const { part: schema, name, type } of columns) {
        if (schema !== part && schema !== 'identity' && schema !== 'directory') continue
        const camel = String(name).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
        for (const one of [String(name), camel]) if (!asked.has(one)) unasked.set(one, valueFor(String(type)))
      }
      // More at once than any form has is refused for that.
      for (let at = 0; at < unasked.size; at += 400) {
        const { status } = await send(who, form, Object.fromEntries([...unasked].slice(at, at + 400)))
        if (status >= 500) faults.push(`${form.path}: ${status}`)
        if (status < 400) taken += 1
      }
    }
    expect(taken, 'acts that were done, with fields nobody asked for').toBeGreaterThan(40)
    expect(faults).toEqual([])
    expect(await tablesWithAny(planted)).toEqual([])
  },
)
