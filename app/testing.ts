import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Id } from '@folkmoot/basics/ids.ts'
import { Client } from 'pg'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase } from '../platform/db/testing.ts'
import type { Jurisdiction } from '../platform/directory/index.ts'
import { openFileStore } from '../platform/files/index.ts'
import { formTokenOf, newToken } from '../platform/http/index.ts'
import { openSession } from '../platform/identity/index.ts'
import { openOutgoing } from '../platform/outgoing/index.ts'
import { openEid, type Provider } from '../platform/identity/oidc/index.ts'
import type { BuiltFiles } from './assets.ts'
import { bind } from './bindings.ts'
import { formCookie, sessionCookie } from './cookies.ts'
import type { House } from './house.ts'
import { openKeptPages } from './kept-pages.ts'
import { openPlaces } from './places.ts'
import { openPressedTwice } from './pressed-twice.ts'
import { web } from './web.ts'

/** A house without a network: requests go straight to the table of addresses. */
export type TestHouse = {
  readonly house: House
  readonly database: Database
  /** The database's address as its owner, for the command line. */
  readonly url: string
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
  /** A browser of somebody signed in at this place, or of a visitor when there is no account. */
  readonly browser: (place: Jurisdiction, account: Id<'account'> | null) => Promise<Browser>
  /** One line for each table with its rows and who wrote them last: two equal prints mean that nothing was written. */
  readonly print: () => Promise<readonly string[]>
  /** From now on it is this instant here, for pages and for the database; null: the time of the wall again. */
  readonly setClock: (at: Temporal.Instant | null) => void
  /** As the owner of the database, past all rules: to set a clock or count rows. */
  readonly asOwner: (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>
  readonly close: () => Promise<void>
}

export type Typed = Readonly<Record<string, string | readonly string[]>>

/** Paths begin behind the language and the place: `get('/problems')`. */
export type Browser = {
  readonly cookie: string
  readonly token: string
  readonly get: (path: string, lang?: string) => Promise<Page>
  /** As the page's form would send it: with the token and from here, unless told otherwise. */
  readonly post: (
    path: string,
    typed?: Typed,
    lang?: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Page>
}

export type Page = {
  readonly status: number
  readonly html: string
  readonly to: string | null
  readonly headers: Headers
}

export const testOrigin = 'http://localhost:3000'

const noFiles: BuiltFiles = { assetsFor: () => ({ css: [], js: [], fonts: [] }), read: async () => undefined }

/** `template` names another database to begin with than the one that is migrated and empty. */
export async function openTestHouse(
  connections = 6,
  template?: string,
  providers: readonly Provider[] = [],
): Promise<TestHouse> {
  bind()
  const home = await testDatabase(template)
  const database = openDatabase({ url: home.url, connections })
  let clock: Temporal.Instant | null = null
  const now = (): Temporal.Instant => clock ?? Temporal.Now.instant()
  const databaseNow = (): Database => (clock ? database.at(clock) : database)
  const dataFolder = await mkdtemp(join(tmpdir(), 'folkmoot-house-'))
  const faults: unknown[] = []
  // A connection that has met all tables prints in a tenth of the time of a new one.
  let printing: Promise<Client> | undefined
  const house: House = {
    get database() {
      return databaseNow()
    },
    now,
    places: openPlaces(database),
    assetsFor: noFiles.assetsFor,
    dataFolder,
    isDemo: false,
    hosts: new Map(),
    proxies: [],
    securityContacts: [],
    hasMailServer: true,
    origin: () => testOrigin,
    isSecure: () => false,
    pages: openKeptPages(),
    pressedTwice: openPressedTwice(),
    stepUp: { hours: 12, level: 'low' },
    files: openFileStore(join(dataFolder, 'files')),
    // A test does in a second what nobody does in an hour.
    pace: () => Promise.resolve(null),
    eid: openEid(providers, {
      ask: openOutgoing({ allowed: providers.map(({ issuer }) => issuer) }),
      report: (line) => faults.push(line),
    }),
    log: { error: (line, error) => faults.push(line, error), info: () => {} },
  }
  const hono = web(house, noFiles)
  const ask = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await hono.fetch(new Request(`${testOrigin}${path}`, { redirect: 'manual', ...init }))
    if (response.status === 500) throw new Error(`${path} broke`, { cause: faults.at(-1) })
    return response
  }
  return {
    house,
    get database() {
      return databaseNow()
    },
    setClock: (at) => {
      clock = at
    },
    url: home.url,
    ask,
    browser: async (place, account) => {
      const token = account ? await openSessionFor(database, place, account) : newToken()
      return browserOf(ask, place, `${account ? sessionCookie(place.slug, false) : formCookie(false)}=${token}`)
    },
    print: async () => printOf(await (printing ??= connected(home.url))),
    asOwner: (sql, values = []) =>
      withOwner(home.url, async (client) => (await client.query<Record<string, unknown>>(sql, [...values])).rows),
    close: async () => {
      await database.close()
      await (await printing)?.end()
      await home.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function openSessionFor(database: Database, place: Jurisdiction, account: Id<'account'>): Promise<string> {
  return (await database.transact(place.id, null, (tx) => openSession(tx, account, { means: 'testing' }))).token
}

/** A browser with this cookie at this place; the cookie may be another place's. */
export function browserOf(ask: TestHouse['ask'], place: Jurisdiction, cookie: string): Browser {
  const token = formTokenOf(cookie.slice(cookie.indexOf('=') + 1))
  const at = (path: string, lang: string): string => `/${lang}/${place.slug}${path}`
  return {
    cookie,
    token,
    get: async (path, lang = 'en') => pageOf(await ask(at(path, lang), { headers: { cookie } })),
    post: async (path, typed = {}, lang = 'en', headers = { origin: testOrigin, 'sec-fetch-site': 'same-origin' }) => {
      const body = new URLSearchParams()
      for (const [name, values] of Object.entries({ 'form-token': token, ...typed }))
        for (const value of [values].flat()) body.append(name, value)
      return pageOf(await ask(at(path, lang), { method: 'POST', headers: { cookie, ...headers }, body }))
    },
  }
}

async function pageOf(response: Response): Promise<Page> {
  return {
    status: response.status,
    html: await response.text(),
    to: response.headers.get('location'),
    headers: response.headers,
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}

async function withOwner<Value>(url: string, act: (client: Client) => Promise<Value>): Promise<Value> {
  const client = await connected(url)
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

/**
 * A row is another one as soon as somebody writes it, and says which transaction did: the sum over those numbers moves with whatever
 * is kept, and asks for no row's words. One statement for all tables: hundreds of tests print twice.
 */
async function printOf(client: Client): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`)
  const { rows } = await client.query<{ print: string }>(
    tables
      .map(
        ({ name }) =>
          `select '${name} ' || count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as print from ${name}`,
      )
      .join(' union all '),
  )
  return rows.map(({ print }) => print)
}

/** How a text stands in markup. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
