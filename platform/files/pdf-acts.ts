import { inflateSync } from 'node:zlib'

/** Names of what a document does by itself, and of a lock that keeps us from looking. */
const doing =
  /\/(?:(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Encrypt)(?![A-Za-z])|JS[\s\0(<%])/

/**
 * Whether a PDF does anything by itself, or has something packed that we cannot look into. Every stream is unpacked, whatever it
 * says it is: readers of PDFs forgive much, so what a stream is called is no reason to leave it closed. O(bytes unpacked).
 */
export function pdfActs(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  if (doing.test(unescaped(text))) return true
  const streams = streamsOf(text)
  if (streams.length > mostStreams) return true
  if (streams.reduce((sum, { head, from, to }) => sum + head.length + to - from, 0) > mostLooked) return true
  let left = mostInflated
  let leftToWaste = mostWasted
  for (const { head, from, to } of streams) {
    const names = unescaped(head)
    const isObjects = /\/ObjStm(?![A-Za-z])/.test(names) || (/\/First\b/.test(names) && /\/N\b/.test(names))
    const inflated = unpacked(Buffer.from(text.slice(from, to), 'latin1'), left)
    if (inflated === 'too-large') return true
    const { packed, spent, wasted } = inflated
    left -= spent
    leftToWaste -= wasted
    if (leftToWaste < 0) return true
    if (packed === null) {
      if (packedOtherwise.test(names) || flate.test(names) || (isObjects && /\/Filter\b/.test(names))) return true
      continue
    }
    // Unpacked once and packed still, or mixed by a predictor: its objects cannot be read.
    if (packedOtherwise.test(names) || (isObjects && /\/Predictor\b/.test(names))) return true
    // The dots of a picture spell any short word by chance; a reader looks for objects in no picture.
    const isPicture = !isObjects && /\/Image\b/.test(names)
    if (!isPicture && doing.test(unescaped(packed.toString('latin1')))) return true
  }
  return false
}

/** `#` begins a letter written as a number, which would hide a name. */
function unescaped(text: string): string {
  return text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const flate = /\/(?:FlateDecode|Fl)\b/
/** Packings we have no key to, and filters that are named elsewhere. A picture's own (JPEG, fax) hold dots and nothing else. */
const packedOtherwise =
  /\/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt)\b|\/Filter\s*\d/

// A stream of a kilobyte can claim a gigabyte.
const mostInflated = 32 * 1024 * 1024
const mostStreams = 5_000
// What begins as packed and breaks off has been unpacked as far as it went, and says not how far: at most so many times its length.
const mostWasted = 256 * 1024 * 1024
const mostTimes = 1032
// Where the word is repeated without its end, each stream holds all that follow.
const mostLooked = 64 * 1024 * 1024

type Stream = { readonly head: string; readonly from: number; readonly to: number }

/**
 * Everything a reader could take for a stream, with all that was written since the stream before: the word may stand in a string,
 * too, so none of them swallows another.
 */
function streamsOf(text: string): readonly Stream[] {
  const streams: Stream[] = []
  let start = 0
  let end = 0
  for (const found of text.matchAll(/(?<!end)stream[^\r\n]*(?:\r\n|\n|\r)/g)) {
    if (end <= found.index) start = end
    const from = found.index + found[0].length
    // The end looked for last holds for all that begin before it: asked anew, each would read the whole.
    if (end < from) {
      const next = text.indexOf('endstream', from)
      end = next === -1 ? text.length : next
    }
    streams.push({ head: text.slice(start, from), from, to: end })
    if (streams.length > mostStreams) break
  }
  return streams
}

type Unpacked = { readonly packed: Buffer | null; readonly spent: number; readonly wasted: number }

/**
 * Unpacked as often as it was packed; null for what is not packed so. Every byte on the way is spent: thirty megabytes that hold one
 * byte packed again cost as much as thirty that stay.
 */
function unpacked(bytes: Buffer, most: number): Unpacked | 'too-large' {
  let packed: Buffer | null = null
  let spent = 0
  for (let depth = 0; depth < 5; depth += 1) {
    const from: Buffer = packed ?? bytes
    if (!isPacked(from)) return { packed, spent, wasted: 0 }
    try {
      packed = inflateSync(from, { maxOutputLength: Math.max(1, most - spent) })
      spent += packed.byteLength
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too-large'
      return { packed, spent, wasted: Math.min(most, mostTimes * from.byteLength) }
    }
  }
  return 'too-large'
}

/** By its first two bytes, as RFC 1950 has them. */
function isPacked(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0
}
