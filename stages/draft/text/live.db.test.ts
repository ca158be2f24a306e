import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { writeUint8Array } from 'lib0/encoding'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { hashOfToken } from '../../../platform/http/index.ts'
import { endSession } from '../../../platform/identity/index.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import * as draft from '../store.ts'
import { applyContent } from './applying.ts'
import { contentOf, rootOf, type TextContent } from './document.ts'
import { message } from './island/message.ts'
import { changeDocument, liveDocument, liveWriters } from './live-store.ts'
import { openBrowser, serveLive, signIn, until, type Browser, type LiveServer } from './testing-live.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'

let home: TestDatabase
let database: Database
let town: Town
let group: TestGroup
let server: LiveServer
const open: Browser[] = []

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})
beforeEach(async () => {
  group = await foundGroup(database, town)
  server = await serveLive(database, town, group)
})
afterEach(async () => {
  for (const browser of open.splice(0)) browser.leave()
  await server.stop()
})

async function browserOf(name: Townsperson, at?: LiveServer): Promise<Browser> {
  const session = await signIn(database, town, name)
  const browser = openBrowser(() => (at ?? server).url(session), group)
  open.push(browser)
  return browser
}

async function stored(): Promise<TextContent> {
  return contentOf((await liveDocument(database.read(town.place.id), group.problem)).doc)
}

const section = newId('section')
const clauseIds = Array.from({ length: 8 }, () => newId('clause'))
const clause = (at: number): Id<'clause'> => clauseIds[at] ?? newId('clause')
const text = (...words: readonly string[]): TextContent => ({
  sections: [
    {
      id: section,
      kind: 'recommendation',
      heading: 'Light',
      clauses: words.map((one, i) => ({ id: clause(i), text: one })),
    },
  ],
})

describe('those who write at once', () => {
  it('have the same text, and each word is stored before it is acknowledged', async () => {
    const [alice, bashir] = [await browserOf('alice'), await browserOf('bashir')]
    alice.write(text('Dark.', 'Long.'))
    await alice.kept()
    expect(await stored()).toEqual(text('Dark.', 'Long.'))
    await until(() => bashir.content().sections.length === 1)
    bashir.write(text('Dark.', 'Long and cold.'))
    alice.write(text('Dark and wet.', 'Long.'))
    await Promise.all([alice.kept(), bashir.kept()])
    await until(() => JSON.stringify(alice.content()) === JSON.stringify(bashir.content()))
    expect(alice.content()).toEqual(text('Dark and wet.', 'Long and cold.'))
    expect(await stored()).toEqual(alice.content())
    expect(server.faults).toEqual([])
  })

  it('may be at two servers, and one of them without a socket', async () => {
    const other = await serveLive(database, town, group)
    try {
      const [alice, bashir] = [await browserOf('alice'), await browserOf('bashir', other)]
      alice.write(text('Dark.', 'Long.'))
      await until(() => bashir.content().sections[0]?.clauses.length === 2)
      bashir.write(text('Dark.', 'Long and cold.'))
      await bashir.kept()
      const form = await database.transact(town.place.id, null, (tx) =>
        changeDocument(
          tx,
          { problem: group.problem, by: { account: town.people.dora.account, as: 'politician' } },
          (doc) => applyContent(doc, text('Dark.', 'Long.'), text('Dark and wet.', 'Long.')),
        ),
      )
      expect(form.ok).toBe(true)
      const whole = text('Dark and wet.', 'Long and cold.')
      for (const browser of [alice, bashir])
        await until(() => JSON.stringify(browser.content()) === JSON.stringify(whole))
      bashir.leave()
    } finally {
      await other.stop()
    }
  })

  it('lose no acknowledged word when the server goes, and write on while it is away', async () => {
    const alice = await browserOf('alice')
    alice.write(text('Dark.'))
    await alice.kept()
    await server.stop()
    alice.write(text('Dark.', 'Written while cut off.'))
    expect(alice.wire.state()).toMatchObject({ connection: 'cut-off', refusal: null })
    expect(alice.wire.state().unkept).toBeGreaterThan(0)
    expect(await stored()).toEqual(text('Dark.'))
    server = await serveLive(database, town, group)
    await alice.kept()
    expect(await stored()).toEqual(text('Dark.', 'Written while cut off.'))
  })

  it('lose nothing when the database breaks off every connection, again and again', async () => {
    const browsers = [await browserOf('alice'), await browserOf('bashir')]
    await Promise.all(browsers.map((browser) => browser.kept()))
    const words: string[] = []
    for (let i = 0; i < 5; i += 1) {
      for (const browser of browsers) words.push(writeAWord(browser))
      await breakConnections()
      for (const browser of browsers) words.push(writeAWord(browser))
    }
    await Promise.all(browsers.map((browser) => browser.kept()))
    const { doc } = await liveDocument(database.read(town.place.id), group.problem)
    const said = JSON.stringify(rootOf(doc).toJSON())
    for (const word of words) expect(said).toContain(word)
    for (const browser of browsers) await until(() => JSON.stringify(rootOf(browser.doc).toJSON()) === said)
  })

  it('lose no word when somebody moves or takes out the clause it is written into', async () => {
    const [alice, bashir] = [await browserOf('alice'), await browserOf('bashir')]
    alice.write(text('Dark here.', 'Long.'))
    await alice.kept()
    await until(() => bashir.content().sections.length === 1)
    bashir.wire.cut()
    bashir.write(text('Dark and slippery here.', 'Long and steep.'))
    const [section] = alice.content().sections
    if (!section) throw new Error('there is one')
    alice.write({ sections: [{ ...section, clauses: section.clauses.slice(0, 1) }] })
    await alice.kept()
    bashir.wire.tryNow()
    await bashir.kept()
    const words = () => alice.content().sections.flatMap(({ clauses }) => clauses.map((one) => one.text))
    await until(() => words().length === 2)
    expect(words()).toEqual(['Dark and slippery here.', 'Long and steep.'])
    expect((await stored()).sections.flatMap(({ clauses }) => clauses.map((one) => one.text))).toEqual(words())
    expect(server.faults).toEqual([])
  })

  it('see each other under the name and role the server knows, whatever they say', async () => {
    const [dora, alice] = [await browserOf('dora'), await browserOf('alice')]
    await Promise.all([dora.kept(), alice.kept()])
    alice.awareness.setLocalState({ user: { name: 'The mayor', as: 'politician', more: 'x'.repeat(5_000) } })
    await until(() => dora.awareness.getStates().has(alice.doc.clientID))
    expect(dora.awareness.getStates().get(alice.doc.clientID)).toEqual({
      user: { name: 'Alice', as: 'citizen' },
      cursor: null,
    })
  })
})

