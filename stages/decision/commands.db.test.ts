import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../platform/identity/testing.ts'
import { entries, hashOf } from '../../platform/ledger/index.ts'
import { upstream } from '../../platform/thread/index.ts'
import { isFrozen } from '../draft/index.ts'
import * as answering from './answers/commands.ts'
import * as checks from './checks/commands.ts'
import * as commands from './commands.ts'
import { directionsOf } from './checks/store.ts'
import { repeatedIn } from './answers/repeat-store.ts'
import { isAnswered } from './rules.ts'
import { answersOf } from './slots.ts'
import * as answerStore from './answers/store.ts'
import * as store from './store.ts'
import { readyCase, wordsFor, type ReadyCase } from './testing.ts'
import { retellAnswers } from './told.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const handOverDay = Temporal.Instant.from('2026-11-24T08:00:00Z')
const dates = { meetingOn: day('2026-12-10'), returnOn: day('2027-06-10') }

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

const handOver = (at: ReadyCase, when = handOverDay) =>
  commands.handOver(database.at(when), at.chair, { slug: at.slug, place: town.place, language: 'en' })
const answer = (at: ReadyCase, by: Townsperson, number: number, words = wordsFor()) =>
  answering.giveAnswer(database.at(handOverDay), town.people[by], {
    slug: at.slug,
    number,
    place: town.place,
    ...words,
  })

async function handedOver(): Promise<ReadyCase> {
  const at = await readyCase(database, town)
  expect(await handOver(at)).toMatchObject({ ok: true })
  expect(
    await commands.setDates(database.at(handOverDay), town.people.chen, { slug: at.slug, ...dates }),
  ).toMatchObject({ ok: true })
  return at
}

const packOf = async (at: ReadyCase): Promise<store.Package> => {
  const pack = await store.packageOf(database.read(town.place.id), at.problem)
  if (!pack) throw new Error('nothing was handed over')
  return pack
}

describe('the direction half way', () => {
  test('goes to the parent body and comes back with questions and limits, both on the record', async () => {
    const at = await readyCase(database, town)
    expect(await checks.sendDirection(database, town.people.chen, { slug: at.slug, text: 'A gate.' })).toMatchObject({
      refusal: 'staff-never',
    })
    expect(await checks.sendDirection(database, at.chair, { slug: at.slug, text: 'A gate.' })).toMatchObject({
      ok: true,
    })
    const reply = { slug: at.slug, number: 1, questions: 'Who pays?', limits: 'No higher tax.', isForGroup: false }
    expect(await checks.replyToDirection(database, town.people.emil, reply)).toMatchObject({ ok: true })
    expect(await checks.replyToDirection(database, town.people.emil, reply)).toMatchObject({
      refusal: 'already-replied',
    })
    const [direction] = await directionsOf(database.read(town.place.id), at.problem)
    expect(direction).toMatchObject({
      text: 'A gate.',
      replies: [{ person: town.people.emil.person, limits: 'No higher tax.' }],
    })
    const kinds = (await entries(database.read(town.place.id), { problem: at.problem })).map((entry) => entry.kind)
    expect(kinds).toEqual(expect.arrayContaining(['decision.direction-sent', 'decision.direction-answered']))
  })
})

