import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingFrom } from '../composition/missing.ts'
import { genderFault, genderRule, leastOfGender, withGenderRule } from './gender-limit.ts'
import { faultsIn, withUntold, type LimitedFeature } from './limits.ts'

const [woman, man] = [newId('feature-value'), newId('feature-value')]
const gender = {
  id: newId('feature'),
  name: 'Gender',
  kind: 'gender',
  values: [
    { id: woman, name: 'Women', code: 'woman' },
    { id: man, name: 'Men', code: 'man' },
    { id: newId('feature-value'), name: 'Others', code: 'other' },
  ],
} as const

const limited = (seats: number, women: readonly [number, number], men: readonly [number, number]): LimitedFeature => {
  const value = (at: number, [min, max]: readonly [number, number]) => {
    const { id, name } = gender.values[at] ?? gender.values[0]
    return { key: id, name, min, max, minFlex: 0, maxFlex: seats }
  }
  const values = [value(0, women), value(1, men), value(2, [0, seats])]
  return withUntold({ key: gender.id, name: 'Gender', values }, { seats, name: 'Did not say' })
}

describe('the least share of each gender among the drawn', () => {
  it.each([
    [0.4, 10, 4],
    [0.4, 1, 0],
    [0.4, 2, 1],
    [0.4, 3, 1],
    [0.5, 11, 5],
    [0, 10, 0],
    [null, 10, 0],
  ])('%s of %i seats: %i', (share, seats, least) => {
    expect(leastOfGender(share, seats)).toBe(least)
  })

  // A bug once: limits could leave gender out, and the drawn group then began by way of exception.
  it('is asked of the limits', () => {
    const rule = genderRule([gender], 0.4, 10)
    expect(genderFault({ features: [limited(10, [4, 6], [4, 6])] }, rule)).toBeNull()
    expect(genderFault({ features: [limited(10, [4, 6], [3, 6])] }, rule)).toEqual({ feature: gender.id, value: man })
    expect(genderFault({ features: [] }, rule)).toEqual({ feature: gender.id, value: null })
    expect(genderFault({ features: [] }, genderRule([], 0.4, 10))).toBeNull()
    expect(genderFault({ features: [] }, genderRule([gender], 0, 10))).toBeNull()
  })

  it('is proposed from whatever shares of the people, and whoever is drawn by it keeps the rule', () => {
    const shares = fc.record({
      seats: fc.integer({ min: 1, max: 60 }),
      share: fc.constantFrom(0, 0.25, 0.4, 0.45),
      women: fc.double({ min: 0, max: 1, noNaN: true }),
      more: fc.nat({ max: 60 }),
    })
    fc.assert(
      fc.property(shares, ({ seats, share, women, more }) => {
        const rule = genderRule([gender], share, seats)
        const [few, many] = [Math.floor(women * seats), Math.ceil(women * seats)]
        const proposed = withGenderRule(limited(seats, [few, many], [seats - many, seats - few]), rule, seats)
        expect(faultsIn({ seats, onePerHousehold: false, features: [proposed] })).toEqual([])
        expect(genderFault({ features: [proposed] }, rule)).toBeNull()
        const drawn = Math.min(proposed.values[0]?.max ?? 0, (proposed.values[0]?.min ?? 0) + more)
        const men = seats - drawn
        if (men < (proposed.values[1]?.min ?? 0) || men > (proposed.values[1]?.max ?? 0)) return
        const seated = (count: number, of: 'woman' | 'man') =>
          Array.from({ length: count }, () => ({ kind: 'citizen' as const, profile: null, gender: of }))
        const group = [...seated(drawn, 'woman'), ...seated(men, 'man')]
        const wanted = { politicians: null, citizens: null, minGenderShare: share, profiles: [] }
        // Of two of five nobody can have more than half: there the rule itself cannot be met.
        if (2 * Math.ceil(share * seats - 1e-9) <= seats) expect(missingFrom(wanted, group)).toEqual([])
      }),
    )
  })
})
