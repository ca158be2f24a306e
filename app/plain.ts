/** `require` as the others: what travels is hidden from whoever listens. */
const hidden: ReadonlySet<string> = new Set(['require', 'verify-ca', 'verify-full'])

/** Whether words and passwords would go over a network as they are; a socket and this machine itself are no network. */
export function isDatabasePlain(url: string): boolean {
  const parsed = URL.parse(url)
  if (!parsed || isHere(parsed.hostname) || parsed.searchParams.get('host')?.startsWith('/')) return false
  return !hidden.has(parsed.searchParams.get('sslmode') ?? '')
}

/** Without `requireTLS` a mail server that offers no TLS, or somebody between who says so, gets every code in the clear. */
export function isMailPlain(url: string): boolean {
  const parsed = URL.parse(url)
  if (!parsed || parsed.protocol === 'smtps:' || isHere(parsed.hostname)) return false
  return parsed.searchParams.get('requireTLS') !== 'true'
}

function isHere(host: string): boolean {
  return host === '' || host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
