import type { Cookie } from '../platform/http/index.ts'

export {
  attemptCookie,
  challengeCookie,
  errandCookie,
  formCookie,
  letterCookie,
  proofCookie,
  sessionCookie,
} from '../platform/http/index.ts'

export function setCookie({ name, value, expires }: Cookie, isSecure: boolean): string {
  const lifetime =
    value === null ? '; Max-Age=0' : expires ? `; Expires=${new Date(expires.epochMilliseconds).toUTCString()}` : ''
  return `${name}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}${lifetime}`
}
