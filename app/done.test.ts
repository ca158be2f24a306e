import { expect, test } from 'vitest'
import { readDone, sayNext } from './done.ts'

const now = Temporal.Instant.from('2026-11-25T12:00:00Z')

test('what was done is read back as it was said, signs and line breaks too', () => {
  const done = { text: 'Rejst: “Æ; ø=å”', next: 'Næste\nlinje' }
  const cookie = sayNext(done, { isSecure: true, now })
  expect(cookie.name).toBe('__Host-folkmoot_done')
  expect(cookie.value).not.toMatch(/[;,\s"]/)
  expect(cookie.expires?.toString()).toBe('2026-11-25T12:01:00Z')
  expect(readDone(decodeURIComponent(cookie.value ?? ''))).toEqual(done)
})

test('a cookie not of our making says nothing', () => {
  for (const value of [undefined, '', 'x', '1', 'null', '{"text":"x"}', '[1,2]', '["only one"]'])
    expect(readDone(value)).toBeUndefined()
})
