import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openOutgoing, OutgoingRefused, type Outgoing } from '../../outgoing/index.ts'
import { openEid, type Eid, type Trip } from './eid.ts'
import { startAdversary, type Adversary, type Forgery } from './testing-adversary.ts'

/** What a broken or hostile provider serves, over HTTP, to the code that signs people in. */

let provider: Adversary
let other: Adversary
let eid: Eid
let said: string[]

beforeAll(async () => {
  provider = await startAdversary('mitid')
  other = await startAdversary('evil')
})
beforeEach(() => {
  provider.describe({})
  said = []
  const allowed = [provider.configured.issuer, other.configured.issuer]
  eid = openEid([provider.configured, other.configured], {
    ask: openOutgoing({ allowed }),
    report: (line) => said.push(line),
  })
})
afterAll(() => Promise.all([provider.stop(), other.stop()]))

const back = 'https://folkmoot.example/sign-in/with/mitid'

function tripOf(token: string, name = 'mitid'): Trip {
  return { provider: name, token, place: 'en~testhavn', back }
}

async function wayOf(trip: Trip): Promise<string> {
  const way = await eid.wayTo(trip, 'low')
  if (way === undefined) throw new Error('the provider does not answer')
  return way
}

/** She goes, and comes back with a code whose token is like this. */
async function proofWith(forgery: Forgery, change: Readonly<Record<string, string>> = {}) {
  const trip = tripOf('hers')
  const way = await wayOf(trip)
  const answer = { code: provider.codeFor(way, forgery), ...stateOf(way), iss: provider.configured.issuer, ...change }
  return eid.proofOf(trip, new URLSearchParams(answer))
}

function stateOf(way: string): { readonly state: string } {
  return { state: new URL(way).searchParams.get('state') ?? '' }
}

test('a right answer proves issuer, subject and how sure it is, and nothing else', async () => {
  expect(await proofWith({ claims: { email: 'dora@example.org', email_verified: true } })).toEqual({
    issuer: provider.configured.issuer,
    subject: 'somebody',
    assurance: 'substantial',
  })
})

test('what is asked for has state, nonce and PKCE, and no secret of the browser', async () => {
  const asked = new URL(await wayOf(tripOf('hers'))).searchParams
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('scope')).toBe('openid')
  expect(asked.get('max_age')).toBe('300')
  expect(new Set(['state', 'nonce', 'code_challenge'].map((name) => asked.get(name))).size).toBe(3)
  expect(asked.toString()).not.toContain('hers')
})

