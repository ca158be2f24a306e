import type { Cookie, Done } from '../platform/http/index.ts'

/** What was done travels to the next page in a cookie that only lives until it has been said, a minute at most. */
/** A place's part of an address has no `_`: no place's session goes by this name. */
export function doneCookie(isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot_done`
}

type Saying = { readonly isSecure: boolean; readonly now: Temporal.Instant }

export function sayNext(done: Done, { isSecure, now }: Saying): Cookie {
  const value = encodeURIComponent(JSON.stringify([done.text, done.next ?? '']))
  return { name: doneCookie(isSecure), value, expires: now.add({ minutes: 1 }) }
}

/** Nothing where the cookie is missing or not of our making. */
export function readDone(value: string | undefined): Done | undefined {
  if (!value) return undefined
  try {
    const [text, next]: unknown[] = JSON.parse(value)
    return typeof text === 'string' && typeof next === 'string' ? { text, next } : undefined
  } catch {
    return undefined
  }
}
