import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted, mm, openPaper } from './paper.ts'

const { document } = openPaper('Lindhavn', Temporal.Instant.from('2026-11-24T08:00:00Z'))

describe('the address in the window', () => {
  it('stands in the largest letters where it is short', () => {
    const address = ['Åse Øster Nørgård', 'Æblevej 3', '5700 Lindhavn']
    expect(fitted(document, address)).toEqual({ size: 11, lines: address })
  })

  // A bug once: what was longer than the window was cut off, and the letter could not be delivered.
  it('loses no letter, however long it is', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abæøåW-3'), minLength: 1, maxLength: 60 })
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ').slice(0, 120))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (address) => {
        const { size, lines } = fitted(document, address)
        const letters = (text: readonly string[]): string => text.join('').replaceAll(' ', '')
        expect(letters(lines)).toBe(letters(address))
        document.font('plain').fontSize(size)
        for (const one of lines) expect(document.widthOfString(one)).toBeLessThanOrEqual(80 * mm)
      }),
      { numRuns: 60 },
    )
  })
})
