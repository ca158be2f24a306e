import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { downstream } from '../../../platform/thread/index.ts'
import { retellProblem } from '../../problem/index.ts'
import { followersOf } from '../../../platform/notices/index.ts'
import { askedTooCounts } from './asked-too-store.ts'
import * as commands from './commands.ts'
import { likenessesOf } from './likeness-store.ts'
import { standingOf } from './rules.ts'
import * as store from './store.ts'
import { retellQuestion } from '../told.ts'

const morning = Temporal.Instant.from('2026-11-24T08:00:00Z')
const inTime = Temporal.Instant.from('2026-12-08T22:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let problem: Id<'problem'>
const slug = 'harbour-path'

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  problem = await real.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug,
      question: 'Who lights the harbour path?',
      whatHappens: 'It is dark.',
      whoIsAffected: 'All who walk there',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    }),
  )
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

async function asked(by: Townsperson, whom: Townsperson | 'administration'): Promise<number> {
  const result = await commands.askQuestion(real.at(morning), town.people[by], {
    slug,
    to: whom === 'administration' ? null : town.people[whom].person,
    question: 'When is the path lit?',
    background: '',
    language: 'en',
    calendar: town.place,
  })
  if (!result.ok) throw new Error(result.refusal)
  return result.value.number
}

async function questionAt(number: number): Promise<store.Question> {
  const found = await store.questionByNumber(real.read(town.place.id), problem, number)
  if (!found) throw new Error('no question')
  return found
}

const answer = (by: Townsperson, number: number, at = inTime) =>
  commands.answerQuestion(real.at(at), town.people[by], { slug, number, reply: 'In May.' })
const judge = (by: Townsperson, number: number, verdict: { isAnswer: boolean; words: string }) =>
  commands.judgeAnswer(real.at(inTime), town.people[by], { slug, number, ...verdict, calendar: town.place })

describe('a question to a politician', () => {
  test('gets a number, ten working days, a place in the trace and in the ledger without its words', async () => {
    const number = await asked('alice', 'dora')
    const question = await questionAt(number)
    expect(question.dueAt?.toString()).toBe('2026-12-08T22:59:59.999Z')
    const strands = await downstream(real.read(town.place.id), { kind: 'problem', id: problem })
    expect(strands).toContainEqual(
      expect.objectContaining({ from: { kind: 'question', id: question.id }, relation: 'about' }),
    )
    const entry = (await entries(real.read(town.place.id), { limit: 500 })).find(
      (one) => one.kind === 'inquiry.question-asked' && (one.public as { number: number }).number === number,
    )
    expect(entry?.public).toMatchObject({ number, to: town.people.dora.person })
    expect(JSON.stringify(entry?.public)).not.toContain('path')
  })

  test.each([
    ['chen', 'staff-never-answers-for-politicians'],
    ['ole', 'staff-never-answers-for-politicians'],
    ['emil', 'only-who-was-asked'],
    ['alice', 'only-who-was-asked'],
  ] as const)('is not answered by %s: %s', async (who, refusal) => {
    const number = await asked('alice', 'dora')
    expect(await answer(who, number)).toEqual({ ok: false, refusal })
    expect((await questionAt(number)).hasReply).toBe(false)
  })

  test('is answered by her, once, also when she presses twice at the same moment', async () => {
    const number = await asked('alice', 'dora')
    const results = await Promise.all([answer('dora', number), answer('dora', number)])
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(await questionAt(number)).toMatchObject({
      reply: 'In May.',
      isStaff: false,
      repliedByPerson: town.people.dora.person,
    })
  })

  test('opens again with a new deadline when the asker says no, and is settled when she says yes', async () => {
    const number = await asked('alice', 'emil')
    expect(await judge('alice', number, { isAnswer: true, words: '' })).toMatchObject({ refusal: 'no-answer-yet' })
    await answer('emil', number)
    expect(await judge('bashir', number, { isAnswer: true, words: '' })).toMatchObject({ refusal: 'only-the-asker' })
    expect(await judge('alice', number, { isAnswer: false, words: 'Which year?' })).toMatchObject({ ok: true })
    const reopened = await questionAt(number)
    expect(standingOf(reopened)).toBe('reopened')
    expect(reopened.dueAt?.toString()).toBe('2026-12-22T22:59:59.999Z')
    await answer('emil', number)
    await judge('alice', number, { isAnswer: true, words: '' })
    expect(standingOf(await questionAt(number))).toBe('settled')
    expect(await store.roundsOf(real.read(town.place.id), reopened.id)).toHaveLength(2)
  })

  test('counts on the record: on time, late, waiting; a "no" counts as waiting', async () => {
    const late = Temporal.Instant.from('2026-12-09T00:00:00Z')
    await answer('freja', await asked('alice', 'freja'))
    await answer('freja', await asked('alice', 'freja'), late)
    const no = await asked('alice', 'freja')
    await answer('freja', no)
    await judge('alice', no, { isAnswer: false, words: 'Not that' })
    await asked('bashir', 'freja')
    const { person } = town.people.freja
    expect(person && (await store.politicianRecord(real.read(town.place.id), person))).toEqual({
      onTime: 1,
      late: 1,
      waiting: 2,
      notes: 0,
    })
  })
})

