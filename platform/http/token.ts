import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 random bytes, base64url: what a cookie holds. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The hidden field of every form: known only to who holds the cookie, and useless as a cookie. */
export function formTokenOf(cookie: string): string {
  return createHash('sha256').update(`form\n${cookie}`).digest('base64url')
}

export function isFormToken(sent: string | undefined, cookie: string | undefined): boolean {
  if (!sent || !cookie) return false
  const expected = Buffer.from(formTokenOf(cookie))
  const given = Buffer.from(sent)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
