import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const town = newId('jurisdiction')
const problem = newId('problem')
const open: rules.DraftState = { problem, isFrozen: false, isGroupConfirmed: true }
const frozen: rules.DraftState = { problem, isFrozen: true, isGroupConfirmed: true }

function actorWith(names: readonly RoleName[], person: Id<'person'> | null = null): Actor {
  return {
    jurisdiction: town,
    account: newId('account'),
    person,
    name: 'Alice',
    assurance: 'low',
    roles: names.map((name) => ({ name, scope: name === 'member' ? problem : town })),
  }
}
const citizen = actorWith(['resident', 'member'])
const politician = actorWith(['politician', 'member'], newId('person'))
const facilitator = actorWith(['resident', 'facilitator'])

describe('writing the common text', () => {
  it.each([
    ['a citizen', citizen, 'citizen'],
    ['a politician', politician, 'politician'],
    ['a facilitator', facilitator, 'staff'],
  ] as const)('is for %s, and it is kept as what', (_, actor, as) => {
    expect(rules.write(open, actor)).toMatchObject({ ok: true, value: { as } })
  })

  it.each([
    ['a resident', actorWith(['resident'])],
    ['a clerk who is a member', actorWith(['clerk', 'member'])],
    ['a member of another group', { ...citizen, roles: [{ name: 'member', scope: newId('problem') }] } as Actor],
    ['nobody', { ...citizen, account: null }],
  ])('is not for %s', (_, actor) => {
    expect(rules.write(open, actor)).toEqual({ ok: false, refusal: 'not-a-member' })
  })

  it('begins when the group is confirmed, for staff too', () => {
    for (const actor of [citizen, politician, facilitator])
      expect(rules.write({ ...open, isGroupConfirmed: false }, actor)).toEqual({
        ok: false,
        refusal: 'group-not-confirmed',
      })
  })

  it('ends with the hand-over, for everybody and everything', () => {
    for (const actor of [citizen, politician, facilitator]) {
      expect(rules.write(frozen, actor)).toEqual({ ok: false, refusal: 'handed-over' })
    }
    expect(rules.stand({ ...frozen, current: 1 }, 1, citizen)).toEqual({ ok: false, refusal: 'handed-over' })
    expect(rules.writeMinorityText({ ...frozen, ownStand: 'disagree' }, citizen)).toEqual({
      ok: false,
      refusal: 'handed-over',
    })
  })
})

describe('taking a stand', () => {
  it('is for members, politicians and citizens alike, never for staff', () => {
    expect(rules.stand({ ...open, current: 1 }, 1, citizen).ok).toBe(true)
    expect(rules.stand({ ...open, current: 1 }, 1, politician).ok).toBe(true)
    for (const actor of [facilitator, actorWith(['facilitator', 'member']), actorWith(['resident'])]) {
      expect(rules.stand({ ...open, current: 1 }, 1, actor)).toEqual({ ok: false, refusal: 'members-only' })
    }
    expect(rules.stand({ ...open, current: 2 }, 1, citizen)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  })

  it('comes before writing for the minority', () => {
    expect(rules.writeMinorityText({ ...open, ownStand: 'disagree' }, citizen).ok).toBe(true)
    expect(rules.writeMinorityText({ ...open, ownStand: 'agree' }, citizen)).toEqual({
      ok: false,
      refusal: 'only-who-disagrees',
    })
    expect(rules.writeMinorityText({ ...open, ownStand: undefined }, citizen)).toEqual({
      ok: false,
      refusal: 'only-who-disagrees',
    })
    expect(rules.writeMinorityText({ ...open, ownStand: 'disagree' }, facilitator)).toEqual({
      ok: false,
      refusal: 'members-only',
    })
  })
})

describe('agreement', () => {
  it.each([
    [{ agree: 15, disagree: 0, members: 15 }, 'consensus'],
    [{ agree: 8, disagree: 0, members: 15 }, 'consensus'],
    [{ agree: 9, disagree: 3, members: 15 }, 'majority'],
    [{ agree: 7, disagree: 8, members: 15 }, 'disagreement'],
    [{ agree: 7, disagree: 5, members: 15 }, 'disagreement'],
    [{ agree: 7, disagree: 0, members: 15 }, undefined],
    [{ agree: 0, disagree: 0, members: 0 }, undefined],
  ] as const)('of %o is %s', (voices, kind) => {
    expect(rules.agreementOf(voices)?.kind).toBe(kind)
  })

  it('is never called consensus where somebody disagrees, nor majority without most of the members', () => {
    const count = fc.nat({ max: 60 })
    fc.assert(
      fc.property(count, count, count, (agree, disagree, silent) => {
        const agreement = rules.agreementOf({ agree, disagree, members: agree + disagree + silent })
        if (agreement?.kind === 'consensus') expect(disagree).toBe(0)
        if (agreement?.kind === 'majority') expect(agree).toBeGreaterThan(disagree + silent)
        if (agreement)
          expect((agreement.for ?? 0) + (agreement.against ?? 0) + (agreement.silent ?? 0)).toBe(
            agree + disagree + silent,
          )
      }),
    )
  })
})
