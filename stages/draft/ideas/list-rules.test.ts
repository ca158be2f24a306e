import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ideaOrders, ideaQueryOf, ideaQueryText, pagesOf } from './list-rules.ts'

describe('a list of ideas', () => {
  it('is found again by its address', () => {
    const query = fc.record({
      order: fc.constantFrom(...ideaOrders),
      kind: fc.constantFrom('experience' as const, 'idea' as const, null),
      isCited: fc.constantFrom(true, false, null),
      area: fc.option(fc.string({ minLength: 1, maxLength: 80 }).map((text) => text.toWellFormed())),
      page: fc.integer({ min: 1, max: 500 }),
    })
    fc.assert(
      fc.property(query, (given) => {
        expect(ideaQueryOf(new URLSearchParams(ideaQueryText(given)))).toEqual(given)
      }),
    )
  })

  it.each(['page=0', 'page=-1', 'page=1e9', 'page=99999999', 'order=loudest', 'kind=rant', 'cited=perhaps'])(
    'is the usual one where the address says %s',
    (text) => {
      expect(ideaQueryText(ideaQueryOf(new URLSearchParams(text)))).toBe('')
    },
  )

  it('has a page for the last one, and one where there is none', () => {
    expect([0, 1, 20, 21, 40, 41].map((count) => pagesOf(count, 20))).toEqual([1, 1, 1, 2, 2, 3])
  })
})
