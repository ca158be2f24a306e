import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { privateSignsIn } from './private-words.ts'

describe('signs of a private person', () => {
  it.each([
    ['Call 12 34 56 78 after six.', ['phone']],
    ['+45 12345678', ['phone']],
    ['(020) 7946 0018', ['phone']],
    ['tlf. 12345678', ['phone']],
    ['Write to mrs.falk@post.example!', ['email']],
    ['Bo bor på Nygade 12.', ['address']],
    ['Skolevej 4b, tredje sal', ['address']],
    ['Hauptstraße 7', ['address']],
    ['The man at 12 Gas Lane', ['address']],
    ['4b High Street, tel 12 34 56 78', ['phone', 'address']],
  ] as const)('%s', (words, signs) => {
    expect(privateSignsIn(words)).toEqual(signs)
  })

  it.each([
    'Pupils of Østre School',
    'Since 2019-2024 nobody answered.',
    'On 24.12.2026 and on 2026-11-26.',
    'It costs 12.500.000 kroner, or 1 250 000.',
    'Residents of Gas Lane and of Nygade',
    'Open 8.30 - 16.00, Monday to Friday',
    'Buses 12 and 14 stop at the gate.',
    'Case 2026/117',
  ])('finds none in: %s', (words) => {
    expect(privateSignsIn(words)).toEqual([])
  })

  const calm = fc.stringMatching(/^[a-zæøå ]{0,30}$/u)

  it('finds a telephone number wherever it stands, however its digits are put together', () => {
    const pairs = fc.array(fc.stringMatching(/^[2-9][0-9]$/), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(calm, pairs, fc.constantFrom('', ' ', '-'), calm, (before, digits, between, after) => {
        expect(privateSignsIn(`${before} ${digits.join(between)} ${after}`)).toContain('phone')
      }),
    )
  })

  it('finds nothing where there is no digit and no sign of mail', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^\d@]{0,200}$/u), (words) => {
        expect(privateSignsIn(words)).toEqual([])
      }),
    )
  })

  it('a bug once: a text of one very long word kept the server busy for seconds', () => {
    const started = performance.now()
    const letters = ['a'.repeat(20_000), 'gade'.repeat(5000), 'ø'.repeat(20_000)]
    for (const words of ['1 '.repeat(5000), '12 a'.repeat(2500), 'vej '.repeat(2500), 'a@'.repeat(5000), ...letters])
      privateSignsIn(words)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
