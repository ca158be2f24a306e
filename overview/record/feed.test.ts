import { expect, test } from 'vitest'
import { atomFeed } from './feed.ts'

test('a feed keeps what people typed as text', () => {
  const now = Temporal.Instant.from('2026-11-24T12:00:00Z')
  const xml = atomFeed({
    lang: 'en',
    title: 'Lindhavn',
    self: 'https://folkmoot.example/en/lindhavn/feed.atom',
    home: 'https://folkmoot.example/en/lindhavn',
    now,
    items: [
      { id: 'ab', title: '<script>alert("&")</script>\u0000', at: now, link: 'https://folkmoot.example/?a=1&b=2' },
    ],
  })
  expect(xml).toContain('<title>&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;</title>')
  expect(xml).toContain('href="https://folkmoot.example/?a=1&amp;b=2"')
  expect(xml).not.toContain('<script>')
})