test('a question to the administration is answered by an officer, as staff', async () => {
  const number = await asked('klub', 'administration')
  expect(await answer('dora', number)).toEqual({ ok: false, refusal: 'only-the-administration' })
  expect(await answer('ole', number)).toMatchObject({ ok: true })
  expect(await questionAt(number)).toMatchObject({ isStaff: true, repliedByPerson: null })
})

test('nobody acts in another place', async () => {
  const other = await foundTown(real)
  const result = await commands.answerQuestion(real, other.people.dora, { slug, number: 1, reply: 'x' })
  expect(result).toEqual({ ok: false, refusal: 'no-such-problem' })
})

test('two people asking at once get two numbers', async () => {
  const numbers = await Promise.all(['alice', 'bashir', 'klub'].map((name) => asked(name as Townsperson, 'dora')))
  expect(new Set(numbers).size).toBe(3)
})

test('a told question keeps what is unknown unknown', async () => {
  const id = await real.transact(town.place.id, null, (tx) =>
    retellQuestion(tx, {
      problem,
      to: null,
      question: 'How many stages?',
      background: '',
      language: 'en',
      askedOn: null,
      source: 'https://example.org',
      reply: { text: 'Four.', on: null, isStaff: false },
    }),
  )
  const [told] = await store.questionsById(real.read(town.place.id), [id])
  expect(told).toMatchObject({ askedBy: null, askedOn: null, dueAt: null, reply: 'Four.', repliedOn: null })
})

describe('answers that are nearly the same', () => {
  const reply = (name: string) =>
    `Dear ${name}, we take this seriously and will look at it in the budget talks in September.`
  const send = (number: number, words: string, again = false) =>
    commands.answerQuestion(real.at(inTime), town.people.emil, { slug, number, reply: words, again })

  test('are sent only when she says so, and stand in public both ways', async () => {
    const [first, second] = [await asked('alice', 'emil'), await asked('bashir', 'emil')]
    expect(await send(first, reply('Alice'))).toMatchObject({ ok: true })
    expect(await send(second, reply('Bashir'))).toEqual({ ok: false, refusal: 'very-like' })
    expect((await questionAt(second)).hasReply).toBe(false)
    expect(await send(second, reply('Bashir'), true)).toMatchObject({ ok: true })
    const read = real.read(town.place.id)
    const [to, from] = [await questionAt(first), await questionAt(second)]
    expect(await likenessesOf(read, from.id)).toMatchObject([{ likeQuestion: to.id, round: 1 }])
    expect(await likenessesOf(read, to.id)).toMatchObject([{ likeQuestion: from.id, round: 1 }])
  })

  test('to the same person again are no matter: she asked for more', async () => {
    const number = await asked('klub', 'emil')
    expect(await send(number, 'It stands in the plan of the harbour, on page nine.')).toMatchObject({ ok: true })
    await judge('klub', number, { isAnswer: false, words: 'Which plan?' })
    expect(await send(number, 'It stands in the plan of the harbour, on page ten.')).toMatchObject({ ok: true })
  })
})

test('who asks the same is counted once, hears the answer, and is listed nowhere', async () => {
  const number = await asked('alice', 'dora')
  const at = { slug, number }
  const join = (who: Townsperson) => commands.askToo(real.at(morning), town.people[who], at)
  const results = await Promise.all([join('bashir'), join('bashir'), join('klub')])
  expect(results.filter(({ ok }) => ok)).toHaveLength(2)
  const { id } = await questionAt(number)
  const read = real.read(town.place.id)
  const count = async () => (await askedTooCounts(read, [id])).get(id) ?? 0
  expect(await count()).toBe(2)
  expect(await followersOf(read, [id])).toContain(town.people.bashir.account)
  expect(await judge('bashir', number, { isAnswer: true, words: '' })).toMatchObject({ refusal: 'only-the-asker' })
  const log = (await entries(read, { limit: 500 })).filter(({ kind }) => kind === 'inquiry.question-joined')
  expect(JSON.stringify(log.map((entry) => entry.public))).not.toContain(town.people.bashir.account)
  expect(await commands.askNoMore(real.at(morning), town.people.bashir, at)).toMatchObject({ ok: true })
  expect(await commands.askNoMore(real.at(morning), town.people.bashir, at)).toMatchObject({ refusal: 'not-asked-too' })
  expect(await count()).toBe(1)
  expect(await followersOf(read, [id])).not.toContain(town.people.bashir.account)
})
