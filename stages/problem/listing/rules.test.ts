import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { afterOf, afterText } from './rules.ts'

it('comes back from an address as it was written, to the microsecond', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 4_102_444_800_000_000n }), fc.boolean(), (micros, byTime) => {
      const at = Temporal.Instant.fromEpochNanoseconds(micros * 1000n)
      const problem = { id: newId('problem'), raisedAt: at }
      const text = afterText({ problem, endsAt: at }, byTime ? 'time-left' : 'newest')
      expect(afterOf(text)).toEqual({ at, id: problem.id })
    }),
  )
})

test.each([null, '', '12', '1_x', "1_'; drop", '99999999999999999999_0f0e0d0c-0b0a-4908-8706-050403020100'])(
  'begins at the beginning for %s, which we did not write',
  (text) => {
    expect(afterOf(text)).toBeNull()
  },
)
