const secretParameter = /([?&][^=&]*(?:pass|pwd|secret|token|key)[^=&]*=)/i

/**
 * An address as anyone may see it. A password may hold any character people type unescaped, `/`, `?` and `@` too:
 * everything up to the last `@` goes. Where a secret stands as a parameter before that, what follows may be its end.
 */
export function redacted(url: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:(\/\/)?/i.exec(url)?.[0] ?? ''
  const last = url.lastIndexOf('@')
  if (secretParameter.test(url.slice(0, last + 1))) return `${scheme}…`
  const seen = last === -1 ? url : `${scheme}…${url.slice(last)}`
  return seen.replaceAll(new RegExp(`${secretParameter.source}[^&#]*`, 'gi'), '$1…')
}