describe('handing over', () => {
  test('freezes the draft and the words, and starts the clock once', async () => {
    const at = await readyCase(database, town, { count: 23, unit: 'working-days' })
    expect(await handOver(at)).toMatchObject({ ok: true })
    expect(await handOver(at)).toMatchObject({ refusal: 'already-handed-over' })
    const pack = await packOf(at)
    // 24 November and 23 working days: past Christmas Day, which is a holiday of the town.
    expect(pack).toMatchObject({ body: town.council, rule: { count: 23, unit: 'working-days' } })
    expect(pack.dueAt?.toString()).toBe('2026-12-28T22:59:59.999Z')
    expect(await isFrozen(database.read(town.place.id), at.problem)).toBe(true)
    const snapshot = await store.snapshotOf(database.read(town.place.id), pack.id)
    expect(snapshot?.recommendations.map((one) => one.title)).toEqual(['Build a gate', 'Raise the quay'])
    expect(snapshot?.mandate).toContainEqual({ label: 'Answer within', text: '23 working days' })
    const [entry] = (await entries(database.read(town.place.id), { problem: at.problem })).filter(
      (one) => one.kind === 'decision.handed-over',
    )
    expect(entry?.public).toMatchObject({ snapshot: snapshot && hashOf(snapshot) })
  })

  test('ends at the end of the day also when the clocks change in between', async () => {
    const at = await readyCase(database, town, { count: 5, unit: 'months' })
    await handOver(at)
    expect((await packOf(at)).dueAt?.toString()).toBe('2027-04-24T21:59:59.999Z')
  })

  test('is not for staff', async () => {
    const at = await readyCase(database, town)
    const input = { slug: at.slug, place: town.place, language: 'en' }
    expect(await commands.handOver(database, town.people.gita, input)).toMatchObject({ refusal: 'staff-never' })
    expect(await commands.handOver(database, town.people.dora, input)).toMatchObject({ refusal: 'only-arena-chair' })
  })
})

