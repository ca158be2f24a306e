import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, test } from 'vitest'
import { call, cancel, change, writeMinutes, type Plan } from './rules.ts'

const place = newId('jurisdiction')
const problem = newId('problem')
const elsewhere = newId('problem')
const now = Temporal.Instant.from('2026-11-24T10:00:00Z')

function someone(...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const chair = someone(
  { name: 'arena-chair', scope: problem },
  { name: 'member', scope: problem },
  { name: 'politician', scope: newId('body') },
)
const member = someone({ name: 'member', scope: problem })
const chairElsewhere = someone({ name: 'arena-chair', scope: elsewhere })
const clerk = someone({ name: 'clerk', scope: place })
const facilitator = someone({ name: 'facilitator', scope: place })
const resident = someone({ name: 'resident', scope: place })

const plan: Plan = { startsAt: now.add({ hours: 24 }), endsAt: now.add({ hours: 26 }), isOpen: true, closedGround: '' }
const coming = { state: 'called', startsAt: plan.startsAt } as const
const running = { state: 'called', startsAt: now.subtract({ minutes: 5 }) } as const
const cancelled = { state: 'cancelled', startsAt: plan.startsAt } as const

describe('who calls a meeting', () => {
  test.each([
    ['the chair', chair, 'ok'],
    ['a clerk', clerk, 'ok'],
    ['a facilitator', facilitator, 'ok'],
    ['a member', member, 'not-yours-to-run'],
    ['the chair of another group', chairElsewhere, 'not-yours-to-run'],
    ['a resident', resident, 'not-yours-to-run'],
  ] as const)('%s: %s', (_, actor, expected) => {
    const result = call(problem, plan, actor)
    expect(result.ok ? 'ok' : result.refusal).toBe(expected)
  })

  test.each([
    ['ends when it begins', { ...plan, endsAt: plan.startsAt }, 'ends-before-start'],
    ['lasts four days', { ...plan, endsAt: plan.startsAt.add({ hours: 96 }) }, 'too-long-meeting'],
    ['closed without a ground', { ...plan, isOpen: false }, 'ground-needed'],
    ['closed with one', { ...plan, isOpen: false, closedGround: 'Public Access Act § 12' }, 'ok'],
  ] as const)('%s', (_, wanted, expected) => {
    const result = call(problem, wanted, clerk)
    expect(result.ok ? 'ok' : result.refusal).toBe(expected)
  })
})

test('a meeting is changed and cancelled until it begins', () => {
  expect(change(problem, { meeting: coming, plan }, { actor: chair, now }).ok).toBe(true)
  expect(change(problem, { meeting: running, plan }, { actor: chair, now })).toMatchObject({
    refusal: 'has-begun',
  })
  expect(change(problem, { meeting: cancelled, plan }, { actor: chair, now })).toMatchObject({
    refusal: 'is-cancelled',
  })
  expect(cancel(problem, { meeting: coming, reason: '' }, { actor: chair, now })).toMatchObject({
    refusal: 'reason-needed',
  })
  expect(cancel(problem, { meeting: running, reason: 'Snow' }, { actor: chair, now })).toMatchObject({
    refusal: 'has-begun',
  })
  expect(cancel(problem, { meeting: coming, reason: 'Snow' }, { actor: member, now })).toMatchObject({
    refusal: 'not-yours-to-run',
  })
})

test('minutes begin when the meeting does, and say when staff wrote them', () => {
  expect(writeMinutes(problem, coming, { actor: clerk, now, isGroupConfirmed: true })).toMatchObject({
    refusal: 'not-begun',
  })
  expect(writeMinutes(problem, running, { actor: clerk, now, isGroupConfirmed: true })).toMatchObject({
    value: { isStaff: true },
  })
  expect(writeMinutes(problem, running, { actor: chair, now, isGroupConfirmed: true })).toMatchObject({
    value: { isStaff: false },
  })
  expect(writeMinutes(problem, running, { actor: member, now, isGroupConfirmed: true })).toMatchObject({
    refusal: 'not-yours-to-run',
  })
})

test('until the group is confirmed its chair prepares meetings; nobody writes minutes, staff neither', () => {
  const elect = someone({ name: 'arena-chair-elect', scope: problem }, { name: 'politician', scope: newId('body') })
  expect(call(problem, plan, elect).ok).toBe(true)
  expect(cancel(problem, { meeting: coming, reason: 'Flood' }, { actor: elect, now }).ok).toBe(true)
  expect(call(elsewhere, plan, elect)).toMatchObject({ refusal: 'not-yours-to-run' })
  expect(writeMinutes(problem, running, { actor: elect, now, isGroupConfirmed: true })).toMatchObject({
    refusal: 'not-yours-to-run',
  })
  for (const actor of [clerk, facilitator, chair])
    expect(writeMinutes(problem, running, { actor, now, isGroupConfirmed: false })).toMatchObject({
      refusal: 'group-not-confirmed',
    })
})
