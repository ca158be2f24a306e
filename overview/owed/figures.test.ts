import { expect, test } from 'vitest'
import { figureText } from './figures.ts'

// "2 of 2 (100 %)" stood here while the record of a politician said "2 of 2".
test('below ten no percentage is said of what a place owes, as in the record of a politician', () => {
  expect(figureText({ lang: 'en' }, { value: 2, of: 2 })).toBe('2 of 2')
  expect(figureText({ lang: 'da' }, { value: 2, of: 2 })).toBe('2 af 2')
})

test.each([
  [{ value: 12, of: 15 }, '12 of 15 (80%)'],
  [{ value: 34, of: null }, '34'],
  [{ value: 0, of: 0 }, '–'],
  [{ value: null, of: null }, '–'],
])('%o is said as %s', (figure, said) => {
  expect(figureText({ lang: 'en' }, figure)).toBe(said)
})
