import { sessionCookie, type Cookie, type Visit } from '../../platform/http/index.ts'

type Session = { readonly token: string; readonly expires: Temporal.Instant }

/** The cookie that carries a session of this place; `null` takes it away. */
export function cookieOf(visit: Visit<'home'>, session: Session | null): Cookie {
  const name = sessionCookie(visit.jurisdiction.slug, visit.origin.startsWith('https:'))
  return session ? { name, value: session.token, expires: session.expires } : { name, value: null }
}
