import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Read } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { resolutionsAbout } from '../../platform/directory/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { problemBySlug, retellProblem } from '../problem/index.ts'
import * as adoption from './adoption.ts'
import * as commands from './commands.ts'
import { noGroupRules } from './group-rules.ts'
import { gateQuestions, type Terms } from './rules.ts'
import { savesOf } from './saves/store.ts'
import * as store from './store.ts'
import { retellMandate } from './told.ts'

let home: TestDatabase
let database: Database
let town: Town
let read: Read

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  read = database.read(town.place.id)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

type Case = { readonly slug: string; readonly problem: Id<'problem'> }
let cases = 0

/** A problem that Dora has taken up. */
async function sponsored(): Promise<Case> {
  cases += 1
  const slug = `gasworks-${cases}`
  const problem = await database.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug,
      question: 'What shall become of the gasworks?',
      whatHappens: 'Empty.',
      whoIsAffected: 'All',
      language: 'en',
      source: 'test',
      actors: [],
    }),
  )
  await database.transact(town.place.id, null, (tx) =>
    sql`insert into problem.sponsorship (jurisdiction_id, problem_id, person_id, words, at)
      values (${town.place.id}, ${problem}, ${town.people.dora.person}, '', now())`.execute(tx),
  )
  return { slug, problem }
}

function whole(): Terms {
  return {
    question: 'What shall become of the gasworks?',
    background: 'It stands empty.',
    tasks: 'A proposal.',
    outOfScope: 'Housing.',
    parentBody: town.committee,
    recipientBody: town.council,
    politicians: 1,
    citizens: 2,
    minGenderShare: 0.4,
    profiles: [{ id: newId('profile'), name: 'Neighbour', wanted: 2, description: 'Lives nearby' }],
    startsOn: Temporal.PlainDate.from('2027-01-01'),
    endsOn: Temporal.PlainDate.from('2027-10-01'),
    meetings: 7,
    economicFrame: 'None',
    promise: 'collaborate',
    matters: [
      {
        words: 'What is it used for?',
        room: 'together',
        why: '',
        level: '',
        money: { amount: 600_000_000, currency: 'DKK', words: 'over three years' },
        law: null,
      },
      {
        words: 'Who owns it?',
        room: 'fixed',
        why: 'The town bought it in 2024.',
        level: '',
        money: null,
        law: { kind: 'forbids', words: 'Selling before 2035', reference: 'Deed § 4' },
      },
    ],
    canChange: '',
    cannotChange: '',
    answerRule: { count: 40, unit: 'working-days' },
    group: noGroupRules,
  }
}

async function save(
  at: Case,
  terms: Terms,
  { as = town.people.chen, seen = 0 }: { readonly as?: Actor; readonly seen?: number } = {},
) {
  return commands.saveDraft(database, as, { slug: at.slug, seen, terms })
}

async function answer(at: Case, no: readonly string[] = []) {
  const answers = gateQuestions.map((question) => ({ question, isYes: !no.includes(question), reason: 'Because.' }))
  return commands.answerGate(database, town.people.dora, { slug: at.slug, answers })
}

const vote = {
  motion: 'Adopt it',
  reference: 'Item 7',
  decidedOn: Temporal.PlainDate.from('2026-01-14'),
  votesFor: 2,
  votesAgainst: 1,
  abstentions: 0,
  isCarried: true,
  dissent: '',
}

async function draftVote(at: Case, changes: Partial<adoption.AdoptionInput> = {}, as: Actor = town.people.chen) {
  return adoption.draftAdoption(database, as, {
    slug: at.slug,
    place: town.place,
    body: town.council,
    seen: (await store.latestMandate(read, at.problem))?.revision ?? 0,
    ...vote,
    ...changes,
  })
}

async function confirm(at: Case, as: Actor = town.people.dora) {
  const resolution = (await store.latestMandate(read, at.problem))?.pendingResolution ?? undefined
  return adoption.confirmAdoption(database, as, { slug: at.slug, resolution })
}

