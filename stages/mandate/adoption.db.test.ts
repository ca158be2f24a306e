import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Read } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { putResolution, resolutionsAbout } from '../../platform/directory/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { problemBySlug } from '../problem/index.ts'
import * as adoption from './adoption.ts'
import * as store from './store.ts'
import { draftingIn, type Drafting } from './testing.ts'

/** A body adopts a mandate by its recorded vote on this very text, and in no other way. */

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

it('adopts a complete mandate by the body’s recorded vote, and only then', async () => {
  const at = await d.sponsored()
  expect(await d.save(at, d.whole())).toMatchObject({ ok: true, value: { conflicts: [] } })
  await d.answer(at)
  expect(await d.draftVote(at)).toEqual({ ok: true, value: null })
  expect(await store.adoptedMandate(read, at.problem)).toBeUndefined()
  expect(await d.confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
  const mandate = await store.adoptedMandate(read, at.problem)
  expect(mandate).toMatchObject({
    version: 1,
    state: 'adopted',
    minGenderShare: 0.4,
    answerRule: { count: 40, unit: 'working-days' },
    pendingResolution: null,
  })
  expect(mandate?.startsOn?.toString()).toBe('2027-01-01')
  expect(mandate?.matters).toEqual(d.whole().matters)
  expect(mandate?.profiles).toMatchObject([{ name: 'Neighbour', wanted: 2 }])
  const [resolution] = await resolutionsAbout(read, mandate ? [mandate.id] : [])
  expect(resolution).toMatchObject({ reference: 'Item 7', votesFor: 2, confirmedBy: town.people.dora.account })
  expect(await d.kinds(at)).toEqual(
    expect.arrayContaining([
      'mandate.draft-saved',
      'mandate.gate-answered',
      'mandate.adoption-drafted',
      'mandate.adopted',
    ]),
  )
})

it('refuses an incomplete mandate, with the list of what is missing, and the database refuses it too', async () => {
  const at = await d.sponsored()
  await d.save(at, { ...d.whole(), outOfScope: '', answerRule: null })
  await d.answer(at)
  expect(await d.draftVote(at)).toEqual({ ok: false, refusal: 'incomplete' })
  const draft = await store.latestMandate(read, at.problem)
  const force = database.transact(town.place.id, null, (tx) =>
    sql`update mandate.mandate set state = 'adopted' where id = ${draft?.id}`.execute(tx),
  )
  await expect(force).rejects.toThrow('vote on this text')
})

it('no body votes on a day before the text, or on one when nobody sat in it', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  const long = Temporal.PlainDate.from('1950-01-01')
  expect(await d.draftVote(at, { decidedOn: long, votesFor: 900 })).toEqual({ ok: false, refusal: 'vote-before-text' })
  const id = (await store.latestMandate(read, at.problem))?.id ?? newId('mandate')
  const forged = (decidedOn: Temporal.PlainDate, votesFor: number) =>
    database.transact(town.place.id, null, async (tx) => {
      const resolution = await putResolution(tx, {
        body: town.council,
        about: { kind: 'mandate', id } as const,
        draftedBy: town.people.chen.account,
        source: null,
        motion: 'Adopt it',
        reference: '7',
        dissent: '',
        isCarried: true,
        decidedOn,
        votesFor,
        votesAgainst: 0,
        abstentions: 0,
      })
      await store.setPending(tx, id, resolution)
      await sql`update directory.resolution set confirmed_by = ${town.people.dora.account}, confirmed_at = now()
        where id = ${resolution}`.execute(tx)
      await store.adopt(tx, { id, problem: at.problem, resolution, at: tx.now })
    })
  await expect(forged(long, 900)).rejects.toThrow('nobody sat')
  await expect(forged(Temporal.PlainDate.from('2026-01-14'), 2)).rejects.toThrow('older than its text')
})

it('a lost vote adopts nothing and stays on record; the draft can be voted on again', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  await d.draftVote(at, { votesFor: 1, votesAgainst: 2, isCarried: false })
  expect(await d.confirm(at)).toEqual({ ok: true, value: { isAdopted: false } })
  expect(await store.latestMandate(read, at.problem)).toMatchObject({ state: 'draft', pendingResolution: null })
  expect(await d.kinds(at)).toContain('mandate.rejected')
  expect(await d.draftVote(at)).toEqual({ ok: true, value: null })
  expect(await d.confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
})

it('a text changed after the vote needs a new vote', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  await d.draftVote(at)
  await d.save(at, { ...d.whole(), tasks: 'Something else.' }, { seen: 1 })
  expect(await d.confirm(at)).toEqual({ ok: false, refusal: 'nothing-to-confirm' })
})

it('a vote is on the text the recorder has read, and whoever wrote its record does not confirm it', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  await d.save(at, { ...d.whole(), tasks: 'Something else.' }, { seen: 1 })
  expect(await d.draftVote(at, { seen: 1 })).toEqual({ ok: false, refusal: 'text-changed' })
  expect(await d.draftVote(at, {}, town.people.dora)).toEqual({ ok: true, value: null })
  expect(await d.confirm(at)).toEqual({ ok: false, refusal: 'own-record' })
})

