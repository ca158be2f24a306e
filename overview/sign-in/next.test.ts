import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeNext } from './next.ts'

const home = '/en/lindhavn'

describe('where a sign-in goes on to', () => {
  test.each([
    ['/en/lindhavn/problems/harbour', '/en/lindhavn/problems/harbour'],
    ['/en/lindhavn/search?q=tree', '/en/lindhavn/search?q=tree'],
    ['//evil.example', home],
    ['/\\evil.example', home],
    ['/\t/evil.example', home],
    ['/..//evil.example', home],
    ['https://evil.example', home],
    ['javascript:alert(1)', home],
    ['', home],
    [null, home],
  ])('%j leads to %s', (next, to) => {
    expect(safeNext(next, home)).toBe(to)
  })

  test('never leaves the installation, whatever was sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webPath().map((path) => `/${path}`),
        ),
        (next) => {
          const here = 'https://folkmoot.example'
          expect(new URL(safeNext(next, home), here).origin).toBe(here)
        },
      ),
    )
  })
})
