import { glob, readFile } from 'node:fs/promises'
import { methodOf, pathOf } from '@folkmoot/basics/addresses.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { openCase, type Case } from '../stages/opinion/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { routes } from './router.ts'
import { openTestHouse, testOrigin, type Browser, type TestHouse } from './testing.ts'

/** What must hold at every address of the table, in a town with one case, so that a new one is tried too. */

const readers = ['nobody', 'alice', 'dora', 'chen', 'ada'] as const
type Reader = (typeof readers)[number]

let house: TestHouse
let town: Town
let told: Case
const browsers = new Map<Reader, Browser>()

beforeAll(async () => {
  house = await openTestHouse(6)
  town = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, town)
  told = await openCase(house.database, town, { statements: ['The quay is for people.', 'The quay is for ships.'] })
  for (const reader of readers)
    browsers.set(reader, await house.browser(town.place, reader === 'nobody' ? null : town.people[reader].account))
})

afterAll(() => house.close())

function browserOf(reader: Reader): Browser {
  const browser = browsers.get(reader)
  if (!browser) throw new Error(`nobody stands for ${reader}`)
  return browser
}

const values: Readonly<Record<string, string>> = { number: '1', page: 'privacy', figure: 'in-time' }

/** Every path of the table behind the place. */
function pathsOf(method: 'GET' | 'POST'): readonly string[] {
  return routes
    .filter(({ at }) => methodOf(at) === method)
    .map(({ at }) =>
      pathOf(at)
        .replace('/:lang/:jurisdiction', '')
        .replace(/:([a-z]+)/g, (_, name: string) => (name === 'problem' ? told.slug : (values[name] ?? 'x'))),
    )
}

/** Every parameter any handler asks for. */
async function parameters(): Promise<readonly string[]> {
  const names = new Set(['per_page', 'sort', 'filter', 'next'])
  for await (const path of glob('{app,overview,platform,stages}/**/*.{ts,tsx}', {
    exclude: (name) => String(name).includes('node_modules'),
  }))
    for (const [, name = ''] of (await readFile(path, 'utf8')).matchAll(/\bquery\.(?:get|has|getAll)\('([\w-]+)'\)/g))
      names.add(name)
  return [...names]
}

it(
  'abuse 56: reading changes nothing: everybody reads every address, and the database is as it was',
  { timeout: 900_000 },
  async () => {
    const paths = pathsOf('GET')
    expect(paths.length).toBeGreaterThan(150)
    const before = await house.print()
    for (const reader of readers) for (const path of paths) await browserOf(reader).get(path)
    const after = await house.print()
    expect(after.filter((line) => !before.includes(line))).toEqual([])
  },
)

it('abuse 56: no act is taken from another site, without its token, with another’s, or as JSON: the way out neither', async () => {
  const paths = pathsOf('POST')
  expect(paths.length).toBeGreaterThan(150)
  expect(paths).toContain('/sign-out')
  const alice = browserOf('alice')
  const before = await house.print()
  const taken: string[] = []
  for (const path of paths) {
    const answers = [
      await alice.post(path, {}, 'en', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
      await alice.post(path, { 'form-token': browserOf('dora').token }),
      (
        await house.ask(`/en/testhavn${path}`, {
          method: 'POST',
          body: JSON.stringify({ 'form-token': alice.token }),
          headers: { cookie: alice.cookie, 'content-type': 'application/json', origin: testOrigin },
        })
      ).status,
    ].map((answer) => (typeof answer === 'number' ? answer : answer.status))
    if (answers.some((status) => status !== 403)) taken.push(`${path} ${answers.join(' ')}`)
  }
  expect(taken).toEqual([])
  expect(await house.print()).toEqual(before)
})

it('abuse 57: a parameter that comes twice is refused at every address', async () => {
  for (const path of pathsOf('GET'))
    expect((await browserOf('nobody').get(`${path}?value=1&value=-1`)).status, path).toBe(400)
})

const probes = [
  "'; select pg_sleep(30) --",
  "1' || pg_sleep(30) || '",
  '$.a ? (@ like_regex "^((a+)+)+$")',
  '99999999999999999999',
]

/** Milliseconds: a database told to sleep would take thirty thousand, a busy machine never this long. */
const mostWaiting = 20_000

it(
  'abuse 51: no parameter of any address reaches the database as anything but a value',
  { timeout: 900_000 },
  async () => {
    const names = await parameters()
    expect(names.length).toBeGreaterThan(30)
    const slow: string[] = []
    const harmed: string[] = []
    for (const path of pathsOf('GET'))
      for (const probe of probes) {
        const query = new URLSearchParams(names.map((name) => [name, probe])).toString()
        const began = performance.now()
        // An answer of 500 throws.
        const { status } = await browserOf('chen').get(`${path}?${query}`)
        if (performance.now() - began > mostWaiting) slow.push(`${path} ${probe}`)
        if (status >= 500) harmed.push(`${path} ${probe}: ${status}`)
      }
    expect(slow).toEqual([])
    expect(harmed).toEqual([])
  },
)

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  '/%2f%2fevil.example',
  'javascript:evil()',
]

it('abuse 53: no parameter of any address leads to another site', { timeout: 900_000 }, async () => {
  const names = await parameters()
  const led: string[] = []
  for (const path of pathsOf('GET'))
    for (const reader of ['nobody', 'chen'] as const)
      for (const there of reader === 'nobody' ? elsewhere : elsewhere.slice(0, 2)) {
        const query = new URLSearchParams(names.map((name) => [name, there])).toString()
        const { to, html } = await browserOf(reader).get(`${path}?${query}`)
        const links = [...html.matchAll(/\s(?:href|action|src|formaction)="([^"]*evil[^"]*)"/gi)].map(
          ([, link = '']) => link,
        )
        for (const link of to === null ? links : [to, ...links]) {
          const url = URL.parse(link.replaceAll('&amp;', '&'), `${testOrigin}${path}`)
          if (url?.origin !== testOrigin) led.push(`${path} leads to ${link}`)
        }
      }
  expect([...new Set(led)]).toEqual([])
})

it('abuse 53: whoever signs in goes on to a page of here, whatever the form says', async () => {
  for (const there of elsewhere) {
    const { to } = await browserOf('nobody').post('/sign-in', { email: 'who@example.org', next: there })
    expect(to, there).toMatch(/^\/en\/testhavn\/sign-in\/code/)
    const next = new URL(to ?? '', testOrigin).searchParams.get('next') ?? '/'
    expect(new URL(next, testOrigin).origin, there).toBe(testOrigin)
  }
})
