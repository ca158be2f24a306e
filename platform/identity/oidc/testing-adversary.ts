import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Provider } from './provider.ts'
import { danishLevels } from './testing-levels.ts'

/** What an identity says; each test changes one thing. */
export type Claims = Readonly<Record<string, unknown>>

/** What is wrong with a token; without any of it the token is right. */
export type Forgery = {
  /** What is laid over the right claims; undefined takes one away. */
  readonly claims?: Claims
  /** `none`: without a signature. `hmac`: signed with the public key as if it were a secret. `other-key`: by somebody else. */
  readonly signed?: 'none' | 'hmac' | 'other-key'
  /** What is laid over what the provider says of itself. */
  readonly metadata?: Claims
}

export type Adversary = {
  readonly configured: Provider
  /** A code for who went there with this address, and what its token will be like. Each can be redeemed once. */
  readonly codeFor: (way: string, forgery?: Forgery) => string
  /** From now on it says this of itself. */
  readonly describe: (metadata: Claims) => void
  readonly asked: () => readonly string[]
  readonly stop: () => Promise<void>
}

const hers = generateKeyPairSync('rsa', { modulusLength: 2048 })
const others = generateKeyPairSync('rsa', { modulusLength: 2048 })

type Granted = { readonly nonce: string | null; readonly forgery: Forgery }

/** A provider that serves what it is told to serve, over HTTP, as a broken or hostile one would. */
export async function startAdversary(name: string): Promise<Adversary> {
  const codes = new Map<string, Granted>()
  const asked: string[] = []
  let said: Claims = {}
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a server on a port has no path
  server.on('request', (request, response) => {
    asked.push(request.url ?? '')
    void answer({ request, response }, { issuer, codes, said: () => said })
  })
  return {
    configured: { name, label: name, issuer, clientId: 'folkmoot', clientSecret: 'secret', levels: danishLevels },
    codeFor: (way, forgery = {}) => {
      const code = randomUUID()
      codes.set(code, { nonce: new URL(way).searchParams.get('nonce'), forgery })
      return code
    },
    describe: (metadata) => {
      said = metadata
    },
    asked: () => asked,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }
type Known = { readonly issuer: string; readonly codes: Map<string, Granted>; readonly said: () => Claims }

async function answer({ request, response }: Exchange, { issuer, codes, said }: Known): Promise<void> {
  const send = (body: unknown, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  if (request.url === '/.well-known/openid-configuration') return send({ ...describedAs(issuer), ...said() })
  if (request.url === '/keys') {
    const key = hers.publicKey.export({ format: 'jwk' })
    return send({ keys: [{ ...key, kid: 'hers', use: 'sig', alg: 'RS256' }] })
  }
  if (request.url !== '/token') return send({}, 404)
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const code = new URLSearchParams(body).get('code') ?? ''
  const granted = codes.get(code)
  codes.delete(code)
  if (!granted) return send({ error: 'invalid_grant' }, 400)
  return send({ access_token: randomUUID(), token_type: 'Bearer', id_token: tokenOf(issuer, granted) })
}

function describedAs(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    authorization_response_iss_parameter_supported: true,
  }
}

function tokenOf(issuer: string, { nonce, forgery }: Granted): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    iss: issuer,
    sub: 'somebody',
    aud: 'folkmoot',
    nonce,
    iat: now,
    exp: now + 300,
    auth_time: now,
    acr: 'https://data.gov.dk/concept/core/nsis/Substantial',
    ...forgery.claims,
  }
  const alg = forgery.signed === 'none' ? 'none' : forgery.signed === 'hmac' ? 'HS256' : 'RS256'
  const unsigned = `${base64(JSON.stringify({ alg, kid: 'hers' }))}.${base64(JSON.stringify(claims))}`
  return `${unsigned}.${signatureOf(unsigned, forgery.signed)}`
}

function signatureOf(text: string, signed: Forgery['signed']): string {
  if (signed === 'none') return ''
  if (signed === 'hmac') {
    const key = hers.publicKey.export({ format: 'pem', type: 'spki' })
    return createHmac('sha256', key).update(text).digest('base64url')
  }
  const key = signed === 'other-key' ? others.privateKey : hers.privateKey
  return createSign('sha256').update(text).sign(key, 'base64url')
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64url')
}
