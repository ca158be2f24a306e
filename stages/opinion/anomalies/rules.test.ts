import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as rules from './rules.ts'

const now = Temporal.Instant.from('2026-11-27T10:00:00Z')
const place = newId('jurisdiction')
const open = { openedAt: now.subtract({ hours: 9 }), closesAt: now.add({ hours: 9 }), closedAt: null }
const closed = { ...open, closesAt: now, closedAt: now }

function holding(...names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: place }))
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}

it.each<[RoleName, boolean]>([
  ['clerk', true],
  ['facilitator', true],
  ['administrator', false],
  ['officer', false],
  ['politician', false],
  ['resident', false],
])('abuse 21: a %s may ask and decide: %s', (role, may) => {
  const actor = holding(role)
  const asked = { isThere: true, state: undefined, reason: 'One person made them all' }
  expect(rules.mayVoid.allows(actor)).toBe(may)
  expect(rules.ask(open, asked, { actor, now }).ok).toBe(may)
  const state = { state: 'asked', askedBy: newId('account'), why: null } as const
  expect(rules.decide(open, state, { actor, now }).ok).toBe(may)
})

it('abuse 21: with a reason, before the close, once, and never by the same person', () => {
  const actor = holding('clerk')
  const asked = { isThere: true, state: undefined, reason: 'x' } as const
  const ask = (other: Partial<rules.Asked>, at = open) => rules.ask(at, { ...asked, ...other }, { actor, now })
  expect(ask({ reason: ' ' })).toEqual({ ok: false, refusal: 'reason-needed' })
  expect(ask({ state: 'refused' })).toEqual({ ok: false, refusal: 'asked-already' })
  expect(ask({ isThere: false })).toEqual({ ok: false, refusal: 'no-such-anomaly' })
  expect(rules.ask(closed, asked, { actor, now })).toEqual({ ok: false, refusal: 'closed' })
  const other = { state: 'asked', askedBy: newId('account'), why: null } as const
  expect(rules.decide(closed, other, { actor, now })).toEqual({ ok: false, refusal: 'closed' })
  expect(rules.decide(closed, { ...other, why: 'A school class' }, { actor, now }).ok).toBe(true)
  expect(rules.decide(open, { ...other, why: ' ' }, { actor, now })).toEqual({ ok: false, refusal: 'why-needed' })
  expect(rules.decide(open, { ...other, state: 'voided' }, { actor, now })).toMatchObject({
    refusal: 'decided-already',
  })
  fc.assert(
    fc.property(fc.subarray<RoleName>(['clerk', 'facilitator', 'administrator', 'politician']), (names) => {
      const both = holding(...names)
      if (both.account === null) throw new Error('signed in')
      expect(rules.decide(open, { ...other, askedBy: both.account }, { actor: both, now }).ok).toBe(false)
    }),
  )
})
