import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** Sheets of A4 for envelopes with a window, in our own letters. */

const require = createRequire(import.meta.url)
const fontFile = (name: string): Buffer => readFileSync(require.resolve(`@expo-google-fonts/inter/${name}.ttf`))

export const mm = 72 / 25.4
export const margin = 20 * mm
export const width = 170 * mm
/** DIN 5008 form B, which the windows of DL and C5/6 envelopes are cut for: 20 mm from the left, 45 mm from the top. */
const windowTop = 45 * mm
/** Below the window. */
export const bodyTop = 98 * mm
export const pageBottom = 285 * mm

export type Paper = {
  readonly document: PDFKit.PDFDocument
  /** Ends it and gives its bytes. */
  readonly finished: () => Promise<Buffer>
}

/** Pages leave the memory as they are made but for the finished bytes. */
export function openPaper(title: string, at: Temporal.Instant): Paper {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: title, CreationDate: new Date(at.epochMilliseconds) },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  document.registerFont('plain', fontFile('400Regular/Inter_400Regular'))
  document.registerFont('bold', fontFile('700Bold/Inter_700Bold'))
  return {
    document,
    finished: async () => {
      document.end()
      await ended
      return Buffer.concat(chunks)
    },
  }
}

export type Addressed = { readonly place: string; readonly address: readonly string[]; readonly number: string }

/** A new page with its sender, and the address where the window is. */
export function addressedPage(document: PDFKit.PDFDocument, { place, address, number }: Addressed): void {
  document.addPage()
  document
    .font('bold')
    .fontSize(13)
    .text(place, margin, 20 * mm, { width })
  document
    .font('plain')
    .fontSize(7.5)
    .text(place, margin, windowTop, { width: 85 * mm, lineBreak: false })
  document.fontSize(11)
  for (const [at, line] of address.entries())
    document.text(line, margin, windowTop + 7 * mm + at * 5.2 * mm, {
      width: 80 * mm,
      height: 5.2 * mm,
      ellipsis: true,
    })
  document.fontSize(9).text(number, margin, windowTop, { width, align: 'right' })
}
