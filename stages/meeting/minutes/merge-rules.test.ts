import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeLines } from './merge-rules.ts'

const text = (...lines: readonly string[]): string => lines.join('\n')

describe('two who write the same minutes', () => {
  test.each([
    [
      'one at the top, one at the end',
      text('a', 'b'),
      text('new', 'a', 'b'),
      text('a', 'b', 'end'),
      text('new', 'a', 'b', 'end'),
    ],
    [
      'both at the end: both stand, the one saved first before',
      'a',
      text('a', 'mine'),
      text('a', 'theirs'),
      text('a', 'theirs', 'mine'),
    ],
    ['both begin on an empty page', '', 'mine', 'theirs', text('theirs', 'mine')],
    [
      'one strikes a line, one adds another',
      text('a', 'b', 'c'),
      text('a', 'c'),
      text('a', 'b', 'c', 'd'),
      text('a', 'c', 'd'),
    ],
    ['both make the same change', text('a', 'b'), text('a', 'x'), text('a', 'x'), text('a', 'x')],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(mergeLines(base, mine, theirs)).toEqual({ ok: true, value: merged })
  })

  test('both change the same line: a person is asked', () => {
    expect(mergeLines('six lamps', 'seven lamps', 'five lamps')).toEqual({ ok: false, refusal: 'both-changed' })
    expect(mergeLines(text('a', 'b'), 'a', text('a', 'b!'))).toEqual({ ok: false, refusal: 'both-changed' })
  })

  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 })

  test('who alone changed it is taken at her word', () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        const [b, o] = [text(...base), text(...other)]
        expect(mergeLines(b, o, b)).toEqual({ ok: true, value: o })
        expect(mergeLines(b, b, o)).toEqual({ ok: true, value: o })
        expect(mergeLines(b, o, o)).toEqual({ ok: true, value: o })
      }),
    )
  })

  test('no line anybody added is lost', () => {
    const added = fc.array(
      fc.tuple(fc.nat(8), fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('x', 'y', 'z') })),
      {
        maxLength: 5,
      },
    )
    const withLines = (base: readonly string[], more: readonly (readonly [number, string])[], mark: string) => {
      const result = [...base]
      for (const [at, words] of more) result.splice(Math.min(at, result.length), 0, `${mark}${words}`)
      return result
    }
    fc.assert(
      fc.property(lines, added, added, (base, my, their) => {
        const [mine, theirs] = [withLines(base, my, '1'), withLines(base, their, '2')]
        const merged = mergeLines(text(...base), text(...mine), text(...theirs))
        if (!merged.ok) return
        const kept = merged.value.split('\n')
        const count = (list: readonly string[], line: string) => list.filter((one) => one === line).length
        for (const line of mine.filter((one) => one.startsWith('1'))) expect(count(kept, line)).toBe(count(mine, line))
        for (const line of theirs.filter((one) => one.startsWith('2')))
          expect(count(kept, line)).toBe(count(theirs, line))
      }),
    )
  })
})
