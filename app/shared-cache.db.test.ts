import { Agent, cacheStores, interceptors, request, type Dispatcher } from 'undici'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { raised, giveRule } from '../stages/problem/testing.ts'
import { listen, type Listening } from './listen.ts'
import { openSockets } from './sockets.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'
import { web } from './web.ts'

/** Two people and a visitor behind one shared cache, as it stands before many a house (RFC 9111). */

let test: TestHouse
let town: Town
let listening: Listening
let alice: Browser
let bashir: Browser
let slug: string
let cache: Dispatcher
/** Paths that came through to the house. */
let reached: string[] = []

beforeAll(async () => {
  test = await openTestHouse(4)
  town = await foundTown(test.database, 'testhavn')
  await giveRule(test.database, town)
  slug = (await raised(test.database, town.people.alice)).slug
  alice = await test.browser(town.place, town.people.alice.account)
  bashir = await test.browser(town.place, town.people.bashir.account)
  const style = { body: new TextEncoder().encode('a{}'), mediaType: 'text/css', packing: 'plain' } as const
  const site = web(test.house, { assetsFor: test.house.assetsFor, read: async () => style })
  const asked = (asking: Request): Response | Promise<Response> => {
    reached.push(new URL(asking.url).pathname)
    return site.fetch(asking)
  }
  listening = await listen(asked, openSockets(test.house), { port: 0, host: '127.0.0.1' })
})

beforeEach(() => {
  reached = []
  cache = new Agent().compose(interceptors.cache({ store: new cacheStores.MemoryCacheStore(), type: 'shared' }))
})

afterAll(async () => {
  await listening.close()
  await test.close()
})

type Seen = { readonly status: number; readonly text: string; readonly headers: Dispatcher.ResponseData['headers'] }

async function through(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
  const sent = { 'accept-language': 'en', ...headers }
  const {
    statusCode,
    body,
    headers: got,
  } = await request(`http://127.0.0.1:${listening.port}${path}`, {
    dispatcher: cache,
    headers: sent,
  })
  return { status: statusCode, text: await body.text(), headers: got }
}

const own = (browser: Browser) => ({ cookie: browser.cookie })

/** What only she may read, and what would let another act as she does. */
const hersIn = (text: string): readonly string[] =>
  [alice.token, 'alice@example.org', 'name="form-token"'].filter((secret) => text.includes(secret))

const paths = (): readonly string[] =>
  ['', '/me', '/desk', '/problems', '/problems/new', '/record', '/search?q=a', '/sign-in', '/feed.atom'].concat(
    `/problems/${slug}`,
  )

/** Ways to make a cache take a person's page for a file. */
const disguised = (path: string): readonly string[] =>
  ['/x.css', '/x.js', '%2Fx.css', ';x.css', '.css', '%00.css', '/..%2fx.css', '/%2e%2e/x.css', '?x.css', '?/x.js'].map(
    (end) => `/en/testhavn${path}${end}`,
  )

it('the cache is one: what is for everybody and for ever is asked for once', async () => {
  for (let turn = 0; turn < 3; turn += 1) expect((await through('/assets/a-1.css')).text).toBe('a{}')
  expect(reached).toEqual(['/assets/a-1.css'])
})

it('abuse 55: what one person was shown is shown to nobody else, at any address', async () => {
  for (const path of paths()) {
    const at = `/en/testhavn${path}`
    const hers = await through(at, own(alice))
    expect(String(hers.headers['cache-control']), at).toMatch(/no-store/)
    for (const other of [own(bashir), {}]) {
      const shown = await through(at, other)
      expect(shown.text, at).not.toContain(alice.token)
      expect(shown.text, at).not.toContain('alice@example.org')
      const anew = await fetch(`http://127.0.0.1:${listening.port}${at}`, {
        headers: { 'accept-language': 'en', ...other },
        redirect: 'manual',
      })
      expect(shown.status, at).toBe(anew.status)
    }
  }
})

it('abuse 55: a visitor’s page goes to nobody who has signed in, nor its form and its cookie to another visitor', async () => {
  for (const path of paths()) {
    const at = `/en/testhavn${path}`
    const first = await through(at)
    const token = /name="form-token" value="([^"]+)"/.exec(first.text)?.[1]
    const second = await through(at)
    if (token !== undefined) expect(second.text, at).not.toContain(token)
    const cookies = [first, second].map(({ headers }) => String(headers['set-cookie'] ?? ''))
    if (cookies[0] !== '') expect(cookies[1], at).not.toBe(cookies[0])
    // A feed has no form; every page of hers has her own.
    if (path !== '/feed.atom') expect((await through(at, own(alice))).text, at).toContain(alice.token)
  }
})

it('abuse 55: no person’s page is kept as a file by an address that looks like one', async () => {
  for (const path of ['/me', '/desk', `/problems/${slug}`]) {
    for (const at of disguised(path)) {
      const hers = await through(at, own(alice))
      if (hers.status === 200) expect(String(hers.headers['cache-control']), at).toMatch(/no-store/)
      expect(
        hersIn((await through(at)).text).filter((one) => one !== 'name="form-token"'),
        at,
      ).toEqual([])
    }
  }
})

it('abuse 55: headers that belong to no key change nothing for who comes after', async () => {
  const odd = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-scheme': 'http',
    'x-original-url': '/en/testhavn/me',
    'x-rewrite-url': '/en/testhavn/me',
    'x-http-method-override': 'POST',
    'accept-language': 'da',
    'hx-request': 'true',
    'x-island': '1',
    'user-agent': '<script>',
    origin: 'https://evil.example',
    range: 'bytes=0-3',
  }
  for (const at of [
    '/',
    '/testhavn',
    '/en/testhavn',
    '/en/testhavn/problems',
    `/en/testhavn/problems/${slug}`,
    '/da/testhavn',
  ]) {
    const plain = await fetch(`http://127.0.0.1:${listening.port}${at}`, {
      headers: { 'accept-language': 'en' },
      redirect: 'manual',
    })
    const before = withoutTokens(await plain.text())
    for (const [name, value] of Object.entries(odd)) {
      await through(at, { [name]: value })
      const after = await through(at)
      expect(after.status, `${at} ${name}`).toBe(plain.status)
      expect(withoutTokens(after.text), `${at} ${name}`).toBe(before)
      expect(String(after.headers['location'] ?? ''), `${at} ${name}`).toBe(plain.headers.get('location') ?? '')
    }
  }
})

const withoutTokens = (html: string): string => html.replaceAll(/name="form-token" value="[^"]+"/g, '')
