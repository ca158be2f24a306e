import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Read } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import * as commands from './commands.ts'
import { savesOf } from './saves/store.ts'
import * as store from './store.ts'
import { draftingIn, type Drafting } from './testing.ts'
import { retellMandate } from './told.ts'

/** Writing a mandate: sections, models, and what sources tell. */

let home: TestDatabase
let database: Database
let town: Town
let read: Read
let d: Drafting

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  read = database.read(town.place.id)
  d = draftingIn(database, town)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

it('nobody saves over words she has not seen, and two write in different sections at once', async () => {
  const at = await d.sponsored()
  const base = d.whole()
  const { chen, dora, emil } = town.people
  await d.save(at, base)
  const hers = { ...base, tasks: 'A plan.' }
  expect(await d.save(at, hers, { as: dora, seen: 1 })).toMatchObject({ value: { saved: ['task'], conflicts: [] } })
  // Chen saw the first save: her time is put in, Dora's tasks stay though Chen's form still has the old ones.
  expect(await d.save(at, { ...base, meetings: 9 }, { as: chen, seen: 1 })).toMatchObject({
    value: { saved: ['time'], conflicts: [] },
  })
  expect(await store.latestMandate(read, at.problem)).toMatchObject({ tasks: 'A plan.', meetings: 9, revision: 3 })
  expect(await d.save(at, { ...base, tasks: 'Another.' }, { as: chen, seen: 1 })).toMatchObject({
    value: { saved: [], conflicts: ['task'] },
  })
  expect(await store.latestMandate(read, at.problem)).toMatchObject({ tasks: 'A plan.', revision: 3 })
  expect(await d.save(at, base, { as: emil, seen: 3 })).toEqual({ ok: false, refusal: 'not-yours-to-write' })
  const saves = await savesOf(read, (await store.latestMandate(read, at.problem))?.id ?? newId('mandate'))
  expect(saves.at(-1)).toMatchObject({ section: 'time', by: chen.account, isStaff: true })
  expect(saves.find(({ section, revision }) => section === 'task' && revision === 2)).toMatchObject({ isStaff: false })
})

it('begins from a model and keeps the words', async () => {
  const at = await d.sponsored()
  expect(
    await commands.applyPreset(database, town.people.chen, { slug: at.slug, name: 'ireland', typed: null }),
  ).toEqual({
    ok: true,
    value: null,
  })
  const draft = await store.latestMandate(read, at.problem)
  expect(draft).toMatchObject({
    presetName: 'ireland',
    politicians: 33,
    citizens: 66,
    answerRule: { count: 4, unit: 'months' },
  })
  expect(draft?.question).toBe('What shall become of the gasworks?')
})

it('tells a mandate from sources: unknown stays unknown', async () => {
  const at = await d.sponsored()
  await database.transact(town.place.id, null, (tx) =>
    retellMandate(tx, {
      problem: at.problem,
      question: 'Eight named matters',
      recipientBody: town.council,
      politicians: 33,
      citizens: 66,
      source: 'https://example.org',
      profiles: [{ name: 'Citizens by lot', wanted: null, description: '' }],
      adoption: {
        body: town.council,
        decidedOn: null,
        motion: 'Resolved',
        reference: '',
        votesFor: null,
        votesAgainst: null,
        abstentions: null,
        dissent: '',
        isVote: true,
      },
    }),
  )
  const told = await store.adoptedMandate(read, at.problem)
  expect(told).toMatchObject({
    state: 'adopted',
    promise: null,
    answerRule: null,
    canChange: '',
    adoptedAt: null,
    source: 'https://example.org',
  })
  expect(told?.profiles).toMatchObject([{ wanted: null }])
})
