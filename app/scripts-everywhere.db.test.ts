import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { anyOne, anyOneOfACase, enoughOfAKind, readLinked } from './testing-crawl.ts'
import { formsOf, type FormSeen, type TextSeen } from './testing-forms.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { type Browser, type Page, type TestHouse, type Typed } from './testing.ts'

/** 6.3: a script in every text field of every form there is; found by walking the site, so that a new form is tried too. */

let house: TestHouse
let town: Lindhavn

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn(6))
}, 600_000)

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

/** `dependsOnWalk`: whether it is taken depends on what the walk had done before it came there. */
type Never = { readonly field: RegExp; readonly because: string; readonly dependsOnWalk?: true }

/** What this town's walk cannot have taken from it, and which test tries it instead. */
const neverTaken: readonly Never[] = [
  { field: / point$/, because: 'two numbers; problem/raising/rules.test' },
  { field: / currency$/, because: 'a currency there is; outcome/line.db.test' },
  {
    field: /^\/settings (?:timeZone|holidays|accent|brand)$/,
    because: 'each in its form; overview/settings/place-form.test',
  },
  { field: /problem\/merge into$/, because: 'the address of a problem there is; app/raising.db.test' },
  { field: /papers link$/, because: 'an address; meeting/materials/materials.db.test' },
  { field: /answer\/vote minutes$/, because: 'an address; decision/voting.db.test' },
  {
    field: /draft\/write reason$/,
    because: 'a section saved with its reason leaves nothing; draft/text/saving.db.test',
    dependsOnWalk: true,
  },
  { field: /vote\/\*\/minutes text$/, because: 'beside a document; decision/minutes/minutes.db.test' },
  {
    field: /moderation\/many reason$/,
    because: 'several that are chosen; platform/moderation/second-look.db.test',
    dependsOnWalk: true,
  },
  {
    field: /moderation\/removed reason$/,
    because: 'a second one who moderates; platform/moderation/second-look.db.test',
    dependsOnWalk: true,
  },
  { field: /people\/applications reason(-\d+|All)$/, because: 'an answer is chosen beside it; arena/routes.db.test' },
  {
    field: /draw\/ended reason$/,
    because: 'no draw is given up whose number has come; arena/lottery/number-came.db.test',
    dependsOnWalk: true,
  },
  { field: /by-staff\/new code$/, because: 'the code of a letter there is; arena/by-staff/by-staff.db.test' },
  {
    field: /statements\/prepare text$/,
    because: 'no vote is prepared where one is open; opinion/prepared/prepared.db.test',
  },
  { field: /^\/residence\/list source$/, because: 'with a file of addresses; overview/residence/residence.db.test' },
  {
    field: /^\/residence\/desk (?:said|reason)$/,
    because: 'with a number somebody says; overview/residence/desk/desk.db.test',
  },
  { field: /^\/handovers\/\* reason$/, because: 'the one there is was taken up; app/other-levels.db.test' },
]

/** What a field takes that wants a form and not words: a person would read that in its help. */
function fitting({ name, wants }: TextSeen): string {
  const formed: Readonly<Record<string, string>> = {
    currency: 'EUR',
    point: '55.676, 12.568',
    into: 'what-should-the-old-gasworks-become',
    timeZone: 'Europe/Copenhagen',
    holidays: '2027-06-05',
    accent: '#0e5f57',
    brand: '#0e5f57',
    link: 'https://example.org',
    name: 'Ola Vik',
  }
  if (wants === 'email' || /email$/i.test(name)) return 'ola@example.org'
  // Steps of a rule rise; nobody votes against what is carried.
  if (wants === 'number') {
    // Fewer than the sheets there are: how they were chosen is told in words.
    if (name === 'entered') return '4'
    return /against|abstentions/i.test(name) ? '0' : String(5 + Number(/\d*$/.exec(name)?.[0] ?? 0))
  }
  return formed[name] ?? ''
}

/** A sheet of signatures names a person and an address in each line; a feature has two answers at least. */
function asWritten(name: string, canary: string): string {
  if (name === 'lines') return `${canary}; 1 Quay Street`
  return name === 'values' ? `${canary}\nNot ${canary.length}` : canary
}

type Tried = {
  count: number
  readonly fields: Set<string>
  readonly kept: Set<string>
  readonly harm: Set<string>
}

