import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutCodes } from './without-codes.ts'

test.each([
  ['Your code is 1234 5678\n\nType it', 'Your code is •••• ••••\n\nType it'],
  ['123456789012', '••••••••••••'],
  ['1234 5678 9012.', '•••• •••• ••••.'],
  ['at 14:32, until 2027', 'at 14:32, until 2027'],
  ['https://a.example/en/b/mails/qHzR-_7 and more', 'https://a.example/en/b/mails/•••• and more'],
  ['https://a.example/en/b/addresses/x-1', 'https://a.example/en/b/addresses/••••'],
  ['https://a.example/en/b/sign-in/link/x-1', 'https://a.example/en/b/sign-in/link/••••'],
  ['https://a.example/en/b/speaking/x1', 'https://a.example/en/b/speaking/••••'],
])('%j reads %j', (text, covered) => {
  expect(withoutCodes(text)).toBe(covered)
})

test('no code of eight or twelve digits is left, however it is grouped', () => {
  fc.assert(
    fc.property(fc.constantFrom(8, 12), fc.constantFrom('', ' '), fc.nat(), (length, between, seed) => {
      const code = String(seed).padStart(length, '0').slice(0, length)
      expect(withoutCodes(`Your code is ${code.replace(/(\d{4})(?=\d)/g, `$1${between}`)}!`)).not.toMatch(/\d/)
    }),
  )
})