describe('an answer', () => {
  test('waits for both days', async () => {
    const at = await readyCase(database, town)
    await handOver(at)
    expect(await answer(at, 'dora', 1)).toMatchObject({ refusal: 'dates-missing' })
  })

  test('is never given by staff or residents, nor in another place', async () => {
    const at = await handedOver()
    for (const by of ['chen', 'gita', 'ole', 'ada'] as const)
      expect(await answer(at, by, 1)).toMatchObject({ refusal: 'staff-never-answer' })
    expect(await answer(at, 'alice', 1)).toMatchObject({ refusal: 'not-in-recipient-body' })
    const elsewhere = await foundTown(database)
    const input = { slug: at.slug, number: 1, place: elsewhere.place, ...wordsFor() }
    expect(await answering.giveAnswer(database, elsewhere.people.dora, input)).toMatchObject({
      refusal: 'no-such-problem',
    })
  })

  test('of a politician of another body is refused', async () => {
    const at = await handedOver()
    const { emil } = town.people
    const onlyCommittee = { ...emil, roles: emil.roles.filter((role) => role.scope !== town.council) }
    const input = { slug: at.slug, number: 1, place: town.place, ...wordsFor() }
    expect(await answering.giveAnswer(database, onlyCommittee, input)).toMatchObject({
      refusal: 'not-in-recipient-body',
    })
  })

  test('keeps its history, its signer and its place in the trace', async () => {
    const at = await handedOver()
    expect(await answer(at, 'dora', 1, wordsFor('park'))).toMatchObject({ ok: true })
    expect(await answer(at, 'emil', 1, wordsFor('accept-amended'))).toMatchObject({ ok: true })
    const [item] = await answersOf(database.read(town.place.id), at.problem)
    expect(item?.answer).toMatchObject({ version: 2, kind: 'accept-amended', person: town.people.emil.person })
    const id = item?.answer?.id
    if (!id) throw new Error('no answer')
    const versions = await answerStore.versionsOf(database.read(town.place.id), id)
    expect(versions.map((version) => version.kind)).toEqual(['accept-amended', 'park'])
    const kinds = (await upstream(database.read(town.place.id), { kind: 'answer', id })).map((strand) => strand.to.kind)
    expect(new Set(kinds)).toEqual(new Set(['recommendation', 'clause', 'idea', 'problem']))
  })

  test('whose reason is nearly another’s is asked about first, and the record says so when it is given all the same', async () => {
    const at = await handedOver()
    const reason = 'The council takes this seriously and will look at it again in the budget talks in September.'
    expect(await answer(at, 'dora', 1, { ...wordsFor('reject'), reason })).toMatchObject({ ok: true })
    const again = { ...wordsFor('reject'), reason: reason.replace('September', 'October') }
    expect(await answer(at, 'dora', 2, again)).toMatchObject({ refusal: 'repeats-another' })
    const [, second] = await answersOf(database.read(town.place.id), at.problem)
    expect(second?.answer).toBeNull()
    const input = { slug: at.slug, number: 2, place: town.place, ...again, again: true }
    expect(await answering.giveAnswer(database.at(handOverDay), town.people.dora, input)).toMatchObject({ ok: true })
    const facts = (await entries(database.read(town.place.id), { problem: at.problem })).filter(
      ({ kind }) => kind === 'decision.answered',
    )
    expect(facts.map((fact) => fact.public)).toContainEqual(
      expect.objectContaining({ number: 2, nearlyTheSameAs: [1] }),
    )
    expect(facts.map((fact) => fact.public)).toContainEqual(expect.not.objectContaining({ nearlyTheSameAs: [1] }))
  })

  test('what repeats another is found when it is given and read from then on, as long as both stand', async () => {
    const at = await handedOver()
    const reason = 'The council takes this seriously and will look at it again in the budget talks in September.'
    await answer(at, 'dora', 1, { ...wordsFor('reject'), reason })
    const input = { slug: at.slug, number: 2, place: town.place, ...wordsFor('reject'), reason, again: true }
    await answering.giveAnswer(database.at(handOverDay), town.people.dora, input)
    const read = database.read(town.place.id)
    const repeated = async () => {
      const pack = await store.packageOf(read, at.problem)
      return pack && repeatedIn(read, pack, await answersOf(read, at.problem))
    }
    expect(await repeated()).toEqual(
      new Map([
        [1, [{ number: 2, share: 1 }]],
        [2, [{ number: 1, share: 1 }]],
      ]),
    )
    const other =
      'The law gives this to the region, and the region has said that it begins in May with the first street.'
    await answer(at, 'dora', 1, { ...wordsFor('reject'), reason: other })
    expect(await repeated()).toEqual(new Map())
  })

  test('of four who answer at once with the same form before them, one is signed and the others read it first', async () => {
    const at = await handedOver()
    const sent = await Promise.all(
      (['dora', 'emil', 'freja'] as const).map((by) =>
        answering.giveAnswer(database.at(handOverDay), town.people[by], {
          slug: at.slug,
          number: 1,
          place: town.place,
          ...wordsFor(),
          seen: 0,
        }),
      ),
    )
    expect(sent.map((one) => (one.ok ? 'signed' : one.refusal)).toSorted()).toEqual([
      'answered-meanwhile',
      'answered-meanwhile',
      'signed',
    ])
  })

  test('given twice at once becomes two versions, not two answers', async () => {
    const at = await handedOver()
    await Promise.all([answer(at, 'dora', 1), answer(at, 'emil', 1), answer(at, 'freja', 1)])
    const [item] = await answersOf(database.read(town.place.id), at.problem)
    expect(item?.answer?.version).toBe(3)
  })
})

test('a told case keeps what is unknown unknown', async () => {
  const at = await readyCase(database, town)
  const [first, second] = at.recommendations
  if (!first || !second) throw new Error('two recommendations')
  const source = 'https://example.org/minutes'
  await database.transact(town.place.id, null, (tx) =>
    retellAnswers(tx, {
      problem: at.problem,
      body: town.council,
      handedOverOn: null,
      isClosed: true,
      source,
      answers: [
        {
          recommendation: first,
          number: 1,
          title: 'Build a gate',
          text: '',
          kind: 'existed',
          reason: '',
          answeredOn: null,
          followed: 'Built in 2020',
          source,
        },
        {
          recommendation: second,
          number: 2,
          title: 'Raise the quay',
          text: '',
          kind: 'unknown',
          reason: '',
          answeredOn: null,
          source,
        },
      ],
    }),
  )
  const items = await answersOf(database.read(town.place.id), at.problem)
  expect(items.map((item) => isAnswered(item.answer?.kind))).toEqual([true, false])
  expect(items[0]?.answer).toMatchObject({ kind: 'existed', answeredAt: null, person: null, followed: 'Built in 2020' })
})
