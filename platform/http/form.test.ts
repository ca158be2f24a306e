import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { everydayWords } from '../i18n/index.ts'
import { field, fields, readForm, typedForm } from './index.ts'

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

  test('abuse 46: keeps no letter without width: two names that look the same are the same', () => {
    expect(read(field.text({ most: 80 }), 'Ada\u200b Fal\u2060ster\u{e0041}')).toBe('Ada Falster')
  })

  test('abuse 46: keeps what joins letters in some scripts and signs', () => {
    for (const typed of ['می\u200cخواهم', '👩\u200d🌾', 'क\u094d\u200dष'])
      expect(read(field.text({ most: 80 }), typed)).toBe(typed)
  })
})

describe('what was typed in any script', () => {
  const most = 200
  // Made once: making a form costs more than reading it.
  const form = fields({ it: field.text({ most }) })
  const codes = ((code: string) => code) as ReturnType<typeof everydayWords.say>
  const words = (typed: string): unknown => {
    const result = readForm({ form: { typed: { it: [typed] }, files: {} }, common: codes }, form)
    return result.ok ? result.value.it : result.errors[0]?.text
  }

  test('abuse 46: what turns a line around, controls, NUL and half letters are refused', () => {
    for (const sign of [
      '\u202e',
      '\u202a',
      '\u2066',
      '\u2069',
      '\u0000',
      '\u0007',
      '\u001b',
      '\u0085',
      '\ud800',
      '\udc00',
    ])
      expect(words(`pay ${sign}gpj.exe`), JSON.stringify(sign)).toBe('not-text')
  })

  test('abuse 46: five hundred marks on one letter are refused, as many as a script needs are kept', () => {
    expect(read(field.text({ most: 2000 }), `Z${'\u0335'.repeat(500)}`)).toBe('not-text')
    expect(words(`Z${'\u0335'.repeat(7)}`)).toBe('not-text')
    // Vietnamese, Tibetan, Hebrew with points and song marks.
    for (const typed of ['Việt', 'བརྒྱུད', 'בְּרֵאשִׁ֖ית']) expect(words(typed)).toBe(typed.normalize('NFC'))
  })

  test('abuse 46: the same letters written apart and as one are the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (typed) => {
        expect(words(typed.normalize('NFD'))).toEqual(words(typed.normalize('NFC')))
      }),
    )
  })

  const letter = fc
    .oneof(fc.integer({ min: 0, max: 0x3ff }), fc.integer({ min: 0, max: 0x10ffff }))
    .map((code) => String.fromCodePoint(code))

  test('abuse 46: what is kept is NFC, has no half letter, and is as long as a person counts it', () => {
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 60 }), (typed) => {
        const kept = words(typed)
        if (kept === 'not-text' || kept === 'required') return
        expect(kept).toBe(String(kept).normalize('NFC'))
        expect(String(kept).isWellFormed()).toBe(true)
        expect(words(String(kept))).toBe(kept)
      }),
    )
    expect(read(field.text({ most: 3 }), '😀😀😀')).toBe('😀😀😀')
    expect(read(field.text({ most: 3 }), '😀😀😀😀')).toBe('too-long')
  })

  test('abuse 46: however a line ends, it ends once and the same way', () => {
    expect(words('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
    expect(words(String(words('a\r\r\nb')))).toBe(words('a\r\r\nb'))
  })

  test('abuse 47: empty, one, as many as allowed, one more, and ten million letters are each what they are', () => {
    const long = (length: number): string => 'a'.repeat(length)
    expect(words('')).toBe('required')
    expect(words('a')).toBe('a')
    expect(words(long(most))).toBe(long(most))
    expect(words(long(most + 1))).toBe('too-long')
    const began = process.cpuUsage()
    expect(words(long(10_000_000))).toBe('too-long')
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(3_000)
  })
})

test('abuse 57: a field that comes twice is refused by every kind of field that has one value', () => {
  const codes = ((code: string) => code) as ReturnType<typeof everydayWords.say>
  const kinds = {
    text: field.text({ most: 9 }),
    line: field.line({ most: 9 }),
    optionalText: field.optionalText({ most: 9 }),
    name: field.name({ most: 9 }),
    choice: field.choice(['1', '-1']),
    ticked: field.ticked(),
    number: field.number(),
    date: field.date(),
    time: field.time(),
    email: field.email(),
    optional: field.optional(field.number()),
  }
  for (const [name, kind] of Object.entries(kinds))
    for (const twice of [
      ['1', '-1'],
      ['', '1'],
      ['1', ''],
    ])
      expect(
        readForm({ form: { typed: { it: twice }, files: {} }, common: codes }, fields({ it: kind })).ok,
        name,
      ).toBe(false)
})

test('abuse 59: a field called as what every object has is a field like any other, and reaches no other object', () => {
  const data = new URLSearchParams('__proto__=a&constructor=b&prototype=c&__proto__.isAdmin=d&it=e&toString=f')
  const form = typedForm(data)
  expect(Object.keys(form.typed)).toEqual([
    '__proto__',
    'constructor',
    'prototype',
    '__proto__.isAdmin',
    'it',
    'toString',
  ])
  expect(Object.getPrototypeOf(form.typed)).toBeNull()
  const codes = ((code: string) => code) as ReturnType<typeof everydayWords.say>
  const result = readForm({ form, common: codes }, fields({ it: field.text({ most: 9 }) }))
  expect(result).toEqual({ ok: true, value: { it: 'e' } })
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('isAdmin')
})

test('a box that was ticked five hundred times is ticked once', () => {
  const typed = { it: Array.from({ length: 400 }, () => 'a').concat('b') }
  const codes = ((code: string) => code) as ReturnType<typeof everydayWords.say>
  const result = readForm({ form: { typed, files: {} }, common: codes }, fields({ it: field.choices(['a', 'b']) }))
  expect(result).toEqual({ ok: true, value: { it: ['a', 'b'] } })
})