describe('abuse 34: a provider that', () => {
  const now = (): number => Math.floor(Date.now() / 1000)
  test.each<[string, () => Forgery]>([
    ['names another issuer', () => ({ claims: { iss: 'https://other.example' } })],
    ['names the issuer of another provider', () => ({ claims: { iss: other.configured.issuer } })],
    ['speaks to another audience', () => ({ claims: { aud: 'somebody-else' } })],
    ['speaks to several, another one first authorised', () => ({ claims: { aud: ['folkmoot', 'x'], azp: 'x' } })],
    ['answers another question', () => ({ claims: { nonce: 'another' } })],
    ['answers no question', () => ({ claims: { nonce: undefined } })],
    ['speaks of an hour ago', () => ({ claims: { exp: now() - 3_600 } })],
    ['does not say until when', () => ({ claims: { exp: undefined } })],
    ['signs nothing', () => ({ signed: 'none' })],
    ['signs with its public key as a secret', () => ({ signed: 'hmac' })],
    ['has somebody else sign', () => ({ signed: 'other-key' })],
    ['saw her yesterday', () => ({ claims: { auth_time: now() - 86_400 } })],
    ['does not say when it saw her', () => ({ claims: { auth_time: undefined } })],
    ['names nobody', () => ({ claims: { sub: undefined } })],
  ])('%s proves nothing', async (_name, forgery) => {
    expect(await proofWith(forgery())).toBe('refused')
    expect(said).toHaveLength(1)
    expect(said[0]).not.toMatch(/eyJ|hers|secret/)
  })

  test.each([
    ['the state of another browser', { state: 'en~testhavn.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['no state', { state: '' }],
    ['the name of another issuer', { iss: 'https://other.example' }],
    ['no code', { code: '' }],
  ])('comes back with %s proves nothing', async (_name, change) => {
    expect(await proofWith({}, change)).toBe('refused')
  })

  test('is answered by the code of another browser proves nothing', async () => {
    const [hers, strangers] = [tripOf('hers'), tripOf('strangers')]
    const way = await wayOf(strangers)
    const answer = { code: provider.codeFor(way), ...stateOf(await wayOf(hers)), iss: provider.configured.issuer }
    expect(await eid.proofOf(hers, new URLSearchParams(answer))).toBe('refused')
  })

  test('is asked twice with one code answers once', async () => {
    const trip = tripOf('hers')
    const way = await wayOf(trip)
    const answer = new URLSearchParams({
      code: provider.codeFor(way),
      ...stateOf(way),
      iss: provider.configured.issuer,
    })
    expect(await eid.proofOf(trip, answer)).toMatchObject({ subject: 'somebody' })
    expect(await eid.proofOf(trip, answer)).toBe('refused')
  })

  test('mixes itself up with an honest one gets no code of it, and proves nothing with one of its own', async () => {
    const [honest, hostile] = [tripOf('hers'), tripOf('hers', 'evil')]
    const way = await wayOf(hostile)
    // She believes to have gone to the hostile one; it led her to the honest one, whose code comes back.
    const code = provider.codeFor(way)
    const mixed = new URLSearchParams({ code, ...stateOf(way), iss: provider.configured.issuer })
    const before = other.asked().length
    expect(await eid.proofOf(hostile, mixed)).toBe('refused')
    expect(other.asked().slice(before)).not.toContain('/token')
    const swapped = new URLSearchParams({
      code: other.codeFor(way),
      ...stateOf(way),
      iss: provider.configured.issuer,
    })
    expect(await eid.proofOf(honest, swapped)).toBe('refused')
  })

  test('calls itself by another name is not asked at all', async () => {
    provider.describe({ issuer: 'https://other.example' })
    expect(await eid.wayTo(tripOf('hers'), 'low')).toBeUndefined()
  })

  test('abuse 52: says that its tokens or its keys lie in a closed network makes us ask nothing there', async () => {
    for (const place of ['token_endpoint', 'jwks_uri']) {
      const inside = await startAdversary('inside')
      provider.describe({ [place]: `${inside.configured.issuer}/token` })
      const ask = openOutgoing({ allowed: [provider.configured.issuer] })
      eid = openEid([provider.configured], { ask, report: (line) => said.push(line) })
      expect(await proofWith({}), place).toBe('unreachable')
      expect(inside.asked(), place).toEqual([])
      await inside.stop()
    }
  })
})

test('whoever goes back at the provider is told apart from whoever is refused', async () => {
  const way = await wayOf(tripOf('hers'))
  const no = new URLSearchParams({ error: 'access_denied', ...stateOf(way), iss: provider.configured.issuer })
  expect(await eid.proofOf(tripOf('hers'), no)).toBe('declined')
})

test('a provider that was away is asked again the next time', async () => {
  let isAway = true
  const open = openOutgoing({ allowed: [provider.configured.issuer] })
  const ask: Outgoing = async (...how) => {
    if (isAway) throw new OutgoingRefused('no-answer')
    return open(...how)
  }
  const away = openEid([provider.configured], { ask, report: () => {} })
  expect(await away.wayTo(tripOf('hers'), 'low')).toBeUndefined()
  isAway = false
  expect(await away.wayTo(tripOf('hers'), 'low')).toContain(provider.configured.issuer)
})
