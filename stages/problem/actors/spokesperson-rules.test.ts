import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './spokesperson-rules.ts'

const town = newId('jurisdiction')
const dora = newId('person')

function actorWith(name: RoleName): Actor {
  const roles = [{ name, scope: town }]
  return { jurisdiction: town, account: newId('account'), person: null, name: 'Alice', assurance: 'low', roles }
}

const open: rules.AskState = { isHidden: false, spokesperson: 'nobody', askedInDay: 0, inOffice: [dora] }
const byMail = { who: 'ask', name: 'Mrs Falk', email: 'falk@example.org' } as const

describe('saying who speaks for an actor', () => {
  it.each([
    ['by who may not name actors', {}, byMail, actorWith('officer'), 'not-allowed'],
    ['of what is hidden', { isHidden: true }, byMail, actorWith('resident'), 'hidden-now'],
    ['where somebody speaks', { spokesperson: 'agreed' }, byMail, actorWith('resident'), 'spoken-for'],
    ['where somebody was asked', { spokesperson: 'asked' }, byMail, actorWith('resident'), 'asked-already'],
    ['of staff by themselves', {}, { who: 'me' }, actorWith('clerk'), 'staff-speak-for-none'],
    ['of one who holds no office', {}, { who: 'office', person: newId('person') }, actorWith('clerk'), 'not-in-office'],
    ['of nobody', {}, { who: 'office', person: undefined }, actorWith('clerk'), 'not-in-office'],
    ['without a name', {}, { ...byMail, name: '' }, actorWith('resident'), 'name-needed'],
    ['without an address', {}, { ...byMail, email: '' }, actorWith('resident'), 'email-needed'],
    ['of one more in a day', { askedInDay: rules.mostAskedInDay }, byMail, actorWith('resident'), 'asked-enough'],
  ] as const)('%s is refused', (_, state, choice, actor, refusal) => {
    expect(rules.askSpokesperson({ ...open, ...state }, choice, actor)).toEqual({ ok: false, refusal })
  })

  it('is open to oneself, to an office holder, and to who is asked by mail', () => {
    for (const choice of [{ who: 'me' }, { who: 'office', person: dora }, byMail] as const)
      expect(rules.askSpokesperson(open, choice, actorWith('resident')).ok).toBe(true)
  })
})

describe('taking a name away', () => {
  const speaking = fc.record({
    account: fc.constantFrom(null, newId('account')),
    person: fc.constantFrom(null, dora),
    askedBy: fc.constantFrom(null, newId('account')),
    hasAgreed: fc.boolean(),
  })

  it('is hers, the asker’s until she has answered, and staff’s; never a stranger’s', () => {
    fc.assert(
      fc.property(speaking, (one) => {
        expect(rules.mayEnd(one, actorWith('resident'))).toBe(false)
        expect(rules.mayEnd(one, actorWith('clerk'))).toBe(true)
        expect(rules.mayEnd(one, { ...actorWith('clerk'), account: null })).toBe(false)
        if (one.account) expect(rules.mayEnd(one, { ...actorWith('resident'), account: one.account })).toBe(true)
        if (one.person) expect(rules.mayEnd(one, { ...actorWith('politician'), person: dora })).toBe(true)
        if (one.askedBy)
          expect(rules.mayEnd(one, { ...actorWith('resident'), account: one.askedBy })).toBe(!one.hasAgreed)
      }),
    )
  })
})
