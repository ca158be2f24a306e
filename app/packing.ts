import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

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

/** For a page made for one reader: quick rather than small. */
export function packQuickly(
  text: string,
  packing: Packing,
): { readonly body: string | Bytes; readonly packing: Packing } {
  if (packing === 'plain' || text.length < leastBytes) return { body: text, packing: 'plain' }
  return { body: new Uint8Array(gzipSync(text, { level: 4 })), packing: 'gzip' }
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
