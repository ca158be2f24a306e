import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agree, propose } from './rules.ts'

const place = newId('jurisdiction')
const problem = newId('problem')

function someone(...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const member = someone({ name: 'member', scope: problem })
const chair = someone({ name: 'member', scope: problem }, { name: 'arena-chair', scope: problem })
const facilitator = someone({ name: 'facilitator', scope: place })
const resident = someone({ name: 'resident', scope: place })
const stands = { isAgreed: false, isNewest: true, hasMet: true, agreed: 8, seats: 15 }

test('every seat may propose other rules; what staff propose is known as theirs', () => {
  const proposing = (actor: Actor, words = 'We listen.') => propose(problem, { words, current: 'We talk.' }, actor)
  expect(proposing(member)).toMatchObject({ value: { isStaff: false } })
  expect(proposing(facilitator)).toMatchObject({ value: { isStaff: true } })
  expect(proposing(resident)).toMatchObject({ refusal: 'not-a-member' })
  expect(proposing(member, 'We talk.')).toMatchObject({ refusal: 'nothing-changed' })
})

test.each([
  ['more than half', {}, 'ok'],
  ['half is not more than half', { agreed: 7, seats: 14 }, 'not-enough'],
  ['more hands than seats', { agreed: 16 }, 'more-than-seats'],
  ['before anybody met', { hasMet: false }, 'no-meeting-yet'],
  ['twice', { isAgreed: true }, 'agreed-already'],
  ['words that others replaced', { isNewest: false }, 'newer-version'],
] as const)('%s: %s', (_, other, expected) => {
  const result = agree(problem, { ...stands, ...other }, chair)
  expect(result.ok ? 'ok' : result.refusal).toBe(expected)
})

test('whoever runs the meeting writes it down; a member does not', () => {
  expect(agree(problem, stands, facilitator).ok).toBe(true)
  expect(agree(problem, stands, member)).toMatchObject({ refusal: 'not-yours-to-run' })
})

test('no minority agrees for the group', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (agreed, seats) => {
      expect(agree(problem, { ...stands, agreed, seats }, chair).ok).toBe(agreed <= seats && agreed > seats / 2)
    }),
  )
})
