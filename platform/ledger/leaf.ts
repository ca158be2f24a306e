import { createHash, createHmac } from 'node:crypto'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { canonical } from './canonical.ts'

/** What an outsider hashes: see `leafBytes` for the exact bytes. */
export type Leaf = {
  readonly kind: string
  readonly problem: string | null
  readonly at: Temporal.Instant
  readonly public: JsonObject
  readonly commitment: Buffer | null
}

/**
 * Canonical JSON (RFC 8785) of {"v":1,"t":kind,"p":problem,"at":instant,"pub":public,"c":commitment in base64 or null}.
 */
export function leafBytes({ kind, problem, at, public: pub, commitment }: Leaf): Buffer {
  const fields = { v: 1, t: kind, p: problem, at: at.toString(), pub, c: commitment?.toString('base64') ?? null }
  return Buffer.from(canonical(fields))
}

/** Leaf hash of RFC 6962 section 2.1: SHA-256 over a zero byte and the leaf's bytes. 32 bytes. */
export function leafHash(leaf: Leaf): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(leafBytes(leaf)).digest()
}

/**
 * HMAC-SHA-256 keyed with the record's own salt over "folkmoot-commit/v1\n" + kind + "\n" + canonical JSON of the payload.
 * A vote has three values: without a secret salt of 32 random bytes it would be guessed at once. 32 bytes.
 */
export function commitTo(kind: string, payload: JsonObject, salt: Buffer): Buffer {
  return createHmac('sha256', salt)
    .update(`folkmoot-commit/v1\n${kind}\n${canonical(payload)}`)
    .digest()
}

/** Floors to the quarter of an hour. */
export function coarse(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' })
}