/** Fills a form as a person would: everything in words, and, when it comes back, what it asks for where it asks. */
async function tryForm(browser: Browser, form: FormSeen, tried: Tried): Promise<boolean> {
  const named = (name: string): string => `${anyOne(form.path)} ${name}`
  // What a number or an address of mail is for takes no words: it is given some once, to see that they come back as text.
  for (const { name, wants } of form.texts) if (wants === 'words') tried.fields.add(named(name))
  const first = (tried.count += 1) * 100
  const words = new Map(
    form.texts.map(({ name, mostLetters }, at) => [name, asWritten(name, canaryOf(first + at, mostLetters))]),
  )
  const fits = new Set<string>()
  for (let round = 0; round < 5; round += 1) {
    const page = await browser.post(form.path, {
      ...form.sends,
      ...(round >= 3 ? form.boxes : {}),
      ...(Object.fromEntries(words) as Typed),
    })
    for (const harm of harmIn(`POST ${form.path}`, page)) tried.harm.add(harm)
    if (page.status < 400) {
      for (const { name } of form.texts) if (!fits.has(name)) tried.kept.add(named(name))
      return true
    }
    const asked = complaintsIn(page.html)
    for (const [at, text] of form.texts.entries()) {
      const most = asked.get(text.name)
      if (most === undefined) continue
      if (most && !fits.has(text.name) && text.wants === 'words' && words.get(text.name)?.length !== most)
        words.set(
          text.name,
          text.name === 'values' ? asWritten('values', canaryOf(first + at, most)) : canaryOf(first + at, most),
        )
      else {
        fits.add(text.name)
        words.set(text.name, text.value || fitting(text))
      }
    }
  }
  return false
}

/** The fields a form came back for, with the most characters where that was all that was wrong. */
function complaintsIn(html: string): ReadonlyMap<string, number> {
  const asked = new Map<string, number>()
  for (const [, name = '', text = ''] of html.matchAll(/href="#field-([^"]+)"[^>]*>([^<]*)/g)) {
    const most = Number(/at most (\d+) characters/.exec(text)?.[1] ?? 0)
    asked.set(name, asked.has(name) ? 0 : most)
  }
  return asked
}

/** What ends something is done last, so that there is something left to write in until then. */
const endsIn = ([form]: readonly FormSeen[]): boolean => /withdraw|leave|merge|close|stop|cancel/.test(form?.path ?? '')

it(
  'abuse 45: what is typed is text wherever it is read again, and nowhere a script',
  { timeout: 1_200_000 },
  async () => {
    const tried: Tried = { count: 0, fields: new Set(), kept: new Set(), harm: new Set() }
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
      const inOrder = [...forms.values()].toSorted((a, b) => Number(endsIn(a)) - Number(endsIn(b)))
      for (const same of inOrder) for (const form of same.slice(0, 3)) if (await tryForm(browser, form, tried)) break
    }
    const from = ['/feed.atom', '/calendar.ics', '/moderation', '/search?q=script', '/record', '/outbox']
    const judged = (path: string, page: Page): void => {
      for (const harm of harmIn(path, page)) tried.harm.add(harm)
    }
    // She sees most of what there is, and reads all of it; what others see of the same rows, once in each case.
    await readLinked(await house.browser(town.place, town.people.clerk.account), { place, from }, judged)
    for (const account of [null, town.people.ragna.account]) {
      const isEnough = enoughOfAKind(1, anyOneOfACase)
      await readLinked(await house.browser(town.place, account), { place, from, isEnough }, judged)
    }
    expect([...tried.harm]).toEqual([])
    const mails = await house.asOwner("select data from pgboss.job where name = 'mail.send'")
    expect(mails.length).toBeGreaterThan(0)
    for (const { data } of mails) expect(Object.keys(data as object)).not.toContain('html')
    expect(tried.fields.size).toBeGreaterThan(220)
    const refusedOnly = [...tried.fields].filter((field) => !tried.kept.has(field))
    expect(refusedOnly.filter((field) => !neverTaken.some((known) => known.field.test(field)))).toEqual([])
    const idle = neverTaken.filter(
      ({ field, dependsOnWalk }) => !dependsOnWalk && !refusedOnly.some((one) => field.test(one)),
    )
    expect(idle).toEqual([])
  },
)
