import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compare } from './compare.ts'

const tally = (most: number) => fc.record({ agree: fc.nat(most), disagree: fc.nat(most), pass: fc.nat(most) })

it('abuse 16: with and without are said in steps, and not where few are left or stand out', () => {
  const all = { agree: 60, disagree: 40, pass: 5 }
  expect(compare(all, { agree: 0, disagree: 0, pass: 0 })).toEqual({ all: 60, without: 60 })
  expect(compare(all, { agree: 50, disagree: 0, pass: 0 })).toEqual({ all: 60, without: 20 })
  expect(compare(all, { agree: 5, disagree: 4, pass: 0 })).toEqual({ all: 60, without: null })
  expect(compare(all, { agree: 58, disagree: 0, pass: 0 })).toEqual({ all: 60, without: null })
  expect(compare({ agree: 4, disagree: 4, pass: 9 }, { agree: 0, disagree: 0, pass: 0 })).toEqual({
    all: null,
    without: null,
  })
})

it('abuse 16: the same is said for two different groups at least, whatever they answered', () => {
  fc.assert(
    fc.property(tally(60), tally(60), (rest, found) => {
      const whole = {
        agree: rest.agree + found.agree,
        disagree: rest.disagree + found.disagree,
        pass: rest.pass + found.pass,
      }
      const { without } = compare(whole, found)
      if (without === null || found.agree + found.disagree + found.pass === 0) return
      const others = [-1, 1].flatMap((more) => {
        const other = { ...found, agree: found.agree + more, disagree: found.disagree - more }
        return other.agree < 0 || other.disagree < 0 ? [] : [compare(whole, other).without]
      })
      const passes = [{ ...found, pass: found.pass + 1 }].map(
        (other) => compare({ ...whole, pass: whole.pass + 1 }, other).without,
      )
      expect([...others, ...passes]).toContain(without)
    }),
  )
})
