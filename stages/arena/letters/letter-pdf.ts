import { setImmediate } from 'node:timers/promises'
import encodeQR from 'qr'
import { addressedPage, bodyTop, margin, mm, openPaper, pageBottom, width } from './paper.ts'

/** What a letter says in one language, in finished words. */
export type LetterWords = {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Above the address and the code. */
  readonly onTheWeb: string
  readonly withoutComputer: string
}

export type PrintedLetter = {
  /** What stands in the window of the envelope. */
  readonly address: readonly string[]
  readonly number: string
  /** As it is read aloud. */
  readonly code: string
  /** What the picture beside the code leads to. */
  readonly link: string
}

export type LetterSheet = {
  readonly place: string
  /** Where the page is that asks for the code, as one types it. */
  readonly web: string
  readonly words: readonly LetterWords[]
  readonly at: Temporal.Instant
}

const qrSide = 36 * mm
/** The largest size at which everything fits one page; smaller than this nobody reads it on paper. */
const sizes = [10.5, 10, 9.5, 9, 8.5, 8] as const
const lettersPerBreath = 10

/** One letter a page. Pages leave the memory as they are made but for the finished bytes; others get their turn between them. */
export async function printLetters(sheet: LetterSheet, letters: readonly PrintedLetter[]): Promise<Buffer> {
  const { document, finished } = openPaper(sheet.place, sheet.at)
  const size = sizeThatFits(document, sheet)
  for (const [at, letter] of letters.entries()) {
    if (at % lettersPerBreath === 0) await setImmediate()
    drawLetter(document, { sheet, letter, size })
  }
  return finished()
}

type Drawing = { readonly sheet: LetterSheet; readonly letter: PrintedLetter; readonly size: number }

function drawLetter(document: PDFKit.PDFDocument, { sheet, letter, size }: Drawing): void {
  addressedPage(document, { place: sheet.place, ...letter })
  let y = bodyTop
  for (const [at, words] of sheet.words.entries()) {
    if (at > 0) y = rule(document, y)
    document
      .font('bold')
      .fontSize(size + 3)
      .text(words.title, margin, y, { width })
    y = document.y + size * 0.5
    document.font('plain').fontSize(size)
    for (const paragraph of [...words.paragraphs, words.withoutComputer]) {
      document.text(paragraph, margin, y, { width, lineGap: 1.5 })
      y = document.y + size * 0.5
    }
    if (at === 0) y = drawCode(document, { sheet, letter, size, y })
  }
}

function rule(document: PDFKit.PDFDocument, y: number): number {
  document
    .moveTo(margin, y + 2)
    .lineTo(margin + width, y + 2)
    .lineWidth(0.5)
    .stroke('#777777')
  document.fillColor('black')
  return y + 10
}

function drawCode(document: PDFKit.PDFDocument, { sheet, letter, size, y }: Drawing & { readonly y: number }): number {
  const besides = width - qrSide - 8 * mm
  document.font('plain').fontSize(size)
  for (const [at, { onTheWeb }] of sheet.words.entries())
    document.text(onTheWeb, margin, at === 0 ? y + 6 : document.y, { width: besides })
  document
    .font('bold')
    .fontSize(size + 2)
    .text(sheet.web, margin, document.y + 3, { width: besides })
  document
    .font('bold')
    .fontSize(20)
    .text(letter.code, margin, document.y + 8, { width: besides, characterSpacing: 1 })
  drawQr(document, letter.link, { x: margin + width - qrSide, y })
  return Math.max(document.y, y + qrSide) + 8
}

function drawQr(
  document: PDFKit.PDFDocument,
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  const cell = qrSide / rows.length
  for (const [down, row] of rows.entries()) {
    let from = 0
    for (const [across, isDark] of [...row, false].entries()) {
      if (isDark) continue
      // A whole run of dark cells is one box: no hair lines between them on paper.
      if (across > from) document.rect(x + from * cell, y + down * cell, (across - from) * cell, cell)
      from = across + 1
    }
  }
  document.fill('black')
}

/** Measured once for all letters of a print: but for address, number and code they are the same. */
function sizeThatFits(document: PDFKit.PDFDocument, sheet: LetterSheet): number {
  const heightAt = (size: number): number =>
    sheet.words.reduce((sum, words, at) => {
      const title = document
        .font('bold')
        .fontSize(size + 3)
        .heightOfString(words.title, { width })
      document.font('plain').fontSize(size)
      const text = [...words.paragraphs, words.withoutComputer].reduce(
        (all, paragraph) => all + document.heightOfString(paragraph, { width, lineGap: 1.5 }) + size * 0.5,
        0,
      )
      return sum + title + size * 0.5 + text + (at === 0 ? codeHeight(document, sheet, size) : 12)
    }, bodyTop)
  return sizes.find((size) => heightAt(size) <= pageBottom) ?? Math.min(...sizes)
}

function codeHeight(document: PDFKit.PDFDocument, sheet: LetterSheet, size: number): number {
  const besides = { width: width - qrSide - 8 * mm }
  document.font('plain').fontSize(size)
  const words = sheet.words.reduce((sum, { onTheWeb }) => sum + document.heightOfString(onTheWeb, besides), 0)
  const web = document
    .font('bold')
    .fontSize(size + 2)
    .heightOfString(sheet.web, besides)
  return Math.max(words + web + 17 + document.fontSize(20).heightOfString('X', besides), qrSide) + 8
}
