import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { followersOf } from '../../../platform/notices/index.ts'
import { downstream, upstream } from '../../../platform/thread/index.ts'
import { collectingLines } from '../answers/lists.ts'
import { owedOf } from '../answers/owing.ts'
import { closeAgenda } from '../agenda/store.ts'
import { raiseProblem, sponsorProblem } from '../commands.ts'
import { proposeFraming } from '../framing-commands.ts'
import { framings } from '../framing-store.ts'
import { inCase } from '../in-case.ts'
import { nearProblems } from '../stems/near.ts'
import { problemBySlug, type Problem } from '../store.ts'
import { supportProblem } from '../supports/commands.ts'
import { agendaPoll } from '../supports/jobs.ts'
import { byMerger, tallyOf } from '../supports/store.ts'
import { giveRule } from '../testing.ts'
import { holdCase, mergeProblem, splitProblem, undoMerger } from './commands.ts'
import { endOf, gatheredIn, mergedHere, partsAround } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 6 })
  town = await foundTown(database)
  await giveRule(database, town)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const reason = 'It is the same ferry.'

async function raised(question: string): Promise<Problem> {
  const words = { question, whatHappens: 'It is loud.', whoIsAffected: 'The quay.', language: 'en' }
  const result = await raiseProblem(database, town.people.alice, words)
  if (!result.ok) throw new Error(result.refusal)
  return again(result.value.slug)
}

async function again(slug: string): Promise<Problem> {
  const problem = await problemBySlug(database.read(town.place.id), slug)
  if (!problem) throw new Error(`there is no ${slug}`)
  return problem
}

/** When no merger of today can be undone any more. */
const later = () => database.at(Temporal.Now.instant().add({ hours: 24 * 15 }))

const merge = (from: Problem, into: Problem, who: keyof Town['people'] = 'chen') =>
  mergeProblem(database, town.people[who], { slug: from.slug, into: into.slug, reason })

it('goes on there with its trace both ways, and is near to nothing any more', async () => {
  const [from, into] = [await raised('Why does the night ferry thunder?'), await raised('Why is the ferry so loud?')]
  expect(await merge(from, into)).toEqual({ ok: true, value: { into: into.slug } })
  const read = database.read(town.place.id)
  expect((await again(from.slug)).mergedInto).toBe(into.id)
  expect(await mergedHere(read, into.id)).toMatchObject([{ problem: from.id, reason }])
  const line = { from: { id: from.id }, relation: 'merged-into', to: { id: into.id } }
  expect(await upstream(read, { kind: 'problem', id: from.id })).toMatchObject([line])
  expect(await downstream(read, { kind: 'problem', id: into.id })).toMatchObject([line])
  const near = await nearProblems(read, { words: 'night ferry thunder', languages: ['en'] })
  expect(near.map(({ problem }) => problem.id)).not.toContain(from.id)
  const facts = await entries(read, { problem: from.id })
  expect(facts.find(({ kind }) => kind === 'problem.merged')?.public).toEqual({ into: into.slug, reason })
})

it('is not taken up, not put differently and not merged again where it no longer stands', async () => {
  const [from, into] = [await raised('Where do gulls nest?'), await raised('Why do gulls nest here?')]
  await merge(from, into)
  const { dora, bashir } = town.people
  expect(await sponsorProblem(database, dora, { slug: from.slug, words: 'Mine.' })).toMatchObject({
    refusal: 'goes-on-elsewhere',
  })
  const words = {
    slug: from.slug,
    question: 'Why gulls?',
    whatHappens: 'x',
    whoIsAffected: 'y',
    reason: 'z',
    kind: 'words',
  } as const
  expect(await proposeFraming(database, bashir, words)).toMatchObject({ refusal: 'goes-on-elsewhere' })
  expect(await merge(from, await raised('Third gull?'))).toMatchObject({ refusal: 'merged-already' })
})

it('follows a chain to its end and makes no circle', async () => {
  const [a, b, c] = [await raised('Chain a?? a'), await raised('Chain b?? b'), await raised('Chain c?? c')]
  expect(await merge(b, c)).toEqual({ ok: true, value: { into: c.slug } })
  expect(await merge(a, b)).toEqual({ ok: true, value: { into: c.slug } })
  expect(await merge(c, a)).toMatchObject({ refusal: 'into-itself' })
  const read = database.read(town.place.id)
  expect(await endOf(read, a.id)).toBe(c.id)
  expect((await gatheredIn(read, c.id)).toSorted()).toEqual([a.id, b.id, c.id].toSorted())
})

