import type { Actor } from '@folkmoot/basics/actor.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { entries } from '../platform/ledger/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveAnswer } from '../stages/decision/answers/commands.ts'
import { handOver, setDates } from '../stages/decision/commands.ts'
import { answersOf, packageOf } from '../stages/decision/index.ts'
import { readyCase, wordsFor, type ReadyCase } from '../stages/decision/testing.ts'
import { closePackage, confirmVote, draftVote, votesOf } from '../stages/decision/voting/commands.ts'
import * as committing from '../stages/delivery/committing.ts'
import { report } from '../stages/delivery/commands.ts'
import { draftsOf } from '../stages/delivery/draft-store.ts'
import { commitmentsOf } from '../stages/delivery/store.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const now = Temporal.Instant.from('2026-11-24T08:00:00Z')

let home: TestDatabase
let real: Database
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  database = real.at(now)
  town = await foundTown(real)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const itemsOf = (at: ReadyCase) => answersOf(real.read(town.place.id), at.problem)
const answer = (at: ReadyCase, number: number, kind: 'accept' | 'refer') =>
  giveAnswer(database, town.people.dora, { slug: at.slug, number, place: town.place, ...wordsFor(kind) })

async function vote(at: ReadyCase, number: number | null): Promise<void> {
  const seen = new Map((await itemsOf(at)).map((item) => [item.number, item.answer?.version ?? 0]))
  const counts = { votesFor: 2, votesAgainst: 1, abstentions: 0, isCarried: true, decidedOn: day('2026-11-24') }
  const words = { motion: 'To answer so', reference: '', dissent: '' }
  await draftVote(database, town.people.chen, { slug: at.slug, place: town.place, number, seen, ...counts, ...words })
  const pack = await packageOf(real.read(town.place.id), at.problem)
  const waiting = pack && (await votesOf(real.read(town.place.id), pack)).find((one) => one.confirmedAt === null)
  if (!waiting) throw new Error('no record waits')
  await confirmVote(database, town.people.dora, { slug: at.slug, resolution: waiting.id })
}

const commit = (at: ReadyCase, recommendation: number, by: Actor = town.people.chen) => {
  const { person } = town.people.emil
  if (!person) throw new Error('emil is a politician')
  return committing.commit(database, by, {
    slug: at.slug,
    place: town.place,
    recommendation,
    title: 'Build the gate',
    office: 'Harbour office',
    owner: person,
    budgetLine: 'line 4.12',
    needsNoBudget: false,
    milestones: [{ what: 'Tender', dueOn: day('2027-01-10') }],
    nextReportOn: day('2027-02-01'),
  })
}

/** The first recommendation accepted, the second passed on; both carried, nothing closed. */
async function decided(): Promise<ReadyCase> {
  const at = await readyCase(real, town)
  await handOver(database, at.chair, { slug: at.slug, place: town.place, language: 'en' })
  await setDates(database, town.people.chen, {
    slug: at.slug,
    meetingOn: day('2026-11-24'),
    returnOn: day('2027-06-01'),
  })
  await answer(at, 1, 'accept')
  await answer(at, 2, 'refer')
  await vote(at, null)
  return at
}

test('nothing is promised before the answer is closed, by a clerk or a politician', async () => {
  const at = await decided()
  for (const by of [town.people.chen, town.people.dora])
    expect(await commit(at, 1, by)).toEqual({ ok: false, refusal: 'not-closed' })
  expect(await closePackage(database, town.people.dora, { slug: at.slug })).toMatchObject({ ok: true })
  expect(await commit(at, 1)).toMatchObject({ ok: true })
})

test('what was passed on is promised when it has an answer of its own, and the body has voted for that', async () => {
  const at = await decided()
  await closePackage(database, town.people.dora, { slug: at.slug })
  expect(await commit(at, 2)).toEqual({ ok: false, refusal: 'not-accepted' })
  await answer(at, 2, 'accept')
  expect(await commit(at, 2)).toEqual({ ok: false, refusal: 'not-carried' })
  await vote(at, 2)
  expect(await commit(at, 2)).toMatchObject({ ok: true })
})

