import type { Id } from '@folkmoot/basics/ids.ts'
import { seeded } from '@folkmoot/basics/seeded.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cosine, variedOrder, variedOrderMethod, type Vector, type Worded } from './order-rules.ts'

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

  it('compares each idea with so many others at most, however many there are: not all with all', () => {
    const random = seeded('varied order')
    const ideas = Array.from({ length: 1_000 }, (_, at) =>
      idea(at + 1, Array.from({ length: 25 }, () => `w${Math.floor(2_000 ** random())}`).join(' ')),
    )
    let compared = 0
    const counted = (a: Vector, b: Vector): number => {
      compared += 1
      return cosine(a, b)
    }
    expect(variedOrder(ideas, ['w1', 'w7'], counted)).toEqual(variedOrder(ideas, ['w1', 'w7']))
    const { window, remembered } = variedOrderMethod
    expect(compared).toBeGreaterThan(ideas.length)
    expect(compared).toBeLessThanOrEqual(ideas.length * (1 + window + remembered))
  })
})
