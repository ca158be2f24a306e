import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, test } from 'vitest'
import { everydayWords } from '../../platform/i18n/index.ts'
import { settingsWords } from './messages/words.ts'
import { readPlace, typedPlace, type PlaceSettings } from './place-form.ts'

const region = newId('jurisdiction')

const lindhavn: PlaceSettings = {
  name: 'Lindhavn',
  level: 'town',
  parent: null,
  tagline: '',
  timeZone: 'Europe/Copenhagen',
  holidays: [Temporal.PlainDate.from('2026-12-25')],
  languages: ['en', 'da'],
  accent: '#0e5f57',
  brand: null,
  words: { council: { en: 'Town council', da: 'Byråd' }, arena: {} },
  offlineRoute: 'Call 00 00 00 00',
}

function read(typed: Record<string, readonly string[]>) {
  return readPlace({
    form: { typed: { ...typedPlace(lindhavn), ...typed }, files: {} },
    common: everydayWords.say('en'),
    say: settingsWords.say('en'),
    spoken: ['da', 'en'],
    parents: [{ id: region }],
  })
}

describe('the settings of a place', () => {
  test('come back from their form as they went in', () => {
    const back = read({})
    expect(
      back.ok && {
        ...back.value,
        languages: [...back.value.languages].sort(),
        holidays: back.value.holidays.map(String),
      },
    ).toEqual({ ...lindhavn, languages: ['da', 'en'], holidays: ['2026-12-25'] })
  })

  test.each([
    ['timeZone', 'Atlantis/Centre'],
    ['timeZone', ''],
    ['accent', 'green'],
    ['brand', '#12'],
    ['holidays', '2026-12-25\nChristmas'],
    ['holidays', '2026-02-30'],
    ['name', ''],
    ['languages', 'xx'],
    ['level', 'village'],
    ['partOf', 'elsewhere'],
    // The database cannot hold a NUL: it came back as an error page.
    ['council-en', 'Town\u0000council'],
    ['arena-da', 'Udvalg\u202e'],
    ['council-da', 'x'.repeat(61)],
  ])('%s cannot be %j', (name, value) => {
    const wrong = read({ [name]: [value] })
    expect(wrong.ok ? [] : wrong.errors.map((error) => error.field)).toEqual([name])
  })

  test('level and the place it is part of are read', () => {
    const right = read({ level: ['region'], partOf: [region] })
    expect(right.ok && [right.value.level, right.value.parent]).toEqual(['region', region])
  })

  test('holidays are read as people type them and put in order', () => {
    const right = read({ holidays: ['25.12.2026\n\n 2026-01-01 '] })
    expect(right.ok && right.value.holidays.map(String)).toEqual(['2026-01-01', '2026-12-25'])
  })
})
