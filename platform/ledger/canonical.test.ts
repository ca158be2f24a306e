import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashOf } from './canonical.ts'

test('an outsider computes the same hash from the words', () => {
  // Written out by hand: keys in order, no space, as RFC 8785 demands.
  const outside = createHash('sha256').update('{"a":"å","b":[1,null],"c":0.1}').digest('hex')
  expect(hashOf({ b: [1, null], c: 0.1, a: 'å' })).toBe(outside)
})

test('what is no JSON has no hash', () => {
  expect(() => hashOf(() => 1)).toThrow('no JSON')
})
