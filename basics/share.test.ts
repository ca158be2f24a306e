import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastForPercent, shareOf } from './share.ts'

test.each([
  [0, 0, { kind: 'none' }],
  [3, 4, { kind: 'numbers', part: 3, whole: 4 }],
  [9, 9, { kind: 'numbers', part: 9, whole: 9 }],
  [9, 10, { kind: 'percent', part: 9, whole: 10, share: 0.9 }],
] as const)('%i of %i', (part, whole, said) => {
  expect(shareOf(part, whole)).toEqual(said)
})

test('a percentage is said of ten and more only, always with its numbers, and lies between 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (a, b) => {
      const said = shareOf(Math.min(a, b), Math.max(a, b))
      expect(said.kind === 'percent').toBe(Math.max(a, b) >= leastForPercent)
      if (said.kind !== 'percent') return
      expect(said.share).toBeGreaterThanOrEqual(0)
      expect(said.share).toBeLessThanOrEqual(1)
      expect(Math.round(said.share * said.whole)).toBe(said.part)
    }),
  )
})
