import { newId, type Thing } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database, type Tx } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { foundTown, type Town } from '../identity/testing.ts'
import { entries } from '../ledger/index.ts'
import { hiddenAmong, hiddenThings, hide, keep, openReports, report, restore } from './index.ts'

let testing: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 4 })
})

afterAll(async () => {
  await database.close()
  await testing.drop()
})

test('a report waits until a text is hidden; a tombstone stands in its place', async () => {
  await moveIn()
  const idea = aThing()
  const { alice, bashir, gita } = town.people
  await act((tx) => report(tx, { about: idea, reason: 'Names my neighbour', by: alice.account }))
  await act((tx) => report(tx, { about: idea, reason: 'Names my neighbour!!', by: alice.account }))
  await act((tx) => report(tx, { about: idea, reason: 'Me too', by: bashir.account }))
  await act((tx) => report(tx, { about: idea, reason: 'From somebody', by: null }))
  const read = database.read(town.place.id)
  expect(await openReports(read)).toMatchObject([
    { about: idea, reason: 'Names my neighbour', by: alice.account },
    { reason: 'Me too' },
    { reason: 'From somebody', by: null },
  ])

  const hidden = await act((tx) => hide(tx, gita, { about: idea, rule: 'personal-data', reason: 'Names a person' }))
  expect(hidden.ok).toBe(true)
  expect(await openReports(read)).toEqual([])
  const stones = await hiddenAmong(read, [idea.id, newId('idea')])
  expect([...stones.keys()]).toEqual([idea.id])
  expect(stones.get(idea.id)).toMatchObject({
    rule: 'personal-data',
    reason: 'Names a person',
    role: 'facilitator',
  })
  expect(await hiddenThings(read)).toHaveLength(1)

  expect((await act((tx) => restore(tx, gita, { about: idea, reason: 'It was a shop' }))).ok).toBe(true)
  expect(await hiddenThings(read)).toEqual([])
})

test('the record says that it was done, not who wrote what and why', async () => {
  await moveIn()
  const idea = aThing()
  const { chen } = town.people
  await act((tx) => hide(tx, chen, { about: idea, rule: 'threat', reason: 'Threatens Bashir' }))
  await act((tx) => restore(tx, chen, { about: idea, reason: 'It was a quotation' }))
  const record = await entries(database.read(town.place.id))
  expect(new Map(record.map((entry) => [entry.kind, entry.public]))).toEqual(
    new Map<string, unknown>([
      ['moderation.restored', { kind: 'idea', id: idea.id, role: 'clerk' }],
      ['moderation.hidden', { kind: 'idea', id: idea.id, rule: 'threat', role: 'clerk' }],
    ]),
  )
  expect(JSON.stringify(record)).not.toMatch(new RegExp(`Bashir|quotation|${chen.account}`))
})

test('the id of a vote stays out of the record', async () => {
  await moveIn()
  const vote: Thing = { kind: 'vote', id: newId('vote') }
  await act((tx) => hide(tx, town.people.ada, { about: vote, rule: 'unlawful', reason: 'x' }))
  expect(JSON.stringify(await entries(database.read(town.place.id)))).not.toContain(vote.id)
})

test('a report without ground is settled, and that is on the record', async () => {
  await moveIn()
  const idea = aThing()
  const { alice, gita } = town.people
  expect(await act((tx) => keep(tx, gita, { about: idea, reason: 'x' }))).toEqual({
    ok: false,
    refusal: 'not-reported',
  })
  await act((tx) => report(tx, { about: idea, reason: 'I disagree with it', by: alice.account }))
  expect((await act((tx) => keep(tx, gita, { about: idea, reason: 'An opinion' }))).ok).toBe(true)
  const read = database.read(town.place.id)
  expect(await openReports(read)).toEqual([])
  expect(await entries(read)).toMatchObject([{ kind: 'moderation.kept' }])
})

test('refused acts leave no trace', async () => {
  await moveIn()
  const idea = aThing()
  const answer: Thing = { kind: 'answer', id: newId('answer') }
  const { ole, gita, chen } = town.people
  const words = { rule: 'spam', reason: 'x' } as const
  expect(await act((tx) => hide(tx, ole, { about: idea, ...words }))).toEqual({
    ok: false,
    refusal: 'not-a-moderator',
  })
  expect(await act((tx) => hide(tx, gita, { about: answer, ...words }))).toEqual({
    ok: false,
    refusal: 'official-act',
  })
  expect(await act((tx) => hide(tx, gita, { about: idea, rule: 'spam', reason: '' }))).toEqual({
    ok: false,
    refusal: 'reason-needed',
  })
  expect(await act((tx) => restore(tx, gita, { about: idea, reason: 'x' }))).toEqual({
    ok: false,
    refusal: 'not-hidden',
  })
  const read = database.read(town.place.id)
  expect(await hiddenThings(read)).toEqual([])
  expect(await entries(read)).toEqual([])

  const both = await Promise.all([gita, chen].map((actor) => act((tx) => hide(tx, actor, { about: idea, ...words }))))
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(both).toContainEqual({ ok: false, refusal: 'already-hidden' })
  expect(await entries(read)).toHaveLength(1)
})

async function moveIn(): Promise<void> {
  town = await foundTown(database)
}

function act<Value>(what: (tx: Tx) => Promise<Value>): Promise<Value> {
  return database.transact(town.place.id, null, what)
}

function aThing(): Thing {
  return { kind: 'idea', id: newId('idea') }
}
