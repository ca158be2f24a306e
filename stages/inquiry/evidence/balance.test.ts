import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf } from './balance.ts'
import { sides } from './rules.ts'

test('names the sides that are missing, and none that is not one of the five', () => {
  const balance = balanceOf(['administration', 'administration', 'research'])
  expect(balance.missing).toEqual(['association', 'firm', 'users'])
  expect(balance.dominates).toBe('administration')
  expect(balance.counts.map(({ side }) => side)).not.toContain('other')
})

test('says of two answers not yet that one side dominates', () => {
  expect(balanceOf(['administration', 'administration']).dominates).toBe(null)
})

test('does not depend on the order of answers, and loses none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sides)), (answers) => {
      const balance = balanceOf(answers)
      expect(balanceOf(answers.toReversed())).toEqual(balance)
      expect(balance.counts.reduce((sum, { count }) => sum + count, 0)).toBe(answers.length)
      const isDominated = sides.some((side) => answers.filter((one) => one === side).length * 2 > answers.length)
      expect(balance.dominates !== null).toBe(answers.length >= 3 && isDominated)
    }),
  )
})
