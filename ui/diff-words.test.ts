import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords } from './diff-words.ts'

const side = (parts: ReturnType<typeof diffWords>, without: 'in' | 'out'): string =>
  parts
    .filter((part) => part.kind !== without)
    .map((part) => part.text)
    .join('')

describe('word by word', () => {
  test('shows what was taken out and put in', () => {
    expect(diffWords('The town should build a gate.', 'The town will build a gate now.')).toEqual([
      { kind: 'same', text: 'The town' },
      { kind: 'out', text: ' should' },
      { kind: 'in', text: ' will' },
      { kind: 'same', text: ' build a' },
      { kind: 'out', text: ' gate.' },
      { kind: 'in', text: ' gate now.' },
    ])
  })

  test('both sides can be read whole, whatever was written', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'c.')).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after)
        expect(side(parts, 'in')).toBe(before)
        expect(side(parts, 'out')).toBe(after)
      }),
    )
  })

  test('the same text has no change', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(diffWords(text, text).every((part) => part.kind === 'same')).toBe(true)
      }),
    )
  })
})
