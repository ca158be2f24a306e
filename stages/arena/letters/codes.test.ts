import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeOf, hashOfCode, readCode, spaced } from './codes.ts'

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 })
const anyCode = fc.tuple(anyKey, fc.integer({ min: 1, max: 50_000 })).map(([key, letter]) => codeOf(key, letter))
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXY'

it('is read back however it is typed: spaced, dashed, in small letters, O for 0', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Y]{16}$/)
      for (const typed of [code, spaced(code), code.toLowerCase(), spaced(code).replaceAll(' ', '-')])
        expect(readCode(typed)).toBe(code)
      expect(readCode(code.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('2', 'z'))).toBe(code)
    }),
  )
})

it('one wrong letter always shows', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(15), fc.constantFrom(...alphabet), (code, at, letter) => {
      fc.pre(code[at] !== letter)
      expect(readCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined()
    }),
  )
})

it('two letters that changed places always show', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(15), fc.nat(15), (code, one, other) => {
      fc.pre(one < other && code[one] !== code[other])
      const letters = [...code]
      ;[letters[one], letters[other]] = [code[other] ?? '', code[one] ?? '']
      expect(readCode(letters.join(''))).toBeUndefined()
    }),
  )
})

it('is no code when it is short, long, empty or has another letter', () => {
  const code = codeOf(new Uint8Array(32), 1)
  for (const typed of ['', code.slice(1), `${code}0`, `${code.slice(0, -1)}Ø`]) expect(readCode(typed)).toBeUndefined()
})

it('the same key prints the same letter again; another key or another letter has another code', () => {
  fc.assert(
    fc.property(anyKey, anyKey, fc.nat(9999), fc.nat(9999), (key, otherKey, one, other) => {
      expect(codeOf(key, one)).toBe(codeOf(Uint8Array.from(key), one))
      if (one !== other) expect(codeOf(key, one)).not.toBe(codeOf(key, other))
      if (Buffer.compare(key, otherKey) !== 0) expect(codeOf(key, one)).not.toBe(codeOf(otherKey, one))
      expect(hashOfCode(codeOf(key, one))).toHaveLength(32)
    }),
  )
})
