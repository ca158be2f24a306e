import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hide as hideIt } from '../../../platform/moderation/index.ts'
import type { NamedVote } from '../../../platform/directory/votes/names.ts'
import * as answering from '../answers/commands.ts'
import * as commands from '../commands.ts'
import { answersOf } from '../slots.ts'
import type * as answerStore from '../answers/store.ts'
import * as store from '../store.ts'
import { readyCase, wordsFor, type ReadyCase } from '../testing.ts'
import * as voting from './commands.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const meetingDay = Temporal.Instant.from('2026-11-24T08:00:00Z')
const dates = { meetingOn: day('2026-11-24'), returnOn: day('2027-06-10') }

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const onMeetingDay = (): Database => database.at(meetingDay)
const itemsOf = (at: ReadyCase): Promise<readonly answerStore.Item[]> =>
  answersOf(database.read(town.place.id), at.problem)
const coversOf = async (at: ReadyCase) => (await itemsOf(at)).map((item) => item.answer?.cover)
const answer = (at: ReadyCase, by: Townsperson, number: number, words = wordsFor()) =>
  answering.giveAnswer(onMeetingDay(), town.people[by], { slug: at.slug, number, place: town.place, ...words })
const close = (at: ReadyCase, by: Townsperson = 'dora') =>
  voting.closePackage(onMeetingDay(), town.people[by], { slug: at.slug })

async function packOf(at: ReadyCase): Promise<store.Package> {
  const pack = await store.packageOf(database.read(town.place.id), at.problem)
  if (!pack) throw new Error('nothing was handed over')
  return pack
}

async function seenOf(at: ReadyCase): Promise<ReadonlyMap<number, number>> {
  return new Map((await itemsOf(at)).map((item) => [item.number, item.answer?.version ?? 0]))
}

async function draft(at: ReadyCase, change: Partial<voting.VoteInput> = {}, by: Townsperson = 'chen') {
  return voting.draftVote(onMeetingDay(), town.people[by], {
    slug: at.slug,
    place: town.place,
    number: null,
    seen: await seenOf(at),
    motion: 'To answer as drafted',
    decidedOn: day('2026-11-24'),
    reference: 'item 8',
    votesFor: 2,
    votesAgainst: 1,
    abstentions: 0,
    isCarried: true,
    dissent: '',
    ...change,
  })
}

async function waitingVote(at: ReadyCase): Promise<voting.ConfirmInput> {
  const waiting = (await voting.votesOf(database.read(town.place.id), await packOf(at))).find(
    (vote) => vote.confirmedAt === null,
  )
  if (!waiting) throw new Error('no record waits')
  return { slug: at.slug, resolution: waiting.id }
}

const confirm = async (at: ReadyCase, by: Townsperson = 'dora') =>
  voting.confirmVote(onMeetingDay(), town.people[by], await waitingVote(at))

async function vote(at: ReadyCase, change: Partial<voting.VoteInput> = {}): Promise<void> {
  expect(await draft(at, change)).toMatchObject({ ok: true })
  expect(await confirm(at)).toMatchObject({ ok: true })
}

const hide = (id: Id<'recommendation'>) =>
  database.transact(town.place.id, town.people.chen, (tx) =>
    hideIt(tx, town.people.chen, { about: { kind: 'recommendation', id }, rule: 'spam', reason: 'An advertisement' }),
  )

/** Handed over, both meetings with a day, and both recommendations accepted by dora. */
async function answered(): Promise<ReadyCase> {
  const at = await readyCase(database, town)
  const input = { slug: at.slug, place: town.place, language: 'en' }
  expect(await commands.handOver(onMeetingDay(), at.chair, input)).toMatchObject({ ok: true })
  expect(await commands.setDates(onMeetingDay(), town.people.chen, { slug: at.slug, ...dates })).toMatchObject({
    ok: true,
  })
  for (const number of [1, 2]) expect(await answer(at, 'dora', number)).toMatchObject({ ok: true })
  return at
}

