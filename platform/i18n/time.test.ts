import { describe, expect, test } from 'vitest'
import { everydayWords } from './everyday.ts'
import { timeWords } from './time.ts'

const now = Temporal.Instant.from('2026-11-25T12:00:00Z')
const due = Temporal.Instant.from('2026-12-04T22:59:00Z')
const words = (lang: string, timeZone: string) => timeWords(everydayWords.say(lang), { lang, timeZone, now })

describe('a deadline', () => {
  test('names the city as its language does: Danish said “tid i Copenhagen”', () => {
    expect(words('da', 'Europe/Copenhagen').deadline(due)).toMatch(/23[:.]59, tid i København$/)
    expect(words('en', 'Europe/Copenhagen').deadline(due)).toMatch(/23:59, Copenhagen time$/)
  })

  test('names a city no language of ours has another word for', () => {
    expect(words('da', 'America/Argentina/Buenos_Aires').deadline(due)).toMatch(/tid i Buenos Aires$/)
  })
})
