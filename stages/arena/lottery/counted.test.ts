import { expect, it } from 'vitest'
import { drawnOf, groupKey } from './counted.ts'
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

it('says how many were drawn of the groups the limits promise a seat, and of no other', () => {
  const gender = feature('gender', { woman: 4, man: 4, other: 0, [untold]: 0 })
  expect(drawnOf({ features: [gender] }, rows(['woman', 5], ['man', 4], ['other', 1]))).toEqual({
    [groupKey('gender', 'woman')]: 5,
    [groupKey('gender', 'man')]: 4,
  })
})

it('leaves no single group to be worked out from the seats: the largest other one is not said either', () => {
  const lives = feature('lives', { centre: 3, west: 3, islands: 0 })
  expect(drawnOf({ features: [lives] }, rows(['centre', 5], ['west', 4], ['islands', 1]))).toEqual({
    [groupKey('lives', 'west')]: 4,
  })
})

it('says nothing of a panel of nine', () => {
  expect(drawnOf({ features: [feature('lives', { centre: 3, west: 3 })] }, rows(['centre', 5], ['west', 4]))).toBeNull()
})