it('of two mergers at once that would make a circle the second is refused', async () => {
  const [a, b] = [await raised('Which came first, a?'), await raised('Which came first, b?')]
  const both = await Promise.all([merge(a, b), merge(b, a)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

it('the database itself refuses a circle', async () => {
  const [a, b] = [await raised('Round a, is it?'), await raised('Round b, is it?')]
  await merge(a, b)
  const { account } = town.people.chen
  await expect(
    database.transact(town.place.id, null, (tx) =>
      sql`insert into problem.merger (jurisdiction_id, problem_id, number, into_id, reason, merged_by, merged_at)
        values (${town.place.id}, ${b.id}, 1, ${a.id}, 'x', ${account}, ${tx.now})`.execute(tx),
    ),
  ).rejects.toThrow(/go on in itself/)
})

it('counts supports of both where it goes on, each account once, and apart again when it is undone', async () => {
  const [from, into] = [await raised('Is the slipway too steep?'), await raised('Why is the slipway steep?')]
  const { alice, bashir, aisha } = town.people
  const supports = [
    [alice, from],
    [bashir, from],
    [bashir, into],
    [aisha, into],
  ] as const
  for (const [who, problem] of supports)
    expect(await supportProblem(database, who, problem.slug)).toEqual({ ok: true, value: null })
  await agendaPoll(database, town.place.id)
  const read = database.read(town.place.id)
  const totals = async () => [(await tallyOf(read, from.id)).total, (await tallyOf(read, into.id)).total]
  expect(await totals()).toEqual([2, 2])
  await merge(from, into)
  await agendaPoll(database, town.place.id)
  expect((await totals())[1]).toBe(2)
  expect(await owedOf(read, into.id)).toEqual([])
  const now = Temporal.Now.instant()
  expect(await byMerger(read, into.id, now)).toMatchObject({ counted: 0, waiting: 1 })
  await agendaPoll(later(), town.place.id)
  expect((await totals())[1]).toBe(3)
  expect(await byMerger(read, into.id, now.add({ hours: 24 * 15 }))).toMatchObject({ counted: 1, waiting: 0 })
  expect(await owedOf(read, into.id)).toMatchObject([{ supports: 3 }])
})

it('owes nothing for supports of a merger that is counted and then undone, and keeps no stale tally', async () => {
  const [lamps, own] = [await raised('Why are the lamps out?'), await raised('Who counts the lamp posts?')]
  for (const who of ['alice', 'bashir'] as const) await supportProblem(database, town.people[who], lamps.slug)
  await sponsorProblem(database, town.people.dora, { slug: own.slug, words: 'Mine.' })
  expect(await merge(lamps, own, 'dora')).toMatchObject({ ok: true })
  await supportProblem(database, town.people.aisha, own.slug)
  const read = database.read(town.place.id)
  await agendaPoll(database, town.place.id)
  expect((await tallyOf(read, own.id)).total).toBe(1)
  expect(await undoMerger(database, town.people.alice, lamps.slug)).toEqual({ ok: true, value: null })
  for (const when of [database, later()]) await agendaPoll(when, town.place.id)
  expect([(await tallyOf(read, lamps.id)).total, (await tallyOf(read, own.id)).total]).toEqual([2, 1])
  expect(await owedOf(read, own.id)).toEqual([])
})

it('ends no problem by a merger: not into one that has ended, not from one a body owes an answer for', async () => {
  const [owed, open] = [await raised('Who owes an answer here?'), await raised('Who else owes answers?')]
  for (const who of ['alice', 'bashir', 'aisha'] as const) await supportProblem(database, town.people[who], owed.slug)
  // Not counted yet: what it has reached is owed all the same.
  expect(await merge(owed, open)).toMatchObject({ refusal: 'answer-owed' })
  const ended = await raised('Whose time is over?')
  await database.transact(town.place.id, null, (tx) => closeAgenda(tx, ended.id))
  await sponsorProblem(database, town.people.dora, { slug: ended.slug, words: 'Mine.' })
  await sponsorProblem(database, town.people.dora, { slug: open.slug, words: 'Mine.' })
  expect(await merge(open, ended, 'dora')).toMatchObject({ refusal: 'target-ended' })
  expect(await merge(ended, open, 'dora')).toMatchObject({ refusal: 'ended' })
})

it('is not on its way to the body any more where it goes on elsewhere', async () => {
  const [from, into] = [await raised('Who rows the old boat?'), await raised('Who owns the old boat?')]
  for (const { slug } of [from, into]) await supportProblem(database, town.people.bashir, slug)
  await agendaPoll(database, town.place.id)
  const lines = async () => {
    const all = await collectingLines(database.read(town.place.id), Temporal.Now.instant(), 100)
    return all.map(({ slug }) => slug).filter((slug) => [from.slug, into.slug].includes(slug))
  }
  expect(await lines()).toHaveLength(2)
  await merge(from, into)
  expect(await lines()).toEqual([into.slug])
})

it('is undone by who did it and not by a stranger, within a fortnight, and leaves both facts in the ledger', async () => {
  const [from, into] = [await raised('Who mends the pier?'), await raised('Is the pier broken?')]
  await merge(from, into)
  expect(await undoMerger(database, town.people.bashir, from.slug)).toMatchObject({ refusal: 'not-yours-to-undo' })
  expect(await undoMerger(later(), town.people.chen, from.slug)).toMatchObject({ refusal: 'too-late' })
  expect(await undoMerger(database, town.people.chen, from.slug)).toEqual({ ok: true, value: null })
  expect((await again(from.slug)).mergedInto).toBeNull()
  const read = database.read(town.place.id)
  expect(await upstream(read, { kind: 'problem', id: from.id })).toEqual([])
  const kinds = (await entries(read, { problem: from.id })).map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['problem.merged', 'problem.merger-undone']))
  expect(await merge(from, into)).toMatchObject({ ok: true })
})

it('stays where it is once a body votes on its mandate; what goes on elsewhere is not held', async () => {
  const [from, into] = [await raised('What of the old mill?'), await raised('Who owns the mill?')]
  const hold = () => inCase(database, town.people.chen, from.slug, (tx, problem) => holdCase(tx, problem))
  expect(await hold()).toEqual({ ok: true, value: null })
  expect(await hold()).toEqual({ ok: true, value: null })
  expect(await merge(from, into)).toMatchObject({ refusal: 'has-mandate' })
  await merge(into, from)
  const elsewhere = await inCase(database, town.people.chen, into.slug, (tx, problem) => holdCase(tx, problem))
  expect(elsewhere).toEqual({ ok: false, refusal: 'goes-on-elsewhere' })
})

it('is parted into problems of their own, in the words of who parts it and not in the name of who raised the whole', async () => {
  const whole = await raised('Why is the school road unsafe?')
  const part = (question: string) => ({ question, whatHappens: 'Cars.', whoIsAffected: 'Children.' })
  const input = {
    slug: whole.slug,
    reason: 'Two roads.',
    parts: [part('Why is Mill Lane dark?'), part('Who parks there?')],
  }
  const done = await splitProblem(database, town.people.chen, input)
  if (!done.ok) throw new Error(done.refusal)
  const read = database.read(town.place.id)
  const parts = await partsAround(read, whole.id)
  expect(parts.map(({ whole: of }) => of)).toEqual([whole.id, whole.id])
  for (const slug of done.value) {
    const one = await again(slug)
    expect([one.raisedBy, one.writtenDownBy, one.channel]).toEqual([null, town.people.chen.account, 'parted'])
    expect((await framings(read, one.id)).map(({ proposedBy }) => proposedBy)).toEqual([town.people.chen.account])
    expect(await followersOf(read, [one.id])).toContain(town.people.alice.account)
    expect(await upstream(read, { kind: 'problem', id: one.id })).toMatchObject([
      { relation: 'part-of', to: { id: whole.id } },
    ])
  }
  expect((await again(whole.slug)).mergedInto).toBeNull()
})

it('is found by nobody of another town', async () => {
  const other = await foundTown(database)
  const from = await raised('Whose bridge is this?')
  expect(await mergeProblem(database, other.people.chen, { slug: from.slug, into: from.slug, reason })).toMatchObject({
    refusal: 'no-such-problem',
  })
})
