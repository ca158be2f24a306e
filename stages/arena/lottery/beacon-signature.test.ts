import { expect, it } from 'vitest'
import { isOfRound } from './beacon-signature.ts'
import { round1000 } from './testing-rounds.ts'

it('knows a round that drand quicknet has signed', async () => {
  expect(await isOfRound('drand-quicknet', 1000, round1000.signature)).toBe(true)
})

it.each([
  ['another round', 1001, round1000.signature],
  ['a signature with one letter changed', 1000, round1000.signature.replace(/9$/, '8')],
  ['no point of the curve', 1000, 'f'.repeat(96)],
  ['half of it', 1000, round1000.signature.slice(48)],
  ['none at all', 1000, ''],
])('refuses %s', async (_, round, signature) => {
  expect(await isOfRound('drand-quicknet', round, signature)).toBe(false)
})

it('does not say so of beacons whose signatures it cannot try', async () => {
  expect(await isOfRound('drand-default', 1, round1000.signature)).toBeNull()
  expect(await isOfRound('nist', 1, '')).toBeNull()
})
