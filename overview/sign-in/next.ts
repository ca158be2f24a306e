/**
 * Where a sign-in goes on to. Only paths of this installation: `//other.example`, `/\other.example`, `https:` and
 * anything a browser would read as another host become `fallback`.
 */
export function safeNext(next: string | null | undefined, fallback: string): string {
  // oxlint-disable-next-line no-control-regex -- controls are what it refuses
  if (!next || !/^\/(?![/\\])[^\\\u0000-\u0020]*$/.test(next) || next.length > mostCharacters) return fallback
  const base = 'http://here.invalid'
  const url = URL.canParse(next, base) ? new URL(next, base) : undefined
  return url?.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : fallback
}

/** An address that remembers where to go on to; `next` has been made safe. */
export function withNext(path: string, next: string): string {
  return next === '' ? path : `${path}?next=${encodeURIComponent(next)}`
}

const mostCharacters = 500