test('the database promises nothing that is not final, and no promise is reworded', async () => {
  const at = await decided()
  const [first] = await itemsOf(at)
  const { dora, alice } = town.people
  const byHand = (owner: Actor['person'], version = 1) =>
    real.transact(town.place.id, null, (tx) =>
      sql`insert into delivery.commitment (jurisdiction_id, id, problem_id, number, answer_id, answer_version, title, owner_id,
          needs_no_budget, next_report_on, written_by, written_at, confirmed_by, confirmed_at)
        values (${tx.jurisdiction}, gen_random_uuid(), ${at.problem}, 9, ${first?.answer?.id}, ${version}, 'x', ${owner},
          true, '2027-01-01', ${alice.account}, ${now}, ${dora.account}, ${now})`.execute(tx),
    )
  await expect(byHand(dora.person)).rejects.toThrow('no final answer')
  await closePackage(database, dora, { slug: at.slug })
  await expect(byHand(dora.person, 2)).rejects.toThrow(/no final answer|foreign key/)
  await expect(byHand((await foundTown(real)).people.dora.person)).rejects.toThrow('sits in no body')
  await byHand(dora.person)
  const [made] = await commitmentsOf(real.read(town.place.id), at.problem)
  const change = (set: string) =>
    real.transact(town.place.id, null, (tx) =>
      sql.raw(`update delivery.commitment set ${set} where id = '${made?.id}'`).execute(tx),
    )
  await expect(change(`title = 'Something smaller'`)).rejects.toThrow('what was promised')
  await expect(change(`budget_line = 'none', needs_no_budget = false`)).rejects.toThrow('what was promised')
  await expect(change(`next_report_on = '2027-03-01'`), 'put off in silence').rejects.toThrow('a report that says so')
})

test('staff prepare, and it is the promise of the politician it names when she confirms it, not before', async () => {
  const at = await decided()
  const { chen, dora, emil, freja } = town.people
  await closePackage(database, dora, { slug: at.slug })
  expect(await commit(at, 1, chen)).toEqual({ ok: true, value: { number: 1, isHers: false } })
  const read = real.read(town.place.id)
  const about = { slug: at.slug, number: 1 }
  expect(await commitmentsOf(read, at.problem), 'a draft is nobody’s promise').toEqual([])
  const drafts = () => draftsOf(read, at.problem)
  const promised = async () =>
    (await entries(read, { problem: at.problem })).filter(({ kind }) => kind === 'delivery.committed')
  expect(await drafts()).toMatchObject([{ number: 1, owner: emil.person }])
  expect(await promised()).toEqual([])
  for (const other of [chen, dora, freja])
    expect(await committing.confirm(database, other, about)).toEqual({ ok: false, refusal: 'not-yours-to-confirm' })
  const going = { ...about, place: town.place, text: 'Going', reason: '', nextReportOn: day('2027-02-01') }
  const early = await report(database, emil, { ...going, standing: 'promised' })
  expect(early).toEqual({ ok: false, refusal: 'no-such-commitment' })
  expect(await committing.confirm(database, emil, about)).toEqual({ ok: true, value: null })
  expect(await committing.confirm(database, emil, about)).toEqual({ ok: false, refusal: 'no-such-commitment' })
  expect(await commitmentsOf(read, at.problem)).toMatchObject([{ number: 1, owner: emil.person }])
  expect(await drafts()).toEqual([])
  expect(await promised()).toHaveLength(1)

  const drop = { ...going, standing: 'dropped', reason: 'Too dear' } as const
  expect(await report(database, chen, drop)).toEqual({ ok: false, refusal: 'not-yours-to-settle' })
  expect(await report(database, chen, { ...going, standing: 'promised' })).toEqual({ ok: true, value: null })
  expect(await report(database, dora, drop), 'the chair').toEqual({ ok: true, value: null })
})

test('a draft that was let go is nobody’s, and the database lets nobody else confirm, nor staff end a promise', async () => {
  const at = await decided()
  const { chen, dora, emil } = town.people
  await closePackage(database, dora, { slug: at.slug })
  const about = { slug: at.slug, number: 1 }
  await commit(at, 1, chen)
  const [draft] = await draftsOf(real.read(town.place.id), at.problem)
  const run = (text: string) => real.transact(town.place.id, null, (tx) => sql.raw(text).execute(tx))
  const set = (what: string) => run(`update delivery.commitment set ${what} where id = '${draft?.id}'`)
  await expect(set(`confirmed_at = now(), confirmed_by = '${chen.account}'`)).rejects.toThrow('somebody else')
  const said = (by: Actor, isStaff: boolean, standing: string) =>
    run(`insert into delivery.report (jurisdiction_id, commitment_id, number, text, standing, reason, by_account, is_staff, at)
      values ('${town.place.id}', '${draft?.id}', 1, 'x', '${standing}', 'x', '${by.account}', ${isStaff}, now())`)
  await expect(said(emil, false, 'kept')).rejects.toThrow('a draft has no reports')
  await expect(said(chen, true, 'dropped')).rejects.toThrow('staff end no promise')
  expect(await committing.discard(database, emil, about)).toEqual({ ok: true, value: null })
  expect(await committing.confirm(database, emil, about)).toEqual({ ok: false, refusal: 'no-such-commitment' })
  await expect(set(`discarded_at = null`)).rejects.toThrow('what was promised')
  expect(await commit(at, 1, emil), 'her own word is a promise at once').toEqual({
    ok: true,
    value: { number: 2, isHers: true },
  })
  expect(await commitmentsOf(real.read(town.place.id), at.problem)).toMatchObject([{ number: 2 }])
})
