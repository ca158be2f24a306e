import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, test } from 'vitest'
import * as rules from './rules.ts'
import {
  problem,
  member,
  politician,
  resident,
  clerk,
  visitor,
  fresh,
  named,
  answered,
  contested,
  beside,
  withdrawn,
  merged,
} from './testing.ts'

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

describe('withdrawing and parting', () => {
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
  test('who ordered it takes it apart again, and nobody else but the desk', () => {
    expect(rules.part(merged, member)).toMatchObject({ ok: true })
    expect(rules.part(merged, clerk)).toMatchObject({ ok: true })
    expect(rules.part(merged, politician)).toMatchObject({ refusal: 'not-yours-to-part' })
    expect(rules.part(fresh, member)).toMatchObject({ refusal: 'not-merged' })
  })
})
