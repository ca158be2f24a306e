import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillable } from './fillable.ts'
import { profileFeature } from './limits.ts'

const value = (key: string, drawn: number) => ({
  key,
  name: key,
  min: drawn,
  max: drawn,
  minFlex: drawn,
  maxFlex: drawn,
})
const limits = {
  seats: 5,
  features: [{ key: profileFeature, name: 'Seat', values: [value('resident', 3), value('shopkeeper', 2)] }],
}
const one = (profile: string, household: string | null = null) => ({ values: [profile], household })

describe('how many seats those who wait can fill', () => {
  it.each([
    ['nobody', [], 0],
    ['each for what she asked for', [one('resident'), one('resident'), one('resident'), one('resident')], 3],
    ['one of a home', [one('resident', 'a'), one('resident', 'a'), one('shopkeeper', 'b')], 2],
    ['one of a home, whatever each asked for', [one('resident', 'a'), one('shopkeeper', 'a')], 1],
  ] as const)('%s', (_, people, expected) => {
    expect(fillable(limits, people)).toBe(expected)
  })

  it('is never more than the seats, and never fewer for one more', () => {
    const person = fc.record({
      values: fc.tuple(fc.constantFrom('resident', 'shopkeeper')),
      household: fc.option(fc.constantFrom('a', 'b', 'c')),
    })
    fc.assert(
      fc.property(fc.array(person), person, (people, more) => {
        const before = fillable(limits, people)
        const after = fillable(limits, [...people, more])
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after).toBeLessThanOrEqual(Math.min(limits.seats, before + 1))
      }),
    )
  })
})
