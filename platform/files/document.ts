import { inflateSync } from 'node:zlib'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export type DocumentRefusal = 'document-too-large' | 'document-not-known' | 'document-acts'

export const documentTypes = { pdf: 'application/pdf', text: 'text/plain; charset=utf-8' } as const
export type DocumentType = (typeof documentTypes)[keyof typeof documentTypes]

/** A report of fifty pages with pictures fits. Together with a picture it stays below what a form may weigh. */
export const mostDocumentBytes = 5 * 1024 * 1024

/**
 * What a document is by its content, whatever its name and its declared type say: a PDF that only shows, or plain text.
 * A PDF that runs a script, opens a program or carries another file is refused. What is packed in streams of another filter
 * than Flate cannot be looked into; so it is sent as an attachment too, and a reader of PDFs opens it outside our pages.
 */
export function documentType(bytes: Uint8Array): Result<DocumentType, DocumentRefusal> {
  if (bytes.byteLength > mostDocumentBytes) return refuse('document-too-large')
  if (isPdf(bytes)) return acts(bytes) ? refuse('document-acts') : accept(documentTypes.pdf)
  return isText(bytes) ? accept(documentTypes.text) : refuse('document-not-known')
}

/** From its first byte: a file that is a page or an archive before it is a PDF is neither. */
function isPdf(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const end = Buffer.from(bytes.subarray(-1024)).toString('latin1')
  return /^%PDF-[12]\.\d/.test(start) && end.includes('%%EOF')
}

/** Names of what a document does by itself. `#` begins a letter written as a number, which would hide them. */
const doing = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z])/

function acts(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  return (
    doing.test(unescaped(text)) ||
    packedObjects(text).some((packed) => packed === null || doing.test(unescaped(packed)))
  )
}

function unescaped(text: string): string {
  return text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

// A stream of a kilobyte can claim a gigabyte.
const mostInflated = 8 * 1024 * 1024
const mostStreams = 2_000

/** Objects packed into streams (ISO 32000-1, 7.5.7), unpacked; null for one that cannot be read. */
function packedObjects(text: string): readonly (string | null)[] {
  const streams = [...text.matchAll(/\/ObjStm\b[^]{0,400}?stream\r?\n/g)]
  if (streams.length > mostStreams) return [null]
  let left = mostInflated
  return streams.map((found) => {
    const from = found.index + found[0].length
    const to = text.indexOf('endstream', from)
    if (to === -1) return null
    if (!/\/FlateDecode|\/Fl\b/.test(unescaped(found[0]))) return text.slice(from, to)
    try {
      const packed = inflateSync(Buffer.from(text.slice(from, to), 'latin1'), { maxOutputLength: Math.max(1, left) })
      left -= packed.byteLength
      return packed.toString('latin1')
    } catch {
      return null
    }
  })
}

/** UTF-8 that can be shown: no control characters but those of a line. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.byteLength === 0) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // oxlint-disable-next-line no-control-regex
    return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u.test(text)
  } catch {
    return false
  }
}
