import { lookup as lookupOfSystem } from 'node:dns/promises'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

export type OutgoingRefusal =
  | 'no-web-address'
  | 'not-encrypted'
  | 'closed-network'
  | 'name-not-found'
  | 'redirected'
  | 'too-large'
  | 'too-slow'
  | 'no-answer'

/** Why nothing was sent, or nothing of the answer taken. Its message names no address: it may be shown. */
export class OutgoingRefused extends Error {
  override readonly name = 'OutgoingRefused'
  readonly code: OutgoingRefusal

  constructor(code: OutgoingRefusal) {
    super(`outgoing request refused: ${code}`)
    this.code = code
  }
}

export type Resolved = { readonly address: string; readonly family: number }

export type OutgoingSettings = {
  /**
   * Origins the operator named herself, such as `https://login.intranet.example`: these alone may lie in a closed network
   * or speak without encryption.
   */
  readonly allowed?: readonly string[]
  readonly resolve?: (name: string) => Promise<readonly Resolved[]>
  readonly mostBytes?: number
  readonly milliseconds?: number
}

export type Sent = {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Sends one request and reads its answer. Throws `OutgoingRefused`. */
export type Outgoing = (url: string, sent?: Sent) => Promise<Response>

/**
 * The one way out of the house. Where a name leads is looked at in the moment of sending, and the connection goes to the very
 * address that was looked at: a name that leads elsewhere a moment later leads nowhere. No redirect is followed.
 */
export function openOutgoing(settings: OutgoingSettings = {}): Outgoing {
  const { allowed = [], resolve = resolveAll, mostBytes = 1024 * 1024, milliseconds = 10_000 } = settings
  const origins = new Set(allowed.map((one) => new URL(one).origin))
  return async (url, sent = {}) => {
    const at = webAddress(url)
    const isNamed = origins.has(at.origin)
    if (at.protocol !== 'https:' && !isNamed) throw new OutgoingRefused('not-encrypted')
    const signal = AbortSignal.timeout(milliseconds)
    const [first] = await inTime(signal, addressesOf(at, { resolve, isNamed }))
    if (!first) throw new OutgoingRefused('name-not-found')
    return inTime(signal, send({ at, to: first, sent, mostBytes, signal }))
  }
}

function webAddress(url: string): URL {
  const at = URL.parse(url)
  if (!at || !/^https?:$/.test(at.protocol) || at.username !== '' || at.password !== '')
    throw new OutgoingRefused('no-web-address')
  return at
}

type Looking = { readonly resolve: (name: string) => Promise<readonly Resolved[]>; readonly isNamed: boolean }

/** Every address must be open: which of them is taken is nobody's choice. */
async function addressesOf(at: URL, { resolve, isNamed }: Looking): Promise<readonly Resolved[]> {
  const name = at.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(name)
  const found = family ? [{ address: name, family }] : await resolve(name).catch(() => [])
  if (!isNamed && found.some(({ address }) => !isPublicAddress(address))) throw new OutgoingRefused('closed-network')
  return found
}

function resolveAll(name: string): Promise<readonly Resolved[]> {
  return lookupOfSystem(name, { all: true })
}

type Sending = {
  readonly at: URL
  readonly to: Resolved
  readonly sent: Sent
  readonly mostBytes: number
  readonly signal: AbortSignal
}

async function send({ at, to, sent, mostBytes, signal }: Sending): Promise<Response> {
  const answer = await new Promise<IncomingMessage>((settled, failed) => {
    const request = at.protocol === 'https:' ? requestSecure : requestPlain
    const going = request(at, {
      method: sent.method ?? 'GET',
      headers: { ...sent.headers, 'accept-encoding': 'identity' },
      // A connection of its own, to the address that was looked at.
      agent: false,
      lookup: pinnedTo(to),
      signal,
    })
    going.once('response', settled)
    going.once('error', () => failed(new OutgoingRefused('no-answer')))
    going.end(sent.body)
  })
  const status = answer.statusCode ?? 502
  if (status >= 300 && status < 400) {
    answer.destroy()
    throw new OutgoingRefused('redirected')
  }
  const body = await bodyOf(answer, mostBytes)
  return new Response(body.byteLength === 0 ? null : body, { status, headers: headersOf(answer) })
}

function pinnedTo({ address, family }: Resolved): LookupFunction {
  return (_name, { all }, answered) => {
    if (all) answered(null, [{ address, family }])
    else answered(null, address, family)
  }
}

async function bodyOf(answer: IncomingMessage, most: number): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.byteLength
      if (size > most) throw new OutgoingRefused('too-large')
      parts.push(part)
    }
  } catch (error) {
    answer.destroy()
    throw error instanceof OutgoingRefused ? error : new OutgoingRefused('no-answer')
  }
  return Buffer.concat(parts)
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  return headers
}

/** A name server or a server that never ends is left alone. */
async function inTime<Value>(signal: AbortSignal, waited: Promise<Value>): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const giveUp = (): void => reject(new OutgoingRefused('too-slow'))
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([late, waited])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
