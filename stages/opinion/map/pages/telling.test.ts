import { expect, it } from 'vitest'
import type { Shares } from '../lists.ts'
import type { PublishedGroup } from '../published.ts'
import { apart, tellsApart } from './telling.ts'

const group = (letter: number): PublishedGroup => ({ letter, people: 15, sure: 9, thinks: [], spots: [] })
const [a, b] = [group(0), group(1)]
const shares = (agree: number): Shares => ({ agree, disagree: 10 - agree })
const map = {
  groups: [a, b],
  statements: [
    { number: 1, all: shares(9), groups: [shares(9), shares(9)] },
    { number: 2, all: shares(5), groups: [shares(9), shares(2)] },
  ],
}

it('a statement on which all groups agree alike tells no group from the others', () => {
  expect(tellsApart(map, b, { number: 1, side: 'agree', isSure: false })).toBe(false)
  expect(tellsApart(map, a, { number: 2, side: 'agree', isSure: false })).toBe(true)
  expect(tellsApart(map, b, { number: 1, side: 'agree', isSure: true })).toBe(true)
  expect(apart(map, b, { number: 2, side: 'disagree', isSure: false })).toBe(7)
})
