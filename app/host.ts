import type { Context } from 'hono'

/**
 * Whether a request was meant for this house. Every link and every mail names the configured origin; the host a request names is
 * used for nothing, and one that is not ours is refused, so that nothing ever comes to rest on it: a cache, a redirect, a page of
 * somebody else whose name leads here. `X-Forwarded-Host` is not read at all. Proxies and probes on this machine may name it.
 */
export function isMeantForUs(context: Context, origins: readonly string[]): boolean {
  const { host, hostname } = new URL(context.req.url)
  return isLoopback(hostname) || origins.some((origin) => URL.parse(origin)?.host === host)
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
