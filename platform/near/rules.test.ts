import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresBetween, nearOnes, type Candidate, type Said } from './rules.ts'

const said: Said = { words: 4, rarity: 8, point: null }
const harbour = { latitude: 55.68, longitude: 12.59 }

function candidate(more: Partial<Candidate> = {}): Candidate {
  return { id: newId('problem'), words: ['bus', 'evening'], score: 6, rarity: 4, point: null, ...more }
}

describe('what is near', () => {
  it('shares two words that say something', () => {
    expect(nearOnes([candidate()], said)).toHaveLength(1)
    expect(nearOnes([candidate({ words: ['bus'] })], said)).toEqual([])
  })

  it('may share one word, where she typed only one', () => {
    expect(nearOnes([candidate({ words: ['bus'], rarity: 2 })], { ...said, words: 1, rarity: 2 })).toHaveLength(1)
  })

  it('shares a quarter of what she said', () => {
    expect(nearOnes([candidate({ rarity: 1.9 })], said)).toEqual([])
    expect(nearOnes([candidate({ rarity: 2 })], said)).toHaveLength(1)
  })

  it('counts for more within a walk, for less across the town', () => {
    const [here, there, nowhere] = [
      candidate({ point: { latitude: 55.682, longitude: 12.59 } }),
      candidate({ point: { latitude: 55.9, longitude: 12.59 } }),
      candidate(),
    ]
    const found = nearOnes([there, nowhere, here], { ...said, point: harbour })
    expect(found.map((one) => one.id)).toEqual([here.id, nowhere.id, there.id])
    expect(found[0]?.metres).toBeCloseTo(222, -1)
    expect(found[1]?.metres).toBeNull()
  })

  it('shows at most five, each with at most five words', () => {
    const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const found = nearOnes(
      Array.from({ length: 9 }, () => candidate({ words })),
      said,
    )
    expect(found).toHaveLength(5)
    expect(found[0]?.words).toEqual(words.slice(0, 5))
  })

  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  const some = fc.array(
    fc.record({
      id: fc.uuid().map((id) => id as Candidate['id']),
      words: fc.array(fc.string({ minLength: 1 }), { maxLength: 8 }),
      score: fc.double({ min: 0, max: 100, noNaN: true }),
      rarity: fc.double({ min: 0, max: 50, noNaN: true }),
      point: fc.option(point),
    }),
    { maxLength: 40 },
  )

  it('is the same in whatever order the candidates come', () => {
    fc.assert(
      fc.property(some, fc.option(point), (candidates, at) => {
        const different = [...new Map(candidates.map((one) => [one.id, one])).values()]
        expect(nearOnes(different.toReversed(), { ...said, point: at })).toEqual(
          nearOnes(different, { ...said, point: at }),
        )
      }),
    )
  })

  it('is none where nothing was said that says anything', () => {
    fc.assert(
      fc.property(some, (candidates) => {
        expect(nearOnes(candidates, { ...said, rarity: 0 })).toEqual([])
      }),
    )
  })

  it('is as far from there to here as from here to there, and never further than half around the earth', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 3)
        expect(metresBetween(a, b)).toBeLessThanOrEqual(Math.PI * 6_371_000 + 1)
      }),
    )
  })
})
