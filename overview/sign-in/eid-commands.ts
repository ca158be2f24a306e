import type { SignedIn } from '@folkmoot/basics/actor.ts'
import { href } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import {
  accountById,
  endAllSessions,
  endOtherSessions,
  endSession,
  knownByEid,
  openSession,
  renewSession,
  type Bound,
} from '../../platform/identity/index.ts'
import {
  accountOfProof,
  beginErrand,
  endErrand,
  keepProof,
  linkExternal,
  takeErrand,
  unlinkExternal,
  waitingProof,
  type Errand,
  type Proof,
  type Trip,
} from '../../platform/identity/oidc/index.ts'
import { post } from '../../platform/mail/index.ts'
import { becomeKnownBy } from '../../stages/opinion/index.ts'
import { isIntroduced } from './introduced.ts'
import { signInWords } from './messages/words.ts'

/** Binds this browser to a way to a provider and back. */
export function begin(visit: Visit, errand: Errand): Promise<Bound> {
  return visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) => beginErrand(tx, errand))
}

/** What the way there and back is made from; the provider knows one address of this installation. */
export function tripOf(visit: Visit, { token, provider }: Pick<Trip, 'token' | 'provider'>): Trip {
  const place = `${visit.lang}~${visit.jurisdiction.slug}`
  return { token, provider, place, back: `${visit.origin}${href('sign-in.returned', { provider })}` }
}

export type Arrived =
  | { readonly kind: 'in'; readonly session: Bound; readonly isKnown: boolean; readonly next: string }
  | { readonly kind: 'linked'; readonly session: Bound; readonly next: string }
  /** The identity opens nothing here yet; it waits in this browser for its account. */
  | { readonly kind: 'waiting'; readonly next: string }
  | { readonly kind: ArrivalRefusal }

type LinkRefusal = 'of-another-account' | 'voted-by-it'

export type ArrivalRefusal = 'too-late' | 'declined' | 'unreachable' | 'refused' | 'not-hers' | LinkRefusal

/** A browser comes back from a provider. The way back is used up first, whatever it brings. */
export async function arrive(visit: Visit, provider: string): Promise<Arrived> {
  const { errand: token, eid } = visit
  if (token === undefined || !eid) return { kind: 'too-late' }
  const errand = await visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) =>
    takeErrand(tx, token, provider),
  )
  if (!errand) return { kind: 'too-late' }
  // Somebody else has signed in here meanwhile, or she has signed out.
  if (errand.account !== null && errand.account !== visit.actor.account) return { kind: 'too-late' }
  const proof = await eid.proofOf(tripOf(visit, { token, provider }), visit.query)
  if (typeof proof === 'string') return { kind: proof }
  return visit.database.transact(visit.jurisdiction.id, visit.actor, (tx) =>
    enterWith(tx, visit, { errand, proof, token }),
  )
}

type Proven = { readonly errand: Errand; readonly proof: Proof; readonly token: string }

async function enterWith(tx: Tx, visit: Visit, { errand, proof, token }: Proven): Promise<Arrived> {
  const { next } = errand
  if (errand.purpose === 'link' && errand.account !== null) {
    const linked = await link(tx, visit, { account: errand.account, provider: errand.provider, proof })
    return linked.ok ? { kind: 'linked', session: linked.value, next } : { kind: linked.refusal }
  }
  const account = await accountOfProof(tx, proof)
  if (errand.purpose === 'prove' && account !== errand.account) return { kind: 'not-hers' }
  if (account === undefined) {
    await keepProof(tx, token, proof)
    return { kind: 'waiting', next }
  }
  const known = await accountById(tx, account)
  if (visit.session) await endSession(tx, visit.session)
  const session = await open(tx, visit, { account, proof })
  return { kind: 'in', session, isKnown: isIntroduced(known), next }
}

/** What this browser proved before it was signed in opens the account of whoever is signed in now; she has said so. */
export async function linkWaiting(visit: Visit, actor: SignedIn): Promise<Result<Bound, 'too-late' | LinkRefusal>> {
  const { errand: token } = visit
  if (token === undefined) return refuse('too-late')
  return visit.database.transact(visit.jurisdiction.id, actor, async (tx) => {
    const waiting = await waitingProof(tx, token, tx.now)
    if (!waiting) return refuse('too-late')
    const linked = await link(tx, visit, { account: actor.account, ...waiting })
    if (linked.ok) await endErrand(tx, token)
    return linked
  })
}

type Linking = { readonly account: Id<'account'>; readonly provider: string; readonly proof: Proof }

/** Whoever sat in her account elsewhere is out, and she is told by mail: a stranger who links his identity is noticed. */
async function link(tx: Tx, visit: Visit, { account, provider, proof }: Linking): Promise<Result<Bound, LinkRefusal>> {
  const linked = await linkExternal(tx, account, proof)
  if (!linked.ok) return linked
  const known = linked.value.isNew ? await becomeKnownBy(tx, account, knownByEid(proof)) : accept(null)
  if (!known.ok) return known
  await endAllSessions(tx, account)
  await tellOf(tx, visit, { account, label: labelOf(visit, { provider }), what: 'linked' })
  return accept(await open(tx, visit, { account, proof }))
}

/** It opens her account no more; her other sessions end with it. What this session proved, it proved. */
export async function unlink(visit: Visit, actor: SignedIn, issuer: string): Promise<Bound | undefined> {
  return visit.database.transact(visit.jurisdiction.id, actor, async (tx) => {
    await unlinkExternal(tx, actor.account, issuer)
    await tellOf(tx, visit, { account: actor.account, label: labelOf(visit, { issuer }), what: 'unlinked' })
    if (!visit.session) return undefined
    await endOtherSessions(tx, actor.account, visit.session)
    return renewSession(tx, visit.session)
  })
}

type Telling = { readonly account: Id<'account'>; readonly label: string; readonly what: 'linked' | 'unlinked' }

async function tellOf(tx: Tx, visit: Visit, { account, label, what }: Telling): Promise<void> {
  const known = await accountById(tx, account)
  if (!known) return
  const say = signInWords.say(known.language)
  const values = { label, place: visit.jurisdiction.name, link: `${visit.origin}${visit.to('me')}#identities` }
  const subject = say(`eid.mail-${what}.subject`, values)
  await post(tx, { to: known.email, subject, text: say(`eid.mail-${what}.text`, values) }, { isUrgent: true })
}

function open(tx: Tx, visit: Visit, { account, proof }: Pick<Linking, 'account' | 'proof'>): Promise<Bound> {
  return openSession(tx, account, { means: 'oidc', assurance: proof.assurance, browser: visit.browser ?? '' })
}

type Named = { readonly provider: string } | { readonly issuer: string }

/** What people know a provider by; of one that is configured no longer, its host. */
export function labelOf({ eid }: Pick<Visit, 'eid'>, named: Named): string {
  const found = eid?.offered.find((one) =>
    'provider' in named ? one.name === named.provider : one.issuer === named.issuer,
  )
  return found?.label ?? ('provider' in named ? named.provider : new URL(named.issuer).host)
}
