import type { Context } from 'hono'
import type { House } from './house.ts'

/**
 * Whether a request was meant for this house. Every link and every mail names the configured origin; the host a request names is
 * used for nothing, and one that is not ours is refused, so that nothing ever comes to rest on it: a cache, a redirect, a page of
 * somebody else whose name leads here. `X-Forwarded-Host` is not read at all. Proxies and probes on this machine may name it.
 */
export function isMeantForUs(context: Context, house: Standing): boolean {
  const { host, hostname } = new URL(context.req.url)
  const own = house.hosts.get(host)
  if (own !== undefined) return (placeNamed(context.req.path) ?? own) === own
  return isLoopback(hostname) || URL.parse(house.origin())?.host === host
}

type Standing = Pick<House, 'hosts' | 'origin'>

/** The short name of the place whose host was asked; undefined where it stands for all places. */
export function placeOfHost(context: Context, { hosts }: Standing): string | undefined {
  return hosts.get(new URL(context.req.url).host)
}

/** Where pages and forms of this request come from: the place's own host, or the origin that stands for all. */
export function originAsked(host: string | undefined, { hosts, origin }: Standing): string {
  const own = host !== undefined && hosts.has(host) ? URL.parse(origin()) : null
  return own ? `${own.protocol}//${host}` : origin()
}

/** The place an address names: behind the language, or behind what the installation serves for it. */
function placeNamed(path: string): string | undefined {
  const [first = '', second = ''] = path.split('/').slice(1)
  if (first === '' || ofInstallation.has(first)) return undefined
  return second === '' ? first : second
}

/** First parts of addresses that belong to no place. */
const ofInstallation: ReadonlySet<string> = new Set([
  'assets',
  'live',
  'ready',
  '.well-known',
  'robots.txt',
  'favicon.ico',
])

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
