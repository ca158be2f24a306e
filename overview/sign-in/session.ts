import {
  attemptCookie,
  challengeCookie,
  errandCookie,
  proofCookie,
  sessionCookie,
  type Cookie,
  type Visit,
} from '../../platform/http/index.ts'

type Bound = { readonly token: string; readonly expires: Temporal.Instant }
type Here = Pick<Visit, 'origin'> & { readonly jurisdiction: Pick<Visit['jurisdiction'], 'slug'> }

/** The cookie that carries a session of this place; `null` takes it away. */
export function cookieOf(visit: Here, session: Bound | null): Cookie {
  return cookie(sessionCookie(visit.jurisdiction.slug, isSecure(visit)), session)
}

/** The cookie that binds a mailed code to this browser; `null` takes it away. */
export function attemptCookieOf(visit: Here, attempt: Bound | null): Cookie {
  return cookie(attemptCookie(visit.jurisdiction.slug, isSecure(visit)), attempt)
}

/** The cookie that binds the code mailed to the address an account has; `null` takes it away. */
export function proofCookieOf(visit: Here, proof: Bound | null): Cookie {
  return cookie(proofCookie(visit.jurisdiction.slug, isSecure(visit)), proof)
}

/** The cookie that binds what a passkey's device is asked to sign to this browser. */
export function challengeCookieOf(visit: Here, challenge: Bound): Cookie {
  return cookie(challengeCookie(visit.jurisdiction.slug, isSecure(visit)), challenge)
}

/** The cookie that binds an errand at a provider of electronic identities to this browser; `null` takes it away. */
export function errandCookieOf(visit: Here, errand: Bound | null): Cookie {
  return cookie(errandCookie(visit.jurisdiction.slug, isSecure(visit)), errand)
}

function cookie(name: string, bound: Bound | null): Cookie {
  return bound ? { name, value: bound.token, expires: bound.expires } : { name, value: null }
}

function isSecure({ origin }: Here): boolean {
  return origin.startsWith('https:')
}
