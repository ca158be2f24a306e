import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageOf } from './page-of.ts'

it('shows everything once, whatever the length, page after page', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (all, most) => {
      const first = pageOf(all, null, most)
      const pages = Array.from({ length: first.pages }, (_, at) => pageOf(all, String(at + 1), most))
      expect(pages.flatMap(({ items }) => items)).toEqual(all)
      expect(pages.every(({ items, count }) => items.length <= most && count === all.length)).toBe(true)
    }),
  )
})

it.each([
  ['none is asked for', null, 1],
  ['the second is', '2', 2],
  ['there are fewer', '9', 3],
  ['none is a page', '-4', 1],
  ['it is no number', 'seven', 1],
  ['it is half of one', '2.5', 2],
])('when %s, a page is shown all the same', (_, asked, number) => {
  expect(pageOf([1, 2, 3, 4, 5], asked, 2).number).toBe(number)
})
