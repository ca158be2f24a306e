import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as rules from './rules.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const jurisdiction = newId('jurisdiction')

function actorWith(...names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: jurisdiction }))
  return { jurisdiction, account: newId('account'), person: null, name: 'Chen', assurance: 'low', roles }
}
const clerk = actorWith('clerk')
const open = { call: { closesAt: now.add({ hours: 1 }) }, isConfirmed: false }
const asked = { isProfile: true, isKnown: false, isReachable: true, writtenToday: 0 }

it('is written down by clerks and facilitators, while the call is open', () => {
  expect(rules.recordApplication(open, asked, { actor: clerk, now }).ok).toBe(true)
  expect(rules.recordApplication(open, asked, { actor: actorWith('facilitator'), now }).ok).toBe(true)
  for (const actor of [
    actorWith('officer'),
    actorWith('administrator'),
    actorWith('politician'),
    actorWith('resident'),
  ])
    expect(rules.recordApplication(open, asked, { actor, now })).toMatchObject({ refusal: 'only-staff' })
  const at = (state: Parameters<typeof rules.recordApplication>[0]) =>
    rules.recordApplication(state, asked, { actor: clerk, now })
  expect(at({ ...open, call: null })).toMatchObject({ refusal: 'no-call' })
  expect(at({ ...open, call: { closesAt: now } })).toMatchObject({ refusal: 'call-closed' })
  expect(at({ ...open, isConfirmed: true })).toMatchObject({ refusal: 'call-closed' })
})

it('needs a seat that is offered and a way to reach her, and is written down once', () => {
  const when = (other: Partial<rules.RecordAsked>) =>
    rules.recordApplication(open, { ...asked, ...other }, { actor: clerk, now })
  expect(when({ isProfile: false })).toMatchObject({ refusal: 'no-such-profile' })
  expect(when({ isReachable: false })).toMatchObject({ refusal: 'address-or-phone' })
  expect(when({ isKnown: true })).toMatchObject({ refusal: 'recorded-already' })
  expect(when({ writtenToday: rules.mostADay - 1 }).ok).toBe(true)
  expect(when({ writtenToday: rules.mostADay })).toMatchObject({ refusal: 'enough-today' })
})

it('nobody confirms or returns what she wrote down herself, whatever roles she has', () => {
  const anyRoles = fc.subarray<RoleName>(['clerk', 'facilitator', 'administrator', 'officer', 'politician'])
  fc.assert(
    fc.property(anyRoles, fc.boolean(), fc.option(fc.string()), (names, isConfirmed, why) => {
      const actor = actorWith(...names)
      if (actor.account === null) throw new Error('signed in')
      const own = { state: 'waiting', recordedBy: actor.account, isErased: false } as const
      expect(rules.decideRecord(own, { isConfirmed, why }, actor).ok).toBe(false)
    }),
  )
})

it('is decided once, by a second one, before the group is confirmed; sent back with a reason', () => {
  const record = { state: 'waiting', recordedBy: newId('account'), isErased: false } as const
  const state = { isConfirmed: false, why: null }
  expect(rules.decideRecord(record, state, clerk).ok).toBe(true)
  expect(rules.decideRecord({ ...record, state: 'returned' }, state, clerk)).toMatchObject({
    refusal: 'decided-already',
  })
  expect(rules.decideRecord({ ...record, isErased: true }, state, clerk)).toMatchObject({ refusal: 'erased-already' })
  expect(rules.decideRecord(record, { ...state, isConfirmed: true }, clerk)).toMatchObject({
    refusal: 'group-confirmed',
  })
  // One still waiting then could be neither confirmed nor returned, and was never erased.
  expect(rules.decideRecord(record, { isConfirmed: true, why: 'Nobody answered.' }, clerk).ok).toBe(true)
  expect(rules.decideRecord(record, { ...state, why: ' ' }, clerk)).toMatchObject({ refusal: 'why-needed' })
  expect(rules.decideRecord(record, { ...state, why: 'The number is wrong.' }, clerk).ok).toBe(true)
  expect(rules.decideRecord(record, state, actorWith('resident'))).toMatchObject({ refusal: 'only-staff' })
})
