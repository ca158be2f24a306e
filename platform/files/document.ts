import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { pdfActs } from './pdf-acts.ts'

export type DocumentRefusal = 'document-too-large' | 'document-not-known' | 'document-acts'

export const documentTypes = { pdf: 'application/pdf', text: 'text/plain; charset=utf-8' } as const
export type DocumentType = (typeof documentTypes)[keyof typeof documentTypes]

/** A report of fifty pages with pictures fits. Together with a picture it stays below what a form may weigh. */
export const mostDocumentBytes = 5 * 1024 * 1024

/**
 * What a document is by its content, whatever its name and its declared type say: a PDF that only shows, or plain text.
 * A PDF that runs a script, opens a program or carries another file is refused, and so is one that cannot be looked into. It is
 * sent as an attachment too: a reader of PDFs opens it outside our pages.
 */
export function documentType(bytes: Uint8Array): Result<DocumentType, DocumentRefusal> {
  if (bytes.byteLength > mostDocumentBytes) return refuse('document-too-large')
  if (isPdf(bytes)) return pdfActs(bytes) ? refuse('document-acts') : accept(documentTypes.pdf)
  return isText(bytes) ? accept(documentTypes.text) : refuse('document-not-known')
}

/** From its first byte: a file that is a page or an archive before it is a PDF is neither. */
function isPdf(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const end = Buffer.from(bytes.subarray(-1024)).toString('latin1')
  return /^%PDF-[12]\.\d/.test(start) && end.includes('%%EOF')
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
