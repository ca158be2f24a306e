import { expect, it } from 'vitest'
import { summaryOf } from './verify-lottery.ts'

it('does not call a draw fine whose checks were left out', () => {
  expect(summaryOf([{ what: 'seed', is: true }])).toBe('All 1 checks passed: the draw is what was published.')
  expect(
    summaryOf([
      { what: 'seed', is: true },
      { what: 'proof', is: null },
    ]),
  ).toBe('1 of 2 checks passed, and 1 could not be made. They are marked with –, and say what they need.')
})
