import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

function placeIn(parent: rules.PlaceState | null, isTold = false): rules.PlaceState {
  return { id: newId('jurisdiction'), parent: parent?.id ?? null, isTold }
}
const union = placeIn(null)
const estrand = placeIn(union)
const vestland = placeIn(union)
const lindhavn = placeIn(estrand)
const nordby = placeIn(estrand)
const told = placeIn(estrand, true)
const island = placeIn(null)
const places = [union, estrand, vestland, lindhavn, nordby, told, island]

describe('how places lie to each other', () => {
  it.each([
    ['a town and its nation', lindhavn, estrand, 'above'],
    ['a town and the union', lindhavn, union, 'above'],
    ['a union and a town in it', union, lindhavn, 'below'],
    ['two towns of one nation', lindhavn, nordby, 'beside'],
    ['a town and another nation', lindhavn, vestland, undefined],
    ['two places that lie in nothing', union, island, undefined],
    ['a place and itself', lindhavn, lindhavn, undefined],
  ] as const)('%s: %#', (_, from, to, nearness) => {
    expect(rules.nearnessOf(places, from, to)).toBe(nearness)
  })

  it('seen from the other side, above is below and beside is beside', () => {
    const mirrored = { above: 'below', below: 'above', beside: 'beside' } as const
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 12 }), (parents) => {
        const tree: rules.PlaceState[] = []
        // Each place lies in an earlier one or in none: always a tree.
        for (const parent of parents) tree.push(placeIn(tree[parent % (tree.length + 1)] ?? null))
        for (const a of tree) {
          for (const b of tree) {
            const seen = rules.nearnessOf(tree, a, b)
            expect(rules.nearnessOf(tree, b, a)).toBe(seen && mirrored[seen])
          }
        }
      }),
    )
  })

  it('offers for parts only what lies below, and never a told place', () => {
    expect(rules.placesToAsk(places, estrand, 'part').map(({ place }) => place)).toEqual([lindhavn, nordby])
    expect(rules.placesToAsk(places, lindhavn, 'whole').map(({ place }) => place)).toEqual([union, estrand, nordby])
    expect(rules.placesToAsk(places, island, 'whole')).toEqual([])
  })
})

const dora = newId('person')

function actor(person: Id<'person'> | null, ...names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: lindhavn.id }))
  return { jurisdiction: lindhavn.id, account: newId('account'), person, name: 'Dora', assurance: 'low', roles }
}
const politician = actor(dora, 'resident', 'politician')
const resident = actor(null, 'resident')
const clerk = actor(null, 'resident', 'clerk')

const state: rules.AskingState = {
  sponsors: [],
  isTold: false,
  isHidden: false,
  isMerged: false,
  cameFrom: null,
  asked: [],
}
const asking: rules.Asking = { kind: 'whole', from: lindhavn, to: estrand, places, reason: 'The road is the nation’s.' }

describe('asking another place', () => {
  it('is open to any politician of the place', () => {
    expect(rules.ask(state, asking, politician)).toMatchObject({ ok: true, value: { person: dora } })
  })

  it.each<[string, Partial<rules.AskingState>, Partial<rules.Asking>, Actor, rules.AskRefusal]>([
    ['staff', {}, {}, clerk, 'staff-never-hand-over'],
    ['residents', {}, {}, resident, 'only-politicians'],
    ['a politician whose account is nobody’s', {}, {}, actor(null, 'politician'), 'only-politicians'],
    ['told cases', { isTold: true }, {}, politician, 'told-here'],
    ['hidden words', { isHidden: true }, {}, politician, 'hidden'],
    ['a problem that goes on in another', { isMerged: true }, {}, politician, 'goes-on-elsewhere'],
    ['a place that is not there', {}, { to: undefined }, politician, 'no-such-place'],
    ['itself', {}, { to: lindhavn }, politician, 'same-place'],
    ['a told place', {}, { to: told }, politician, 'told-place'],
    ['a place the tree does not join', {}, { to: vestland }, politician, 'unrelated-place'],
    ['where it came from', { cameFrom: estrand.id }, {}, politician, 'came-from-there'],
    ['no reason', {}, { reason: '  ' }, politician, 'reason-needed'],
    [
      'parts without having taken it up',
      {},
      { kind: 'part', from: estrand, to: lindhavn },
      politician,
      'only-sponsors-invite',
    ],
    ['parts in a place above', { sponsors: [dora] }, { kind: 'part' }, politician, 'not-a-member'],
  ])('refuses %s', (_, at, what, who, refusal) => {
    expect(rules.ask({ ...state, ...at }, { ...asking, ...what }, who)).toEqual({ ok: false, refusal })
  })

  it.each([
    ['sent', false],
    ['waits', false],
    ['accepted', false],
    ['declined', true],
    ['stopped', true],
  ] as const)('after %s, may ask again: %s', (was, may) => {
    const asked = [{ to: estrand.id, state: was }]
    expect(rules.ask({ ...state, asked }, asking, politician).ok).toBe(may)
  })
})

