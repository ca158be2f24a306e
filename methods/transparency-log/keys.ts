import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { fromBase64, toBase64, utf8 } from './bytes.ts'
import { areEqual, hashSize, type Sha256 } from './hashing.ts'
import { isKeyName, keyIdIn, type Note, type SignatureLine } from './note.ts'

/**
 * Ed25519 over the text of a note (a log signs so), or over the text after a line with the time (a witness).
 * C2SP signed-note, "Signature types" 0x01 and 0x04.
 */
export type KeyKind = 'note' | 'cosignature'

const typeByte = { note: 1, cosignature: 4 } as const
const kinds = [
  [1, 'note'],
  [4, 'cosignature'],
] as const
const publicKeySize = 32

export type VerifierKey = {
  readonly name: string
  readonly kind: KeyKind
  readonly keyId: number
  /** 32 bytes, RFC 8032 section 5.1.5. */
  readonly publicKey: Uint8Array
}

/** Whether `signature` (64 bytes) is the key's over `message`. RFC 8032 section 5.1.7. Passed in, as `Sha256` is. */
export type VerifyEd25519 = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean

/** C2SP signed-note, "Signatures": the first four bytes of the hash over name, newline, type byte and key. */
export function keyOf(
  { name, kind, publicKey }: Omit<VerifierKey, 'keyId'>,
  sha256: Sha256,
): Result<VerifierKey, 'key-malformed'> {
  const line = utf8(`${name}\n`)
  if (!line || !isKeyName(name) || publicKey.length !== publicKeySize) return refuse('key-malformed')
  const message = new Uint8Array(line.length + 1 + publicKeySize)
  message.set(line)
  message[line.length] = typeByte[kind]
  message.set(publicKey, line.length + 1)
  const hash = new Uint8Array(hashSize)
  sha256(message, hash, 0)
  return accept({ name, kind, publicKey, keyId: keyIdIn(hash) })
}

/** `name+1a2b3c4d+base64(type ‖ key)`: how a key is handed on. C2SP signed-note, "Verifier keys". */
export function writeKey({ name, kind, keyId, publicKey }: VerifierKey): string {
  return `${name}+${keyId.toString(16).padStart(8, '0')}+${toBase64(Uint8Array.from([typeByte[kind], ...publicKey]))}`
}

/** Refused where it is no key of a kind that is known here, or where its number is another key's. */
export function parseKey(text: string, sha256: Sha256): Result<VerifierKey, 'key-malformed' | 'key-of-another-kind'> {
  const [name = '', id = '', ...encoded] = text.split('+') // base 64 has pluses too
  const bytes = fromBase64(encoded.join('+'))
  if (!bytes || bytes.length === 0) return refuse('key-malformed')
  const kind = kinds.find(([byte]) => byte === bytes[0])?.[1]
  if (!kind) return refuse('key-of-another-kind')
  const key = keyOf({ name, kind, publicKey: bytes.slice(1) }, sha256)
  if (!key.ok) return key
  return id === key.value.keyId.toString(16).padStart(8, '0') ? key : refuse('key-malformed')
}

/** What a key of this kind signs of a text. `time` in seconds since 1970, for a cosignature. C2SP tlog-cosignature, "Ed25519 signed message". */
export function signedMessage(text: string, kind: KeyKind, time: number): Uint8Array | undefined {
  return utf8(kind === 'note' ? text : `cosignature/v1\ntime ${time}\n${text}`)
}

const timeSize = 8
const signatureSize = 64

/** Signs as a log, or as a witness at `time` (seconds since 1970). `sign` is Ed25519 of RFC 8032 section 5.1.6, 64 bytes. */
export function signNote(
  text: string,
  {
    key,
    time = 0,
    sign,
  }: { readonly key: VerifierKey; readonly time?: number; readonly sign: (message: Uint8Array) => Uint8Array },
): SignatureLine {
  const message = signedMessage(text, key.kind, time)
  if (!message) throw new Error('a note that is no text')
  const signature = sign(message)
  return {
    name: key.name,
    keyId: key.keyId,
    signature: key.kind === 'note' ? signature : Uint8Array.from([...bytesOfTime(time), ...signature]),
  }
}

function bytesOfTime(time: number): Uint8Array {
  const bytes = new Uint8Array(timeSize)
  for (let at = timeSize - 1, rest = time; at >= 0; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
  return bytes
}

export type Signed = { readonly key: VerifierKey; /** Seconds since 1970; of a witness only. */ readonly time?: number }

/**
 * Who of the known keys signed. A line of an unknown key says nothing; one of a known key that does not verify, or two of one key,
 * refuse the whole note. C2SP signed-note, "Signatures".
 */
export function verifyNote(
  { text, signatures }: Note,
  keys: readonly VerifierKey[],
  verify: VerifyEd25519,
): Result<readonly Signed[], 'signed-by-nobody-known' | 'signature-wrong'> {
  const signed: Signed[] = []
  for (const line of signatures) {
    const key = keys.find(({ name, keyId }) => name === line.name && keyId === line.keyId)
    if (!key) continue
    const one = signatureOf(line, { text, key, verify })
    if (!one || signed.some((other) => isSame(other.key, key))) return refuse('signature-wrong')
    signed.push(one)
  }
  return signed.length > 0 ? accept(signed) : refuse('signed-by-nobody-known')
}

function isSame(one: VerifierKey, other: VerifierKey): boolean {
  return one.name === other.name && one.kind === other.kind && areEqual(one.publicKey, other.publicKey)
}

function signatureOf(
  { signature }: SignatureLine,
  { text, key, verify }: { readonly text: string; readonly key: VerifierKey; readonly verify: VerifyEd25519 },
): Signed | undefined {
  const before = key.kind === 'note' ? 0 : timeSize
  if (signature.length !== before + signatureSize) return undefined
  const time = signature.slice(0, before).reduce((sum, byte) => sum * 256 + byte, 0)
  const message = Number.isSafeInteger(time) ? signedMessage(text, key.kind, time) : undefined
  if (!message || !verify(message, signature.slice(before), key.publicKey)) return undefined
  return key.kind === 'note' ? { key } : { key, time }
}
