import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, test } from 'vitest'
import * as deskRules from './desk-rules.ts'
import {
  now,
  tomorrow,
  member,
  clerk,
  facilitator,
  officer,
  fresh,
  answered,
  contested,
  withdrawn,
  merged,
} from './testing.ts'

describe('naming who answers', () => {
  const naming: deskRules.Naming = {
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
    expect(deskRules.name(order, one, { actor, now })).toMatchObject(refusal === null ? { ok: true } : { refusal })
  })
})

describe('merging', () => {
  const into = { ...fresh, id: newId('evidence') }
  const from = { ...fresh, id: newId('evidence') }
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
    expect(deskRules.merge(one, other, { reason, actor })).toMatchObject(refusal === null ? { ok: true } : { refusal })
  })
})
