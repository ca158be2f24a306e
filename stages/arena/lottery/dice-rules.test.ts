import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './dice-rules.ts'
import type { Standing, Step } from './rules.ts'

const problem = newId('problem')
const place = newId('jurisdiction')
const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const panelsAt = now.subtract({ hours: 2 })

function standing(step: Step, isConfirmed = false): Standing {
  return {
    problem,
    arena: {
      isMandateAdopted: true,
      parentBody: newId('body'),
      sponsors: [],
      setUp: undefined,
      call: { closesAt: now.subtract({ hours: 9 }) },
      isConfirmed,
    },
    lottery: { step, version: 1, replaces: null },
  }
}

function person(name: 'clerk' | 'facilitator') {
  const roles = [{ name, scope: place }]
  const account = newId('account')
  return { jurisdiction: place, account, person: null, name, assurance: 'low', roles } satisfies Actor
}
type Somebody = ReturnType<typeof person>

const [clerk, facilitator, third, fourth] = [person('clerk'), person('facilitator'), person('clerk'), person('clerk')]
const refusalOf = (result: { readonly ok: boolean; readonly refusal?: string }) => (result.ok ? 'done' : result.refusal)

const thrown: rules.Thrown = {
  panelsAt,
  thrownAt: now.subtract({ minutes: 5 }),
  isSame: false,
  disputes: [],
  isOneWaiting: false,
  givenUpAt: null,
  isByBeacon: false,
}
const dispute = (typedBy: Somebody, secondBy: Somebody, secondAt = now.subtract({ minutes: 30 })): rules.Dispute => ({
  typedBy: typedBy.account,
  secondBy: secondBy.account,
  secondAt,
})
const disputes = [dispute(facilitator, third)]

describe('the number', () => {
  it.each<[string, Standing, rules.Thrown, string]>([
    ['after the panels', standing('panels'), thrown, 'done'],
    ['before the panels', standing('pool'), { ...thrown, panelsAt: null }, 'no-panels'],
    [
      'of dice thrown before the panels',
      standing('panels'),
      { ...thrown, thrownAt: panelsAt.subtract({ minutes: 1 }) },
      'thrown-before-panels',
    ],
    ['of dice not thrown yet', standing('panels'), { ...thrown, thrownAt: now.add({ minutes: 1 }) }, 'thrown-later'],
    // A bug once: the minute that stands in the form was refused just after the panels were published.
    [
      'of dice thrown in the minute of the panels',
      standing('panels'),
      { ...thrown, thrownAt: panelsAt.subtract({ seconds: 59 }) },
      'done',
    ],
    ['beside one that waits', standing('panels'), { ...thrown, isOneWaiting: true }, 'written-already'],
    ['where a beacon gives the number', standing('panels'), { ...thrown, isByBeacon: true }, 'beacon-announced'],
    [
      'of dice thrown before the beacon was given up',
      standing('panels'),
      { ...thrown, givenUpAt: thrown.thrownAt.add({ minutes: 2 }) },
      'thrown-before-given-up',
    ],
    ['after the draw', standing('drawn'), thrown, 'drawn-already'],
    ['in a group that has begun', standing('panels', true), thrown, 'confirmed-already'],
    ['of dice thrown after others wrote different numbers', standing('panels'), { ...thrown, disputes }, 'done'],
    [
      'of dice thrown before they did',
      standing('panels'),
      { ...thrown, disputes, thrownAt: now.subtract({ minutes: 31 }) },
      'thrown-before-dispute',
    ],
    // An attack once: whoever disliked the dice wrote another number, and they were thrown until she liked them.
    [
      'of dice thrown anew by one of those who did',
      standing('panels'),
      { ...thrown, disputes: [...disputes, dispute(clerk, fourth)] },
      'you-disputed',
    ],
    [
      'of the same dice by one of those who did',
      standing('panels'),
      { ...thrown, isSame: true, disputes: [dispute(clerk, fourth)] },
      'done',
    ],
    ['of the same dice as none', standing('panels'), { ...thrown, isSame: true }, 'nothing-disputed'],
  ])('is written %s: %s', (_, of, these, expected) => {
    expect(refusalOf(rules.writeNumber(of, these, { actor: clerk, now }))).toBe(expected)
  })

  it('counts when another person wrote the same, whoever the two are', () => {
    const whole = fc.integer({ min: 0, max: 999 })
    const someone = fc.constantFrom(clerk, facilitator, third)
    fc.assert(
      fc.property(whole, whole, someone, someone, (panel, second, one, other) => {
        const first = { typedBy: one.account, panel, isSame: false }
        const result = rules.writeAgain(standing('panels'), { first, disputes: [], panel: second }, other)
        if (one === other) expect(refusalOf(result)).toBe('same-person')
        else expect(result).toMatchObject({ ok: true, value: { isSame: panel === second } })
      }),
    )
  })

  it('is not written a second time when there is no first, nor of dice thrown anew by who disputed those before', () => {
    const none = { first: null, disputes: [], panel: 1 }
    expect(refusalOf(rules.writeAgain(standing('panels'), none, clerk))).toBe('nothing-written')
    const anew = { first: { typedBy: clerk.account, panel: 1, isSame: false }, disputes, panel: 1 }
    expect(refusalOf(rules.writeAgain(standing('panels'), anew, third))).toBe('you-disputed')
    const same = { ...anew, first: { ...anew.first, isSame: true } }
    expect(refusalOf(rules.writeAgain(standing('panels'), same, third))).toBe('done')
  })

  it('is disputed by one person of one throw alone, and two careful people end it at any time', () => {
    const others = [facilitator, third, fourth]
    type Play = { readonly disputes: readonly rules.Dispute[]; readonly throws: number; readonly isSame: boolean }
    const begin: Play = { disputes: [], throws: 1, isSame: false }
    // The clerk writes another number of whatever anybody writes; who reads honestly looks again or throws anew.
    const round = fc.record({ who: fc.constantFrom(...others), isSame: fc.boolean() })
    const play = (state: Play, { who, isSame }: { readonly who: Somebody; readonly isSame: boolean }): Play => {
      const at = now.add({ hours: state.disputes.length + 1 })
      const isAgain = isSame && state.disputes.length > 0
      const these = { ...thrown, disputes: state.disputes, isSame: isAgain, thrownAt: at }
      if (!rules.writeNumber(standing('panels'), these, { actor: who, now: at }).ok) return state
      const first = { typedBy: who.account, panel: 1, isSame: isAgain }
      const again = rules.writeAgain(standing('panels'), { first, disputes: state.disputes, panel: 2 }, clerk)
      if (!again.ok) return state
      const isAnew = !isAgain && state.disputes.length > 0
      return {
        isSame: isAgain,
        throws: state.throws + (isAnew ? 1 : 0),
        disputes: [...state.disputes, dispute(who, clerk, at)],
      }
    }
    fc.assert(
      fc.property(fc.array(round, { maxLength: 12 }), (rounds) => {
        const state = rounds.reduce(play, begin)
        // She has no part in dice that are thrown anew.
        expect(state.throws).toBe(1)
        if (state.disputes.length === 0) return
        const these = { ...thrown, disputes: state.disputes, isSame: true }
        expect(rules.writeNumber(standing('panels'), these, { actor: third, now })).toMatchObject({ ok: true })
        const first = { typedBy: third.account, panel: 1, isSame: true }
        const again = rules.writeAgain(standing('panels'), { first, disputes: state.disputes, panel: 1 }, fourth)
        expect(again).toMatchObject({ ok: true, value: { isSame: true } })
      }),
    )
  })
})