async function adopted(): Promise<Case> {
  const at = await sponsored()
  await save(at, whole())
  await answer(at)
  await draftVote(at)
  expect(await confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
  return at
}

const kinds = async (at: Case) => (await entries(read, { problem: at.problem, limit: 100 })).map((entry) => entry.kind)

it('adopts a complete mandate by the body’s recorded vote, and only then', async () => {
  const at = await sponsored()
  expect(await save(at, whole())).toMatchObject({ ok: true, value: { conflicts: [] } })
  await answer(at)
  expect(await draftVote(at)).toEqual({ ok: true, value: null })
  expect(await store.adoptedMandate(read, at.problem)).toBeUndefined()
  expect(await confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
  const mandate = await store.adoptedMandate(read, at.problem)
  expect(mandate).toMatchObject({
    version: 1,
    state: 'adopted',
    minGenderShare: 0.4,
    answerRule: { count: 40, unit: 'working-days' },
    pendingResolution: null,
  })
  expect(mandate?.startsOn?.toString()).toBe('2027-01-01')
  expect(mandate?.matters).toEqual(whole().matters)
  expect(mandate?.profiles).toMatchObject([{ name: 'Neighbour', wanted: 2 }])
  const [resolution] = await resolutionsAbout(read, mandate ? [mandate.id] : [])
  expect(resolution).toMatchObject({ reference: 'Item 7', votesFor: 2, confirmedBy: town.people.dora.account })
  expect(await kinds(at)).toEqual(
    expect.arrayContaining([
      'mandate.draft-saved',
      'mandate.gate-answered',
      'mandate.adoption-drafted',
      'mandate.adopted',
    ]),
  )
})

it('refuses an incomplete mandate, with the list of what is missing, and the database refuses it too', async () => {
  const at = await sponsored()
  await save(at, { ...whole(), outOfScope: '', answerRule: null })
  await answer(at)
  expect(await draftVote(at)).toEqual({ ok: false, refusal: 'incomplete' })
  const draft = await store.latestMandate(read, at.problem)
  const force = database.transact(town.place.id, null, (tx) =>
    sql`update mandate.mandate set state = 'adopted' where id = ${draft?.id}`.execute(tx),
  )
  await expect(force).rejects.toThrow('vote on this text')
})

it('one "no" at the gate blocks, before the vote and after it', async () => {
  const at = await sponsored()
  await save(at, whole())
  await answer(at, ['decision-is-open'])
  expect(await draftVote(at)).toEqual({ ok: false, refusal: 'incomplete' })
  await answer(at)
  await draftVote(at)
  await answer(at, ['timing-fits'])
  expect(await confirm(at)).toEqual({ ok: false, refusal: 'incomplete' })
  expect(await store.adoptedMandate(read, at.problem)).toBeUndefined()
})

it('never lets staff answer the gate or adopt', async () => {
  const at = await sponsored()
  await save(at, whole())
  const answers = gateQuestions.map((question) => ({ question, isYes: true, reason: 'Because.' }))
  expect(await commands.answerGate(database, town.people.chen, { slug: at.slug, answers })).toEqual({
    ok: false,
    refusal: 'staff-never',
  })
  await answer(at)
  await draftVote(at)
  for (const staff of [town.people.chen, town.people.gita, town.people.ada]) {
    expect(await confirm(at, staff)).toEqual({ ok: false, refusal: 'staff-never' })
  }
  expect(await confirm(at, town.people.emil)).toEqual({ ok: false, refusal: 'only-body-chair' })
})

it('a lost vote adopts nothing and stays on record; the draft can be voted on again', async () => {
  const at = await sponsored()
  await save(at, whole())
  await answer(at)
  await draftVote(at, { votesFor: 1, votesAgainst: 2, isCarried: false })
  expect(await confirm(at)).toEqual({ ok: true, value: { isAdopted: false } })
  expect(await store.latestMandate(read, at.problem)).toMatchObject({ state: 'draft', pendingResolution: null })
  expect(await kinds(at)).toContain('mandate.rejected')
  expect(await draftVote(at)).toEqual({ ok: true, value: null })
  expect(await confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
})

it('a text changed after the vote needs a new vote', async () => {
  const at = await sponsored()
  await save(at, whole())
  await answer(at)
  await draftVote(at)
  await save(at, { ...whole(), tasks: 'Something else.' }, { seen: 1 })
  expect(await confirm(at)).toEqual({ ok: false, refusal: 'nothing-to-confirm' })
})

it('a vote is on the text the recorder has read, and whoever wrote its record does not confirm it', async () => {
  const at = await sponsored()
  await save(at, whole())
  await answer(at)
  await save(at, { ...whole(), tasks: 'Something else.' }, { seen: 1 })
  expect(await draftVote(at, { seen: 1 })).toEqual({ ok: false, refusal: 'text-changed' })
  expect(await draftVote(at, {}, town.people.dora)).toEqual({ ok: true, value: null })
  expect(await confirm(at)).toEqual({ ok: false, refusal: 'own-record' })
})

it('the database adopts nothing without a confirmed vote on this very text and a passed gate', async () => {
  const at = await sponsored()
  await save(at, whole())
  await answer(at)
  await draftVote(at)
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
  const at = await sponsored()
  await save(at, whole())
  await answer(at)
  await draftVote(at)
  const seen = (await store.latestMandate(read, at.problem))?.pendingResolution ?? undefined
  await draftVote(at, { votesFor: 3, votesAgainst: 0 })
  expect(await adoption.confirmAdoption(database, town.people.dora, { slug: at.slug, resolution: seen })).toEqual({
    ok: false,
    refusal: 'nothing-to-confirm',
  })
})

it('nobody saves over words she has not seen, and two write in different sections at once', async () => {
  const at = await sponsored()
  const base = whole()
  const { chen, dora, emil } = town.people
  await save(at, base)
  const hers = { ...base, tasks: 'A plan.' }
  expect(await save(at, hers, { as: dora, seen: 1 })).toMatchObject({ value: { saved: ['task'], conflicts: [] } })
  // Chen saw the first save: her time is put in, Dora's tasks stay though Chen's form still has the old ones.
  expect(await save(at, { ...base, meetings: 9 }, { as: chen, seen: 1 })).toMatchObject({
    value: { saved: ['time'], conflicts: [] },
  })
  expect(await store.latestMandate(read, at.problem)).toMatchObject({ tasks: 'A plan.', meetings: 9, revision: 3 })
  expect(await save(at, { ...base, tasks: 'Another.' }, { as: chen, seen: 1 })).toMatchObject({
    value: { saved: [], conflicts: ['task'] },
  })
  expect(await store.latestMandate(read, at.problem)).toMatchObject({ tasks: 'A plan.', revision: 3 })
  expect(await save(at, base, { as: emil, seen: 3 })).toEqual({ ok: false, refusal: 'not-yours-to-write' })
  const saves = await savesOf(read, (await store.latestMandate(read, at.problem))?.id ?? newId('mandate'))
  expect(saves.at(-1)).toMatchObject({ section: 'time', by: chen.account, isStaff: true })
  expect(saves.find(({ section, revision }) => section === 'task' && revision === 2)).toMatchObject({ isStaff: false })
})

it('a mandate without an open question is not adopted, by the rule or by the database', async () => {
  const at = await sponsored()
  const [, fixed] = whole().matters
  await save(at, { ...whole(), matters: fixed ? [fixed] : [] })
  await answer(at)
  expect(await draftVote(at)).toEqual({ ok: false, refusal: 'incomplete' })
  await save(at, whole(), { seen: 1 })
  await draftVote(at)
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
  const at = await adopted()
  const first = await store.adoptedMandate(read, at.problem)
  const terms = { ...whole(), profiles: first?.profiles ?? [], promise: 'consult' as const }
  await save(at, terms, { as: town.people.dora })
  expect(await store.adoptedMandate(read, at.problem)).toMatchObject({ version: 1, promise: 'collaborate' })
  expect(await draftVote(at, { body: town.committee })).toEqual({ ok: false, refusal: 'other-body' })
  await draftVote(at)
  expect(await confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
  expect((await store.mandatesOf(read, at.problem)).map(({ version, state }) => [version, state])).toEqual([
    [2, 'adopted'],
    [1, 'superseded'],
  ])
  const second = await store.adoptedMandate(read, at.problem)
  expect(second?.profiles.map((profile) => profile.id)).toEqual(first?.profiles.map((profile) => profile.id))
  const lowered = (await entries(read, { problem: at.problem, limit: 100 })).find(
    (entry) => entry.kind === 'mandate.promise-lowered',
  )
  expect(lowered?.public).toEqual({ version: 2, from: 'collaborate', to: 'consult' })
})

it('what was adopted is frozen, also for SQL', async () => {
  const at = await adopted()
  const id = (await store.adoptedMandate(read, at.problem))?.id
  const tamper = (statement: ReturnType<typeof sql>) =>
    database.transact(town.place.id, null, (tx) => statement.execute(tx))
  await expect(tamper(sql`update mandate.mandate set tasks = 'Other' where id = ${id}`)).rejects.toThrow('frozen')
  await expect(tamper(sql`delete from mandate.profile where mandate_id = ${id}`)).rejects.toThrow('frozen')
  await expect(tamper(sql`update mandate.gate_answer set is_yes = false where mandate_id = ${id}`)).rejects.toThrow(
    'frozen',
  )
})

it('begins from a model and keeps the words', async () => {
  const at = await sponsored()
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
  const at = await sponsored()
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

it('is not found from another town', async () => {
  const at = await adopted()
  const elsewhere = await foundTown(database)
  expect(await problemBySlug(database.read(elsewhere.place.id), at.slug)).toBeUndefined()
  expect(await store.adoptedMandate(database.read(elsewhere.place.id), at.problem)).toBeUndefined()
  expect(await confirm(at, elsewhere.people.dora)).toEqual({ ok: false, refusal: 'no-such-problem' })
})
