import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fields, name, nameOf } from './form.ts'

const unseen = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2800]/u

describe('a name', () => {
  test.each([
    ['  Ragna \u00a0 Holm ', 'Ragna Holm'],
    ['Rag\u200bna\u202e Ho\u00adlm\u2066', 'Ragna Holm'],
    ['Ragna\u3000Holm', 'Ragna Holm'],
    ['Ragna\r\nHolm', 'Ragna Holm'],
    ['Ａｌｉｃｅ', 'Alice'],
    ['Rene\u200b\u0301', 'Ren\u00e9'],
    ['\u3164\u2800\u200b', ''],
    ['Zoë Đặng-Nguyễn', 'Zoë Đặng-Nguyễn'],
    ['李小龙', '李小龙'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(nameOf(typed)).toBe(kept)
  })

  test('abuse 46: never holds what cannot be seen, and keeping it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const kept = nameOf(typed)
        expect(kept).not.toMatch(unseen)
        expect(nameOf(kept)).toBe(kept)
      }),
    )
  })

  test.each(['...', '12', '☺', '\u200b'])('%j is none', (typed) => {
    expect(fields({ name: name({ most: 80 }) }).safeParse({ name: [typed] }).success).toBe(false)
  })
})