describe('a socket is closed, in words the page can say,', () => {
  const closing = (name: Townsperson | null) =>
    signedIn(name).then((session) => {
      const browser = openBrowser(() => server.url(session), group)
      open.push(browser)
      return browser.refused()
    })
  const signedIn = async (name: Townsperson | null) => (name === null ? null : signIn(database, town, name))

  it('when nobody is signed in, and when she is no member', async () => {
    expect(await closing(null)).toBe('signed-out')
    expect(await closing('aisha')).toBe('not-a-member')
    expect(await closing('chen')).toBe('not-a-member')
  })

  it('when she signs out, when her seat ends and when the text is handed over, though she types nothing', async () => {
    const session = await signIn(database, town, 'alice')
    const [alice, bashir, dora] = [
      openBrowser(() => server.url(session), group),
      await browserOf('bashir'),
      await browserOf('dora'),
    ]
    open.push(alice)
    await Promise.all([alice.kept(), bashir.kept(), dora.kept()])
    await database.transact(town.place.id, null, (tx) => endSession(tx, hashOfToken(session)))
    expect(await alice.refused()).toBe('signed-out')
    const endTerm = (day: string | null) =>
      database.transact(town.place.id, null, (tx) =>
        sql`update directory.membership set ends_on = ${day}::date where person_id = ${town.people.dora.person}`.execute(
          tx,
        ),
      )
    await endTerm('2025-06-30')
    expect(await dora.refused()).toBe('not-a-member')
    await endTerm(null)
    await database.transact(town.place.id, null, (tx) => draft.putFrozen(tx, group.problem))
    expect(await bashir.refused()).toBe('handed-over')
  })

  it('when she writes after the hand-over, and nothing of it is kept or passed on', async () => {
    await server.stop()
    server = await serveLive(database, town, group, 600_000)
    const [alice, bashir] = [await browserOf('alice'), await browserOf('bashir')]
    alice.write(text('Dark.'))
    await alice.kept()
    await until(() => bashir.content().sections.length === 1)
    await database.transact(town.place.id, null, (tx) => draft.putFrozen(tx, group.problem))
    alice.write(text('Dark and too late.'))
    expect(await alice.refused()).toBe('handed-over')
    expect(alice.wire.state().unkept).toBeGreaterThan(0)
    expect(alice.content()).toEqual(text('Dark and too late.'))
    expect(await stored()).toEqual(text('Dark.'))
    expect(bashir.content()).toEqual(text('Dark.'))
  })

  it('when she writes under the number of somebody else', async () => {
    const alice = await browserOf('alice')
    alice.write(text('Dark.'))
    await alice.kept()
    const bashir = await browserOf('bashir')
    await until(() => bashir.content().sections.length === 1)
    bashir.doc.clientID = alice.doc.clientID
    bashir.write(text('Not dark at all.'))
    expect(await bashir.refused()).toBe('not-yours')
    expect(await stored()).toEqual(text('Dark.'))
    expect(alice.content()).toEqual(text('Dark.'))
    const writers = await liveWriters(database.read(town.place.id), group.problem)
    expect(writers).toEqual(new Map([[alice.doc.clientID, { account: town.people.alice.account, as: 'citizen' }]]))
  })

  it('when a stranger sends on and never leaves: she is cut off, where her megabytes were kept for half a minute', async () => {
    const stranger = new WebSocket(server.url(null))
    await new Promise((opened) => stranger.once('open', opened))
    // She reads nothing, so she never hears that she is sent away.
    stranger.pause()
    const update = message(group.problem, 2, (encoder) => writeUint8Array(encoder, new Uint8Array(100_000)))
    for (let i = 0; i < 20; i += 1) stranger.send(update)
    await until(() => server.held() === 0, 15_000)
    stranger.terminate()
  })

  it('when she sends more than an update may hold', async () => {
    const alice = await browserOf('alice')
    await alice.kept()
    rootOf(alice.doc).push([new Y.XmlText('x'.repeat(1_049_000))])
    expect(await alice.refused()).toBe('too-large')
    const bashir = await browserOf('bashir')
    await bashir.kept()
    rootOf(bashir.doc).push([new Y.XmlText('x'.repeat(5_000_000))])
    expect(await bashir.refused()).toBe('too-large')
    expect((await stored()).sections).toEqual([])
  })

  it('when she sends without end', async () => {
    const alice = await browserOf('alice')
    await alice.kept()
    const question = message(group.problem, 3, () => {})
    for (let i = 0; i < 300; i += 1) alice.send(question)
    await until(() => alice.wire.state().connection === 'cut-off')
    await alice.kept()
  })

  it('when what she sends is nothing, and the others write on', async () => {
    const bashir = await browserOf('bashir')
    await bashir.kept()
    const session = await signIn(database, town, 'alice')
    for (const garbage of [
      [255, 255, 255],
      [0],
      [3, 65, 66, 67, 0, 2, 3, 9, 9, 9],
      Array.from({ length: 99 }, (_, i) => i),
    ]) {
      const socket = new WebSocket(server.url(session))
      await new Promise((opened) => socket.once('open', opened))
      socket.send(new Uint8Array(garbage))
      socket.close()
      await new Promise((closed) => socket.once('close', closed))
    }
    bashir.write(text('Dark.'))
    await bashir.kept()
    expect(await stored()).toEqual(text('Dark.'))
  })

  it('and a document of another case is not given to her', async () => {
    const elsewhere = await foundGroup(database, town)
    const session = await signIn(database, town, 'alice')
    const alice = openBrowser(() => server.url(session), elsewhere)
    open.push(alice)
    expect(await alice.refused()).toBe('unreadable')
  })
})

