import type { Context } from 'hono'

/** The network address a request came from; undefined where there is no network, as in tests. */
export function clientOf(context: Context, proxies: readonly string[]): string | undefined {
  const peer = incomingOf(context)?.socket?.remoteAddress
  return peer && clientBehind(peer, { proxies, forwardedFor: context.req.header('x-forwarded-for') })
}

type Incoming = {
  readonly socket?: { readonly remoteAddress?: string | undefined }
  readonly rawHeaders?: readonly string[]
  readonly destroyed?: boolean
}

/** What the web server of Node hands on with each request. */
function incomingOf({ env }: Context): Incoming | undefined {
  return (env as { readonly incoming?: Incoming } | undefined)?.incoming
}

/** Whoever asked has hung up, or was cut off: what breaks then is no fault of ours. */
export function hasHungUp(context: Context, error: Error): boolean {
  const isBroken = error.name === 'AbortError' || error.message === 'aborted' // by way of a web stream, and of Node's own
  return isBroken && incomingOf(context)?.destroyed === true
}

/** Of these there is one in a request; of two, a proxy in front of us may read the other one. */
const single = new Set(['host', 'origin', 'sec-fetch-site', 'content-type', 'content-length', 'authorization'])

export function saysHeadersTwice(context: Context): boolean {
  const names = (incomingOf(context)?.rawHeaders ?? [])
    .filter((_, at) => at % 2 === 0)
    .map((name) => name.toLowerCase())
  const seen = names.filter((name) => single.has(name))
  return new Set(seen).size < seen.length
}

type Way = { readonly proxies: readonly string[]; readonly forwardedFor: string | undefined }

/**
 * Who asked. `X-Forwarded-For` is a list each proxy adds to at its end and anyone may begin: it is read from the end,
 * as long as a proxy of ours speaks. A peer on this machine can only be one.
 */
export function clientBehind(peer: string, { proxies, forwardedFor }: Way): string {
  const isOurs = (address: string): boolean => isThisMachine(address) || proxies.includes(address)
  const told = (forwardedFor ?? '')
    .split(',')
    .map(bare)
    .filter((address) => address !== '')
  let client = bare(peer)
  while (isOurs(client) && told.length > 0) client = told.pop() ?? client
  return client
}

function isThisMachine(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}

/** Some proxies add the port, new for each connection: with it one client would count as many. */
function bare(address: string): string {
  const alone = /^\[([^\]]*)\](?::\d+)?$/.exec(address.trim())?.[1] ?? address.trim().replace(/^([\d.]+):\d+$/, '$1')
  return alone.replace(/^::ffff:(?=\d+\.)/i, '')
}
