import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The messages of Hocuspocus 4, as far as they are spoken here: the name of the document, a kind, and what belongs to it. */
export const kinds = { sync: 0, awareness: 1, auth: 2, syncReply: 4, syncStatus: 8 } as const

/** A message to the server; `write` adds what belongs to its kind. */
export function message(
  name: string,
  kind: number,
  write: (encoder: encoding.Encoder) => void,
): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, kind)
  write(encoder)
  return new Uint8Array(encoding.toUint8Array(encoder))
}

/** The server knows her by the cookie of her browser: the token it asks for stays empty. */
export function authMessage(name: string): Uint8Array<ArrayBuffer> {
  return message(name, kinds.auth, (encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, '')
  })
}

export type Received = { readonly kind: number; readonly decoder: decoding.Decoder }

/** Undefined: a message without a document, as the server may send to see whether anybody is there. */
export function received(data: ArrayBuffer, name: string): Received | undefined {
  const decoder = decoding.createDecoder(new Uint8Array(data))
  if (data.byteLength < 2 || decoding.readVarString(decoder) !== name) return undefined
  return { kind: decoding.readVarUint(decoder), decoder }
}
