import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { codeOf, spaced } from './codes.ts'
import { printLetters, type LetterSheet } from './letter-pdf.ts'

const words = (lang: string, more = '') => ({
  title: `${lang}: Hvordan lyser vi vejen op på Ærø?`,
  paragraphs: [`Din adresse er trukket ved lodtrækning.${more}`, 'Sig ja eller nej.'],
  onTheWeb: 'Åbn denne side:',
  withoutComputer: 'Uden computer: ring 00 00 00 00.',
})
const sheet = (more = ''): LetterSheet => ({
  place: 'Lindhavn',
  web: 'folkmoot.example/da/lindhavn/letter',
  words: [words('da', more), words('en', more)],
  at: Temporal.Instant.from('2026-11-24T08:00:00Z'),
})
const lettersOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    address: [`Åse Øster Nørgård ${at}`, 'Æblevej 3', '5700 Lindhavn'],
    number: `2026–${at + 1}`,
    code: spaced(codeOf(new Uint8Array(32), at + 1)),
    link: `https://folkmoot.example/da/lindhavn/letter#${codeOf(new Uint8Array(32), at + 1)}`,
  }))

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

it('is one page a letter, also where the words are many', async () => {
  expect(pagesOf(await printLetters(sheet(), lettersOf(3)))).toBe(3)
  const long = ' Vi søger folk, der bor her, til at arbejde med det sammen med politikere.'.repeat(12)
  expect(pagesOf(await printLetters(sheet(long), lettersOf(2)))).toBe(2)
})

it('has its own letters with it, Danish ones too', async () => {
  const pdf = (await printLetters(sheet(), lettersOf(1))).toString('latin1')
  expect(pdf).toContain('/FontFile2')
  expect(pdf).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter/)
  const maps = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) => unpacked(packed))
  for (const letter of 'ÅåæØø') {
    const code = letter.charCodeAt(0).toString(16).padStart(4, '0')
    expect(
      maps.some((map) => map.includes('beginbf') && map.includes(code)),
      letter,
    ).toBe(true)
  }
})

it('the same letters are the same bytes', async () => {
  const [one, other] = [await printLetters(sheet(), lettersOf(2)), await printLetters(sheet(), lettersOf(2))]
  expect(one.equals(other)).toBe(true)
})

function unpacked(packed: string): string {
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}
