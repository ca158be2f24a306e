import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { expect, test } from 'vitest'
import en from './messages/en.json'
import * as rules from './rules.ts'

const [problem, other, place, council] = [newId('problem'), newId('problem'), newId('jurisdiction'), newId('body')]

function actor(isPolitician: boolean, ...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: isPolitician ? newId('person') : null,
    name: 'x',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}
const whole = { isGroupConfirmed: true, changed: 1 }

test.each<[string, Actor, typeof whole, string]>([
  ['a member', actor(false, ['member', problem]), whole, 'member'],
  ['a politician with a seat', actor(true, ['politician', council], ['member', problem]), whole, 'politician'],
  ['a facilitator', actor(false, ['facilitator', place]), whole, 'staff'],
  ['a politician without a seat', actor(true, ['politician', council]), whole, 'not-at-the-table'],
  ['a member of another group', actor(false, ['member', other]), whole, 'not-at-the-table'],
  ['a resident', actor(false, ['resident', place]), whole, 'not-at-the-table'],
  ['an administrator', actor(false, ['administrator', place]), whole, 'not-at-the-table'],
  ['before the group stands', actor(false, ['member', problem]), { ...whole, isGroupConfirmed: false }, 'no-group-yet'],
  ['nothing new', actor(false, ['member', problem]), { ...whole, changed: 0 }, 'nothing-filled'],
])('%s', (_, who, state, expected) => {
  const result = rules.fill(problem, state, who)
  expect(result.ok ? result.value.as : result.refusal).toBe(expected)
})

test('eleven principles and ten steps, each once and with words', () => {
  expect([rules.principles.length, rules.steps.length]).toEqual([11, 10])
  expect(new Set(rules.points).size).toBe(21)
  for (const point of rules.points) expect(en).toHaveProperty([`point.${point}`])
})
