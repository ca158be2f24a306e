import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nudgeOf } from './rules.ts'

test.each([
  ['there and framing', { framing: 1, presence: 1 }, null],
  ['framing from afar', { framing: 3, presence: 0 }, 'hands-off'],
  ['there without a word of where she stands', { framing: 0, presence: 4 }, 'hands-on'],
  ['neither', { framing: 0, presence: 0 }, 'hands-off'],
] as const)('%s', (_, hands, nudge) => {
  expect(nudgeOf(hands)).toBe(nudge)
})

test('more of what she does already never makes a nudge', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.nat(9), (framing, presence, more) => {
      if (nudgeOf({ framing, presence }) !== null) return
      expect(nudgeOf({ framing: framing + more, presence: presence + more })).toBe(null)
    }),
  )
})
