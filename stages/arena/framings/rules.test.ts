import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as rules from './rules.ts'

const [problem, other] = [newId('problem'), newId('problem')]

function actorWith(name: RoleName, scope = problem): Actor {
  return {
    jurisdiction: newId('jurisdiction'),
    account: newId('account'),
    person: null,
    name: 'Viktor',
    assurance: 'low',
    roles: [{ name, scope }],
  }
}

it('is written by members of this group alone', () => {
  expect(rules.draftFraming(problem, actorWith('member')).ok).toBe(true)
  for (const actor of [actorWith('member', other), actorWith('resident'), actorWith('arena-chair-elect')])
    expect(rules.draftFraming(problem, actor)).toEqual({ ok: false, refusal: 'only-members' })
})

it('is put forward by the chair, for more than half of those who sit in the group now', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 5 }),
      (size, behind, gone) => {
        const members = Array.from({ length: size }, () => newId('account'))
        const backers = [...members.slice(0, behind), ...Array.from({ length: gone }, () => newId('account'))]
        const draft = { isPutForward: false, backers }
        const put = rules.putForward({ id: problem, mergedInto: null }, draft, {
          actor: actorWith('arena-chair'),
          members,
        })
        const inside = Math.min(behind, size)
        expect(put.ok).toBe(inside > size / 2)
        if (put.ok) expect(put.value.backers).toBe(inside)
      },
    ),
  )
})

it('is not the member’s to put forward, not another chair’s, and happens once', () => {
  const members = [newId('account')]
  const draft = { isPutForward: false, backers: members }
  for (const actor of [actorWith('member'), actorWith('arena-chair', other), actorWith('clerk')])
    expect(rules.putForward({ id: problem, mergedInto: null }, draft, { actor, members })).toEqual({
      ok: false,
      refusal: 'only-chair',
    })
  const done = { ...draft, isPutForward: true }
  expect(
    rules.putForward({ id: problem, mergedInto: null }, done, { actor: actorWith('arena-chair'), members }),
  ).toEqual({
    ok: false,
    refusal: 'put-forward-already',
  })
  expect(rules.backFraming(problem, done, actorWith('member'))).toEqual({ ok: false, refusal: 'put-forward-already' })
})

it('a problem that goes on in another takes no version from a group either', () => {
  const merged = { id: problem, mergedInto: newId('problem') }
  const draft = { isPutForward: false, backers: [] }
  expect(rules.putForward(merged, draft, { actor: actorWith('arena-chair'), members: [] })).toEqual({
    ok: false,
    refusal: 'goes-on-elsewhere',
  })
})
