const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "img-src 'self' data:",
  // Text becomes elements only through our own door (`ui/island/markup.ts`), and where the editor takes what was pasted.
  "require-trusted-types-for 'script'",
  'trusted-types folkmoot ProseMirrorClipboard',
].join('; ')

const always: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  // `no-referrer`, which pages with a secret in their address have, sends `Origin: null` with forms: a browser that says nothing of where they come from is then refused.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self)',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * Headers of every response that says no stricter one itself. Scripts and styles are files of our own: no inline code, nothing from
 * elsewhere, no nonce.
 */
export function headersOf(isSecure: boolean): readonly (readonly [name: string, value: string])[] {
  return isSecure ? [...Object.entries(always), strictTransport] : Object.entries(always)
}

const strictTransport = ['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const

/** Whether a form came from a page of ours, as the browser tells it. Old browsers tell nothing; then the token decides alone. */
export function isFromHere(headers: Headers, origin: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const from = headers.get('origin')
  // Only the browser writes `Sec-Fetch-Site`; a frame without an origin of its own is never `same-origin`.
  return from === null || from === origin || (from === 'null' && site === 'same-origin')
}
