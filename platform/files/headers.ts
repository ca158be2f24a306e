import type { KeptFile } from './keep.ts'

/**
 * How a file is sent: as what it is and nothing else, never as a page of ours, for ever.
 * `attachment` does not hinder an `<img>`; it hinders opening the address as a page.
 */
export function fileHeaders(file: Pick<KeptFile, 'name' | 'mediaType'>): Readonly<Record<string, string>> {
  return {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'public, max-age=31536000, immutable',
  }
}

/** RFC 8187 allows fewer characters than `encodeURIComponent` leaves. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
