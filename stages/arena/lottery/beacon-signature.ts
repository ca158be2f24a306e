import { bls12_381 } from '@noble/curves/bls12-381.js'
import type { BeaconKey } from '@folkmoot/sortition/beacons.ts'

/**
 * Whether a round was signed by the beacon itself: then no two people need to be believed. Null where a signature alone does not
 * tell: a round of drand's older chain is signed together with the one before it, and of NIST none is copied. Costs 0.1 s.
 *
 * drand quicknet signs SHA-256 over the number of the round (eight bytes, the greatest first) with BLS: signatures of 48 bytes
 * on G1, the key on G2. Sources: drand.love, Cryptography, scheme bls-unchained-g1-rfc9380; its /info for the key · RFC 9380.
 */
export async function isOfRound(beacon: BeaconKey, round: number, signature: string): Promise<boolean | null> {
  if (beacon !== 'drand-quicknet') return null
  if (!/^[0-9a-f]{96}$/.test(signature)) return false
  const message = new Uint8Array(8)
  new DataView(message.buffer).setBigUint64(0, BigInt(round))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', message))
  const { shortSignatures } = bls12_381
  try {
    return shortSignatures.verify(Uint8Array.fromHex(signature), shortSignatures.hash(digest, domain), quicknetKey)
  } catch {
    return false // no point of the curve
  }
}

const domain = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

const quicknetKey = Uint8Array.fromHex(
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451' +
    '0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
)
