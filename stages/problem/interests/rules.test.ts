import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const town = newId('jurisdiction')

function actorWith(...names: readonly RoleName[]): Actor {
  return {
    jurisdiction: town,
    account: newId('account'),
    person: null,
    name: 'Bo Strand',
    assurance: 'low',
    roles: names.map((name) => ({ name, scope: town })),
  }
}

const club: rules.DeclarationWords = {
  legalForm: 'association',
  speaksFor: 'Its members',
  howMany: 212,
  paidBy: 'Members',
  interests: ['members'],
  interestWords: 'Berths that stay dry.',
  resources: ['hands'],
  resourceWords: '',
  spokesperson: '',
  hasAgreed: false,
}

describe('declaring', () => {
  const roles: readonly RoleName[] = ['resident', 'politician', 'clerk', 'administrator', 'member', 'officer']

  it('is for who speaks for an organisation, and for nobody on its behalf', () => {
    const by = (actor: Actor) => ({ actor, isFirst: true, reason: '' })
    expect(rules.declare(club, by(actorWith('organisation'))).ok).toBe(true)
    for (const role of roles) {
      expect(rules.declare(club, by(actorWith(role)))).toEqual({ ok: false, refusal: 'only-organisations' })
      const caseInterest = { isDeclared: true, isTold: false }
      expect(rules.declareCaseInterest(caseInterest, actorWith(role)).ok).toBe(false)
      expect(rules.withdraw(true, { actor: actorWith(role), reason: 'so' }).ok).toBe(false)
      expect(rules.withdrawCaseInterest(true, actorWith(role)).ok).toBe(false)
    }
  })

  it('names an interest, names nobody who has not agreed, and a correction says why', () => {
    fc.assert(
      fc.property(
        fc.record({
          interests: fc.uniqueArray(fc.constantFrom(...rules.interestKinds)),
          spokesperson: fc.constantFrom('', 'Bo Strand'),
          hasAgreed: fc.boolean(),
          isFirst: fc.boolean(),
          reason: fc.constantFrom('', 'We grew.'),
        }),
        ({ isFirst, reason, ...words }) => {
          const declared = rules.declare({ ...club, ...words }, { actor: actorWith('organisation'), isFirst, reason })
          expect(declared.ok).toBe(
            words.interests.length > 0 && (words.spokesperson === '' || words.hasAgreed) && (isFirst || reason !== ''),
          )
        },
      ),
    )
  })
})

describe('in a case', () => {
  const actor = actorWith('organisation')

  it('comes after what it is, and never in a told case', () => {
    expect(rules.declareCaseInterest({ isDeclared: true, isTold: false }, actor).ok).toBe(true)
    expect(rules.declareCaseInterest({ isDeclared: false, isTold: false }, actor)).toEqual({
      ok: false,
      refusal: 'declare-first',
    })
    expect(rules.declareCaseInterest({ isDeclared: true, isTold: true }, actor)).toEqual({
      ok: false,
      refusal: 'told-case',
    })
  })

  it('withdraws only what stands, and the declaration itself with a reason', () => {
    expect(rules.withdrawCaseInterest(false, actor)).toEqual({ ok: false, refusal: 'not-declared' })
    expect(rules.withdraw(false, { actor, reason: 'so' })).toEqual({ ok: false, refusal: 'not-declared' })
    expect(rules.withdraw(true, { actor, reason: '' })).toEqual({ ok: false, refusal: 'reason-needed' })
  })
})
