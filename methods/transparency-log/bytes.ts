/** The UTF-8 of a text; undefined where half a surrogate pair has none. */
export function utf8(text: string): Uint8Array | undefined {
  if (!text.isWellFormed()) return undefined
  const bytes: number[] = []
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else if (point < 0x8_00) bytes.push(0xc0 | (point >> 6), tail(point))
    else if (point < 0x1_00_00) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point))
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point))
  }
  return Uint8Array.from(bytes)
}

const tail = (bits: number): number => 0x80 | (bits & 0x3f)

/** Base 64 of RFC 4648 section 4, padded. */
export function toBase64(bytes: Uint8Array): string {
  return bytes.toBase64()
}

const isBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Its bytes; undefined where it is not exactly what `toBase64` writes: two texts never stand for the same bytes. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!isBase64.test(text)) return undefined
  const bytes = Uint8Array.fromBase64(text)
  return bytes.toBase64() === text ? bytes : undefined
}

/** A size or index as it is written: decimal, without zeros in front. Undefined beyond 2^53 − 1, where numbers are no longer exact. */
export function wholeNumber(text: string): number | undefined {
  const number = /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}