it('in whatever order people write, are cut off and come back, all have the same text and every word of it is stored', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ who: fc.nat({ max: 2 }), step: fc.constantFrom('write', 'write', 'cut', 'back', 'wait') }), {
        minLength: 5,
        maxLength: 25,
      }),
      async (steps) => {
        const browsers = [await browserOf('alice'), await browserOf('bashir'), await browserOf('dora')]
        await Promise.all(browsers.map((browser) => browser.kept()))
        const words: string[] = []
        for (const { who, step } of steps) {
          const browser = browsers[who]
          if (!browser) continue
          if (step === 'write') words.push(writeAWord(browser))
          if (step === 'cut') browser.wire.cut()
          if (step === 'back') browser.wire.tryNow()
          if (step === 'wait') await new Promise((later) => setTimeout(later, 5))
        }
        for (const browser of browsers) browser.wire.tryNow()
        await Promise.all(browsers.map((browser) => browser.kept()))
        const { doc } = await liveDocument(database.read(town.place.id), group.problem)
        const said = JSON.stringify(rootOf(doc).toJSON())
        for (const word of words) expect(said).toContain(word)
        for (const browser of browsers) await until(() => JSON.stringify(rootOf(browser.doc).toJSON()) === said)
        for (const browser of browsers) browser.leave()
      },
    ),
    { numRuns: 15, endOnFailure: true },
  )
  expect(server.faults).toEqual([])
})

async function breakConnections(): Promise<void> {
  const owner = new Client({ connectionString: home.url })
  await owner.connect()
  await owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await owner.end()
}

let spoken = 0
function writeAWord(browser: Browser): string {
  spoken += 1
  const word = `word${spoken}.`
  const root = rootOf(browser.doc)
  root.insert(spoken % (root.length + 1), [new Y.XmlText(word)])
  return word
}
