import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, slugOf } from './slug.ts'

test.each([
  ['How can every child walk to school?', 'how-can-every-child-walk-to-school'],
  ['Ærø, Østerbro & Århus', 'aero-osterbro-aarhus'],
  ['Łódź – Đà Nẵng', 'lodz-da-nang'],
  ['Straße 42 ½', 'strasse-42-1-2'],
  ['İstanbul', 'istanbul'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
  ['李小龍', 'fallback'],
  ['', 'fallback'],
  ['---', 'fallback'],
])('%s is %s', (sentence, slug) => {
  expect(slugOf(sentence, 'fallback')).toBe(slug)
})

test('a long sentence is cut at a word, a long word anywhere', () => {
  expect(slugOf(`${'word '.repeat(11)}extraordinary`, 'x')).toBe(Array(11).fill('word').join('-'))
  expect(slugOf('x'.repeat(100), 'x')).toHaveLength(60)
})

test('a sentence that ends a word at the limit loses none', () => {
  expect(slugOf(`${'a'.repeat(29)} ${'b'.repeat(30)} more`, 'x')).toBe(`${'a'.repeat(29)}-${'b'.repeat(30)}`)
})

test('is always short letters, digits and single hyphens, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (sentence) => {
      const slug = slugOf(sentence, 'fallback')
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(60)
      expect(slugOf(slug, 'fallback')).toBe(slug)
    }),
  )
})

test('the first free number is taken', () => {
  expect(freeSlug('harbour', new Set())).toBe('harbour')
  expect(freeSlug('harbour', new Set(['harbour', 'harbour-2', 'harbour-4']))).toBe('harbour-3')
})
