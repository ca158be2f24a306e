import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as rules from './rules.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const tomorrow = now.add({ hours: 24 })
const problem = newId('problem')
const place = newId('jurisdiction')

function person(...roles: readonly RoleName[]): Actor & { readonly account: Id<'account'> } {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: roles.includes('politician') ? newId('person') : null,
    name: 'Somebody',
    assurance: 'low',
    roles: roles.map((name) => ({ name, scope: name === 'member' ? problem : place })),
  }
}

const member = person('resident', 'member')
const politician = person('politician', 'member')
const resident = person('resident')
const clerk = person('clerk')
const facilitator = person('facilitator')
const officer = person('officer')
const visitor: Actor = { ...resident, account: null, roles: [] }

const finding = newId('finding')
const fresh: rules.OrderState = {
  problem,
  orderedBy: member.account,
  isTold: false,
  isWithdrawn: false,
  mergedInto: null,
  answerers: [],
  findings: [],
  objections: [],
}
const named: rules.OrderState = { ...fresh, answerers: [{ number: 1, kind: 'officer', account: officer.account }] }
const outside: rules.OrderState = { ...fresh, answerers: [{ number: 1, kind: 'outside', account: null }] }
const answered: rules.OrderState = {
  ...named,
  findings: [{ id: finding, number: 1, answerer: 1, by: officer.account }],
}
const contested: rules.OrderState = {
  ...answered,
  objections: [{ finding, number: 1, by: resident.account, isSettled: false }],
}
const beside: rules.OrderState = {
  ...contested,
  answerers: [...answered.answerers, { number: 2, kind: 'outside', account: null }],
  findings: [...answered.findings, { id: newId('finding'), number: 2, answerer: 2, by: clerk.account }],
}
const withdrawn = { ...named, isWithdrawn: true }
const merged = { ...named, mergedInto: newId('evidence') }

test.each([
  [fresh, 'ordered'],
  [named, 'named'],
  [answered, 'answered'],
  [contested, 'contested'],
  [beside, 'beside'],
  [
    { ...contested, objections: [{ ...contested.objections[0], isSettled: true }] as typeof contested.objections },
    'answered',
  ],
  [withdrawn, 'withdrawn'],
  [merged, 'merged'],
] as const)('an order stands as it is told (%#): %s', (order, standing) => {
  expect(rules.orderStanding(order)).toBe(standing)
})

describe('ordering', () => {
  const ground = { problem, isTold: false, isGroupConfirmed: true }
  test.each([
    ['a member', member, ground, null],
    ['a politician of the group', politician, ground, null],
    ['a resident who is no member', resident, ground, 'only-members-order'],
    ['the clerk', clerk, ground, 'only-members-order'],
    ['a visitor', visitor, ground, 'only-members-order'],
    [
      'a member of another group',
      { ...member, roles: [{ name: 'member', scope: newId('problem') }] },
      ground,
      'only-members-order',
    ],
    ['a member whose group is not confirmed', member, { ...ground, isGroupConfirmed: false }, 'group-not-confirmed'],
    ['anybody in a told case', member, { ...ground, isTold: true }, 'told'],
  ] as const)('%s', (_, actor, where, refusal) => {
    expect(rules.order(where, actor)).toMatchObject(refusal === null ? { ok: true } : { refusal })
  })
})

describe('naming who answers', () => {
  const naming: rules.Naming = {
    kind: 'officer',
    isKnown: true,
    outside: { name: 'Ines', position: 'Institute of roads', interest: 'None', hasAgreed: true },
    dueAt: tomorrow,
    wantedBy: tomorrow,
    laterWords: '',
  }
  const later = tomorrow.add({ hours: 24 })
  test.each([
    ['the clerk', fresh, naming, clerk, null],
    ['the facilitator', fresh, naming, facilitator, null],
    ['an officer', fresh, naming, officer, 'only-the-desk'],
    ['a member', fresh, naming, member, 'only-the-desk'],
    ['one who is no officer', fresh, { ...naming, isKnown: false }, clerk, 'not-an-officer'],
    ['somebody outside', fresh, { ...naming, kind: 'outside' }, clerk, null],
    [
      'outside without consent',
      fresh,
      { ...naming, kind: 'outside', outside: { ...naming.outside, hasAgreed: false } },
      clerk,
      'outside-incomplete',
    ],
    [
      'outside without her interest',
      fresh,
      { ...naming, kind: 'outside', outside: { ...naming.outside, interest: '' } },
      clerk,
      'outside-incomplete',
    ],
    ['a day that has passed', fresh, { ...naming, dueAt: now }, clerk, 'day-has-passed'],
    ['later than needed, without a word', fresh, { ...naming, dueAt: later }, clerk, 'say-why-later'],
    [
      'later than needed, with a reason',
      fresh,
      { ...naming, dueAt: later, laterWords: 'The count takes a week.' },
      clerk,
      null,
    ],
    ['a second one while nobody contests', answered, naming, clerk, 'answered-already'],
    ['a second one when it is contested', contested, naming, clerk, null],
    ['after the withdrawal', withdrawn, naming, clerk, 'withdrawn'],
    ['where it is answered elsewhere', merged, naming, clerk, 'merged'],
  ] as const)('%s', (_, order, one, actor, refusal) => {
    expect(rules.name(order, one, { actor, now })).toMatchObject(refusal === null ? { ok: true } : { refusal })
  })
})

