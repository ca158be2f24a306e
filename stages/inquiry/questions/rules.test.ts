import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, ask, dueAfter, isUnsaid, joinAsking, judge, standingOf, type QuestionState } from './rules.ts'

const place = newId('jurisdiction')
const council = newId('body')

function someone(...roles: readonly Role['name'][]): Actor {
  const isPolitician = roles.includes('politician')
  return {
    jurisdiction: place,
    account: newId('account'),
    person: isPolitician ? newId('person') : null,
    name: 'Somebody',
    assurance: 'low',
    roles: roles.map((name) => ({ name, scope: name === 'politician' ? council : place })),
  }
}
const alice = someone('resident')
const dora = someone('resident', 'politician')
const emil = someone('resident', 'politician')
const clerk = someone('resident', 'clerk')
const officer = someone('resident', 'officer')
const facilitator = someone('resident', 'facilitator')
const visitor: Actor = { ...someone(), account: null }

const seated = [dora, emil].flatMap(({ person }) => person ?? [])
const toDora: QuestionState = { to: dora.person, askedBy: alice.account, round: 1, hasReply: false, isAnswer: null }
const toOffice: QuestionState = { ...toDora, to: null }
const code = (result: { ok: true } | { ok: false; refusal: string }): string => (result.ok ? 'ok' : result.refusal)

describe('who asks whom', () => {
  test.each([
    ['a resident asks a politician', alice, dora.person, 'ok'],
    ['a resident asks the administration', alice, null, 'ok'],
    ['a politician asks another', emil, dora.person, 'ok'],
    ['a politician asks herself', dora, dora.person, 'ask-another'],
    ['somebody who holds no seat is asked', alice, newId('person'), 'not-a-politician'],
    ['a clerk asks', clerk, dora.person, 'staff-never-ask'],
    ['a visitor asks', visitor, dora.person, 'consent-first'],
  ] as const)('%s: %4$s', (_, actor, to, expected) => {
    expect(code(ask({ to, seated }, actor))).toBe(expected)
  })
})

describe('who answers', () => {
  test.each([
    ['she herself', toDora, dora, 'ok'],
    ['another politician', toDora, emil, 'only-who-was-asked'],
    ['a clerk in her name', toDora, clerk, 'staff-never-answers-for-politicians'],
    ['an officer in her name', toDora, officer, 'staff-never-answers-for-politicians'],
    ['a resident', toDora, alice, 'only-who-was-asked'],
    ['an officer for the administration', toOffice, officer, 'ok'],
    ['a clerk for the administration', toOffice, clerk, 'ok'],
    ['a facilitator for the administration', toOffice, facilitator, 'only-the-administration'],
    ['a politician for the administration', toOffice, dora, 'only-the-administration'],
    ['she, twice', { ...toDora, hasReply: true }, dora, 'answered-already'],
  ] as const)('%s: %4$s', (_, question, actor, expected) => {
    expect(code(answer(question, actor))).toBe(expected)
  })

  test('nobody but the politician asked, whatever roles one holds', () => {
    const names = [
      'resident',
      'organisation',
      'politician',
      'body-chair',
      'member',
      'arena-chair',
      'facilitator',
      'officer',
      'clerk',
      'administrator',
    ] as const
    fc.assert(
      fc.property(fc.subarray([...names]), (roles) => {
        expect(answer(toDora, someone(...roles)).ok).toBe(false)
      }),
    )
  })

  test('only the administration answers as staff', () => {
    expect(answer(toOffice, officer)).toMatchObject({ value: { isStaff: true, person: null } })
    expect(answer(toDora, dora)).toMatchObject({ value: { isStaff: false, person: dora.person } })
  })
})

describe('who judges', () => {
  const replied = { ...toDora, hasReply: true }
  test.each([
    ['the asker says yes', replied, alice, { isAnswer: true, words: '' }, 'ok'],
    ['the asker says no and what is missing', replied, alice, { isAnswer: false, words: 'The year' }, 'ok'],
    ['the asker says only no', replied, alice, { isAnswer: false, words: '' }, 'say-what-is-missing'],
    ['the politician says yes', replied, dora, { isAnswer: true, words: '' }, 'only-the-asker'],
    ['before an answer', toDora, alice, { isAnswer: true, words: '' }, 'no-answer-yet'],
    ['twice', { ...replied, isAnswer: true }, alice, { isAnswer: false, words: 'x' }, 'judged-already'],
    [
      'a told question, by a visitor',
      { ...replied, askedBy: null },
      visitor,
      { isAnswer: true, words: '' },
      'only-the-asker',
    ],
  ] as const)('%s: %5$s', (_, question, actor, verdict, expected) => {
    expect(code(judge(question, verdict, actor))).toBe(expected)
  })
})

test('how a question stands', () => {
  expect(standingOf({ round: 1, hasReply: false, isAnswer: null })).toBe('waiting')
  expect(standingOf({ round: 1, hasReply: true, isAnswer: null })).toBe('answered')
  expect(standingOf({ round: 2, hasReply: false, isAnswer: null })).toBe('reopened')
  expect(standingOf({ round: 2, hasReply: true, isAnswer: true })).toBe('settled')
})

test('ten working days leave out the weekend and Christmas, and end with the day there', () => {
  const calendar = {
    timeZone: 'Europe/Copenhagen',
    holidays: ['2026-12-24', '2026-12-25'].map((day) => Temporal.PlainDate.from(day)),
  }
  expect(dueAfter(Temporal.Instant.from('2026-12-14T09:00:00Z'), calendar).toString()).toBe('2026-12-30T22:59:59.999Z')
})

describe('who asks the same too', () => {
  const open = { ...toDora, isTold: false, hasJoined: false }
  const bashir = someone('resident')
  test.each([
    ['another resident', open, bashir, 'ok'],
    ['a politician', open, emil, 'ok'],
    ['she who asked it', open, alice, 'own-question'],
    ['the politician who is asked', open, dora, 'ask-another'],
    ['a clerk', open, clerk, 'staff-never-ask'],
    ['a visitor', open, visitor, 'consent-first'],
    ['twice', { ...open, hasJoined: true }, bashir, 'asked-already'],
    ['after the answer', { ...open, hasReply: true }, bashir, 'answered-already'],
    ['in a told case', { ...open, isTold: true }, bashir, 'told'],
  ] as const)('%s: %4$s', (_, question, actor, expected) => {
    expect(code(joinAsking(question, actor))).toBe(expected)
  })
})

test('her silence is told as not said after two weeks, and never once she has spoken', () => {
  const repliedAt = Temporal.Instant.from('2026-11-10T08:00:00Z')
  const days = (count: number) => repliedAt.add({ hours: 24 * count })
  expect(isUnsaid({ isAnswer: null, repliedAt }, days(13))).toBe(false)
  expect(isUnsaid({ isAnswer: null, repliedAt }, days(14))).toBe(true)
  expect(isUnsaid({ isAnswer: false, repliedAt }, days(400))).toBe(false)
  expect(isUnsaid({ isAnswer: null, repliedAt: null }, days(400))).toBe(false)
})
