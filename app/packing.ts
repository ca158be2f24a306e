import { promisify } from 'node:util'
import { brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

/** How a response travels. */
export type Packing = 'br' | 'gzip' | 'plain'

type Bytes = Uint8Array<ArrayBuffer>

/** Smaller than this, the packing costs more than the way. */
const leastBytes = 600

/** The best packing the browser says it can open; a packing with `q=0` is refused. */
export function packingFor(accepted: string | undefined): Packing {
  const names = (accepted ?? '').split(',').flatMap((part) => {
    const [name = '', quality] = part.split(';').map((piece) => piece.trim().toLowerCase())
    return quality !== undefined && /^q=0(\.0*)?$/.test(quality) ? [] : [name]
  })
  if (names.includes('br')) return 'br'
  return names.includes('gzip') ? 'gzip' : 'plain'
}

/** Larger than this, it is packed beside everything else: nobody waits for the packing of a text of sixty pages but its reader. */
const mostAtOnce = 100_000
const packBeside = promisify(gzip)

/** For a page made for one reader: quick rather than small. */
export async function packQuickly(
  text: string,
  packing: Packing,
): Promise<{ readonly body: string | Bytes; readonly packing: Packing }> {
  if (packing === 'plain' || text.length < leastBytes) return { body: text, packing: 'plain' }
  const packed = text.length > mostAtOnce ? await packBeside(text, { level: 2 }) : gzipSync(text, { level: 4 })
  return { body: new Uint8Array(packed), packing: 'gzip' }
}

/** For a file that is packed once and sent for ever: as small as it goes. */
export function packWell(bytes: Bytes, packing: Packing): Bytes {
  if (packing === 'gzip') return new Uint8Array(gzipSync(bytes, { level: 9 }))
  if (packing === 'plain') return bytes
  return new Uint8Array(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } }))
}

/** Pictures and fonts are packed already. */
export function isWorthPacking(mediaType: string): boolean {
  return /^text\/|[/+](json|xml|javascript)\b|^image\/svg/.test(mediaType)
}
