import { expect, it } from 'vitest'
import { pageLanguages, writtenLanguages } from './page-languages.ts'

it.each([
  [['en', 'da'], ['en', 'da'], []],
  [
    ['da', 'fr', 'en', 'de'],
    ['da', 'en'],
    ['fr', 'de'],
  ],
  [['fr'], ['en'], ['fr']],
] as const)('of %j the pages speak %j, and people may write in %j besides', (languages, pages, written) => {
  expect(pageLanguages({ languages })).toEqual(pages)
  expect(writtenLanguages({ languages })).toEqual(written)
})
