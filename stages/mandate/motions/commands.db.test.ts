import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Read } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { addBody } from '../../../platform/directory/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { keptCharter } from '../charter/charter.ts'
import * as store from '../store.ts'
import { draftingIn, type Drafting, type MandateCase } from '../testing.ts'
import { warningsAt } from '../warnings/store.ts'
import { withdrawMotion } from './commands.ts'
import { namedVotesOf, withdrawalsOf } from './store.ts'

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

async function waiting(): Promise<MandateCase> {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  await d.draftVote(at)
  return at
}

const pendingOf = async (at: MandateCase) =>
  (await store.latestMandate(read, at.problem))?.pendingResolution ?? undefined

async function factsOf(at: MandateCase, kind: string) {
  return (await entries(read, { problem: at.problem, limit: 100 })).filter((entry) => entry.kind === kind)
}

type Telling = { readonly data: { readonly only: readonly string[] | null; readonly message: string } }

/** Whom each notice of this kind is for. */
async function heard(message: string): Promise<readonly (readonly string[] | null)[]> {
  const { rows } = await database.queueSql(
    "select data from pgboss.job where name = 'notices.tell' order by created_on",
  )
  return (rows as readonly Telling[]).filter(({ data }) => data.message === message).map(({ data }) => data.only)
}

