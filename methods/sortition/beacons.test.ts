import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beaconKeys, beacons, readRandomness, roundFrom, timeOfRound } from './beacons.ts'
import { numberOfBeacon, wordsOfBeacon } from './picked-number.ts'

const keys = fc.constantFrom(...beaconKeys)
const instants = fc
  .integer({ min: Date.UTC(2024, 0), max: Date.UTC(2090, 0) })
  .map((at) => Temporal.Instant.fromEpochMilliseconds(at))

describe('a round of a public beacon', () => {
  // As others have worked them out: the Ruby client of drand, and the ceremony of Plumo.
  it('is published when others say it is', () => {
    expect(timeOfRound(beacons['drand-quicknet'], 27_946_612).toString()).toBe('2026-04-20T00:00:00Z')
    expect(timeOfRound(beacons['drand-default'], 1).toString()).toBe('2020-07-22T15:17:30Z')
    expect(roundFrom(beacons['drand-quicknet'], Temporal.Instant.from('2026-04-20T12:30:45Z'))).toBe(27_961_627)
    expect(
      timeOfRound(beacons.nist, roundFrom(beacons.nist, Temporal.Instant.from('2026-04-20T12:30:45Z'))).toString(),
    ).toBe('2026-04-20T12:31:00Z')
  })

  it('is the first from a time on: not before it, and the one before is', () => {
    fc.assert(
      fc.property(keys, instants, (key, at) => {
        const round = roundFrom(beacons[key], at)
        expect(Temporal.Instant.compare(timeOfRound(beacons[key], round), at)).toBeGreaterThanOrEqual(0)
        expect(Temporal.Instant.compare(timeOfRound(beacons[key], round - 1), at)).toBeLessThan(0)
      }),
    )
  })

  it('is read where its time or its number stands in the address', () => {
    expect(beacons.nist.addressOf(29_000_000)).toBe('https://beacon.nist.gov/beacon/2.0/pulse/time/1740000000000')
    expect(beacons['drand-quicknet'].addressOf(7)).toMatch(/^https:\/\/api\.drand\.sh\/52db[0-9a-f]{60}\/public\/7$/)
    expect(beacons['drand-default'].addressOf(7)).toMatch(/^https:\/\/api\.drand\.sh\/8990[0-9a-f]{60}\/public\/7$/)
  })
})

describe('what a beacon gave', () => {
  // Round 1 of the default chain, as it stands in public.
  const signature =
    '8d61d9100567de44682506aea1a7a6fa6e5491cd27a0a0ed349ef6910ac5ac20ff7bc3e09d7c046566c9f7f3c6f3b10104990e7cb424998203d8f7de586fb7fa5f60045417a432684f85093b06ca91c769f0e7ca19268375e659c2a2352b4655'
  const randomness = '101297f1ca7dc44ef6088d94ad5fb7ba03455dc33d53ddb412bbc4564ed986ec'

  it('is SHA-256 of its signature, and its first word ends in the number of the panel', () => {
    expect(createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex')).toBe(randomness)
    expect(wordsOfBeacon(randomness, 1000)).toEqual([{ letters: '101297f1', value: 269_654_001, mayPick: true }])
    expect(numberOfBeacon(randomness, 1000)).toEqual({ ok: true, value: 1 })
  })

  it('is the same however it was copied, and nothing else is taken for it', () => {
    const drand = beacons['drand-default']
    expect(readRandomness(drand, ` "${randomness.toUpperCase()}",\n`)).toBe(randomness)
    for (const text of ['', randomness.slice(1), `${randomness}0`, randomness.replace('1', 'g'), signature])
      expect(readRandomness(drand, text)).toBeNull()
    expect(readRandomness(beacons.nist, randomness)).toBeNull()
    expect(readRandomness(beacons.nist, randomness + randomness)).toBe(randomness + randomness)
  })

  it('picks by the first word that makes no number likelier: every word before it is too large, and none after is looked at', () => {
    const word = fc.oneof(
      fc.integer({ min: 4_294_967_000, max: 2 ** 32 - 1 }),
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 8, maxLength: 16 }), (words) => {
        const text = words.map((one) => one.toString(16).padStart(8, '0')).join('')
        const first = words.find((one) => one < 4_294_967_000)
        expect(numberOfBeacon(text, 1000)).toEqual(
          first === undefined ? { ok: false, refusal: 'no-beacon' } : { ok: true, value: first % 1000 },
        )
        const looked = wordsOfBeacon(text, 1000)
        expect(looked.slice(0, -1).every(({ mayPick }) => !mayPick)).toBe(true)
        expect(looked.map(({ value }) => value)).toEqual(words.slice(0, looked.length))
      }),
    )
  })
})
