import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { fromBase64, toBase64, wholeNumber } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { areEqual, type TreeHashing } from './hashing.ts'
import { verifyNote, type VerifierKey, type VerifyEd25519 } from './keys.ts'
import { parseNote } from './note.ts'
import { verifyConsistency } from './verify.ts'

/** What a log asks of a witness. C2SP tlog-witness, "add-checkpoint". */
export type AddCheckpoint = {
  /** The size the witness cosigned last, as the log knows it; 0 for the first time. */
  readonly from: number
  readonly proof: readonly Uint8Array[]
  /** The signed note, word for word. */
  readonly checkpoint: string
}

const mostProofLines = 63

export function writeAddCheckpoint({ from, proof, checkpoint }: AddCheckpoint): string {
  return [`old ${from}`, ...proof.map(toBase64), '', checkpoint].join('\n')
}

export function parseAddCheckpoint(body: string): Result<AddCheckpoint, 'request-malformed'> {
  const end = body.indexOf('\n\n')
  const [first = '', ...lines] = body.slice(0, Math.max(0, end)).split('\n')
  const from = first.startsWith('old ') ? wholeNumber(first.slice('old '.length)) : undefined
  const proof = lines.map(fromBase64)
  if (from === undefined || lines.length > mostProofLines) return refuse('request-malformed')
  if (!proof.every((hash) => hash !== undefined)) return refuse('request-malformed')
  return accept({ from, proof, checkpoint: body.slice(end + 2) })
}

/** What a witness keeps of a log: the last tree it cosigned. */
export type Seen = { readonly size: number; readonly root: Uint8Array }

/**
 * 200 with what to keep and to cosign, or the status the request is refused with; with 409 goes the size that was cosigned last.
 * C2SP tlog-witness, "add-checkpoint".
 */
export type Judgement =
  | { readonly status: 200; readonly seen: Seen; readonly text: string }
  | { readonly status: 409; readonly size: number }
  | { readonly status: 400 | 403 | 404 | 422 }

export type Witnessed = {
  readonly keysOf: (origin: string) => readonly VerifierKey[]
  readonly seenOf: (origin: string) => Seen | undefined
  readonly hashing: TreeHashing
  readonly verify: VerifyEd25519
}

/**
 * Pure: whoever calls it keeps `seen` in the same transaction in which `seenOf` was read, and cosigns only after that. Two
 * requests judged side by side and kept in the wrong order would roll the log back.
 */
export function judge(body: string, { keysOf, seenOf, hashing, verify }: Witnessed): Judgement {
  const request = parseAddCheckpoint(body)
  const note = request.ok ? parseNote(request.value.checkpoint) : request
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note
  if (!request.ok || !note.ok || !checkpoint.ok) return { status: 400 }
  const { origin, size, root } = checkpoint.value
  const keys = keysOf(origin)
  if (keys.length === 0) return { status: 404 }
  if (!verifyNote(note.value, keys, verify).ok) return { status: 403 }
  if (request.value.from > size) return { status: 400 }
  const seen = seenOf(origin) ?? { size: 0, root: hashing.emptyRoot() }
  if (request.value.from !== seen.size) return { status: 409, size: seen.size }
  if (seen.size === size && !areEqual(seen.root, root)) return { status: 409, size: seen.size }
  if (!isGrownFrom(seen, { size, root, proof: request.value.proof }, hashing)) return { status: 422 }
  return { status: 200, seen: { size, root }, text: note.value.text }
}

function isGrownFrom(
  seen: Seen,
  { size, root, proof }: Seen & { readonly proof: readonly Uint8Array[] },
  hashing: TreeHashing,
): boolean {
  if (seen.size === 0) return proof.length === 0 && (size > 0 || areEqual(root, hashing.emptyRoot()))
  return verifyConsistency({ part: seen.size, partRoot: seen.root, size, root, proof }, hashing).ok
}
