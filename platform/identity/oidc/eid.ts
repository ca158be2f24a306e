import { createHash } from 'node:crypto'
import * as openid from 'openid-client'
import { OutgoingRefused, type Outgoing, type Sent } from '../../outgoing/index.ts'
import { bestOf, isThisMachine, levelOf, worthAtLeast, type Level, type Provider } from './provider.ts'

/** Electronic identities: the providers of this installation, and the way to them and back. */
export type Eid = {
  readonly offered: readonly Offered[]
  /** The address at the provider a browser is led to; none where the provider does not answer. */
  readonly wayTo: (trip: Trip, least: Level) => Promise<string | undefined>
  /** What the provider says of who came back with these parameters, if it really says so to this browser. */
  readonly proofOf: (trip: Trip, back: URLSearchParams) => Promise<Proof | 'declined' | 'unreachable' | 'refused'>
}

export type Offered = { readonly name: string; readonly label: string; readonly issuer: string; readonly best: Level }

export type Trip = {
  readonly provider: string
  /** The token in the browser's cookie. */
  readonly token: string
  /** The place the browser comes back to; it stands in the state. */
  readonly place: string
  /** The one address of this installation that the provider leads back to. */
  readonly back: string
}

/** An identity is its issuer and its subject. What else a provider tells, an e-mail address too, is not read. */
export type Proof = { readonly issuer: string; readonly subject: string; readonly assurance: Level }

export type EidOptions = {
  readonly ask: Outgoing
  /** One line for the log of what went wrong, without anything secret. */
  readonly report: (line: string) => void
}

/** A proof older than this is asked for anew: an act of weight may follow on it. */
const secondsFresh = 300

const secondsOfPatience = 8

export function openEid(providers: readonly Provider[], { ask, report }: EidOptions): Eid {
  const byName = new Map(providers.map((one) => [one.name, one]))
  const known = new Map<string, Promise<openid.Configuration>>()
  const configured = (provider: Provider): Promise<openid.Configuration> => {
    const asked = known.get(provider.name) ?? discover(provider, ask)
    known.set(provider.name, asked)
    asked.catch(() => known.delete(provider.name)) // it is asked again the next time
    return asked
  }
  return {
    offered: providers.map((one) => ({ name: one.name, label: one.label, issuer: one.issuer, best: bestOf(one) })),
    wayTo: async (trip, least) => {
      const provider = byName.get(trip.provider)
      if (!provider) return undefined
      try {
        const url = openid.buildAuthorizationUrl(await configured(provider), await asking(provider, trip, least))
        return url.href
      } catch (error) {
        report(`the provider ${provider.name} cannot be asked: ${nameOf(error)}`)
        return undefined
      }
    },
    proofOf: async (trip, back) => {
      const provider = byName.get(trip.provider)
      if (!provider) return 'refused'
      try {
        return await prove(provider, await configured(provider), { trip, back })
      } catch (error) {
        report(`a sign-in with ${provider.name} failed: ${nameOf(error)}`)
        return failureOf(error)
      }
    },
  }
}

async function discover(provider: Provider, ask: Outgoing): Promise<openid.Configuration> {
  const issuer = new URL(provider.issuer)
  const how = provider.clientSecret ? openid.ClientSecretBasic(provider.clientSecret) : openid.None()
  // Verified even over TLS: who reaches the provider's address for us does not have its key.
  const execute = [openid.enableNonRepudiationChecks]
  if (issuer.protocol === 'http:' && isThisMachine(issuer.hostname)) execute.unshift(openid.allowInsecureRequests)
  return openid.discovery(issuer, provider.clientId, { [openid.clockTolerance]: 30 }, how, {
    [openid.customFetch]: (url, { method, headers, body }) => ask(url, { ...sent(method, body), headers }),
    execute,
    timeout: secondsOfPatience,
  })
}

/** A provider is asked for what it says of itself, and a form is sent for a token; nothing else. */
function sent(method: string, body: openid.FetchBody): Sent {
  if (method === 'GET' && (body === undefined || body === null)) return { method }
  if (method === 'POST' && body instanceof URLSearchParams) return { method, body: body.toString() }
  throw new Error('neither a question nor a form')
}

async function asking(provider: Provider, trip: Trip, least: Level): Promise<Record<string, string>> {
  const acr = worthAtLeast(provider, least)
  return {
    redirect_uri: trip.back,
    scope: 'openid',
    response_type: 'code',
    state: stateOf(trip),
    nonce: derived(trip, 'nonce'),
    code_challenge: await openid.calculatePKCECodeChallenge(derived(trip, 'verifier')),
    code_challenge_method: 'S256',
    max_age: String(secondsFresh),
    ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
  }
}

type Return = { readonly trip: Trip; readonly back: URLSearchParams }

async function prove(provider: Provider, known: openid.Configuration, { trip, back }: Return): Promise<Proof> {
  const url = new URL(trip.back)
  url.search = back.toString()
  const tokens = await openid.authorizationCodeGrant(known, url, {
    expectedState: stateOf(trip),
    expectedNonce: derived(trip, 'nonce'),
    pkceCodeVerifier: derived(trip, 'verifier'),
    maxAge: secondsFresh,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('no identity')
  return { issuer: claims.iss, subject: claims.sub, assurance: levelOf(provider, claims.acr) }
}

/** The place stands before it, so that the installation knows where to lead the browser before any row is read. */
function stateOf(trip: Trip): string {
  return `${trip.place}.${derived(trip, 'state')}`
}

/** The place a state names: language and slug, not yet believed. */
export function placeOf(state: string): { readonly lang: string; readonly slug: string } | undefined {
  const [, lang, slug] = /^([a-z]{2,3}(?:-[A-Za-z]{2,4})?)~([a-z0-9-]{1,60})\.[\w-]{43}$/.exec(state) ?? []
  return lang && slug ? { lang, slug } : undefined
}

/** Known only to the browser that holds the token. Bound to the provider: a code of another one fits nothing. */
function derived({ token, provider }: Trip, use: 'state' | 'nonce' | 'verifier'): string {
  return createHash('sha256').update(`folkmoot-errand\n${use}\n${provider}\n${token}`).digest('base64url')
}

function failureOf(error: unknown): 'declined' | 'unreachable' | 'refused' {
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'declined' : 'refused'
  return causesOf(error).some((one) => one instanceof OutgoingRefused) ? 'unreachable' : 'refused'
}

function causesOf(error: unknown): readonly unknown[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}

/** A code or a class, never a message: that could repeat a token. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
