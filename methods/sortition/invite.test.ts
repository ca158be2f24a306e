import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawInvitations, exactShares, type Listed } from './invite.ts'

/** A list of so many lines of each value. */
function listOf(counts: Readonly<Record<string, number>>): readonly Listed[] {
  return Object.entries(counts).flatMap(([value, count]) =>
    Array.from({ length: count }, (_, at) => ({ id: `${value}-${at}`, values: [value] })),
  )
}

const anyList = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    values: fc.tuple(fc.constantFrom('north', 'south'), fc.constantFrom('young', 'old', '')),
    household: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
)
const anyLetters = fc.integer({ min: 0, max: 80 })
const anySeed = fc.string()

describe('who gets a letter', () => {
  test('each part of the town gets its share', () => {
    const { strata } = drawInvitations(listOf({ harbour: 500, hills: 300, islands: 200 }), { letters: 100, seed: '1' })
    expect(strata).toEqual([
      { values: ['harbour'], listed: 500, open: 500, drawn: 50 },
      { values: ['hills'], listed: 300, open: 300, drawn: 30 },
      { values: ['islands'], listed: 200, open: 200, drawn: 20 },
    ])
  })

  test('who is expected to answer half as often is written to twice as often', () => {
    const { strata } = drawInvitations(listOf({ old: 500, young: 500 }), {
      letters: 90,
      seed: '1',
      expected: ([age]) => (age === 'young' ? 0.05 : 0.1),
    })
    expect(strata.map(({ drawn }) => drawn)).toEqual([30, 60])
  })

  test('what a small part cannot take goes to the others alike', () => {
    const { strata } = drawInvitations(listOf({ a: 10, b: 400, c: 400 }), {
      letters: 210,
      seed: '1',
      expected: ([part]) => (part === 'a' ? 0.01 : 1),
    })
    expect(strata.map(({ drawn }) => drawn)).toEqual([10, 100, 100])
  })

  test('never a line twice, never two of a household, never more than there are; and all that were asked for', () => {
    fc.assert(
      fc.property(anyList, anyLetters, anySeed, (list, letters, seed) => {
        const { ids, strata } = drawInvitations(list, { letters, seed })
        const byId = new Map(list.map((line) => [line.id, line]))
        const households = ids.flatMap((id) => byId.get(id)?.household ?? [])
        const free = list.filter(({ household }) => household === undefined).length
        const homes = new Set(list.flatMap(({ household }) => household ?? [])).size
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.every((id) => byId.has(id))).toBe(true)
        expect(new Set(households).size).toBe(households.length)
        expect(ids.length).toBe(Math.min(letters, free + homes))
        expect(strata.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(ids.length)
        expect(strata.reduce((sum, { listed }) => sum + listed, 0)).toBe(list.length)
      }),
    )
  })

  test('the order of the list changes nothing, and the same seed gives the same letters', () => {
    fc.assert(
      fc.property(anyList, anyLetters, anySeed, (list, letters, seed) => {
        const drawn = drawInvitations(list, { letters, seed })
        expect(drawInvitations(list.toReversed(), { letters, seed })).toEqual(drawn)
        expect(drawInvitations([...list], { letters, seed })).toEqual(drawn)
      }),
    )
  })

  test('without households no share is off by a whole letter', () => {
    const counts = fc.record({ a: fc.nat(40), b: fc.nat(40), c: fc.nat(40), d: fc.nat(3) })
    fc.assert(
      fc.property(counts, anyLetters, anySeed, (parts, asked, seed) => {
        const list = listOf(parts)
        const letters = Math.min(asked, list.length)
        for (const { listed, drawn } of drawInvitations(list, { letters, seed }).strata)
          expect(Math.abs(drawn - (letters * listed) / list.length)).toBeLessThan(1)
      }),
    )
  })

  test('over many seeds everybody has the same chance, those of a part of three lines too', () => {
    const list = listOf({ islands: 3, hills: 21, harbour: 26 })
    const times = new Map<string, number>()
    const seeds = 4000
    for (let seed = 0; seed < seeds; seed += 1)
      for (const id of drawInvitations(list, { letters: 5, seed: `seed ${seed}` }).ids)
        times.set(id, (times.get(id) ?? 0) + 1)
    const expected = (seeds * 5) / list.length
    const chi = list.reduce((sum, { id }) => sum + ((times.get(id) ?? 0) - expected) ** 2 / expected, 0)
    expect(chi).toBeLessThan(85.4) // 49 degrees of freedom, one in a thousand
  })

  test('one letter a home: of four who share one each is written to a quarter as often as who lives alone', () => {
    const list = Array.from({ length: 40 }, (_, at) => ({
      id: `${at}`,
      values: ['town'],
      household: at < 20 ? undefined : `home ${Math.floor(at / 4)}`,
    }))
    const letters = { alone: 0, shared: 0 }
    for (let seed = 0; seed < 2000; seed += 1)
      for (const id of drawInvitations(list, { letters: 5, seed: `seed ${seed}` }).ids)
        letters[Number(id) < 20 ? 'alone' : 'shared'] += 1
    // Twenty homes of one and five of four: each home has a chance of a fifth.
    expect(letters.alone / 2000 / 20).toBeCloseTo(0.2, 2)
    expect(letters.shared / 2000 / 20).toBeCloseTo(0.05, 2)
  })

  test('a share outside (0, 1] is a mistake of the caller', () => {
    expect(() => drawInvitations(listOf({ a: 1 }), { letters: 1, seed: '', expected: () => 0 })).toThrow(RangeError)
  })

  test('fifty thousand lines are drawn from in less than five seconds', () => {
    const list = listOf({ a: 20_000, b: 20_000, c: 10_000 }).map((line, at) => ({
      ...line,
      household: `${at % 30_000}`,
    }))
    const before = performance.now()
    expect(drawInvitations(list, { letters: 10_000, seed: '1' }).ids).toHaveLength(10_000)
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  test('each part gets its exact share to within one, also where one is full or answers less often', () => {
    const parts = fc.record({ harbour: fc.nat(60), hills: fc.nat(60), islands: fc.integer({ min: 1, max: 60 }) })
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 20 }), fc.string(), (sizes, percent, seed) => {
        const list = listOf(sizes)
        const letters = Math.ceil(list.length / 2)
        const expected = ([value]: readonly string[]) => (value === 'islands' ? percent / 100 : 0.2)
        const { strata } = drawInvitations(list, { letters, seed, expected })
        const shares = exactShares(strata, { letters, expected })
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(letters, 6)
        for (const [at, { drawn }] of strata.entries()) expect(Math.abs(drawn - (shares[at] ?? 0))).toBeLessThan(1)
      }),
    )
  })
})
