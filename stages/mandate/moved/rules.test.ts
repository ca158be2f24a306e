import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as rules from './rules.ts'

const [council, committee, other] = [newId('body'), newId('body'), newId('body')]
const day = Temporal.PlainDate.from('2026-05-20')

function actorWith(name: RoleName, scope = council): Actor {
  return {
    jurisdiction: newId('jurisdiction'),
    account: newId('account'),
    person: null,
    name: 'Else',
    assurance: 'low',
    roles: [{ name, scope }],
  }
}

const clerk = actorWith('clerk')
const state: rules.MoveState = {
  adoptedOn: day.subtract({ days: 10 }),
  deciding: [committee, council],
  today: day,
  members: 19,
  isKnown: true,
}
const move: rules.Move = { kind: 'policy', body: council, endsOn: day.add({ months: 9 }) }
const vote = { decidedOn: day, votesFor: 12, votesAgainst: 5, abstentions: 2, isCarried: true }

it('moves by a vote of the committee or a body above it, with the mandate or after it', () => {
  expect(rules.draftMove(state, { move, vote }, clerk).ok).toBe(true)
  expect(rules.draftMove(state, { move: { ...move, body: committee }, vote }, clerk).ok).toBe(true)
  const refused = (changed: Partial<rules.MoveState>, moved: Partial<rules.Move> = {}, by = clerk) => {
    const done = rules.draftMove({ ...state, ...changed }, { move: { ...move, ...moved }, vote }, by)
    return done.ok ? 'moved' : done.refusal
  }
  expect(refused({ adoptedOn: null })).toBe('no-mandate')
  expect(refused({ adoptedOn: day.add({ days: 1 }) })).toBe('before-the-mandate')
  expect(refused({}, { body: other })).toBe('not-its-business')
  expect(refused({}, { endsOn: day })).toBe('ends-too-soon')
  expect(refused({}, {}, actorWith('politician', other))).toBe('not-yours-to-record')
  expect(refused({ members: 10 })).toBe('more-votes-than-members')
})

it('control and single cases stay where they were, whoever votes for it (R19)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rules.stayingKinds),
      fc.constantFrom(council, committee),
      fc.constantFrom(clerk, actorWith('politician'), actorWith('body-chair')),
      (kind, body, actor) => {
        expect(rules.draftMove(state, { move: { ...move, kind, body }, vote }, actor).ok).toBe(false)
      },
    ),
  )
  expect(rules.draftMove(state, { move: { ...move, kind: 'control' }, vote }, clerk)).toEqual({
    ok: false,
    refusal: 'stays-where-it-is',
  })
})

const moved: rules.MovedState = {
  body: council,
  from: committee,
  draftedBy: clerk.account,
  isConfirmed: true,
  isCarried: true,
  endsOn: day.add({ days: 100 }),
  returnedOn: null,
}

it('is nowhere else than it was until the chair confirms a vote that was carried, and goes back by itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.boolean(), fc.boolean(), (days, isConfirmed, isCarried) => {
      const where = rules.whereIs({ ...moved, isConfirmed, isCarried }, day.add({ days }))
      expect(where === 'moved').toBe(isConfirmed && isCarried && days <= 100)
      expect(where === 'back').toBe(isConfirmed && isCarried && days > 100)
    }),
  )
  expect(rules.whereIs({ ...moved, returnedOn: day }, day)).toBe('back')
})

it('is brought back earlier by the secretariat or a chair of either body, with a reason, once', () => {
  const back = (actor: Actor, of = moved, words = 'The budget was split.') => {
    const done = rules.giveBack(of, { words, today: day }, actor)
    return done.ok ? 'back' : done.refusal
  }
  for (const actor of [clerk, actorWith('body-chair'), actorWith('body-chair', committee)])
    expect(back(actor)).toBe('back')
  for (const actor of [actorWith('body-chair', other), actorWith('politician'), actorWith('facilitator')])
    expect(back(actor)).toBe('not-yours-to-bring-back')
  expect(back(clerk, moved, '')).toBe('reason-needed')
  expect(back(clerk, { ...moved, returnedOn: day })).toBe('not-moved')
  expect(back(clerk, { ...moved, isConfirmed: false })).toBe('not-moved')
})

it('is confirmed by the chair, not by whoever wrote the record, and once', () => {
  const chair = actorWith('body-chair')
  expect(rules.confirmMove({ ...moved, isConfirmed: false }, chair).ok).toBe(true)
  expect(rules.confirmMove({ ...moved, isConfirmed: false, draftedBy: chair.account }, chair)).toEqual({
    ok: false,
    refusal: 'own-record',
  })
  expect(rules.confirmMove(moved, chair)).toEqual({ ok: false, refusal: 'nothing-to-confirm' })
})
