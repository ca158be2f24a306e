import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { fromBase64, toBase64 } from './bytes.ts'

/** A line under a note. C2SP signed-note, "Signatures". */
export type SignatureLine = {
  readonly name: string
  /** The first four bytes of what is signed in base 64: which of the name's keys. */
  readonly keyId: number
  readonly signature: Uint8Array
}

export type Note = {
  /** With its last newline, as it is signed. */
  readonly text: string
  readonly signatures: readonly SignatureLine[]
}

export type NoteFault = 'note-too-long' | 'note-malformed'

/** More than sixteen signatures of the greatest kind that is planned, 5 kB each, and a text of any log. */
const longestNote = 1_000_000
const mostSignatures = 128
/** An em dash and a space. */
const lineStart = '— '

/** Reads a note without trusting it: `verifyNote` says who signed. C2SP signed-note, "Format". */
export function parseNote(note: string): Result<Note, NoteFault> {
  if (note.length > longestNote) return refuse('note-too-long')
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (!note.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return refuse('note-malformed')
  const end = note.lastIndexOf('\n\n')
  if (end === -1 || !note.endsWith('\n')) return refuse('note-malformed')
  const lines = note.slice(end + 2, -1).split('\n')
  if (lines.length > mostSignatures) return refuse('note-too-long')
  const signatures = lines.map(signatureLine)
  if (!signatures.every((one) => one !== undefined)) return refuse('note-malformed')
  return accept({ text: note.slice(0, end + 1), signatures })
}

const keyIdSize = 4

function signatureLine(line: string): SignatureLine | undefined {
  const [name, signed, ...rest] = line.startsWith(lineStart) ? line.slice(lineStart.length).split(' ') : []
  const bytes = signed === undefined ? undefined : fromBase64(signed)
  if (name === undefined || !isKeyName(name) || !bytes || bytes.length <= keyIdSize || rest.length > 0) return undefined
  return { name, keyId: keyIdIn(bytes), signature: bytes.slice(keyIdSize) }
}

/** Neither empty nor with a space or a plus. C2SP signed-note, "Format". */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\p{White_Space}+]/u.test(name)
}

export function keyIdIn(bytes: Uint8Array): number {
  return bytes.slice(0, keyIdSize).reduce((id, byte) => id * 256 + byte, 0)
}

export function writeNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(writeSignature).join('')}`
}

/** With its newline: what a witness answers is lines like this. */
export function writeSignature({ name, keyId, signature }: SignatureLine): string {
  const bytes = new Uint8Array(keyIdSize + signature.length)
  bytes.set([keyId >>> 24, (keyId >>> 16) & 255, (keyId >>> 8) & 255, keyId & 255])
  bytes.set(signature, keyIdSize)
  return `${lineStart}${name} ${toBase64(bytes)}\n`
}
