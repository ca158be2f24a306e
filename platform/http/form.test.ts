import { describe, expect, test } from 'vitest'
import type { everydayWords } from '../i18n/index.ts'
import { field, fields, readForm } from './index.ts'

/** What was typed into one field, read: its value, or the code of the complaint. */
function read(kind: ReturnType<typeof field.text | typeof field.date>, typed: string): unknown {
  const codes = ((code: string) => code) as ReturnType<typeof everydayWords.say>
  const result = readForm({ form: { typed: { it: [typed] }, files: {} }, common: codes }, fields({ it: kind }))
  return result.ok ? result.value.it : result.errors[0]?.text
}

describe('a date', () => {
  test.each(['0000-01-01', '1.1.0000', '0001-01-01', '1799-12-31', '2200-01-01', '9999-12-31', '99999-01-01'])(
    '%s is none: the database has no year 0, and nobody plans so far',
    (typed) => {
      expect(read(field.date(), typed)).toBe('not-a-date')
    },
  )

  test.each(['1800-01-01', '2026-02-28', '2199-12-31'])('%s is one', (typed) => {
    expect(String(read(field.date(), typed))).toBe(typed)
  })

  test.each(['2026-02-30', '2026-13-01', '31.4.2026'])('%s does not exist', (typed) => {
    expect(read(field.date(), typed)).toBe('not-a-date')
  })
})

describe('a text', () => {
  test.each([
    ['zero-width spaces', '\u200b\u200b\u200b'],
    ['Hangul fillers', '\u3164\u3164'],
    ['a joiner and spaces', ' \u200d \u00a0'],
    ['soft hyphens', '\u00ad\u00ad'],
    ['empty Braille', '\u2800\u2800'],
    ['marks on nothing', '\u034f\u0301'],
  ])('of %s alone is empty: nobody goes by a name that cannot be seen', (_, typed) => {
    expect(read(field.text({ most: 80 }), typed)).toBe('required')
  })

  test('keeps no letter without width: two names that look the same are the same', () => {
    expect(read(field.text({ most: 80 }), 'Ada\u200b Fal\u2060ster\u{e0041}')).toBe('Ada Falster')
  })

  test('keeps what joins letters in some scripts and signs', () => {
    for (const typed of ['می\u200cخواهم', '👩\u200d🌾', 'क\u094d\u200dष'])
      expect(read(field.text({ most: 80 }), typed)).toBe(typed)
  })
})

test('a box that was ticked five hundred times is ticked once', () => {
  const typed = { it: Array.from({ length: 400 }, () => 'a').concat('b') }
  const codes = ((code: string) => code) as ReturnType<typeof everydayWords.say>
  const result = readForm({ form: { typed, files: {} }, common: codes }, fields({ it: field.choices(['a', 'b']) }))
  expect(result).toEqual({ ok: true, value: { it: ['a', 'b'] } })
})
