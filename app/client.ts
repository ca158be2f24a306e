import type { Context } from 'hono'

/** The network address a request came from; undefined where there is no network, as in tests. */
export function clientOf(context: Context, proxies: readonly string[]): string | undefined {
  const peer = (context.env as Bindings | undefined)?.incoming?.socket?.remoteAddress
  return peer && clientBehind(peer, { proxies, forwardedFor: context.req.header('x-forwarded-for') })
}

/** What the web server of Node hands on with each request. */
type Bindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } } }

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
