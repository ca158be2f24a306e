import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785): the same words have the same bytes wherever they are written down. */
export function canonical(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('what is published is no JSON')
  return text
}

/** SHA-256 over the canonical JSON, in hexadecimal: anyone who reads the words can compare. */
export function hashOf(words: object): string {
  return createHash('sha256').update(canonical(words)).digest('hex')
}
