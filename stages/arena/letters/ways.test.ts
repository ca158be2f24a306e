import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { waysOf } from './ways.ts'

const people = (count: number) => Array.from({ length: count }, () => newId('account'))

it('tells those who came by a letter from those who came by the call', () => {
  const [invited, others] = [people(12), people(30)]
  expect(waysOf([...invited, ...others], new Set([...invited, ...people(5)]))).toEqual({ letter: 12, call: 30 })
})

it('says neither number where one of them is small, and nothing of fewer than ten', () => {
  const [invited, others] = [people(3), people(30)]
  expect(waysOf([...invited, ...others], new Set(invited))).toEqual({ letter: 'few', call: 'withheld' })
  expect(waysOf(people(9), new Set())).toEqual({ letter: 'withheld', call: 'withheld' })
})

it('never lets the size of the list tell a number below five', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), (letters, calls) => {
      const invited = people(letters)
      const { letter, call } = waysOf([...invited, ...people(calls)], new Set(invited))
      const isSmall = letters < 5 || calls < 5
      expect(typeof letter === 'number' || typeof call === 'number').toBe(!isSmall)
    }),
  )
})
