import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { contentOf, type TextContent } from '../stages/draft/text/document.ts'
import { liveDocument } from '../stages/draft/text/live-store.ts'
import { openBrowser, signIn, until, type Browser } from '../stages/draft/text/testing-live.ts'
import { foundGroup, type TestGroup } from '../stages/arena/testing.ts'
import { times } from './how-often.ts'
import {
  answers,
  databaseProcesses,
  guardianOf,
  killPrograms,
  newDataFolder,
  open,
  signalAll,
  urlIn,
  type Ground,
  type Program,
} from './program.ts'

/**
 * kill -9 while ten people write in one text: every acknowledged word is there, also of those who are gone for good; those who
 * stay come back by themselves and have the same text. On the program as it is shipped.
 */

const killsOfApplication = times({ promised: 5, usual: 2 })
const killsOfDatabase = times({ promised: 3, usual: 2 })
const isGiven = Boolean(process.env.DATABASE_URL)
const { data, remove } = newDataFolder()

let given: TestDatabase | undefined
let ground: Ground
let program: Program
let database: Database
let town: Town
let group: TestGroup
const tokens = new Map<Townsperson, string>()
const members = ['alice', 'bashir', 'dora'] as const

beforeAll(async () => {
  given = isGiven ? await testDatabase() : undefined
  ground = { data, databaseUrl: given?.url }
  program = await open(ground)
  database = openDatabase({ url: given?.url ?? urlIn(data, 'folkmoot') })
  town = await foundTown(database, 'testhavn')
  group = await foundGroup(database, town)
  for (const name of members) tokens.set(name, await signIn(database, town, name))
})

afterEach(() => {
  for (const writer of writers.splice(0)) writer.browser.leave()
})

afterAll(async () => {
  await database.close()
  killPrograms()
  await given?.drop()
  remove()
})

type Writer = {
  readonly name: string
  readonly browser: Browser
  readonly text: Y.XmlText
  readonly words: string[]
  /** How many of her words she was told are kept. */
  kept: number
}

const writers: Writer[] = []
const expected: string[] = []
let born = 0

/** Somebody's browser; the server's address is asked for anew each time she comes back. */
function browserOf(member: Townsperson, of: TestGroup): Browser {
  const at = `/en/testhavn/problems/${of.slug}/draft/live`
  return openBrowser(
    () => `ws://127.0.0.1:${program.port}${at}`,
    of,
    () => ({
      origin: `http://localhost:${program.port}`,
      cookie: `folkmoot-testhavn=${tokens.get(member)}`,
    }),
  )
}

/** Somebody with a place of her own in the text. */
function newWriter(): Writer {
  born += 1
  const browser = browserOf(members[born % members.length] ?? 'alice', group)
  const text = new Y.XmlText()
  browser.doc.getXmlFragment('text').push([text])
  return { name: `w${born}`, browser, text, words: [], kept: 0 }
}

function write(writer: Writer): void {
  if (writer.browser.wire.state().unkept === 0) writer.kept = writer.words.length
  const word = `${writer.name}-${writer.words.length}.`
  writer.text.insert(writer.text.length, word)
  writer.words.push(word)
}

async function writeFor(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    for (const writer of writers) write(writer)
    await sleep(10)
  }
}

/** Two of them are gone for good, whatever they had not sent with them. */
function twoLeave(): void {
  for (const gone of writers.splice(0, 2)) {
    expected.push(...gone.words.slice(0, gone.kept))
    gone.browser.leave()
  }
}

async function expectEveryWord(): Promise<void> {
  await Promise.all(writers.map(({ browser }) => browser.kept()))
  const { doc } = await liveDocument(database.read(town.place.id), group.problem)
  const whole = JSON.stringify(doc.getXmlFragment('text').toJSON())
  const all = [...expected, ...writers.flatMap(({ words }) => words)]
  expect(all.filter((word) => !whole.includes(word))).toEqual([])
  const [first] = writers
  if (!first) throw new Error('somebody writes')
  for (const { browser } of writers)
    await until(() => JSON.stringify(browser.doc.getXmlFragment('text').toJSON()) === whole)
  expect(all.length).toBeGreaterThan(100)
}

