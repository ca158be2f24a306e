import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const formulas = ['=', '+', '-', '@', '＝', '＋', '－', '＠']

/** The cells of one line as a spreadsheet takes them that ends cells at this sign. */
function cellsOf(csv: string, mark: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  const text = csv.replace(/^\ufeff/, '')
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (!isQuoted && (sign === mark || sign === '\n' || sign === '\r')) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

const isFormula = (cell: string): boolean => formulas.some((sign) => cell.trimStart().startsWith(sign))

test('abuse 49: a cell that begins like a formula is text in a spreadsheet', () => {
  const cells = [
    ...formulas.map((sign) => `${sign}HYPERLINK("https://evil.example";"x")`),
    '\t=1+1',
    '\r=1+1',
    ' =1+1',
    '\n=1+1',
    'a\n=1+1',
    'a\r\n@SUM(1)',
    'a;=1+1',
    'a\t+1',
    '"=1+1',
    '=1+1"',
    '"";=cmd|\' /C calc\'!A0',
    "=cmd|' /C calc'!A0",
  ]
  for (const cell of cells)
    for (const mark of [',', ';', '\t']) {
      const read = cellsOf(csvOf([['Ada', cell, 'Bo']]), mark)
      expect(read.filter(isFormula), `${JSON.stringify(cell)} by ${JSON.stringify(mark)}`).toEqual([])
    }
})

test('abuse 49: whatever is written into a cell, no spreadsheet finds a formula in it, and nothing else is changed', () => {
  const sign = fc.constantFrom(...formulas, '"', "'", ',', ';', '\t', '\r', '\n', ' ', 'a', '1', '\u00a0')
  fc.assert(
    fc.property(fc.array(fc.string({ unit: sign, maxLength: 12 }), { minLength: 1, maxLength: 4 }), (cells) => {
      const csv = csvOf([cells])
      for (const mark of [',', ';', '\t']) expect(cellsOf(csv, mark).filter(isFormula), JSON.stringify(csv)).toEqual([])
    }),
    { numRuns: 3_000 },
  )
  expect(csvOf([['plain', 'with, comma', 'a "quote"', '5', '']])).toBe('\ufeffplain,"with, comma","a ""quote""",5,\r\n')
})
