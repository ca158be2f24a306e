import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnOf, groupKey, sayable } from './counted.ts'
import { untold, type LimitedFeature } from './limits.ts'

function feature(key: string, limits: Readonly<Record<string, number>>): LimitedFeature {
  const values = Object.entries(limits).map(([name, min]) => ({
    key: name,
    name,
    min,
    max: 10,
    minFlex: 0,
    maxFlex: 10,
  }))
  return { key, name: key, values }
}

const rows = (...groups: readonly (readonly [string, number])[]): readonly (readonly string[])[] =>
  groups.flatMap(([group, count]) => Array.from({ length: count }, () => [group]))

const lives = feature('lives', { centre: 3, west: 3, [untold]: 0 })

describe('of a drawn panel', () => {
  it('is said how many of each group, where the limits promise each a seat', () => {
    const listed = rows(['centre', 20], ['west', 10])
    expect(drawnOf({ features: [lives] }, { listed, drawn: rows(['centre', 6], ['west', 4]) })).toEqual({
      [groupKey('lives', 'centre')]: 6,
      [groupKey('lives', 'west')]: 4,
    })
  })

  it('is said nothing of a feature somebody in the list kept to herself', () => {
    const listed = rows(['centre', 20], ['west', 10], [untold, 1])
    expect(drawnOf({ features: [lives] }, { listed, drawn: rows(['centre', 6], ['west', 4]) })).toEqual({})
  })

  // A leak once: nobody had kept it to herself, and 4 + 5 of ten seats told that one named person is of another gender.
  it('is said nothing of a feature with a group nobody promised a seat', () => {
    const gender = feature('gender', { woman: 4, man: 4, other: 0, [untold]: 0 })
    const listed = rows(['woman', 30], ['man', 20], ['other', 2])
    for (const other of [0, 1, 2])
      expect(
        drawnOf({ features: [gender] }, { listed, drawn: rows(['woman', 4], ['man', 6 - other], ['other', other]) }),
      ).toEqual({})
  })

  it('is said nothing where it is a panel of nine', () => {
    expect(drawnOf({ features: [lives] }, { listed: [], drawn: rows(['centre', 5], ['west', 4]) })).toBeNull()
  })

  it('nobody can tell more than before the draw of a group without a promise, whoever was drawn', () => {
    const panel = fc.array(fc.constantFrom('woman', 'man', 'other', untold), { minLength: 10, maxLength: 14 })
    fc.assert(
      fc.property(
        panel,
        panel,
        fc.record({ woman: fc.nat(3), man: fc.nat(3), other: fc.nat(1) }),
        (one, another, least) => {
          const features = [feature('gender', { ...least, [untold]: 0 })]
          const listed = [...one, ...another].map((group) => [group])
          const saidOf = (drawn: readonly string[]) =>
            drawnOf({ features }, { listed, drawn: drawn.map((group) => [group]) })
          const isPromised = (group: string): boolean => (least[group as keyof typeof least] ?? 0) > 0
          // Two panels of one list that differ in whom no promise covers are spoken of alike.
          const differs = [...one, ...another].some((group) => !isPromised(group))
          if (differs) expect(saidOf(one)).toEqual(saidOf(another))
        },
      ),
    )
  })

  it('of what an earlier draw kept, a feature of which a group is missing is not said either', () => {
    const limits = { features: [feature('gender', { woman: 4, man: 4, other: 0, [untold]: 0 }), lives] }
    const kept = { 'gender woman': 4, 'gender man': 5, 'lives centre': 6, 'lives west': 4 }
    expect(sayable(limits, kept)).toEqual(new Map(Object.entries({ 'lives centre': 6, 'lives west': 4 })))
    expect(sayable(limits, null)).toBeNull()
  })
})