it(`keeps every acknowledged word when the application is killed ${killsOfApplication} times`, async () => {
  for (let round = 0; round < killsOfApplication; round += 1) {
    while (writers.length < 10) writers.push(newWriter())
    await Promise.all(writers.map(({ browser }) => browser.kept()))
    await writeFor(300 + round * 40)
    program.kill('SIGKILL')
    await program.ended
    twoLeave()
    await writeFor(100)
    program = await open(ground)
  }
  expect(expected.length).toBeGreaterThan(killsOfApplication)
  await expectEveryWord()
})

it.skipIf(isGiven)(`keeps every acknowledged word when the database is killed ${killsOfDatabase} times`, async () => {
  for (let round = 0; round < killsOfDatabase; round += 1) {
    while (writers.length < 10) writers.push(newWriter())
    await Promise.all(writers.map(({ browser }) => browser.kept()))
    await writeFor(300)
    signalAll([round % 2 === 0 ? null : guardianOf(data), ...databaseProcesses(data)], 'SIGKILL')
    twoLeave()
    await writeFor(300)
    await answers(program)
  }
  await expectEveryWord()
})

it('brings back at the start what a killed server had stored, and somebody else had taken along unseen', async () => {
  const other = await foundGroup(database, town)
  const [alice, bashir] = [browserOf('alice', other), browserOf('bashir', other)]
  const ids = { section: newId('section'), stays: newId('clause'), goes: newId('clause') }
  alice.write(textOf(ids, 'Long.'))
  await alice.kept()
  await until(() => bashir.content().sections.length === 1)
  bashir.wire.cut()
  bashir.write(textOf(ids, 'Long and steep.'))
  alice.write(textOf(ids, ''))
  await alice.kept()
  const logged = await lengthOfLog(other)
  // Nothing is brought back while somebody else holds the table in which it is noted.
  const holder = new Client({ connectionString: given?.url ?? urlIn(data, 'folkmoot') })
  await holder.connect()
  await holder.query('begin; lock table draft.live_returned in share mode')
  bashir.wire.tryNow()
  while ((await lengthOfLog(other)) === logged) await sleep(20)
  await sleep(200)
  program.kill('SIGKILL')
  await program.ended
  for (const browser of [alice, bashir]) browser.leave()
  await holder.query('rollback')
  await holder.end()
  expect(await wordsOf(other), 'stored, and nowhere to be read').toEqual(['Dark here.'])
  program = await open(ground)
  while ((await wordsOf(other)).length === 1) await sleep(50)
  expect(await wordsOf(other)).toEqual(['Dark here.', expect.stringContaining('steep')])
  const again = browserOf('dora', other)
  await again.kept()
  expect(await wordsOf(other), 'once').toHaveLength(2)
  again.leave()
})

type Ids = { readonly section: Id<'section'>; readonly stays: Id<'clause'>; readonly goes: Id<'clause'> }

/** A clause that stays and one that says this; none where it says nothing. */
function textOf({ section, stays, goes }: Ids, words: string): TextContent {
  const clauses = [{ id: stays, text: 'Dark here.' }, ...(words === '' ? [] : [{ id: goes, text: words }])]
  return { sections: [{ id: section, kind: 'recommendation', heading: 'Light', clauses }] }
}

async function wordsOf({ problem }: TestGroup): Promise<readonly string[]> {
  const { doc } = await liveDocument(database.read(town.place.id), problem)
  return contentOf(doc).sections.flatMap(({ clauses }) => clauses.map(({ text }) => text))
}

async function lengthOfLog({ problem }: TestGroup): Promise<number> {
  return (await liveDocument(database.read(town.place.id), problem)).seq
}
