import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersTo, awaitedBy, awaits, givenBy, type Awaiting } from './awaiting-rules.ts'
import { refusedChoices, type Candidate } from './selection-rules.ts'

const [neighbour, anna] = [newId('profile'), newId('account')]
const her = { account: anna, profile: neighbour }

type Group = { readonly chosen: number; readonly drawn: number; readonly given: number; readonly byLot: number }

/** `given` seats by choice are taken, and `byLot` of those by lot. */
function group({ chosen, drawn, given, byLot }: Group, { inDraw = false, isConfirmed = false } = {}): Awaiting {
  const profile = {
    id: neighbour,
    name: 'Neighbour',
    description: '',
    criteria: ['Lives here'],
    chosen,
    drawn,
    isForOrganisations: false,
    keptFor: null,
    wanted: chosen + drawn,
  }
  const taken = (way: 'chosen' | 'drawn', count: number) =>
    Array.from({ length: count }, () => ({ kind: 'citizen', profile: neighbour, way }) as const)
  return {
    filling: {
      rule: { politicians: 1, citizens: chosen + drawn, minGenderShare: null, profiles: [profile] },
      seats: taken('chosen', given),
      asked: taken('drawn', byLot),
      isConfirmed,
      confirmedWith: { politician: 1, citizen: 0 },
    },
    inDraw: inDraw ? [anna] : [],
  }
}

describe('how seats are given, said before anybody asks for one', () => {
  const chance = { chosen: 0, drawn: 3, given: 0, byLot: 0 }
  it.each<[string, Awaiting, ReturnType<typeof givenBy>]>([
    // A bug once: where all seats are drawn, the form said that politicians read every application and answer it.
    ['by lot', group(chance), 'lot'],
    ['by those who choose', group({ ...chance, chosen: 2, drawn: 0 }), 'choice'],
    ['by both', group({ ...chance, chosen: 2 }), 'both'],
    ['by those who choose, once the group has begun', group(chance, { isConfirmed: true }), 'choice'],
  ])('%s', (_, { filling }, given) => {
    expect(givenBy(filling, filling.rule.profiles)).toBe(given)
  })

  it('by both, where one profile is chosen for and another drawn', () => {
    const of = (one: Awaiting) => one.filling.rule.profiles
    const [drawn, chosen] = [group(chance), group({ ...chance, chosen: 2, drawn: 0 })]
    expect(givenBy(drawn.filling, [...of(drawn), ...of(chosen)])).toBe('both')
    expect(givenBy(chosen.filling, of(drawn))).toBe('lot')
  })
})

describe('what answers somebody who waits', () => {
  const byLot = { chosen: 0, drawn: 3, given: 0, byLot: 0 }
  const mixed = { chosen: 2, drawn: 3, given: 0, byLot: 0 }
  it.each<[string, Awaiting, ReturnType<typeof awaitedBy>]>([
    ['those who choose, where nothing is drawn', group({ ...mixed, drawn: 0 }), 'choice'],
    [
      'they still, when every seat is given: each gets a no with its reason',
      group({ ...mixed, drawn: 0, given: 2 }),
      'choice',
    ],
    ['chance, before the draw', group(byLot), 'draw'],
    ['chance, while the draw goes on', group(mixed, { inDraw: true }), 'draw'],
    ['those who choose, while one of their seats is free', group(mixed), 'choice'],
    ['chance, when theirs are given', group({ ...mixed, given: 2 }), 'draw'],
    // A bug once: 42 who were not drawn were said to wait for an answer, nine days overdue, each with a button for a seat.
    ['the confirmation, after the draw', group({ ...byLot, byLot: 3 }), 'confirmation'],
    ['chance once more, when somebody drawn says no', group({ ...byLot, byLot: 2 }), 'draw'],
    ['those who choose, once the group has begun', group(byLot, { isConfirmed: true }), 'choice'],
  ])('%s', (_, awaiting, awaited) => {
    expect(awaitedBy(her, awaiting)).toBe(awaited)
  })

  it('is counted for those who wait alone', () => {
    const of = (state: string) => ({ account: newId('account'), profile: neighbour, state })
    const all = [of('waiting'), of('waiting'), of('withdrawn'), of('selected')]
    expect(awaits(all, group(byLot))).toEqual({ choice: 0, draw: 2, confirmation: 0 })
    expect(awaits(all, group({ ...byLot, byLot: 3 }))).toEqual({ choice: 0, draw: 0, confirmation: 2 })
  })

  it('offers just the answers that are not refused', () => {
    const count = fc.nat(3)
    const groups = fc.record({ chosen: count, drawn: count, given: count, byLot: count })
    fc.assert(
      fc.property(groups, fc.boolean(), fc.boolean(), (of, inDraw, isConfirmed) => {
        const awaiting = group(
          { ...of, given: Math.min(of.given, of.chosen), byLot: Math.min(of.byLot, of.drawn) },
          { inDraw, isConfirmed },
        )
        const candidate: Candidate = { ...her, number: 1, state: 'waiting', household: null }
        const isTaken = (isSelected: boolean): boolean =>
          refusedChoices(
            [candidate],
            [{ number: 1, isSelected, reason: 'So.', criteria: ['Lives here'], isSubstitute: false }],
            { ...awaiting, taken: [], isOnePerHousehold: false, households: [] },
          ).length === 0
        expect(answersTo(her, awaiting)).toEqual({ select: isTaken(true), decline: isTaken(false) })
      }),
    )
  })
})
