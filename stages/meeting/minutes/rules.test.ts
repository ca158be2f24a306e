import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, test } from 'vitest'
import { approve, approvedWording, save, type Saving } from './rules.ts'

const place = newId('jurisdiction')
const problem = newId('problem')

function someone(...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const member = someone({ name: 'member', scope: problem })
const facilitator = someone({ name: 'facilitator', scope: place })

describe('saving minutes', () => {
  const seen = { minutes: 'Six are broken.', decision: '' }
  const whole: Saving = {
    seen,
    current: seen,
    typed: { minutes: 'Six are broken.\nTwo are dim.', decision: '' },
    isApproved: false,
    reason: '',
  }
  test.each([
    ['alone', {}, { value: whole.typed }],
    [
      'while another wrote the decision',
      { current: { ...seen, decision: 'A list.' } },
      { value: { minutes: 'Six are broken.\nTwo are dim.', decision: 'A list.' } },
    ],
    [
      'while another changed the same line',
      { current: { ...seen, minutes: 'Seven are broken.' }, typed: { ...seen, minutes: 'Five are broken.' } },
      { refusal: 'both-changed' },
    ],
    ['what stands already', { typed: seen }, { refusal: 'nothing-changed' }],
    ['what was approved, without a reason', { isApproved: true }, { refusal: 'reason-needed' }],
    ['what was approved, with one', { isApproved: true, reason: 'Counted again.' }, { value: whole.typed }],
  ])('%s', (_, other, expected) => {
    expect(save({ ...whole, ...other })).toMatchObject(expected)
  })
})

test('minutes are approved in a later meeting, once, by whoever runs it', () => {
  const state = { hasMinutes: true, isApproved: false, hasLaterMeeting: true }
  expect(approve(problem, state, facilitator).ok).toBe(true)
  expect(approve(problem, state, member)).toMatchObject({ refusal: 'not-yours-to-run' })
  expect(approve(problem, { ...state, hasMinutes: false }, facilitator)).toMatchObject({ refusal: 'no-minutes-yet' })
  expect(approve(problem, { ...state, isApproved: true }, facilitator)).toMatchObject({ refusal: 'approved-already' })
  expect(approve(problem, { ...state, hasLaterMeeting: false }, facilitator)).toMatchObject({
    refusal: 'no-later-meeting',
  })
})

test('the approved wording is shown beside a correction, and not beside itself', () => {
  const at = (hours: number) => Temporal.Instant.from('2026-11-24T10:00:00Z').add({ hours })
  const versions = [{ at: at(0) }, { at: at(1) }, { at: at(5) }]
  expect(approvedWording(versions, null)).toBeUndefined()
  expect(approvedWording(versions, at(3))).toBe(versions[1])
  expect(approvedWording(versions, at(6))).toBeUndefined()
})
