import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArenaState } from './rules.ts'
import { choose, refusedChoices, type Candidate, type Choice, type Choosing } from './selection-rules.ts'

const [neighbour, pupil] = [newId('profile'), newId('profile')]
const profile = (id: typeof neighbour, wanted: number) => ({
  id,
  name: 'Somebody',
  description: '',
  criteria: ['Lives here', 'Knows it'],
  chosen: wanted,
  drawn: 0,
  isForOrganisations: false,
  keptFor: null,
  wanted,
})
const choosing: Choosing = {
  filling: {
    rule: { politicians: 1, citizens: 3, minGenderShare: null, profiles: [profile(neighbour, 2), profile(pupil, 1)] },
    seats: [],
    asked: [],
    isConfirmed: false,
    confirmedWith: { politician: 0, citizen: 0 },
  },
  taken: [],
  isOnePerHousehold: false,
  households: [],
}
const candidate = (number: number, part: Partial<Candidate> = {}): Candidate => ({
  number,
  account: newId('account'),
  profile: neighbour,
  state: 'waiting',
  household: null,
  ...part,
})
const yes = (number: number, part: Partial<Choice> = {}): Choice => ({
  number,
  isSelected: true,
  reason: 'Knows the place.',
  criteria: ['Lives here'],
  isSubstitute: false,
  ...part,
})
const refusals = (candidates: readonly Candidate[], choices: readonly Choice[], with_: Partial<Choosing> = {}) =>
  refusedChoices(candidates, choices, { ...choosing, ...with_ }).map(({ number, refusal }) => [number, refusal])

describe('several answers at once', () => {
  it('stand when each has a reason, and each yes something she brings', () => {
    const three = [candidate(1), candidate(2), candidate(3, { profile: pupil })]
    expect(refusals(three, [yes(1), yes(2), yes(3)])).toEqual([])
    expect(
      refusals(three, [yes(1, { reason: ' ' }), yes(2, { criteria: [] }), yes(3, { criteria: ['Is tall'] })]),
    ).toEqual([
      [1, 'reason-needed'],
      [2, 'criteria-needed'],
      [3, 'criteria-needed'],
    ])
    expect(refusals(three, [yes(1, { isSelected: false, criteria: [] })])).toEqual([])
    expect(refusals(three, [yes(4)])).toEqual([[4, 'no-such-application']])
  })

  it('say no to nobody who waits for the draw: a seat of her profile is still given by lot', () => {
    const no = yes(1, { isSelected: false, criteria: [] })
    const half = { ...profile(neighbour, 2), chosen: 1, drawn: 1 }
    const rule = { ...choosing.filling.rule, profiles: [half, profile(pupil, 1)] }
    const one = { kind: 'citizen', profile: neighbour } as const
    const seated = (way: 'chosen' | 'drawn'): Partial<Choosing> => ({
      filling: { ...choosing.filling, rule, seats: [{ ...one, way }] },
    })
    expect(refusals([candidate(1)], [no], seated('chosen'))).toEqual([[1, 'waits-for-the-draw']])
    expect(refusals([candidate(1)], [yes(1)], seated('chosen'))).toEqual([[1, 'only-by-lot']])
    // A no of somebody drawn makes a seat free, which is drawn again among those who wait.
    expect(refusals([candidate(1)], [no], seated('drawn'))).toEqual([[1, 'waits-for-the-group']])
    expect(refusals([candidate(1)], [yes(1)], seated('drawn'))).toEqual([])
    expect(refusals([candidate(1, { profile: pupil })], [no], seated('chosen'))).toEqual([])
  })

  it('judge each after those before it: the third for two seats is one too many', () => {
    const three = [candidate(1), candidate(2), candidate(3)]
    expect(refusals(three, [yes(1), yes(2), yes(3)])).toEqual([[3, 'profile-full']])
    expect(refusals(three, [yes(1), yes(2, { isSelected: false }), yes(3)])).toEqual([])
  })

  it('answer nobody twice, and offer nothing to who sits or has been asked', () => {
    for (const state of ['selected', 'not-selected', 'withdrawn'] as const)
      expect(refusals([candidate(1, { state })], [yes(1)])).toEqual([[1, 'answered-already']])
    const sits = candidate(1)
    expect(refusals([sits], [yes(1)], { taken: [sits.account] })).toEqual([[1, 'seated-already']])
    const again = refusedChoices([candidate(1, { state: 'not-selected' })], [yes(1)], {
      ...choosing,
      from: 'not-selected',
    })
    expect(again).toEqual([])
  })

  it('give one household one seat where the rule says so', () => {
    const two = [candidate(1, { household: 'a' }), candidate(2, { household: 'a' })]
    expect(refusals(two, [yes(1), yes(2)])).toEqual([])
    expect(refusals(two, [yes(1), yes(2)], { isOnePerHousehold: true })).toEqual([[2, 'same-household']])
    expect(refusals(two, [yes(2)], { isOnePerHousehold: true, households: ['a'] })).toEqual([[2, 'same-household']])
    const notLookedUp = two.map(({ account }) => account)
    expect(refusals(two, [yes(1)], { isOnePerHousehold: true, notLookedUp })).toEqual([[1, 'home-not-looked-up']])
    expect(refusals(two, [yes(1)], { notLookedUp })).toEqual([])
  })

  it('whoever asks in whatever order, no more are taken than there are seats, and never two of a household', () => {
    const people = fc.array(
      fc.record({ profile: fc.constantFrom(neighbour, pupil), household: fc.constantFrom('a', 'b', 'c', null) }),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(people, (all) => {
        const candidates = all.map((one, at) => candidate(at + 1, one))
        const refused = new Set(
          refusedChoices(
            candidates,
            candidates.map(({ number }) => yes(number)),
            { ...choosing, isOnePerHousehold: true },
          ).map(({ number }) => number),
        )
        const taken = candidates.filter(({ number }) => !refused.has(number))
        expect(taken.filter((one) => one.profile === neighbour).length).toBeLessThanOrEqual(2)
        expect(taken.filter((one) => one.profile === pupil).length).toBeLessThanOrEqual(1)
        const households = taken.flatMap(({ household }) => household ?? [])
        expect(new Set(households).size).toBe(households.length)
      }),
    )
  })
})