it('the database adopts nothing without a confirmed vote on this very text and a passed gate', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  await d.draftVote(at)
  const draft = await store.latestMandate(read, at.problem)
  const resolution = draft?.pendingResolution
  if (!draft || !resolution) throw new Error('nothing waits')
  const byHand = (set: string) => database.transact(town.place.id, null, (tx) => sql.raw(`update ${set}`).execute(tx))
  const adopting = `mandate.mandate set state = 'adopted', pending_resolution_id = null, adopted_at = now()`
  const where = `where id = '${draft.id}'`
  await expect(byHand(`${adopting}, resolution_id = '${resolution}' ${where}`)).rejects.toThrow('vote on this text')
  await expect(byHand(`mandate.mandate set question = 'Another?' ${where}`)).rejects.toThrow('waiting vote')
  const { chen, dora, emil } = town.people
  const confirming = (by: Actor) =>
    byHand(`directory.resolution set confirmed_by = '${by.account}', confirmed_at = now() where id = '${resolution}'`)
  await expect(confirming(chen)).rejects.toThrow('cannot confirm')
  await expect(confirming(emil)).rejects.toThrow('only the chair')
  await expect(byHand(`directory.resolution set votes_for = 3 where id = '${resolution}'`)).rejects.toThrow('frozen')
  await confirming(dora)
  await expect(byHand(`directory.resolution set confirmed_by = null where id = '${resolution}'`)).rejects.toThrow(
    'frozen',
  )
  await expect(byHand(`${adopting}, question = 'Another?', resolution_id = '${resolution}' ${where}`)).rejects.toThrow(
    'vote on this text',
  )
  await byHand(`mandate.gate_answer set is_yes = false where mandate_id = '${draft.id}' and question = 'timing-fits'`)
  await expect(byHand(`${adopting}, resolution_id = '${resolution}' ${where}`)).rejects.toThrow('passed the gate')
})

it('the chair confirms only the record on her page', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  await d.draftVote(at)
  const seen = (await store.latestMandate(read, at.problem))?.pendingResolution ?? undefined
  await d.draftVote(at, { votesFor: 3, votesAgainst: 0 })
  expect(
    await adoption.confirmAdoption(database, town.people.dora, { slug: at.slug, place: town.place, resolution: seen }),
  ).toEqual({
    ok: false,
    refusal: 'nothing-to-confirm',
  })
})

it('a mandate without an open question is not adopted, by the rule or by the database', async () => {
  const at = await d.sponsored()
  const [, fixed] = d.whole().matters
  await d.save(at, { ...d.whole(), matters: fixed ? [fixed] : [] })
  await d.answer(at)
  expect(await d.draftVote(at)).toEqual({ ok: false, refusal: 'incomplete' })
  await d.save(at, d.whole(), { seen: 1 })
  await d.draftVote(at)
  const draft = await store.latestMandate(read, at.problem)
  const byHand = database.transact(town.place.id, null, async (tx) => {
    await sql`delete from mandate.matter where mandate_id = ${draft?.id} and room = 'together'`.execute(tx)
    await sql`update directory.resolution set confirmed_by = ${town.people.dora.account}, confirmed_at = now()
      where id = ${draft?.pendingResolution}`.execute(tx)
    await store.adopt(tx, {
      id: draft?.id ?? newId('mandate'),
      problem: at.problem,
      resolution: draft?.pendingResolution ?? null,
      at: tx.now,
    })
  })
  await expect(byHand).rejects.toThrow('no question open')
})

it('is changed by the same body only; the old version stays in force meanwhile; a lower promise is a fact of its own', async () => {
  const at = await d.adopted()
  const first = await store.adoptedMandate(read, at.problem)
  const terms = { ...d.whole(), profiles: first?.profiles ?? [], promise: 'consult' as const }
  await d.save(at, terms, { as: town.people.dora })
  expect(await store.adoptedMandate(read, at.problem)).toMatchObject({ version: 1, promise: 'collaborate' })
  expect(await d.draftVote(at, { body: town.committee })).toEqual({ ok: false, refusal: 'other-body' })
  expect(await d.draftVote(at)).toEqual({ ok: false, refusal: 'lowered-without-reason' })
  await d.draftVote(at, { loweringReason: 'The money is gone.' })
  expect(await d.confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
  expect((await store.mandatesOf(read, at.problem)).map(({ version, state }) => [version, state])).toEqual([
    [2, 'adopted'],
    [1, 'superseded'],
  ])
  const second = await store.adoptedMandate(read, at.problem)
  expect(second?.profiles.map((profile) => profile.id)).toEqual(first?.profiles.map((profile) => profile.id))
  const lowered = (await entries(read, { problem: at.problem, limit: 100 })).find(
    (entry) => entry.kind === 'mandate.promise-lowered',
  )
  expect(lowered?.public).toEqual({
    version: 2,
    from: 'collaborate',
    to: 'consult',
    reason: 'The money is gone.',
  })
})

it('what was adopted is frozen, also for SQL', async () => {
  const at = await d.adopted()
  const id = (await store.adoptedMandate(read, at.problem))?.id
  const tamper = (statement: ReturnType<typeof sql>) =>
    database.transact(town.place.id, null, (tx) => statement.execute(tx))
  await expect(tamper(sql`update mandate.mandate set tasks = 'Other' where id = ${id}`)).rejects.toThrow('frozen')
  await expect(tamper(sql`delete from mandate.profile where mandate_id = ${id}`)).rejects.toThrow('frozen')
  await expect(tamper(sql`update mandate.gate_answer set is_yes = false where mandate_id = ${id}`)).rejects.toThrow(
    'frozen',
  )
})

it('is not found from another town', async () => {
  const at = await d.adopted()
  const elsewhere = await foundTown(database)
  expect(await problemBySlug(database.read(elsewhere.place.id), at.slug)).toBeUndefined()
  expect(await store.adoptedMandate(database.read(elsewhere.place.id), at.problem)).toBeUndefined()
  expect(await d.confirm(at, elsewhere.people.dora)).toEqual({ ok: false, refusal: 'no-such-problem' })
})
