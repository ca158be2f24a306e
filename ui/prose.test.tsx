import { expect, test } from 'vitest'
import { Linked, Prose } from './prose.tsx'
import { PersonChip } from './person-chip.tsx'
import { WordDiff } from './word-diff.tsx'

const evil = `<script>alert(1)</script> " onmouseover='x' & <b>`

test('everything a person typed stays text', () => {
  const html = String(<Prose text={evil} />)
  expect(html).not.toMatch(/<script|<b>/)
  expect(html).toContain('&lt;script&gt;')
})

test('names and changed words stay text, also in attributes', () => {
  const html = String(
    <>
      <PersonChip name={evil} role="resident" line={evil} href={`/people/"${evil}`} />
      <WordDiff parts={[{ kind: 'in', text: evil }]} />
    </>,
  )
  expect(html).not.toMatch(/<script|<b>| onmouseover='x'[^&]*>/)
})

test('a number taken out and the one put in are not read as one', () => {
  const numbers = [
    { kind: 'out', text: '5' },
    { kind: 'in', text: '1' },
  ] as const
  expect(String(<WordDiff parts={numbers} />)).toBe('<p class="fm-worddiff"><del>5</del> <ins>1</ins></p>')
  expect(String(<WordDiff parts={[{ kind: 'same', text: 'A' }, ...numbers]} />)).toContain('A<del>5</del> <ins>1</ins>')
})

test('empty lines part paragraphs, single ones break lines', () => {
  expect(String(<Prose text={'one\r\ntwo\n\n\nthree'} />)).toBe(
    '<div class="fm-prose" dir="auto"><p>one<br/>two</p><p>three</p></div>',
  )
})

test('only web addresses become links, without the sentence’s marks', () => {
  const html = String(<Prose text="See (https://example.org/a?b=1&c=2). javascript:alert(1) data:text/html,x" />)
  expect(html).toContain(
    '<a href="https://example.org/a?b=1&amp;c=2" rel="nofollow noopener noreferrer ugc">https://example.org/a?b=1&amp;c=2</a>).',
  )
  expect(html.match(/<a /g)).toHaveLength(1)
})

test('an address that ends in a bracket keeps it: the one of Ireland’s Convention led nowhere', () => {
  const convention = 'https://en.wikipedia.org/wiki/Constitutional_Convention_(Ireland)'
  expect(String(<Linked text={`${convention} ; paper (https://example.org/a).`} />)).toBe(
    [convention, 'https://example.org/a']
      .map((href) => `<a href="${href}" rel="nofollow noopener noreferrer ugc">${href}</a>`)
      .join(' ; paper (')
      .concat(').'),
  )
})
