import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missedInARow, nameSubstitute, recordAttendance, reply, warnings, type Held, type SeatAt } from './rules.ts'

const problem = newId('problem')
const place = newId('jurisdiction')
const now = Temporal.Instant.from('2026-11-24T10:00:00Z')

function someone(...roles: readonly Role[]): Actor & { readonly account: NonNullable<Actor['account']> } {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const alice = someone({ name: 'member', scope: problem })
const bashir = someone({ name: 'resident', scope: place })

describe('saying whether one comes', () => {
  const meeting = { state: 'called', startsAt: now.add({ hours: 24 }) } as const
  const whole = { seat: { account: alice.account }, meeting, hasSubstitute: false }
  test.each([
    ['her own seat', alice, 'coming', {}, 'ok'],
    ['another’s seat', bashir, 'coming', {}, 'not-your-seat'],
    ['no seat', alice, 'coming', { seat: undefined }, 'not-your-seat'],
    ['once it has begun', alice, 'coming', { meeting: { ...meeting, startsAt: now } }, 'has-begun'],
    ['when it is off', alice, 'coming', { meeting: { ...meeting, state: 'cancelled' } }, 'is-cancelled'],
    ['a substitute she does not have', alice, 'substitute', {}, 'no-substitute'],
    ['a substitute she has', alice, 'substitute', { hasSubstitute: true }, 'ok'],
  ] as const)('%s', (_, actor, answer, other, expected) => {
    const result = reply({ ...whole, ...other }, answer, { actor, now })
    expect(result.ok ? 'ok' : result.refusal).toBe(expected)
  })
})

test('nobody ticked is not published as nobody came, unless that is said', () => {
  expect(recordAttendance({ seats: 15, present: 0, saysNobody: false })).toMatchObject({ refusal: 'nobody-ticked' })
  expect(recordAttendance({ seats: 15, present: 0, saysNobody: true }).ok).toBe(true)
  expect(recordAttendance({ seats: 15, present: 3, saysNobody: true })).toMatchObject({
    refusal: 'nobody-and-somebody',
  })
  expect(recordAttendance({ seats: 15, present: 3, saysNobody: false }).ok).toBe(true)
  expect(recordAttendance({ seats: 0, present: 0, saysNobody: true })).toMatchObject({ refusal: 'no-seats' })
})

describe('early warning', () => {
  const seats = Array.from({ length: 6 }, (_, i): SeatAt => ({
    id: newId('seat'),
    kind: i < 2 ? 'politician' : 'citizen',
    answer: 'coming',
  }))
  const meeting = (...absent: readonly number[]): Held => ({
    seats: seats.map(({ id }, i) => ({ seat: id, isPresent: !absent.includes(i) })),
  })
  const said = (...answers: readonly (SeatAt['answer'] | undefined)[]) =>
    seats.map((seat, i) => ({ ...seat, answer: answers[i] === undefined ? seat.answer : (answers[i] ?? null) }))
  const near = now.add({ hours: 48 })
  const far = now.add({ hours: 24 * 30 })

  test('nothing while everybody comes', () => {
    expect(warnings([meeting(), meeting(1)], { seats, startsAt: near }, now)).toEqual([])
  })

  test('two in a row, and not two with one between', () => {
    expect(warnings([meeting(2), meeting(2)], { seats, startsAt: null }, now)).toEqual([
      { kind: 'missed', seat: seats[2]?.id, times: 2 },
    ])
    expect(warnings([meeting(2), meeting(), meeting(2)], { seats, startsAt: null }, now)).toEqual([])
    expect(missedInARow([meeting(2), meeting(2), meeting(2)], seats[2]?.id ?? newId('seat'))).toBe(3)
  })

  test('a side of the table that will be thin, however far off', () => {
    const off = said('not-coming', 'not-coming')
    expect(warnings([], { seats: off, startsAt: far }, now)).toEqual([
      { kind: 'thin', side: 'politician', coming: 0, of: 2 },
    ])
    expect(warnings([], { seats: said('not-coming'), startsAt: far }, now)).toEqual([])
    expect(warnings([], { seats: said('substitute', 'substitute'), startsAt: far }, now)).toEqual([])
  })

  test('fewer than half have said that they come, in the week before and not earlier', () => {
    const silent = said(null, null, null, null)
    expect(warnings([], { seats: silent, startsAt: far }, now)).toEqual([])
    expect(warnings([], { seats: silent, startsAt: near }, now)).toEqual([{ kind: 'few', coming: 2, of: 6 }])
    expect(warnings([], { seats: said(null, null, null), startsAt: near }, now)).toEqual([])
  })

  test('a group without seats warns of nothing', () => {
    expect(warnings([], { seats: [], startsAt: near }, now)).toEqual([])
  })

  test('who came to the last meeting is never said to be missed, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(5)), { maxLength: 6 }), (absences) => {
        const held = [...absences.map((absent) => meeting(...absent)), meeting()]
        expect(warnings(held, { seats, startsAt: null }, now)).toEqual([])
      }),
    )
  })
})

describe('a substitute', () => {
  const seat = { account: alice.account, kind: 'citizen' } as const
  const other = { account: bashir.account, isPolitician: false, isStaff: false, sits: false }
  const naming = (more: Partial<typeof other> = {}, actor: Actor = alice, hasOne = false) => {
    const result = nameSubstitute(seat, { ...other, ...more }, { actor, hasOne })
    return result.ok ? 'ok' : result.refusal
  }
  test.each([
    ['a resident for a citizen', {}, 'ok'],
    ['herself', { account: alice.account }, 'yourself'],
    ['somebody who sits', { sits: true }, 'sits-already'],
    ['a public employee', { isStaff: true }, 'is-staff'],
    ['a politician for a citizen', { isPolitician: true }, 'wrong-side'],
  ])('%s', (_, more, expected) => expect(naming(more)).toBe(expected))

  test('one a seat, named by whose seat it is; an address nobody has is taken like any other', () => {
    expect(naming({}, alice, true)).toBe('has-one-already')
    expect(naming({}, bashir)).toBe('not-your-seat')
    expect(nameSubstitute(seat, undefined, { actor: alice, hasOne: false }).ok).toBe(true)
  })
})
