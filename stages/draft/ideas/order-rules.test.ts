import type { Id } from '@folkmoot/basics/ids.ts'
import { seeded } from '@folkmoot/basics/seeded.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { variedOrder as variedOrderInPieces, variedOrderMethod, type Worded } from './order-rules.ts'
import { sortedInPieces, stepsInPiece, wholly } from './piece-rules.ts'

function idea(number: number, words: string): Worded {
  return { id: String(number) as Id<'idea'>, number, stems: words.split(' ').filter(Boolean) }
}

function variedOrder(ideas: readonly Worded[], asked: readonly string[]): readonly Id<'idea'>[] {
  return wholly(variedOrderInPieces(ideas, asked))
}

const question = ['dark', 'school', 'way']

describe('the varied order', () => {
  it('begins with what speaks to the question', () => {
    const order = variedOrder([idea(1, 'cake bakery'), idea(2, 'school way dark lamp'), idea(3, 'dog park')], question)
    expect(order[0]).toBe('2')
  })

  it('does not show the same three times before something else', () => {
    const same = [1, 2, 3].map((number) => idea(number, 'school way lamp post'))
    const order = variedOrder([...same, idea(4, 'school bus late')], question)
    expect(order.indexOf('4' as Id<'idea'>)).toBeLessThan(2)
  })

  it('does not know who wrote something or how many liked it: copies stand in the order they were written', () => {
    const copies = [3, 1, 2].map((number) => idea(number, 'lamp post'))
    expect(variedOrder(copies, question)).toEqual(['1', '2', '3'])
  })

  it('has nothing to say of no ideas, of ideas without words, of a question without words', () => {
    expect(variedOrder([], question)).toEqual([])
    expect(variedOrder([idea(2, ''), idea(1, '')], [])).toEqual(['1', '2'])
  })

  const some = fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 500 }),
      words: fc.array(fc.constantFrom('dark', 'lamp', 'bus', 'late', 'school', 'dog', 'tree'), { maxLength: 6 }),
    }),
    { selector: ({ number }) => number, maxLength: 120 },
  )

  it('shows each idea once, in the same order however they come', () => {
    fc.assert(
      fc.property(some, (given) => {
        const ideas = given.map(({ number, words }) => idea(number, words.join(' ')))
        const order = variedOrder(ideas, question)
        expect(order.toSorted()).toEqual(ideas.map(({ id }) => id).sort())
        expect(variedOrder(ideas.toReversed(), question)).toEqual(order)
      }),
    )
  })

  it('is the order of the paper, computed without its comparing anew', () => {
    fc.assert(
      fc.property(some, (given) => {
        const ideas = given.map(({ number, words }) => idea(number, words.join(' ')))
        expect(variedOrder(ideas, question)).toEqual(orderAsInThePaper(ideas, question))
      }),
    )
  })

  describe('of many', () => {
    const random = seeded('varied order')
    const ideas = Array.from({ length: 4_000 }, (_, at) =>
      idea(at + 1, Array.from({ length: 25 }, () => `w${Math.floor(2_000 ** random())}`).join(' ')),
    )
    const piecesOf = (count: number): readonly number[] => {
      const pieces = variedOrderInPieces(ideas.slice(0, count), ['w1', 'w7'])
      const steps: number[] = []
      for (let piece = pieces.next(); !piece.done; piece = pieces.next()) steps.push(piece.value)
      return steps
    }
    const sum = (steps: readonly number[]): number => steps.reduce((all, one) => all + one, 0)

    it('looks at ten times as many words for ten times as many ideas, not at a hundred times', () => {
      expect(sum(piecesOf(400))).toBeGreaterThan(100_000)
      expect(sum(piecesOf(4_000))).toBeLessThan(sum(piecesOf(400)) * 12)
    })

    it('comes in pieces of which none is long', () => {
      const steps = piecesOf(4_000)
      expect(steps.length).toBeGreaterThan(20)
      expect(Math.max(...steps)).toBeLessThan(stepsInPiece * 1.1)
    })
  })
})

/** Every likeness compared for every choice, with nothing remembered but what stands. */
function orderAsInThePaper(ideas: readonly Worded[], asked: readonly string[]): readonly Id<'idea'>[] {
  const { toTheQuestion, window, remembered } = variedOrderMethod
  const words = [...new Set(ideas.flatMap(({ stems }) => stems))].sort()
  const vector = (stems: readonly string[]): readonly number[] => {
    const weights = words.map((word) =>
      stems.includes(word) ? Math.log(1 + ideas.length / ideas.filter((one) => one.stems.includes(word)).length) : 0,
    )
    const length = Math.sqrt(weights.reduce((sum, one) => sum + one ** 2, 0))
    return weights.map((one) => (length === 0 ? 0 : one / length))
  }
  const cosine = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, weight, at) => sum + weight * (other[at] ?? 0), 0)
  const to = vector(asked)
  let left = ideas
    .map((one) => ({ ...one, vector: vector(one.stems), relevance: cosine(vector(one.stems), to) }))
    .toSorted((a, b) => b.relevance - a.relevance || a.number - b.number)
  const shown: (typeof left)[number][] = []
  while (left.length > 0) {
    const worth = (one: (typeof left)[number]): number =>
      toTheQuestion * one.relevance -
      (1 - toTheQuestion) * Math.max(0, ...shown.slice(-remembered).map((before) => cosine(one.vector, before.vector)))
    const [best] = left.slice(0, window).toSorted((a, b) => worth(b) - worth(a) || a.number - b.number)
    if (!best) break
    shown.push(best)
    left = left.filter((one) => one !== best)
  }
  return shown.map(({ id }) => id)
}

it('sorting in pieces sorts as sorting does, equals in the order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 2_000 }), (given) => {
      const all = given.map((key, at) => ({ key, at }))
      const compare = (one: { key: number }, other: { key: number }) => one.key - other.key
      expect(wholly(sortedInPieces(all, compare))).toEqual(all.toSorted(compare))
    }),
    { numRuns: 30 },
  )
})
