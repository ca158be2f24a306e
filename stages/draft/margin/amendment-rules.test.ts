import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAmendment, outcomeOf, proposeAmendment, type Deciding } from './amendment-rules.ts'

const problem = newId('problem')
const state = { problem, isFrozen: false, isGroupConfirmed: true }

function actor(...roles: readonly ('member' | 'arena-chair' | 'resident' | 'facilitator')[]): Actor {
  return {
    jurisdiction: newId('jurisdiction'),
    account: newId('account'),
    person: null,
    name: 'A',
    assurance: 'low',
    roles: roles.map((name) => ({ name, scope: problem })),
  }
}

const open = (by: Actor, proposedByChair = false) => ({
  state: 'open' as const,
  proposedBy: by.account ?? newId('account'),
  proposedByChair,
})
const by = (deciders: Deciding['deciders'], proposerDecides = false) => ({ deciders, proposerDecides })

describe('who decides on a change', () => {
  const [alice, bashir, chair, staff] = [
    actor('member'),
    actor('member'),
    actor('member', 'arena-chair'),
    actor('facilitator'),
  ]

  it('is whom the mandate names', () => {
    expect(decideAmendment(state, by('chair'), open(alice), bashir)).toEqual({ ok: false, refusal: 'only-chair' })
    expect(decideAmendment(state, by('chair'), open(alice), chair).ok).toBe(true)
    expect(decideAmendment(state, by('another-member'), open(alice), bashir).ok).toBe(true)
    expect(decideAmendment(state, by('majority'), open(alice), bashir).ok).toBe(true)
  })

  it('is another member where the chair decides and it is her own change', () => {
    expect(decideAmendment(state, by('chair'), open(chair, true), chair)).toEqual({
      ok: false,
      refusal: 'own-amendment',
    })
    expect(decideAmendment(state, by('chair'), open(chair, true), alice).ok).toBe(true)
    expect(decideAmendment(state, by('chair', true), open(chair, true), alice)).toEqual({
      ok: false,
      refusal: 'only-chair',
    })
  })

  it('abuse 41: is never staff, and she who proposed only where the mandate lets her', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('chair' as const, 'another-member' as const, 'majority' as const),
        fc.boolean(),
        (deciders, own) => {
          expect(decideAmendment(state, by(deciders, own), open(alice), staff)).toEqual({
            ok: false,
            refusal: 'staff-never-decide',
          })
          const decided = decideAmendment(state, by(deciders, own), open(chair, true), chair)
          expect(decided.ok).toBe(own)
        },
      ),
    )
  })

  it('is nobody for what is settled or handed over', () => {
    const settled = { ...open(alice), state: 'declined' as const }
    expect(decideAmendment(state, by('majority'), settled, bashir)).toEqual({ ok: false, refusal: 'already-settled' })
    const frozen = { ...state, isFrozen: true }
    expect(decideAmendment(frozen, by('majority'), open(alice), bashir)).toEqual({ ok: false, refusal: 'handed-over' })
  })
})

describe('a majority', () => {
  it('settles once, never both ways, and never on half', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (accept, decline, silent) => {
        const members = accept + decline + silent
        const outcome = outcomeOf({ accept, decline, members })
        expect(outcome === 'accept').toBe(accept > decline + silent)
        if (outcome === 'decline') expect(accept + silent).toBeLessThanOrEqual(decline)
      }),
    )
  })
})

describe('who proposes a change', () => {
  const proposal = { kind: 'replace', base: 'a', current: 'a', words: 'b' } as const

  it('is a member; a resident where the mandate lets residents', () => {
    const resident = actor('resident')
    expect(proposeAmendment(state, { residentsAmend: false }, proposal, resident)).toEqual({
      ok: false,
      refusal: 'members-amend',
    })
    expect(proposeAmendment(state, { residentsAmend: true }, proposal, resident)).toMatchObject({
      ok: true,
      value: { as: 'resident' },
    })
    expect(proposeAmendment(state, { residentsAmend: false }, proposal, actor('member'))).toMatchObject({
      value: { as: 'citizen' },
    })
  })

  it('sees the words that stand, and changes them', () => {
    const propose = (more: object) =>
      proposeAmendment(state, { residentsAmend: false }, { ...proposal, ...more }, actor('member'))
    expect(propose({ current: 'c' })).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(propose({ words: 'a' })).toEqual({ ok: false, refusal: 'nothing-changed' })
    expect(propose({ words: '' })).toEqual({ ok: false, refusal: 'words-needed' })
    expect(propose({ kind: 'drop', words: '' }).ok).toBe(true)
  })
})
