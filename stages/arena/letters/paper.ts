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

/** Of a window 45 mm high, below the line of the sender; nothing of an address is left out, for nobody could deliver it. */
const window = { width: 80 * mm, height: 36 * mm }
const wholeSizes = [11, 10, 9] as const
/** Smaller than that is read by no sorting machine. */
const brokenSizes = [9, 8, 7] as const
const lineStep = (size: number): number => (size / 11) * 5.2 * mm

/** The address in the largest letters at which it fits the window: each line whole, or else long ones over several. */
export function fitted(
  document: PDFKit.PDFDocument,
  address: readonly string[],
): { readonly size: number; readonly lines: readonly string[] } {
  document.font('plain')
  const isRoom = (size: number, lines: readonly string[]): boolean => lines.length * lineStep(size) <= window.height
  const whole = wholeSizes.find((size) => {
    document.fontSize(size)
    return isRoom(size, address) && address.every((line) => document.widthOfString(line) <= window.width)
  })
  if (whole) return { size: whole, lines: address }
  const inParts = (size: number) => {
    document.fontSize(size)
    return { size, lines: address.flatMap((line) => broken(document, line)) }
  }
  const size = brokenSizes.find((one) => isRoom(one, inParts(one).lines)) ?? Math.min(...brokenSizes)
  return inParts(size)
}

/** Between words where it can be, else within one. */
function broken(document: PDFKit.PDFDocument, line: string): readonly string[] {
  const lines = ['']
  for (const piece of line.split(/(?<=[ -])/)) {
    for (const part of document.widthOfString(piece) <= window.width ? [piece] : piece) {
      const longer = `${lines.at(-1) ?? ''}${part}`
      if (document.widthOfString(longer.trimEnd()) <= window.width) lines[lines.length - 1] = longer
      else lines.push(part)
    }
  }
  return lines.map((one) => one.trimEnd()).filter((one) => one !== '')
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
  const { size, lines } = fitted(document, address)
  document.fontSize(size)
  for (const [at, line] of lines.entries())
    document.text(line, margin, windowTop + 7 * mm + at * lineStep(size), { width, lineBreak: false })
  document.fontSize(9).text(number, margin, windowTop, { width, align: 'right' })
}
