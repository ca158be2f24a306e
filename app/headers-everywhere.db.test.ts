import { afterAll, beforeAll, expect, it } from 'vitest'
import { themeVersion } from '../platform/directory/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { formTokenOf, newToken } from '../platform/http/index.ts'
import { openTestHouse, type TestHouse } from './testing.ts'
import { web } from './web.ts'

/** What browsers are told of every response, whatever it is and whoever made it. */

let house: TestHouse
let town: Town
let secure: ReturnType<typeof web>
const origin = 'https://folkmoot.example'

beforeAll(async () => {
  house = await openTestHouse(4)
  town = await foundTown(house.database, 'testhavn')
  const file = { body: new Uint8Array(1), mediaType: 'text/css', packing: 'plain' as const }
  secure = web(
    { ...house.house, isSecure: () => true, origin: () => origin, log: { error: () => {}, info: () => {} } },
    { assetsFor: house.house.assetsFor, read: (name) => Promise.resolve(name === 'there.css' ? file : undefined) },
  )
}, 60_000)

afterAll(() => house.close())

const ask = async (path: string, init?: RequestInit): Promise<Response> =>
  secure.fetch(new Request(`${origin}${path}`, { redirect: 'manual', ...init }))

const responses: readonly { readonly path: string; readonly status: number; readonly init?: RequestInit }[] = [
  { path: '/live', status: 200 },
  { path: '/ready', status: 200 },
  { path: '/', status: 302 },
  { path: '/testhavn', status: 302 },
  { path: '/fr/testhavn', status: 302 },
  { path: '/en/testhavn', status: 200 },
  { path: '/en/testhavn/me', status: 303 },
  { path: '/en/testhavn/sign-in', status: 200 },
  { path: '/en/testhavn/nowhere', status: 404 },
  { path: '/en/nowhere', status: 404 },
  { path: '/en/testhavn/problems?a=1&a=2', status: 400 },
  { path: '/en/testhavn/feed.atom', status: 200 },
  { path: '/en/testhavn/popolo.json', status: 200 },
  { path: '/assets/there.css', status: 200 },
  { path: '/assets/nowhere.css', status: 404 },
  { path: '/theme/testhavn/THEME', status: 200 },
  { path: '/theme/testhavn/nowhere', status: 404 },
  { path: '/files/testhavn/nowhere', status: 404 },
  { path: '/.well-known/security.txt', status: 200 },
  { path: '/set-up/nowhere', status: 404 },
  { path: '/en/testhavn/sign-out', status: 403, init: { method: 'POST' } },
  { path: '/en/testhavn/sign-in', status: 413, init: { method: 'POST', body: 'x'.repeat(14_500_000) } },
]

it.each(responses)('every response tells browsers how to treat it: $path, $status', async ({ path, status, init }) => {
  const response = await ask(path.replace('THEME', `${themeVersion(town.place)}.css`), init)
  expect([response.status, Object.fromEntries(response.headers)]).toEqual([
    status,
    expect.objectContaining({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.stringMatching(/^(?:same-origin|no-referrer)$/),
      'cross-origin-resource-policy': 'same-origin',
    }),
  ])
})

it('over http nothing is said of HTTPS', async () => {
  expect((await house.ask('/live')).headers.get('strict-transport-security')).toBeNull()
})

it('a host that is not ours, and a page that broke, are told the same', async () => {
  const elsewhere = await secure.fetch(new Request('https://elsewhere.example/en/testhavn'))
  const broken = web(
    {
      ...house.house,
      isSecure: () => true,
      log: { error: () => {}, info: () => {} },
      places: { ...house.house.places, bySlug: () => Promise.reject(new Error('the database is away')) },
    },
    { assetsFor: house.house.assetsFor, read: async () => undefined },
  )
  const fault = await broken.fetch(new Request('http://localhost:3000/en/testhavn'))
  expect([elsewhere.status, fault.status]).toEqual([421, 500])
  for (const { headers } of [elsewhere, fault])
    expect([headers.has('strict-transport-security'), headers.get('content-security-policy')]).toEqual([
      true,
      expect.stringContaining("frame-ancestors 'none'"),
    ])
})

it('signing out over HTTPS clears what the browser kept of the place; nothing else does', async () => {
  const cookie = newToken()
  const post = (path: string) =>
    ask(path, {
      method: 'POST',
      headers: { cookie: `__Host-folkmoot_form=${cookie}`, origin, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ 'form-token': formTokenOf(cookie) }),
    })
  const out = await post('/en/testhavn/sign-out')
  expect([out.status, out.headers.get('clear-site-data')]).toEqual([303, '"cache", "storage"'])
  const other = await post('/en/testhavn/sign-in/passkeys')
  expect([other.status, other.headers.get('clear-site-data')]).toEqual([303, null])
})
