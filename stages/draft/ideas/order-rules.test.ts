import type { Id } from '@folkmoot/basics/ids.ts'
import { seeded } from '@folkmoot/basics/seeded.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { variedOrder, type Worded } from './order-rules.ts'

function idea(number: number, words: string): Worded {
  return { id: String(number) as Id<'idea'>, number, stems: words.split(' ').filter(Boolean) }
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

  it('sorts ten times as many in about ten times the time, not a hundred', () => {
    const random = seeded('varied order')
    const ideas = Array.from({ length: 4_000 }, (_, at) =>
      idea(at + 1, Array.from({ length: 25 }, () => `w${Math.floor(2_000 ** random())}`).join(' ')),
    )
    const taken = (count: number): number => {
      const began = performance.now()
      variedOrder(ideas.slice(0, count), ['w1', 'w7'])
      return performance.now() - began
    }
    taken(400) // so that both are measured warm
    expect(taken(4_000)).toBeLessThan(Math.max(200, taken(400) * 60))
  })
})
