import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { book, cancel, offer, sayHeard, unbook, type EncounterState } from './rules.ts'

const place = newId('jurisdiction')
const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
const person = newId('person')

function someone(who: typeof person | null, ...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: who, name: 'Somebody', assurance: 'low', roles }
}
const politician = someone(person, { name: 'resident', scope: place }, { name: 'politician', scope: newId('body') })
const other = someone(newId('person'), { name: 'resident', scope: place }, { name: 'politician', scope: newId('body') })
const resident = someone(null, { name: 'resident', scope: place })
const clerk = someone(null, { name: 'resident', scope: place }, { name: 'clerk', scope: place })
const nameless = someone(null)

const startsAt = now.add({ hours: 48 })
const state: EncounterState = { person, startsAt, seats: 8, isCancelled: false, isHeard: false }

describe('offering', () => {
  const whole = { kind: 'talk', seats: 8, ledBy: '', startsAt, endsAt: startsAt.add({ hours: 1 }) } as const
  test.each([
    ['her own time', politician, {}, 'ok'],
    ['a resident', resident, {}, 'not-a-politician'],
    ['a clerk', clerk, {}, 'not-a-politician'],
    ['nine at a table', politician, { seats: 9 }, 'one-to-eight'],
    ['none', politician, { seats: 0 }, 'one-to-eight'],
    ['yesterday', politician, { startsAt: now.subtract({ hours: 24 }) }, 'in-the-past'],
    ['to end before it begins', politician, { endsAt: startsAt }, 'ends-before-start'],
    ['a whole day', politician, { endsAt: startsAt.add({ hours: 7 }) }, 'too-long-encounter'],
    ['a visit nobody leads', politician, { kind: 'visit' }, 'who-leads'],
    ['a visit somebody leads', politician, { kind: 'visit', ledBy: 'The head of the school' }, 'ok'],
  ] as const)('%s', (_, actor, more, expected) => {
    const result = offer({ ...whole, ...more }, { actor, now })
    expect(result.ok ? 'ok' : result.refusal).toBe(expected)
  })
})

describe('booking', () => {
  test.each([
    ['a resident', resident, {}, { booked: 0, own: null }, 'booked'],
    ['another politician', other, {}, { booked: 7, own: null }, 'booked'],
    ['when it is full', resident, {}, { booked: 8, own: null }, 'waiting'],
    ['again, after taking it back', resident, {}, { booked: 3, own: 'cancelled' }, 'booked'],
    ['twice', resident, {}, { booked: 3, own: 'booked' }, 'booked-already'],
    ['twice on the waiting list', resident, {}, { booked: 8, own: 'waiting' }, 'booked-already'],
    ['herself', politician, {}, { booked: 0, own: null }, 'your-own'],
    ['staff', clerk, {}, { booked: 0, own: null }, 'staff-help'],
    ['somebody we do not know yet', nameless, {}, { booked: 0, own: null }, 'consent-first'],
    ['what is off', resident, { isCancelled: true }, { booked: 0, own: null }, 'is-cancelled'],
    ['what has begun', resident, { startsAt: now }, { booked: 0, own: null }, 'has-begun'],
  ] as const)('%s', (_, actor, more, booked, expected) => {
    const result = book({ ...state, ...more }, booked, { actor, now })
    expect(result.ok ? result.value.state : result.refusal).toBe(expected)
  })

  test('never more than the seats, however many come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(20), (seats, booked) => {
        const result = book({ ...state, seats }, { booked, own: null }, { actor: resident, now })
        expect(result.ok && result.value.state).toBe(booked < seats ? 'booked' : 'waiting')
      }),
    )
  })

  test('is taken back until it begins', () => {
    expect(unbook(state, { own: 'booked' }, { actor: resident, now }).ok).toBe(true)
    expect(unbook(state, { own: 'waiting' }, { actor: resident, now }).ok).toBe(true)
    expect(unbook(state, { own: null }, { actor: resident, now })).toMatchObject({ refusal: 'not-booked' })
    expect(unbook({ ...state, startsAt: now }, { own: 'booked' }, { actor: resident, now })).toMatchObject({
      refusal: 'has-begun',
    })
  })
})

test('she calls it off with a reason, and says afterwards what she heard, in three lines', () => {
  expect(cancel(state, 'Flu', { actor: politician, now }).ok).toBe(true)
  expect(cancel(state, '', { actor: politician, now })).toMatchObject({ refusal: 'reason-needed' })
  expect(cancel(state, 'Flu', { actor: other, now })).toMatchObject({ refusal: 'not-yours' })
  expect(cancel({ ...state, isCancelled: true }, 'Flu', { actor: politician, now })).toMatchObject({
    refusal: 'is-cancelled',
  })
  expect(cancel({ ...state, startsAt: now }, 'Flu', { actor: politician, now })).toMatchObject({ refusal: 'has-begun' })
  const after = { ...state, startsAt: now.subtract({ hours: 2 }) }
  expect(sayHeard(after, 'one\ntwo\n\nthree', { actor: politician, now }).ok).toBe(true)
  expect(sayHeard(after, 'one\ntwo\nthree\nfour', { actor: politician, now })).toMatchObject({ refusal: 'three-lines' })
  expect(sayHeard(state, 'one', { actor: politician, now })).toMatchObject({ refusal: 'not-begun' })
  expect(sayHeard(after, 'one', { actor: other, now })).toMatchObject({ refusal: 'not-yours' })
  expect(sayHeard({ ...after, isHeard: true }, 'one', { actor: politician, now })).toMatchObject({
    refusal: 'heard-already',
  })
  expect(sayHeard({ ...after, isCancelled: true }, 'one', { actor: politician, now })).toMatchObject({
    refusal: 'is-cancelled',
  })
})
