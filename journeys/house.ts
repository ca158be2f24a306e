import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Id } from '@folkmoot/basics/ids.ts'
import { chromium, type Browser } from 'playwright-core'
import { bind } from '../app/bindings.ts'
import { sessionCookie } from '../app/cookies.ts'
import { start, type Running } from '../app/start.ts'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase } from '../platform/db/testing.ts'
import type { Jurisdiction } from '../platform/directory/index.ts'
import { openSession } from '../platform/identity/index.ts'
import type { Provider } from '../platform/identity/oidc/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

/** A whole installation for one story: a town, its pages, its worker, a real mail server and a real browser. */
export type OpenedHouse<Place> = {
  readonly running: Running
  readonly database: Database
  readonly town: Place
  readonly browser: Browser
  readonly mailTo: PostOffice['mailTo']
  /** Servers that are not ours and to which people go knowingly. */
  readonly elsewhere: readonly string[]
  readonly close: () => Promise<void>
}

export type StoryHouse = OpenedHouse<Town>

const clientFolder = fileURLToPath(new URL('../dist/client', import.meta.url))

/** A house in the test town, for a story told from its first line. */
export function openStoryHouse(providers: readonly Provider[] = []): Promise<StoryHouse> {
  return openHouse(
    async (database) => {
      const town = await foundTown(database, 'testhavn')
      await giveRule(database, town)
      return town
    },
    { isDemo: false, providers },
  )
}

type HouseOptions = { readonly isDemo: boolean; readonly providers?: readonly Provider[] }

/** A house in the town that `found` founds. */
export async function openHouse<Place>(
  found: (database: Database) => Promise<Place>,
  { isDemo, providers = [] }: HouseOptions,
): Promise<OpenedHouse<Place>> {
  bind()
  const home = await testDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'folkmoot-story-'))
  const post = await openPostOffice()
  const database = openDatabase({ url: home.url })
  const town = await found(database)
  const running = await start(
    {
      port: 0,
      host: '127.0.0.1',
      origin: null,
      databaseUrl: home.url,
      dataFolder,
      smtpUrl: post.url,
      mailFrom: 'Testhavn <town@example.org>',
      demo: isDemo,
      hosts: new Map(),
      proxies: [],
      securityContacts: [],
      eidProviders: providers,
      stepUp: { hours: 12, level: 'low' },
      role: 'both',
      logLevel: 'error',
    },
    clientFolder,
  )
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] })
  return {
    running,
    database,
    town,
    browser,
    mailTo: post.mailTo,
    elsewhere: providers.map(({ issuer }) => issuer),
    close: async () => {
      await browser.close()
      await running.stop()
      await database.close()
      await post.close()
      await home.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The cookie of somebody who has signed in. */
export async function cookieOf(
  database: Database,
  place: Jurisdiction,
  account: Id<'account'>,
): Promise<{ name: string; value: string }> {
  const { token } = await database.transact(place.id, null, (tx) => openSession(tx, account, { means: 'testing' }))
  return { name: sessionCookie(place.slug, false), value: token }
}

/** Where the bootstrap found or installed a Chromium. */
export function browserPath(): string {
  const remembered = new URL('../node_modules/.folkmoot-browser', import.meta.url)
  const path = process.env['CHROMIUM_PATH'] ?? (existsSync(remembered) ? readFileSync(remembered, 'utf8').trim() : '')
  if (!path) throw new Error('No browser: run the tests with npm test, which finds or installs one.')
  return path
}
