/**
 * `__Host-` binds a cookie to this host and to HTTPS; it cannot be used where the origin is http, as in the demonstration.
 * Each place has its own, so that one browser can be signed in to a town and its region.
 */
export function sessionCookie(slug: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot-${slug}`
}

/** Binds a mailed code to the browser that asked for it. A place's part of an address has no `_`: no two names meet. */
export function attemptCookie(slug: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot_code-${slug}`
}

/** Binds a second code to the browser: the one mailed to the address an account has, while another one is to be had. */
export function proofCookie(slug: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot_proof-${slug}`
}

/** Binds what a passkey's device is asked to sign to the browser that asked. */
export function challengeCookie(slug: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot_passkey-${slug}`
}

/** Binds an errand at a provider of electronic identities to the browser that is on it. */
export function errandCookie(slug: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot_errand-${slug}`
}

/** Binds a letter whose code was typed to the browser it was typed in, until it is answered. */
export function letterCookie(slug: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot_letter-${slug}`
}

/** For people who are not signed in: what the hidden token of their forms is made from. */
export function formCookie(isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot_form`
}