describe('a vote', () => {
  test('is drafted by a clerk, counts when the chair confirms, and closes nothing', async () => {
    const at = await answered()
    expect(await draft(at, { number: 1 })).toMatchObject({ ok: true })
    expect(await coversOf(at)).toEqual(['none', 'none'])
    expect(await confirm(at, 'chen')).toMatchObject({ refusal: 'staff-never-confirm' })
    expect(await confirm(at, 'emil')).toMatchObject({ refusal: 'only-chair-confirms' })
    expect(await confirm(at)).toMatchObject({ ok: true })
    expect(await coversOf(at)).toEqual(['carried', 'none'])
    expect((await packOf(at)).isClosed).toBe(false)
  })

  test('by name adds up to its counts, names members alone, and stands with its minutes in the public record', async () => {
    const at = await answered()
    const { dora, emil, freja, alice } = town.people
    const named = (...choices: readonly (readonly [Id<'person'> | null, NamedVote['choice']])[]) =>
      choices.map(([person, choice]) => ({ person: person ?? newId('person'), choice }))
    const all = named([dora.person, 'for'], [emil.person, 'for'], [freja.person, 'against'])
    expect(await draft(at, { named: all.slice(1) })).toMatchObject({ refusal: 'names-missing' })
    expect(await draft(at, { named: all, votesFor: 3, votesAgainst: 0 })).toMatchObject({
      refusal: 'names-do-not-count',
    })
    expect(
      await draft(at, { named: named([alice.person, 'for'], [emil.person, 'for'], [freja.person, 'against']) }),
    ).toMatchObject({ refusal: 'not-a-member' })
    expect(await draft(at, { minutes: 'javascript:alert(1)' })).toMatchObject({ refusal: 'minutes-no-link' })
    const minutes = 'https://example.org/minutes/8'
    expect(await draft(at, { named: all, minutes })).toMatchObject({ ok: true })
    const vote = (await voting.votesOf(database.read(town.place.id), await packOf(at))).find(
      (one) => one.minutes !== '',
    )
    expect(vote?.named.map(({ name, choice }) => [name, choice])).toEqual([
      ['Dora', 'for'],
      ['Emil', 'for'],
      ['Freja', 'against'],
    ])
    expect(await confirm(at)).toMatchObject({ ok: true })
    const facts = await entries(database.read(town.place.id), { problem: at.problem })
    const confirmed = facts.find(({ kind }) => kind === 'decision.vote-confirmed')
    expect(confirmed?.public).toMatchObject({ minutes, named: expect.arrayContaining(all) })
    // What the chair has confirmed is not written on.
    const later = database.transact(town.place.id, null, (tx) =>
      sql`insert into decision.vote_minutes (jurisdiction_id, resolution_id, address)
        values (${town.place.id}, ${vote?.id ?? null}, 'https://example.org/other')`.execute(tx),
    )
    await expect(later).rejects.toThrow('is confirmed')
  })

  test('names the versions that were put to it, also in the public record', async () => {
    const at = await answered()
    await answer(at, 'emil', 2, wordsFor('reject'))
    await vote(at)
    const facts = await entries(database.read(town.place.id), { problem: at.problem })
    const of = (kind: string) => facts.find((fact) => fact.kind === kind)?.public
    expect(of('decision.vote-drafted')).toMatchObject({
      answers: [
        { number: 1, version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        { number: 2, version: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    })
    expect(of('decision.vote-confirmed')).toMatchObject({
      answers: [
        { number: 1, version: 1 },
        { number: 2, version: 2 },
      ],
    })
  })

  test('on words a moderator hides bears the hash of what was handed over, not of the stone in its place', async () => {
    const at = await answered()
    const hashes = async () => {
      expect(await draft(at, { number: 1 })).toMatchObject({ ok: true })
      const facts = await entries(database.read(town.place.id), { problem: at.problem })
      return facts.filter(({ kind }) => kind === 'decision.vote-drafted').map((fact) => JSON.stringify(fact.public))
    }
    expect(await hashes()).toHaveLength(1)
    const [first] = at.recommendations
    if (!first) throw new Error('two were handed over')
    expect(await hide(first)).toMatchObject({ ok: true })
    expect((await itemsOf(at))[0]?.text).not.toContain('before the storms')
    const [later, before] = await hashes()
    expect(later).toBe(before)
  })

  test('on the whole waits until each recommendation has an answer', async () => {
    const at = await readyCase(database, town)
    await commands.handOver(onMeetingDay(), at.chair, { slug: at.slug, place: town.place, language: 'en' })
    await commands.setDates(onMeetingDay(), town.people.chen, { slug: at.slug, ...dates })
    expect(await draft(at)).toMatchObject({ refusal: 'answer-first' })
    await answer(at, 'dora', 1)
    expect(await draft(at)).toMatchObject({ refusal: 'answer-first' })
    expect(await draft(at, { number: 2 })).toMatchObject({ refusal: 'answer-first' })
    expect(await draft(at, { number: 1 })).toMatchObject({ ok: true })
  })

  test('is not on words the recorder has not read, nor on words written after its day', async () => {
    const at = await answered()
    const seen = await seenOf(at)
    await answer(at, 'emil', 1, wordsFor('reject'))
    expect(await draft(at, { seen })).toMatchObject({ refusal: 'answers-changed' })
    expect(await draft(at, { decidedOn: day('2026-11-23') })).toMatchObject({ refusal: 'answered-after-vote' })
  })

  test('that the chair wrote herself is for somebody else to confirm', async () => {
    const at = await answered()
    expect(await draft(at, {}, 'dora')).toMatchObject({ ok: true })
    expect(await confirm(at)).toMatchObject({ refusal: 'own-record' })
  })

  test('is confirmed once when two confirm at once', async () => {
    const at = await answered()
    await draft(at)
    const waiting = await waitingVote(at)
    const both = await Promise.all([1, 2].map(() => voting.confirmVote(onMeetingDay(), town.people.dora, waiting)))
    expect(both.map((one) => (one.ok ? 'ok' : one.refusal)).toSorted()).toEqual(['already-confirmed', 'ok'])
  })
})

describe('closing', () => {
  test('is refused while one is unanswered, parked or not carried, also by the database itself', async () => {
    const at = await answered()
    const pack = await packOf(at)
    const { account } = town.people.dora
    if (!account) throw new Error('dora has an account')
    const byHand = () =>
      database.transact(town.place.id, null, (tx) => store.close(tx, pack.id, { by: account, at: tx.now }))
    expect(await close(at)).toMatchObject({ refusal: 'no-vote' })
    expect(await byHand()).toBe(false)
    await answer(at, 'dora', 2, wordsFor('park'))
    await vote(at)
    expect(await close(at)).toMatchObject({ refusal: 'items-open' })
    expect(await byHand()).toBe(false)
    await answer(at, 'dora', 2, wordsFor('refer'))
    expect(await close(at)).toMatchObject({ refusal: 'changed-after-vote' })
    expect(await byHand()).toBe(false)
    await vote(at, { number: 2, votesFor: 1, votesAgainst: 2, isCarried: false })
    expect(await close(at)).toMatchObject({ refusal: 'vote-lost' })
    expect(await byHand()).toBe(false)
    await vote(at, { number: 2, votesFor: 3, votesAgainst: 0 })
    expect(await close(at, 'chen')).toMatchObject({ refusal: 'staff-never' })
    expect(await close(at, 'emil')).toMatchObject({ refusal: 'only-body-chair' })
    expect(await close(at)).toMatchObject({ ok: true })
  })

  test('leaves open only what was passed on, and its answer needs a vote of its own', async () => {
    const at = await answered()
    await answer(at, 'dora', 2, wordsFor('refer'))
    await vote(at)
    await close(at)
    expect(await answer(at, 'dora', 1)).toMatchObject({ refusal: 'package-closed' })
    expect(await draft(at, { number: 1 })).toMatchObject({ refusal: 'package-closed' })
    expect(await answer(at, 'dora', 2, wordsFor('park'))).toMatchObject({ refusal: 'package-closed' })
    expect(await answer(at, 'dora', 2, wordsFor('reject'))).toMatchObject({ ok: true })
    expect(await coversOf(at)).toEqual(['carried', 'changed'])
    await vote(at, { number: 2 })
    expect(await coversOf(at)).toEqual(['carried', 'carried'])
    expect(await answer(at, 'emil', 2)).toMatchObject({ refusal: 'package-closed' })
  })

  test('never closes over an answer that was changed at the same moment: fifty rounds', async () => {
    for (let round = 0; round < 50; round += 1) {
      const at = await answered()
      await vote(at)
      const edit = () => answer(at, 'emil', 1, wordsFor('reject'))
      const acts = round % 2 === 0 ? [close(at), edit()] : [edit(), close(at)]
      await Promise.all(acts)
      const [first] = await itemsOf(at)
      const { isClosed } = await packOf(at)
      // Either the edit came first and the closing saw it, or the closing came first and the edit was refused.
      expect([first?.answer?.version, first?.answer?.cover, isClosed]).toEqual(
        isClosed ? [1, 'carried', true] : [2, 'changed', false],
      )
    }
  }, 120_000)

  test('holds in the database alone, when somebody writes past the locks of the commands: fifty rounds', async () => {
    const { account, person } = town.people.dora
    if (!account || !person) throw new Error('dora is a politician with an account')
    for (let round = 0; round < 50; round += 1) {
      const at = await answered()
      await vote(at)
      const pack = await packOf(at)
      const [item] = await itemsOf(at)
      const answerId = item?.answer?.id
      const closing = () =>
        database.transact(town.place.id, null, (tx) => store.close(tx, pack.id, { by: account, at: meetingDay }))
      const editing = () =>
        database.transact(town.place.id, null, (tx) =>
          sql`insert into decision.answer_version (jurisdiction_id, answer_id, version, kind, reason, person_id, account_id, at)
            values (${tx.jurisdiction}, ${answerId}, 2, 'reject', 'x', ${person}, ${account}, ${meetingDay})`.execute(
            tx,
          ),
        )
      await Promise.allSettled(round % 2 === 0 ? [closing(), editing()] : [editing(), closing()])
      const [after] = await itemsOf(at)
      const { isClosed } = await packOf(at)
      expect(isClosed && after?.answer?.cover !== 'carried').toBe(false)
      expect(isClosed || after?.answer?.version === 2).toBe(true)
    }
  }, 120_000)
})
