import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { z } from 'zod'

/**
 * A device that holds a passkey, in software (ES256, no attestation). It answers as a browser hands its answer over; `but` says what
 * somebody who wants to come in without it would change.
 */
export type Device = {
  readonly id: Buffer
  readonly add: (options: string, but?: Partial<Told>) => string
  readonly sign: (options: string, but?: Partial<Told>) => string
}

export type Told = {
  readonly challenge: string
  readonly origin: string
  readonly host: string
  readonly type: string
  readonly counter: number
  /** Whether somebody was there, and showed that it is hers. */
  readonly isVerified: boolean
  readonly key: KeyObject
  readonly id: Buffer
  /** Comes with a certificate nobody asked for. */
  readonly isCertified: boolean
}

const asked = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string() }).optional(),
  rpId: z.string().optional(),
})

export function openDevice(origin: string, id = randomBytes(32)): Device {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let uses = 0
  const told = (options: string, type: string, but: Partial<Told>): Told => {
    const { challenge, rp, rpId } = asked.parse(JSON.parse(options))
    uses += 1
    const host = rp?.id ?? rpId ?? ''
    return {
      challenge,
      origin,
      host,
      type,
      counter: uses,
      isVerified: true,
      key: pair.privateKey,
      id,
      isCertified: false,
      ...but,
    }
  }
  return {
    id,
    add: (options, but = {}) => {
      const all = told(options, 'webauthn.create', but)
      const credential = Buffer.concat([Buffer.alloc(16), twoBytes(all.id.length), all.id, coseOf(pair.publicKey)])
      const attestation = map([
        [text('fmt'), text(all.isCertified ? 'packed' : 'none')],
        [text('attStmt'), map(all.isCertified ? [[text('x5c'), Buffer.from([0x80])]] : [])],
        [text('authData'), bytes(Buffer.concat([dataOf(all, 0x40), credential]))],
      ])
      return answerOf(all, { attestationObject: attestation })
    },
    sign: (options, but = {}) => {
      const all = told(options, 'webauthn.get', but)
      const data = dataOf(all, 0)
      const signed = Buffer.concat([data, createHash('sha256').update(clientDataOf(all)).digest()])
      return answerOf(all, { authenticatorData: data, signature: sign('sha256', signed, all.key) })
    },
  }
}

function answerOf(all: Told, parts: Readonly<Record<string, Buffer>>): string {
  const response = { clientDataJSON: clientDataOf(all), ...parts }
  const id = all.id.toString('base64url')
  return JSON.stringify({
    id,
    rawId: id,
    type: 'public-key',
    response: Object.fromEntries(Object.entries(response).map(([name, part]) => [name, part.toString('base64url')])),
    clientExtensionResults: {},
  })
}

function clientDataOf({ type, challenge, origin }: Told): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

/** Authenticator data, WebAuthn level 3, section 6.1: hash of the host, flags, counter. */
function dataOf({ host, isVerified, counter }: Told, more: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([
    createHash('sha256').update(host).digest(),
    Buffer.from([0x01 | (isVerified ? 0x04 : 0) | more]),
    count,
  ])
}

/** A public key as COSE has it (RFC 9053): kind EC2, ES256, curve P-256, x, y. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return map([
    [Buffer.from([0x01]), Buffer.from([0x02])],
    [Buffer.from([0x03]), Buffer.from([0x26])],
    [Buffer.from([0x20]), Buffer.from([0x01])],
    [Buffer.from([0x21]), bytes(Buffer.from(x, 'base64url'))],
    [Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))],
  ])
}

// As much of CBOR (RFC 8949) as the above needs.
const map = (pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([Buffer.from([0xa0 | pairs.length]), ...pairs.flat()])
const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 | word.length]), Buffer.from(word)])
// As short as it can be: whoever reads it may write it anew to see where it ends.
const bytes = (content: Buffer): Buffer =>
  Buffer.concat([
    content.length < 256
      ? Buffer.from([0x58, content.length])
      : Buffer.concat([Buffer.from([0x59]), twoBytes(content.length)]),
    content,
  ])

function twoBytes(number: number): Buffer {
  const whole = Buffer.alloc(2)
  whole.writeUInt16BE(number)
  return whole
}
