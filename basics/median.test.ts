import { expect, test } from 'vitest'
import { median } from './median.ts'

test.each([
  [[], null],
  [[7], 7],
  [[9, 1], 5],
  [[3, 1, 2], 2],
])('the median of %j is %j', (numbers, middle) => {
  expect(median(numbers)).toBe(middle)
})
