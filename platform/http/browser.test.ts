import fc from 'fast-check'
import { expect, test } from 'vitest'
import { browserIn } from './browser.ts'

test.each([
  ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox · Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/138.0.0.0 Safari/537.36',
    'Chrome · Linux',
  ],
  ['curl/8.5.0', ''],
  [undefined, ''],
])('%s is %s', (userAgent, words) => {
  expect(browserIn(userAgent)).toBe(words)
})

test('nothing of what a browser sends but these words is kept, and they fit their column', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (noise) => {
      expect(browserIn(`${noise} Firefox/1`).length).toBeLessThanOrEqual(40)
      expect(['', 'Firefox']).toContain(browserIn(`${'x'.repeat(500)}${noise} Firefox/1`))
    }),
  )
})
