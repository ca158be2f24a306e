import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderOf, stayingOf } from './order.ts'

const some = fc.uniqueArray(fc.constantFrom(...'abcdefg'), { maxLength: 7 })

it('what stays stands in the wanted order, and nothing more could', () => {
  fc.assert(
    fc.property(some, some, (current, order) => {
      const staying = stayingOf(current, order)
      const kept = current.filter((id) => staying.has(id))
      expect(kept).toEqual(order.filter((id) => staying.has(id)))
      const subsets = Array.from({ length: 2 ** current.length }, (_, bits) =>
        current.filter((_id, i) => ((bits >> i) & 1) === 1),
      )
      const isInOrder = (ids: readonly string[]): boolean =>
        ids.join('') === order.filter((id) => ids.includes(id)).join('')
      expect(kept.length).toBe(Math.max(...subsets.filter(isInOrder).map((ids) => ids.length)))
    }),
  )
})

it('puts a newcomer behind the one it followed, and several in their order', () => {
  const orders = { base: ['a', 'b'], wanted: ['x', 'a', 'y', 'z', 'b'], current: ['a', 'new', 'b'] }
  expect(orderOf(orders)).toEqual(['x', 'a', 'y', 'z', 'new', 'b'])
})

it('a section of ten thousand clauses is put in order at once: it filled the memory of the server', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `${i}`)
  const moved = [...ids.slice(1), '0']
  expect(stayingOf(ids, moved).size).toBe(ids.length - 1)
  expect(orderOf({ base: ids, wanted: moved, current: ids })).toEqual(moved)
})
