import type { Cookie } from '../platform/http/index.ts'

export { attemptCookie, formCookie, sessionCookie } from '../platform/http/index.ts'

export function setCookie({ name, value, expires }: Cookie, isSecure: boolean): string {
  const lifetime =
    value === null ? '; Max-Age=0' : expires ? `; Expires=${new Date(expires.epochMilliseconds).toUTCString()}` : ''
  return `${name}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}${lifetime}`
}

export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
  })
  return new Map(pairs.filter(([name]) => name !== ''))
}
