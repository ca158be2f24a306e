import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { coarse, commitTo, leafBytes, leafHash } from './leaf.ts'

const at = Temporal.Instant.from('2026-11-23T21:44:59.999Z')
const salt = Buffer.alloc(32, 7)

test('an outsider computes the same commitment from what the receipt says', () => {
  // Written out by hand: keys in order, no space, as RFC 8785 demands.
  const outside = createHmac('sha256', salt)
    .update('folkmoot-commit/v1\nopinion.vote-cast\n{"a":"å","b":[1,null]}')
    .digest('hex')
  expect(commitTo('opinion.vote-cast', { b: [1, null], a: 'å' }, salt).toString('hex')).toBe(outside)
})

test('an outsider computes the same leaf', () => {
  const commitment = commitTo('k', { v: 1 }, salt)
  const text = `{"at":"2026-11-23T21:30:00Z","c":"${commitment.toString('base64')}","p":null,"pub":{"n":1},"t":"k","v":1}`
  const leaf = { kind: 'k', problem: null, at: coarse(at), public: { n: 1 }, commitment }
  expect(leafBytes(leaf).toString()).toBe(text)
  expect(leafHash(leaf).toString('hex')).toBe(createHash('sha256').update(`\0${text}`).digest('hex'))
})

test('another salt, kind or payload is another commitment', () => {
  const all = [
    commitTo('k', { choice: 'agree' }, salt),
    commitTo('k', { choice: 'pass' }, salt),
    commitTo('l', { choice: 'agree' }, salt),
    commitTo('k', { choice: 'agree' }, Buffer.alloc(32, 8)),
  ].map((hash) => hash.toString('hex'))
  expect(new Set(all).size).toBe(4)
})

test.each([
  ['2026-11-23T21:44:59.999Z', '2026-11-23T21:30:00Z'],
  ['2026-11-23T21:45:00Z', '2026-11-23T21:45:00Z'],
  ['1969-12-31T23:59:59Z', '1969-12-31T23:45:00Z'],
])('%s is told as %s', (exact, told) => {
  expect(coarse(Temporal.Instant.from(exact)).toString()).toBe(told)
})
