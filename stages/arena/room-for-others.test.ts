import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingFrom } from './composition/missing.ts'
import { noRoom } from './room-for-others.ts'

const shares = fc.integer({ min: 1, max: 50 }).map((percent) => percent / 100)
const seats = fc.integer({ min: 5, max: 40 })

/** Whether somebody of another gender can sit with women and men who share the other seats, and the rule is met. */
function canSit(share: number, of: number): boolean {
  return Array.from({ length: of }, (_, women) => women).some((women) => {
    const genders = [
      'other' as const,
      ...Array.from({ length: women }, () => 'woman' as const),
      ...Array.from({ length: of - 1 - women }, () => 'man' as const),
    ]
    const group = genders.map((gender) => ({ kind: 'citizen' as const, profile: null, gender }))
    const rule = { politicians: null, citizens: null, minGenderShare: share, profiles: [] }
    return missingFrom(rule, group).length === 0
  })
}

describe('a seat for somebody of another gender', () => {
  // A mistake of people once: two of five of six seats is three women and three men.
  it.each([
    [0.4, 6, { share: 0.4, seats: 6, least: 3, enough: 7, lower: 0.33 }],
    [0.4, 8, { share: 0.4, seats: 8, least: 4, enough: 9, lower: 0.37 }],
    [0.5, 10, { share: 0.5, seats: 10, least: 5, enough: null, lower: 0.4 }],
    [0.4, 2, { share: 0.4, seats: 2, least: 1, enough: 5, lower: null }],
    [0.4, 7, null],
    [0.4, 10, null],
    [0, 6, null],
  ])('%s of %i', (share, of, found) => {
    expect(noRoom(share, of)).toEqual(found)
  })

  it('is missed just where no group with one meets the rule, and what would help does', () => {
    fc.assert(
      fc.property(shares, seats, (share, of) => {
        const found = noRoom(share, of)
        expect(found === null).toBe(canSit(share, of))
        if (found?.lower) expect(canSit(found.lower, of)).toBe(true)
        if (found?.enough && found.enough < 60) {
          expect(canSit(share, found.enough)).toBe(true)
          if (found.enough - 1 > of) expect(canSit(share, found.enough - 1)).toBe(false)
        }
      }),
    )
  })
})
