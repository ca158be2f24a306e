/**
 * `__Host-` binds a cookie to this host and to HTTPS; it cannot be used where the origin is http, as in the demonstration.
 * Each place has its own, so that one browser can be signed in to a town and its region.
 */
export function sessionCookie(slug: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot-${slug}`
}
