import { createHmac } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'

/** As many lines as one sheet has, and some. */
export const mostLines = 200

export type Sheet = {
  /** Each person as letters and digits alone, so that spelling with a comma or a capital is the same person. */
  readonly people: readonly string[]
  /** Lines, from 1, that do not name a person with an address or a birth date. */
  readonly unreadable: readonly number[]
}

/** Reads a sheet as it was typed: one person a line, the name, then a comma or semicolon, then address or birth date. */
export function readSheet(text: string): Sheet {
  const people: string[] = []
  const unreadable: number[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [name = '', ...rest] = line.split(/[;,\t]/)
    const [who, where] = [plain(name), plain(rest.join(' '))]
    if (who.length < 2 || where.length < 2) unreadable.push(at + 1)
    else people.push(`${who}\n${where}`)
  }
  return { people, unreadable }
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/**
 * What is kept of a person on a sheet: HMAC-SHA-256 with a key of this problem alone. It tells that the same person signed
 * twice, it cannot be compared between problems, and without the key, which is destroyed with it, nobody can try names.
 */
export function signatureOf(key: Buffer, problem: Id<'problem'>, person: string): Buffer {
  return createHmac('sha256', key).update(`folkmoot-signature/v1\n${problem}\n${person}`).digest()
}
