import fc from 'fast-check'
import { expect, it } from 'vitest'
import { suppressed, suppressedSum } from './suppressed.ts'

it('shows what stands on five people or more', () => {
  expect(suppressed([12, 7, 0])).toEqual([12, 7, 0])
  expect(suppressedSum(4)).toBe('few')
  expect(suppressedSum(0)).toBe(0)
})

it('a single small number takes another with it, or it would be the sum minus the rest', () => {
  expect(suppressed([12, 3, 7])).toEqual([12, 'few', 'few'])
  expect(suppressed([12, 3, 0])).toEqual(['few', 'few', 0])
})

it('says nothing of fewer than ten', () => {
  expect(suppressed([5, 4])).toEqual(['few', 'few'])
})

it('never shows a number from one to four, and never keeps back exactly one that the sum would tell', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), (counts) => {
      const shown = suppressed(counts)
      expect(shown.some((cell) => cell !== 'few' && cell > 0 && cell < 5)).toBe(false)
      if (counts.length > 1) expect(shown.filter((cell) => cell === 'few')).not.toHaveLength(1)
      for (const [at, cell] of shown.entries()) if (cell !== 'few') expect(cell).toBe(counts[at])
    }),
  )
})
