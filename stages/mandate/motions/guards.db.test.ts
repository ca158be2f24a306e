import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { confirmResolution, putResolution } from '../../../platform/directory/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import * as store from '../store.ts'
import { draftingIn, type Drafting, type MandateCase } from '../testing.ts'
import { withdrawMotion } from './commands.ts'
import { putLowering, putWithdrawal } from './store.ts'

/** The last guard of motions is the database: each of these rows is written past the rules. */

let home: TestDatabase
let database: Database
let town: Town
let d: Drafting

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  d = draftingIn(database, town)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

async function draftOf({ problem }: MandateCase): Promise<store.Mandate> {
  const draft = await store.latestMandate(database.read(town.place.id), problem)
  if (!draft) throw new Error('no draft')
  return draft
}

/** A carried vote on the draft, as a chair confirms it. */
function confirmedVote(draft: store.Mandate): Promise<Id<'resolution'>> {
  return database.transact(town.place.id, null, async (tx) => {
    const { chen, dora } = town.people
    const { rows } = await sql<{ today: Temporal.PlainDate }>`
      select (clock_timestamp() at time zone 'Europe/Copenhagen')::date as today`.execute(tx)
    const id = await putResolution(tx, {
      body: town.council,
      about: { kind: 'mandate', id: draft.id },
      motion: 'Adopt it',
      decidedOn: rows[0]?.today ?? null,
      reference: 'Item 7',
      votesFor: 2,
      votesAgainst: 1,
      abstentions: 0,
      isCarried: true,
      dissent: '',
      draftedBy: chen.account,
      source: null,
    })
    await confirmResolution(tx, id, dora.account ?? ('' as never))
    return id
  })
}

/** Puts the vote where only a waiting record belongs, and the draft in force by it. */
function adopt(draft: store.Mandate, resolution: Id<'resolution'>) {
  return database.transact(town.place.id, null, async (tx) => {
    await store.setPending(tx, draft.id, resolution)
    await store.adopt(tx, { id: draft.id, problem: draft.problem, resolution, at: tx.now })
  })
}

async function whole(changes: Partial<ReturnType<Drafting['whole']>> = {}): Promise<MandateCase> {
  const at = await d.sponsored()
  await d.save(at, { ...d.whole(), ...changes })
  await d.answer(at)
  return at
}

it('a motion that was withdrawn adopts nothing, even where it was confirmed past the rules', async () => {
  const at = await whole()
  await d.draftVote(at)
  const { id, pendingResolution: resolution } = await draftOf(at)
  if (resolution === null) throw new Error('nothing waits')
  const { chen, dora } = town.people
  await withdrawMotion(database, chen, { slug: at.slug, resolution, reason: 'A number was wrong.' })
  await database.transact(town.place.id, null, (tx) => confirmResolution(tx, resolution, dora.account ?? ('' as never)))
  await expect(adopt(await draftOf(at), resolution)).rejects.toThrow(`the motion on mandate ${id} was withdrawn`)
  expect(await store.adoptedMandate(database.read(town.place.id), at.problem)).toBeUndefined()
})

it('what a body has confirmed is not withdrawn', async () => {
  const at = await whole()
  const draft = await draftOf(at)
  const resolution = await confirmedVote(draft)
  const by = town.people.chen.account ?? ('' as never)
  const late = database.transact(town.place.id, null, (tx) =>
    putWithdrawal(tx, { resolution, mandate: draft.id, reason: 'Late.', by }),
  )
  await expect(late).rejects.toThrow(`resolution ${resolution} is confirmed and cannot be withdrawn`)
})

it('no version promises less than the one before without a reason on record; with one it does', async () => {
  const at = await d.adopted()
  await d.save(at, { ...d.whole(), promise: 'inform' })
  const draft = await draftOf(at)
  const resolution = await confirmedVote(draft)
  await expect(adopt(draft, resolution)).rejects.toThrow(`mandate ${draft.id} promises less without a reason`)
  const read = database.read(town.place.id)
  expect(await store.adoptedMandate(read, at.problem)).toMatchObject({ version: 1, promise: 'collaborate' })
  await database.transact(town.place.id, null, (tx) =>
    putLowering(tx, { resolution, mandate: draft.id, reason: 'The law changed.' }),
  )
  await adopt(draft, resolution)
  expect(await store.adoptedMandate(read, at.problem)).toMatchObject({ version: 2, promise: 'inform' })
})

it('a version that promises as much or more needs no reason', async () => {
  for (const promise of ['collaborate', 'empower'] as const) {
    const at = await d.adopted()
    await d.save(at, { ...d.whole(), promise })
    const draft = await draftOf(at)
    await adopt(draft, await confirmedVote(draft))
    expect(await store.adoptedMandate(database.read(town.place.id), at.problem)).toMatchObject({ version: 2, promise })
  }
})