it('a motion is withdrawn by whoever wrote it, with a trace, and the vote can be recorded anew', async () => {
  const at = await waiting()
  const resolution = await pendingOf(at)
  const { emil, chen } = town.people
  expect(await withdrawMotion(database, emil, { slug: at.slug, resolution, reason: 'Wrong.' })).toEqual({
    ok: false,
    refusal: 'not-yours-to-withdraw',
  })
  expect(await withdrawMotion(database, chen, { slug: at.slug, resolution, reason: 'A number was wrong.' })).toEqual({
    ok: true,
    value: null,
  })
  expect(await pendingOf(at)).toBeUndefined()
  expect(await d.confirm(at)).toEqual({ ok: false, refusal: 'nothing-to-confirm' })
  const draft = await store.latestMandate(read, at.problem)
  expect(await withdrawalsOf(read, draft ? [draft.id] : [])).toMatchObject([
    { resolution, reason: 'A number was wrong.', by: chen.account },
  ])
  expect((await factsOf(at, 'mandate.motion-withdrawn')).map((fact) => fact.public)).toEqual([
    { version: 1, body: town.council, reason: 'A number was wrong.', byChair: false },
  ])
  expect(await withdrawMotion(database, chen, { slug: at.slug, resolution, reason: 'Again.' })).toEqual({
    ok: false,
    refusal: 'nothing-to-withdraw',
  })
  await d.draftVote(at)
  expect(await d.confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
})

it('nothing is withdrawn after the adoption, by the rule or by the database', async () => {
  const at = await waiting()
  const resolution = await pendingOf(at)
  await d.confirm(at)
  for (const actor of [town.people.chen, town.people.dora]) {
    expect(await withdrawMotion(database, actor, { slug: at.slug, resolution, reason: 'Late.' })).toEqual({
      ok: false,
      refusal: 'confirmed-already',
    })
  }
  expect(await store.adoptedMandate(read, at.problem)).toMatchObject({ version: 1, state: 'adopted' })
  const mandate = await store.adoptedMandate(read, at.problem)
  const force = database.transact(town.place.id, null, (tx) =>
    sql`insert into mandate.withdrawal (jurisdiction_id, resolution_id, mandate_id, reason, withdrawn_by, withdrawn_at)
      values (${town.place.id}, ${resolution}, ${mandate?.id}, 'Late.', ${town.people.chen.account}, now())`.execute(
      tx,
    ),
  )
  await expect(force).rejects.toThrow('confirmed')
})

it('a text changed after the vote voids its record, on record and told', async () => {
  const at = await waiting()
  const before = (await heard('told.motion-voided')).length
  await d.save(at, { ...d.whole(), tasks: 'Something else.' }, { as: town.people.dora, seen: 1 })
  expect((await factsOf(at, 'mandate.motion-voided')).map((fact) => fact.public)).toEqual([
    { version: 1, body: town.council },
  ])
  const told = await heard('told.motion-voided')
  expect(told.slice(before)).toEqual([[town.people.chen.account]])
})

it('the body was warned, and what it was warned of stays as it was', async () => {
  const at = await waiting()
  const resolution = await pendingOf(at)
  if (!resolution) throw new Error('nothing waits')
  const draft = await store.latestMandate(read, at.problem)
  const warned = async () => (await warningsAt(read, draft ? [draft.id] : [])).get(resolution)?.map(({ kind }) => kind)
  expect(await warned()).toContain('one-party')
  await d.confirm(at)
  expect(await warned()).toContain('one-party')
  const [drafted] = await factsOf(at, 'mandate.adoption-drafted')
  expect(drafted?.public).toMatchObject({ warnings: expect.arrayContaining(['one-party']) })
})

it('the charter is kept byte for byte, its hash stands in the fact, and the database refuses another', async () => {
  const at = await d.adopted()
  const mandate = await store.adoptedMandate(read, at.problem)
  if (!mandate) throw new Error('not adopted')
  const charter = await keptCharter(read, mandate.id)
  const [fact] = await factsOf(at, 'mandate.adopted')
  const sha256 = createHash('sha256')
    .update(charter?.json ?? '')
    .digest('hex')
  expect(fact?.public).toMatchObject({ sha256 })
  expect(JSON.parse(charter?.json ?? '')).toMatchObject({
    format: 'folkmoot-mandate/1',
    version: 1,
    bodies: { recipientBody: 'Town council' },
    terms: { question: 'What shall become of the gasworks?', matters: [{ room: 'together' }, { room: 'fixed' }] },
  })
  const lie = database.transact(town.place.id, null, (tx) =>
    sql`insert into mandate.charter (jurisdiction_id, mandate_id, json, sha256)
      values (${town.place.id}, ${mandate.id}, '{}', ${sha256})`.execute(tx),
  )
  await expect(lie).rejects.toThrow()
  const change = database.transact(town.place.id, null, (tx) =>
    sql`update mandate.charter set json = '{}' where mandate_id = ${mandate.id}`.execute(tx),
  )
  await expect(change).rejects.toThrow('permission denied')
})

it('a lowered promise is on record with its reason, which nobody takes away', async () => {
  const at = await d.adopted()
  await d.save(at, { ...d.whole(), promise: 'inform' })
  await d.draftVote(at, { loweringReason: 'The law changed.' })
  const draft = await store.latestMandate(read, at.problem)
  const forget = database.transact(town.place.id, null, (tx) =>
    sql`delete from mandate.lowering where mandate_id = ${draft?.id}`.execute(tx),
  )
  await expect(forget).rejects.toThrow('permission denied')
  await d.confirm(at)
  const [fact] = await factsOf(at, 'mandate.promise-lowered')
  expect(fact?.public).toMatchObject({ from: 'collaborate', to: 'inform', reason: 'The law changed.' })
})

it('votes by name stand with the vote, or are refused where they do not add up', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  const { dora, emil, freja } = town.people
  const named = [
    { person: dora.person, choice: 'for' as const },
    { person: emil.person, choice: 'for' as const },
    { person: freja.person, choice: 'against' as const },
  ].flatMap(({ person, choice }) => (person ? [{ person, choice }] : []))
  expect(await d.draftVote(at, { named: named.slice(1) })).toEqual({ ok: false, refusal: 'names-missing' })
  const lying = named.map(({ person }) => ({ person, choice: 'for' as const }))
  expect(await d.draftVote(at, { named: lying })).toEqual({ ok: false, refusal: 'names-do-not-count' })
  expect(await d.draftVote(at, { named })).toEqual({ ok: true, value: null })
  const draft = await store.latestMandate(read, at.problem)
  expect((await namedVotesOf(read, draft ? [draft.id] : [])).map(({ name, choice }) => [name, choice])).toEqual([
    ['Dora', 'for'],
    ['Emil', 'for'],
    ['Freja', 'against'],
  ])
})

it('a body that is neither parent nor recipient, nor above one of them, does not adopt', async () => {
  const at = await d.sponsored()
  const other = await database.transact(town.place.id, null, (tx) =>
    addBody(tx, { slug: `culture-${at.slug}`, name: 'Culture committee', kind: 'committee', parent: town.council }),
  )
  await d.save(at, d.whole())
  await d.answer(at)
  expect(await d.draftVote(at, { body: other })).toEqual({ ok: false, refusal: 'unconcerned-body' })
  expect(await store.adoptedMandate(read, at.problem)).toBeUndefined()
})
