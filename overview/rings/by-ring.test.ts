import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ThreadMatter } from '../thread/thread-matter.ts'
import { fromEachRing, ringOf, writingRings, type Around } from './by-ring.ts'

const [alice, aisha] = [newId('account'), newId('account')]

type Given = ThreadMatter['contributions'][number]

function given(kind: 'idea' | 'group-report' = 'idea'): Given {
  const id: Id = newId(kind)
  return { thing: { kind, id }, source: kind === 'idea' ? 'idea' : 'report', end: id }
}

function textCiting(cites: readonly Id[], contributions: readonly Given[]): ThreadMatter {
  const clause = { id: newId('clause'), text: 'x', href: '/', sources: '/', cites }
  const recommendation = { id: newId('recommendation'), title: 'Light', href: '/', number: 1, clauses: [clause] }
  return {
    contributions,
    recommendations: cites.length === 0 ? [] : [recommendation],
    passages: [],
    answers: [],
    commitments: [],
    outcomes: [],
    links: {
      source: () => '/',
      left: '/',
      recommendations: () => '/',
      background: '/',
      answers: '/',
      commitments: '/',
      outcomes: '/',
    },
    isOver: false,
  }
}

it('counts what a working group gave as the working group’s, also where a member of the table wrote it', () => {
  const [plain, hers, inGroup, report] = [given(), given(), given(), given('group-report')]
  const around: Around = {
    seats: new Set([alice]),
    inGroups: new Set([inGroup.thing.id]),
    authors: new Map([
      [plain.thing.id, [aisha]],
      [hers.thing.id, [alice]],
      [inGroup.thing.id, [alice]],
    ]),
  }
  expect([plain, hers, inGroup, report].map((one) => ringOf(one, around))).toEqual([
    'open',
    'members',
    'groups',
    'groups',
  ])
})

it('leads from a ring to the recommendation that names what it gave, also where that goes on in another one', () => {
  const target = given()
  const merged = { ...given(), end: target.thing.id }
  const around: Around = { seats: new Set(), inGroups: new Set([merged.thing.id]), authors: new Map() }
  const { groups, members } = fromEachRing(textCiting([target.thing.id], [target, merged]), around)
  expect(groups.taken).toEqual([merged])
  expect(groups.recommendations.map(({ title }) => title)).toEqual(['Light'])
  expect(members).toEqual({ given: [], taken: [], recommendations: [] })
})

it('every contribution is in one ring, and nothing is taken up that nobody gave', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ isSeat: fc.boolean(), isInGroup: fc.boolean(), isCited: fc.boolean() })),
      (ones) => {
        const all = ones.map((one) => ({ ...one, it: given() }))
        const around: Around = {
          seats: new Set([alice]),
          inGroups: new Set(all.flatMap(({ isInGroup, it: { thing } }) => (isInGroup ? [thing.id] : []))),
          authors: new Map(all.map(({ isSeat, it: { thing } }) => [thing.id, [isSeat ? alice : aisha]])),
        }
        const cited = all.flatMap(({ isCited, it: { thing } }) => (isCited ? [thing.id] : []))
        const rings = fromEachRing(
          textCiting(
            cited,
            all.map((one) => one.it),
          ),
          around,
        )
        const sum = (of: 'given' | 'taken'): number =>
          writingRings.reduce((total, ring) => total + rings[ring][of].length, 0)
        expect(sum('given')).toBe(all.length)
        expect(sum('taken')).toBe(cited.length)
      },
    ),
  )
})