it('a bug once: an address with no number, or one no table holds, was an error and not a page that is not there', () => {
  for (const typed of ['abc', '', '-1', '1.5', '1e3', '0', '99999999999', 'NaN']) expect(rules.numberIn(typed)).toBe(0)
  expect(rules.numberIn('12')).toBe(12)
})

describe('answering', () => {
  const waits: rules.AnsweringState = { state: 'waits', isHidden: false, isHiddenThere: false }
  const yes = { isAccepted: true, reason: 'Ours.' }
  const no = { isAccepted: false, reason: 'Not ours.' }

  it('is for a politician of the place, either way', () => {
    expect(rules.answer(waits, yes, politician).ok).toBe(true)
    expect(rules.answer(waits, no, politician).ok).toBe(true)
  })

  it.each<[string, Partial<rules.AnsweringState>, typeof yes, Actor, rules.AnswerRefusal]>([
    ['staff', {}, yes, clerk, 'staff-never-hand-over'],
    ['residents', {}, yes, resident, 'not-yours-to-answer'],
    ['a second answer', { state: 'accepted' }, no, politician, 'answered-already'],
    ['taking up hidden words', { isHidden: true }, yes, politician, 'hidden-here'],
    ['taking up what is hidden where it came from', { isHiddenThere: true }, yes, politician, 'hidden-there'],
    ['an answer without words', {}, { isAccepted: false, reason: '' }, politician, 'reason-needed'],
  ])('refuses %s', (_, at, words, who, refusal) => {
    expect(rules.answer({ ...waits, ...at }, words, who)).toEqual({ ok: false, refusal })
  })

  it('lets hidden words be declined', () => {
    expect(rules.answer({ ...waits, isHidden: true, isHiddenThere: true }, no, politician).ok).toBe(true)
  })
})

describe('what stands hidden over a copy', () => {
  const words = fc.record({
    question: fc.constantFrom('Who?', 'Where?'),
    whatHappens: fc.constantFrom('This.', 'That.'),
    whoIsAffected: fc.constantFrom('', 'Us.'),
  })
  const stone = fc.constantFrom(undefined, 'a stone')

  it('is hidden exactly when its problem, its asking, or a version with these very words is', () => {
    const origin = fc.record({ problem: stone, asking: stone, framings: fc.array(fc.record({ words, stone })) })
    fc.assert(
      fc.property(words, origin, (copy, stones) => {
        const isHidden =
          stones.problem !== undefined ||
          stones.asking !== undefined ||
          stones.framings.some((one) => one.stone !== undefined && JSON.stringify(one.words) === JSON.stringify(copy))
        expect(rules.stoneOver(copy, stones) !== undefined).toBe(isHidden)
        // In whatever order the versions are read.
        const turned = { ...stones, framings: stones.framings.toReversed() }
        expect(rules.stoneOver(copy, turned)).toBe(rules.stoneOver(copy, stones))
      }),
    )
  })
})
