import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as findingRules from './finding-rules.ts'
import * as rules from './rules.ts'
import {
  person,
  member,
  politician,
  resident,
  clerk,
  facilitator,
  officer,
  visitor,
  finding,
  fresh,
  named,
  outside,
  answered,
  contested,
  withdrawn,
  merged,
} from './testing.ts'

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
    expect(findingRules.give(order, { hasApproved }, actor)).toMatchObject(
      refusal === null ? { ok: true } : { refusal },
    )
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
    expect(findingRules.contest(order, contesting, actor)).toMatchObject(refusal === null ? { ok: true } : { refusal })
  })

  test('ends by the word of the one who contested, and of nobody else', () => {
    fc.assert(
      fc.property(fc.constantFrom(member, politician, clerk, facilitator, officer, visitor), (actor) => {
        expect(findingRules.settle(contested, 1, actor)).toMatchObject({ refusal: 'only-who-contested' })
      }),
    )
    expect(findingRules.settle(contested, 1, resident)).toMatchObject({ ok: true })
    expect(findingRules.settle(contested, 2, resident)).toMatchObject({ refusal: 'no-such-objection' })
    const settled = { ...contested, objections: contested.objections.map((one) => ({ ...one, isSettled: true })) }
    expect(findingRules.settle(settled, 1, resident)).toMatchObject({ refusal: 'settled-already' })
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