describe('choosing', () => {
  const [town, dora] = [newId('jurisdiction'), newId('person')]
  const actor: Actor = {
    jurisdiction: town,
    account: newId('account'),
    person: dora,
    name: 'Dora',
    assurance: 'low',
    roles: [{ name: 'politician', scope: town }],
  }
  const arena: ArenaState = {
    isMandateAdopted: true,
    parentBody: null,
    sponsors: [dora],
    setUp: undefined,
    call: { closesAt: Temporal.Instant.from('2026-12-01T00:00:00Z') },
    isConfirmed: false,
  }
  const choices = [yes(1)]
  it('is for those who lead, before the group is confirmed, and says something', () => {
    expect(choose(arena, { choices, refused: [] }, actor).ok).toBe(true)
    expect(choose(arena, { choices: [], refused: [] }, actor)).toEqual({ ok: false, refusal: 'nothing-answered' })
    const refused = [{ number: 1, refusal: 'profile-full' } as const]
    expect(choose(arena, { choices, refused }, actor)).toEqual({ ok: false, refusal: 'profile-full' })
    const no = (refusal: string) => ({ ok: false, refusal })
    expect(choose({ ...arena, isConfirmed: true }, { choices, refused: [] }, actor)).toEqual(no('confirmed-already'))
    const other = { ...actor, person: newId('person') }
    expect(choose(arena, { choices, refused: [] }, other)).toEqual(no('not-yours-to-lead'))
    const clerk = { ...actor, roles: [{ name: 'clerk', scope: town } as const] }
    expect(choose(arena, { choices, refused: [] }, clerk)).toEqual(no('staff-never-choose'))
  })
})
