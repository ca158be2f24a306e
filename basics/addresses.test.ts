import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addresses, href, methodOf, pathOf, type Address, type Params } from './addresses.ts'

const all = Object.keys(addresses) as readonly Address[]

describe('a link', () => {
  test('is filled in', () => {
    expect(
      href('decision.recommendation', {
        lang: 'da',
        jurisdiction: 'lindhavn',
        problem: 'harbour',
        number: 3,
      }),
    ).toBe('/da/lindhavn/problems/harbour/answer/3')
    expect(href('live', {})).toBe('/live')
    expect(href('feed', { lang: 'da', jurisdiction: 'lindhavn' })).toBe('/da/lindhavn/feed.atom')
  })

  test.each([
    ['../../etc', '..%2F..%2Fetc'],
    ['a/b?c#d', 'a%2Fb%3Fc%23d'],
    ['"><script>', '%22%3E%3Cscript%3E'],
    ['ø $1 :lang', '%C3%B8%20%241%20%3Alang'],
  ])('escapes %s', (problem, escaped) => {
    expect(href('journey', { lang: 'en', jurisdiction: 'x', problem })).toBe(`/en/x/problems/${escaped}`)
  })

  test('whatever is filled in stays one part of the path and reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (problem) => {
        const [, lang, place, problems, part, ...more] = href('journey', {
          lang: 'en',
          jurisdiction: 'x',
          problem,
        }).split('/')
        expect([lang, place, problems, more]).toEqual(['en', 'x', 'problems', []])
        expect(decodeURIComponent(part ?? '')).toBe(problem)
      }),
    )
  })
})

describe('the table', () => {
  test.each(all)('%s has a method, and a path whose parameters all get filled in', (address) => {
    expect(addresses[address]).toMatch(/^(GET|POST) \//)
    expect(methodOf(address)).toBe(addresses[address].split(' ')[0])
    const names = pathOf(address).match(/(?<=:)[a-z]+/g) ?? []
    const filled = href(address, Object.fromEntries(names.map((name) => [name, name])) as unknown as Params<Address>)
    expect(filled).toBe(pathOf(address).replaceAll(':', ''))
  })

  test('has each line once', () => {
    expect(new Set(Object.values(addresses)).size).toBe(all.length)
  })
})