describe('answering', () => {
  test.each([
    ['who was named', named, officer, false, null],
    ['another officer', named, person('officer'), false, 'only-who-was-named'],
    ['the clerk for an officer', named, clerk, true, 'only-who-was-named'],
    ['a politician', named, politician, false, 'only-who-was-named'],
    ['the desk, for somebody outside who approved', outside, clerk, true, null],
    ['the desk, before she has seen it', outside, clerk, false, 'must-have-approved'],
    ['an officer, for somebody outside', outside, officer, true, 'only-the-desk-enters'],
    ['before anybody is named', fresh, officer, false, 'nobody-named'],
    ['twice', answered, officer, false, 'answered-already'],
    ['after the desk withdrew the order', withdrawn, officer, false, 'withdrawn'],
    ['where it is answered elsewhere', merged, officer, false, 'merged'],
  ] as const)('%s', (_, order, actor, hasApproved, refusal) => {
    expect(rules.give(order, { hasApproved }, actor)).toMatchObject(refusal === null ? { ok: true } : { refusal })
  })
})

describe('contesting', () => {
  const said = { finding: 1, reason: 'It was counted in the holidays.', source: 'School calendar 2026' }
  test.each([
    ['a resident', answered, said, resident, null],
    ['a member', answered, said, member, null],
    ['an organisation', answered, said, person('organisation'), null],
    ['without a reason', answered, { ...said, reason: '' }, resident, 'reason-needed'],
    ['without a source', answered, { ...said, source: '' }, resident, 'source-needed'],
    ['an officer', answered, said, officer, 'staff-never-contest'],
    ['a visitor', answered, said, visitor, 'consent-first'],
    ['an answer that is not there', answered, { ...said, finding: 2 }, resident, 'no-such-answer'],
    ['in a told case', { ...answered, isTold: true }, said, resident, 'no-such-answer'],
    [
      'one’s own answer',
      { ...answered, findings: [{ id: finding, number: 1, answerer: 1, by: resident.account }] },
      said,
      resident,
      'own-answer',
    ],
    ['twice', contested, said, resident, 'contested-already'],
    ['what another one contests already', contested, said, member, null],
  ] as const)('%s', (_, order, contesting, actor, refusal) => {
    expect(rules.contest(order, contesting, actor)).toMatchObject(refusal === null ? { ok: true } : { refusal })
  })

  test('ends by the word of the one who contested, and of nobody else', () => {
    fc.assert(
      fc.property(fc.constantFrom(member, politician, clerk, facilitator, officer, visitor), (actor) => {
        expect(rules.settle(contested, 1, actor)).toMatchObject({ refusal: 'only-who-contested' })
      }),
    )
    expect(rules.settle(contested, 1, resident)).toMatchObject({ ok: true })
    expect(rules.settle(contested, 2, resident)).toMatchObject({ refusal: 'no-such-objection' })
    const settled = { ...contested, objections: contested.objections.map((one) => ({ ...one, isSettled: true })) }
    expect(rules.settle(settled, 1, resident)).toMatchObject({ refusal: 'settled-already' })
  })

  test('an answer somebody contests is never shown as merely answered, however many answers and objections there are', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 })
    fc.assert(
      fc.property(numbers, fc.array(fc.tuple(fc.nat(), fc.boolean())), (given, said) => {
        const findings = given.map((number) => ({ id: newId('finding'), number, answerer: number, by: null }))
        const objections = said.flatMap(([which, isSettled], at) => {
          const one = findings[which % findings.length]
          return one ? [{ finding: one.id, number: at + 1, by: newId('account'), isSettled }] : []
        })
        const standing = rules.orderStanding({ ...answered, findings, objections })
        const isOpen = objections.some(({ isSettled }) => !isSettled)
        expect(standing === 'answered').toBe(!isOpen)
      }),
    )
  })
})

describe('withdrawing, merging, parting', () => {
  const into = { ...fresh, id: newId('evidence') }
  const from = { ...fresh, id: newId('evidence') }
  test.each([
    ['who ordered it', fresh, 'It is known by now.', member, null],
    ['the desk', fresh, 'The law forbids it.', clerk, null],
    ['the desk without a reason', fresh, '', clerk, 'reason-needed'],
    ['another member', fresh, 'No.', politician, 'not-yours-to-withdraw'],
    ['what is answered', answered, 'No.', clerk, 'answered-already'],
    ['twice', withdrawn, 'No.', clerk, 'withdrawn'],
  ] as const)('withdraws: %s', (_, order, reason, actor, refusal) => {
    expect(rules.withdraw(order, reason, actor)).toMatchObject(refusal === null ? { ok: true } : { refusal })
  })
  test.each([
    ['the desk', from, into, 'The same count.', clerk, null],
    ['a member', from, into, 'The same count.', member, 'only-the-desk'],
    ['without a reason', from, into, '', clerk, 'reason-needed'],
    ['into itself', from, from, 'The same.', clerk, 'into-itself'],
    ['what is answered', { ...answered, id: from.id }, into, 'The same.', clerk, 'answered-already'],
    ['into one that is withdrawn', from, { ...into, isWithdrawn: true }, 'The same.', clerk, 'target-does-not-stand'],
    [
      'into one of another case',
      from,
      { ...into, problem: newId('problem') },
      'The same.',
      clerk,
      'target-does-not-stand',
    ],
    ['twice', { ...merged, id: from.id }, into, 'The same.', clerk, 'merged'],
  ] as const)('merges: %s', (_, one, other, reason, actor, refusal) => {
    expect(rules.merge(one, other, { reason, actor })).toMatchObject(refusal === null ? { ok: true } : { refusal })
  })
  test('who ordered it takes it apart again, and nobody else but the desk', () => {
    expect(rules.part(merged, member)).toMatchObject({ ok: true })
    expect(rules.part(merged, clerk)).toMatchObject({ ok: true })
    expect(rules.part(merged, politician)).toMatchObject({ refusal: 'not-yours-to-part' })
    expect(rules.part(fresh, member)).toMatchObject({ refusal: 'not-merged' })
  })
})
