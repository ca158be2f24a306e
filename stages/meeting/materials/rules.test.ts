import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, maySee, publish } from './rules.ts'

const problem = newId('problem')
const place = newId('jurisdiction')
const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
const meeting = { state: 'called', startsAt: now.add({ hours: 200 }) } as const
const cancelled = { ...meeting, state: 'cancelled' } as const

function someone(...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const member = someone({ name: 'member', scope: problem })
const politician = someone({ name: 'member', scope: problem }, { name: 'politician', scope: newId('body') })
const chair = someone({ name: 'member', scope: problem }, { name: 'arena-chair', scope: problem })
const officer = someone({ name: 'officer', scope: place })
const clerk = someone({ name: 'clerk', scope: place })
const resident = someone({ name: 'resident', scope: place })

test('everybody at the table brings papers: a link or a file', () => {
  const state = { meeting, standsIn: false, hasLink: true, hasFile: false }
  for (const who of [member, politician, chair, clerk]) expect(add(problem, state, who).ok).toBe(true)
  expect(add(problem, state, clerk)).toMatchObject({ value: { isStaff: true } })
  expect(add(problem, { ...state, standsIn: true }, resident).ok).toBe(true)
  expect(add(problem, state, resident)).toMatchObject({ refusal: 'not-a-member' })
  expect(add(problem, { ...state, hasFile: true }, member)).toMatchObject({ refusal: 'link-or-file' })
  expect(add(problem, { ...state, hasLink: false }, member)).toMatchObject({ refusal: 'link-or-file' })
  expect(add(problem, { ...state, meeting: cancelled }, member)).toMatchObject({ refusal: 'is-cancelled' })
})

test('papers go out now or at a time ahead, by whoever prepares the meeting', () => {
  const state = { meeting, waiting: 2, due: null }
  expect(publish(problem, state, { actor: clerk, now }).ok).toBe(true)
  expect(publish(problem, { ...state, waiting: 0, due: now.add({ hours: 1 }) }, { actor: chair, now }).ok).toBe(true)
  expect(publish(problem, state, { actor: member, now })).toMatchObject({ refusal: 'not-yours-to-run' })
  expect(publish(problem, { ...state, waiting: 0 }, { actor: clerk, now })).toMatchObject({
    refusal: 'nothing-to-publish',
  })
  expect(publish(problem, { ...state, due: now }, { actor: clerk, now })).toMatchObject({ refusal: 'in-the-past' })
  expect(publish(problem, { ...state, meeting: cancelled }, { actor: clerk, now })).toMatchObject({
    refusal: 'is-cancelled',
  })
})

test('before they are out nobody sees them but who prepares and who brought it; then all do, politician or not', () => {
  const waiting = { publishedAt: null, addedBy: newId('account') }
  fc.assert(
    fc.property(fc.constantFrom(member, politician, officer, resident), (who) => {
      expect(maySee(problem, waiting, who)).toBe(false)
      expect(maySee(problem, { ...waiting, publishedAt: now }, who)).toBe(true)
    }),
  )
  expect(maySee(problem, { publishedAt: null, addedBy: member.account ?? newId('account') }, member)).toBe(true)
  for (const who of [chair, clerk]) expect(maySee(problem, waiting, who)).toBe(true)
})
