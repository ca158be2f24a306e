import type { KeepRefusal } from './keeping.ts'

/** Why a socket is closed: the page turns it into words and knows from it whether to come back. */
export type Closing = KeepRefusal | 'too-fast' | 'too-many' | 'not-binary' | 'again'

/** Codes of our own begin at 4000 (RFC 6455 section 7.4.2). The words are the browser's to say, in her language. */
const codes: Readonly<Record<Closing, number>> = {
  unreadable: 4400,
  'not-binary': 4400,
  'signed-out': 4401,
  'consent-first': 4403,
  'not-a-member': 4403,
  'group-not-confirmed': 4403,
  'handed-over': 4423,
  hidden: 4451,
  'not-yours': 4409,
  'too-large': 4413,
  'text-full': 4507,
  'much-today': 4508,
  'too-fast': 4429,
  'too-many': 4503,
  // "Try again later": a restart, a database that is away. Nothing is lost; the browser comes back by itself.
  again: 1013,
}

export type CloseFrame = { readonly code: number; readonly reason: Closing }

export function closeFrameOf(reason: Closing): CloseFrame {
  return { code: codes[reason], reason }
}
