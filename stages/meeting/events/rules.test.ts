import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { announce, cancel, enterBatch, tellResult, type Batch } from './rules.ts'

const place = newId('jurisdiction')
const problem = newId('problem')
const now = Temporal.Instant.from('2026-11-24T10:00:00Z')

function someone(...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const member = someone({ name: 'member', scope: problem })
const chair = someone({ name: 'member', scope: problem }, { name: 'arena-chair', scope: problem })
const clerk = someone({ name: 'clerk', scope: place })

test('an event is announced and called off by whoever prepares the meetings', () => {
  const hours = { startsAt: now.add({ hours: 24 }), endsAt: now.add({ hours: 27 }) }
  expect(announce(problem, hours, { actor: chair, now }).ok).toBe(true)
  expect(announce(problem, hours, { actor: member, now })).toMatchObject({ refusal: 'not-yours-to-run' })
  expect(announce(problem, { ...hours, startsAt: now }, { actor: clerk, now })).toMatchObject({
    refusal: 'in-the-past',
  })
  expect(announce(problem, { ...hours, endsAt: hours.startsAt }, { actor: clerk, now })).toMatchObject({
    refusal: 'ends-before-start',
  })
  expect(announce(problem, { ...hours, endsAt: now.add({ hours: 99 }) }, { actor: clerk, now })).toMatchObject({
    refusal: 'too-long-event',
  })
  const event = { startsAt: hours.startsAt, isCancelled: false, hasResult: false }
  expect(cancel(problem, { event, reason: 'Storm' }, { actor: clerk, now }).ok).toBe(true)
  expect(cancel(problem, { event, reason: '' }, { actor: clerk, now })).toMatchObject({ refusal: 'reason-needed' })
  expect(cancel(problem, { event: { ...event, startsAt: now }, reason: 'Storm' }, { actor: clerk, now })).toMatchObject(
    { refusal: 'has-begun' },
  )
  expect(
    cancel(problem, { event: { ...event, isCancelled: true }, reason: 'Storm' }, { actor: clerk, now }),
  ).toMatchObject({ refusal: 'is-cancelled' })
  expect(cancel(problem, { event, reason: 'Storm' }, { actor: member, now })).toMatchObject({
    refusal: 'not-yours-to-run',
  })
})

test('its result is told once, when it has begun; staff as staff', () => {
  const event = { startsAt: now, isCancelled: false, hasResult: false }
  expect(tellResult(problem, event, { actor: clerk, now })).toMatchObject({ value: { isStaff: true } })
  expect(tellResult(problem, event, { actor: chair, now })).toMatchObject({ value: { isStaff: false } })
  expect(tellResult(problem, event, { actor: member, now })).toMatchObject({ refusal: 'not-yours-to-run' })
  expect(tellResult(problem, { ...event, hasResult: true }, { actor: clerk, now })).toMatchObject({
    refusal: 'told-already',
  })
  expect(tellResult(problem, { ...event, isCancelled: true }, { actor: clerk, now })).toMatchObject({
    refusal: 'is-cancelled',
  })
  expect(tellResult(problem, { ...event, startsAt: now.add({ hours: 1 }) }, { actor: clerk, now })).toMatchObject({
    refusal: 'not-begun',
  })
})

const today = Temporal.PlainDate.from('2026-11-24')
const batch: Batch = { channel: 'paper', hasEvent: false, sheets: 40, entered: 40, sample: '', collectedOn: today }

test.each([
  ['all of it', {}, 'ok'],
  ['some, and not how they were chosen', { entered: 10 }, 'sample-needed'],
  ['some, and how', { entered: 10, sample: 'Every fourth sheet' }, 'ok'],
  ['all, and a sample', { sample: 'Every fourth' }, 'no-sample'],
  ['more than there are', { entered: 41 }, 'more-than-sheets'],
  ['none', { entered: 0, sample: 'None' }, 'nothing-entered'],
  ['from an event nobody names', { channel: 'event' }, 'which-event'],
  ['from an event by telephone', { channel: 'phone', hasEvent: true }, 'which-event'],
  ['from tomorrow', { collectedOn: today.add({ days: 1 }) }, 'not-collected-yet'],
] as const)('a batch: %s', (_, more, expected) => {
  const result = enterBatch(problem, { ...batch, ...more }, { actor: clerk, today })
  expect(result.ok ? 'ok' : result.refusal).toBe(expected)
})

test('whatever the numbers, less than all is never entered without saying how it was chosen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.nat(600),
      fc.constantFrom('', 'Every third'),
      (sheets, entered, sample) => {
        const { ok } = enterBatch(problem, { ...batch, sheets, entered, sample }, { actor: clerk, today })
        expect(ok).toBe(entered >= 1 && entered <= sheets && (entered === sheets) === (sample === ''))
      },
    ),
  )
  expect(enterBatch(problem, batch, { actor: member, today })).toMatchObject({ refusal: 'not-yours-to-run' })
})
