import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify, type KeyObject } from 'node:crypto'
import { treeHashing, type Sha256 } from './hashing.ts'
import { keyOf, type KeyKind, type VerifierKey, type VerifyEd25519 } from './keys.ts'

/** Node's cryptography for the tests of this package, and trees by the words of RFC 6962 to compare with. */

export const sha256: Sha256 = (message, into, at) => {
  into.set(hash('sha256', message, 'buffer'), at)
}

export const hashing = treeHashing(sha256)

export const leafOf = (index: number): Uint8Array => hashing.leaf(new TextEncoder().encode(`leaf ${index}`))

const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)
const digest = (bytes: Uint8Array): Uint8Array => Uint8Array.from(hash('sha256', bytes, 'buffer'))

/** MTH, PATH and PROOF of RFC 6962 sections 2.1 to 2.1.2, word for word. Nothing of this package. */
export const textbook = {
  root(leaves: readonly Uint8Array[]): Uint8Array {
    const [first] = leaves
    if (first === undefined) return digest(new Uint8Array(0))
    if (leaves.length === 1) return first
    const k = halfOf(leaves.length)
    return digest(join(Uint8Array.of(1), textbook.root(leaves.slice(0, k)), textbook.root(leaves.slice(k))))
  },
  path(m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
    if (leaves.length <= 1) return []
    const k = halfOf(leaves.length)
    return m < k
      ? [...textbook.path(m, leaves.slice(0, k)), textbook.root(leaves.slice(k))]
      : [...textbook.path(m - k, leaves.slice(k)), textbook.root(leaves.slice(0, k))]
  },
  proof(m: number, leaves: readonly Uint8Array[], isWhole = true): readonly Uint8Array[] {
    if (m === leaves.length) return isWhole ? [] : [textbook.root(leaves)]
    const k = halfOf(leaves.length)
    return m <= k
      ? [...textbook.proof(m, leaves.slice(0, k), isWhole), textbook.root(leaves.slice(k))]
      : [...textbook.proof(m - k, leaves.slice(k), false), textbook.root(leaves.slice(0, k))]
  },
}

const halfOf = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1)

// The bytes before every raw public key of Ed25519 in DER (RFC 8410).
const derStart = Buffer.from('302a300506032b6570032100', 'hex')

export const verifyEd25519: VerifyEd25519 = (message, signature, publicKey) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([derStart, publicKey]), format: 'der', type: 'spki' }),
    signature,
  )

export type Signer = { readonly key: VerifierKey; readonly sign: (message: Uint8Array) => Uint8Array }

export function signerOf(
  name: string,
  kind: KeyKind,
  pair: KeyObject = generateKeyPairSync('ed25519').privateKey,
): Signer {
  const publicKey = createPublicKey(createPrivateKey(pair.export({ format: 'pem', type: 'pkcs8' })))
    .export({ format: 'der', type: 'spki' })
    .subarray(derStart.length)
  const key = keyOf({ name, kind, publicKey: Uint8Array.from(publicKey) }, sha256)
  if (!key.ok) throw new Error(key.refusal)
  return { key: key.value, sign: (message) => Uint8Array.from(sign(null, message, pair)) }
}
