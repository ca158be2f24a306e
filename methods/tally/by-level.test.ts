import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provedShareOf, splitOf } from './by-level.ts'
import { leastInCell, suppress } from './suppress.ts'
import type { Tally } from './tally.ts'

const tally = (agree: number, disagree: number, pass: number): Tally => ({ agree, disagree, pass })

describe('how many had proved who they are', () => {
  it.each([
    [20, 0, 'nobody'],
    [20, 4, 'few'],
    [20, 5, 5],
    [20, 15, 15],
    [20, 16, 'all-but-few'],
    [20, 20, 'everybody'],
  ] as const)('of %d, %d of them proved: %s', (voters, proved, expected) => {
    expect(provedShareOf(voters, proved)).toBe(expected)
  })

  it('abuse 61: says the same of every number of a few', () => {
    expect(new Set([1, 2, 3, 4].map((proved) => provedShareOf(30, proved))).size).toBe(1)
    expect(new Set([26, 27, 28, 29].map((proved) => provedShareOf(30, proved))).size).toBe(1)
  })
})

describe('one result as two', () => {
  it('is shown where each of the six numbers is five or more', () => {
    expect(splitOf(tally(20, 12, 10), tally(9, 5, 5))).toEqual({ proved: tally(9, 5, 5), others: tally(11, 7, 5) })
  })

  it.each([
    ['a few of those who proved', tally(20, 12, 10), tally(9, 4, 5)],
    ['a few of the others', tally(20, 12, 10), tally(9, 8, 5)],
    ['nobody of one kind', tally(20, 12, 10), tally(0, 0, 0)],
    ['nobody of the others', tally(20, 12, 10), tally(20, 12, 10)],
    ['more than there are', tally(20, 12, 10), tally(30, 5, 5)],
  ])('is not shown with %s', (_, whole, proved) => {
    expect(splitOf(whole, proved)).toBeUndefined()
  })

  it('abuse 61: what is shown of anybody’s answers, added and taken away, tells of no group below five', () => {
    const count = fc.integer({ min: 0, max: 30 })
    const counts = fc.record({ agree: count, disagree: count, pass: count })
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const whole = tally(one.agree + other.agree, one.disagree + other.disagree, one.pass + other.pass)
        const split = splitOf(whole, one)
        const all = [one, other].flatMap((part) => Object.values(part))
        expect(split !== undefined).toBe(all.every((cell) => cell >= leastInCell) && suppress(whole).kind === 'shown')
        if (split) expect(split).toEqual({ proved: one, others: other })
      }),
    )
  })
})
