import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const town = newId('jurisdiction')
const [dora, emil] = [newId('person'), newId('person')]

function actorWith(name: RoleName, person: Id<'person'> | null): Actor {
  return {
    jurisdiction: town,
    account: newId('account'),
    person,
    name: 'Dora',
    assurance: 'low',
    roles: [{ name, scope: town }],
  }
}

const colleague = { person: emil, isSeated: true, hasAccount: true, isAsked: false }

describe('asking a colleague', () => {
  it.each([
    ['by somebody who holds no seat now', [dora], colleague, actorWith('resident', dora), 'only-politicians'],
    ['by one who has not taken it up', [], colleague, actorWith('politician', dora), 'take-it-up-first'],
    ['of oneself', [dora], { ...colleague, person: dora }, actorWith('politician', dora), 'invites-herself'],
    [
      'of one whose term is over',
      [dora],
      { ...colleague, isSeated: false },
      actorWith('politician', dora),
      'not-seated',
    ],
    [
      'of one who was never here',
      [dora],
      { ...colleague, hasAccount: false },
      actorWith('politician', dora),
      'no-account',
    ],
    ['of one who leads already', [dora, emil], colleague, actorWith('politician', dora), 'sponsors-already'],
    ['twice', [dora], { ...colleague, isAsked: true }, actorWith('politician', dora), 'asked-already'],
  ] as const)('%s is refused', (_, sponsors, invited, actor, refusal) => {
    expect(rules.invite(sponsors, invited, actor)).toEqual({ ok: false, refusal })
  })

  it('is open to a sponsor, whatever the party', () => {
    expect(rules.invite([dora], colleague, actorWith('politician', dora)).ok).toBe(true)
  })
})

describe('declining and stepping back', () => {
  it('is for who was asked and who sponsors, while the seat is held', () => {
    expect(rules.decline(true, actorWith('politician', emil)).ok).toBe(true)
    expect(rules.decline(false, actorWith('politician', emil))).toEqual({ ok: false, refusal: 'not-asked' })
    expect(rules.decline(true, actorWith('resident', emil))).toEqual({ ok: false, refusal: 'only-politicians' })
    const by = { actor: actorWith('politician', dora), reason: 'I sit on the board.' }
    expect(rules.stepBack([emil], by)).toEqual({ ok: false, refusal: 'not-a-sponsor' })
    expect(rules.stepBack([dora], { ...by, reason: '' })).toEqual({ ok: false, refusal: 'reason-needed' })
    expect(rules.stepBack([dora], { ...by, actor: actorWith('resident', dora) })).toEqual({
      ok: false,
      refusal: 'only-politicians',
    })
  })

  it('whom a body named accepts for herself, while she holds the seat; nobody else does', () => {
    expect(rules.acceptNaming([dora], actorWith('politician', dora)).ok).toBe(true)
    expect(rules.acceptNaming([dora], actorWith('politician', emil))).toEqual({ ok: false, refusal: 'not-named' })
    expect(rules.acceptNaming([dora], actorWith('resident', dora))).toEqual({ ok: false, refusal: 'only-politicians' })
  })

  it('knows the last one', () => {
    const by = { actor: actorWith('politician', dora), reason: 'I move away.' }
    expect(rules.stepBack([dora, emil], by)).toMatchObject({ ok: true, value: { isLast: false } })
    expect(rules.stepBack([dora], by)).toMatchObject({ ok: true, value: { isLast: true } })
  })
})

describe('parties', () => {
  it('are counted once each; who belongs to none stands alone; the order does not matter', () => {
    expect(rules.partiesAmong(['Green Shore', 'Green Shore'])).toEqual({ count: 1, only: 'Green Shore' })
    expect(rules.partiesAmong([null, null])).toEqual({ count: 2, only: null })
    expect(rules.partiesAmong(['Green Shore', null]).count).toBe(2)
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B', 'C', null)), (parties) => {
        const { count } = rules.partiesAmong(parties)
        expect(rules.partiesAmong(parties.toReversed()).count).toBe(count)
        expect(count).toBeLessThanOrEqual(parties.length)
      }),
    )
  })
})
